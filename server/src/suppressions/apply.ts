// Applies suppressions to findings: silenced ones go, answered ones become information, and those whose figures changed come
// back and say which.

import { type Report, valueOf } from '../parse/model.ts';
import { isHeavier, type Finding } from '../findings/finding.ts';
import { isAnswered, type FileSuppressions, type Suppression } from './suppression.ts';
import { isMeant, likeness, subjectOf, type Subject, numbersIn, wordsIn, wordsOf } from './subject.ts';
import { MAX_NOTE_QUOTED, MAX_CHANGES_NAMED } from './limits.ts';
import { cellName } from '../findings/describe.ts';

export interface Suppressed {
  readonly findings: readonly Finding[];
  /** In the order of the check. */
  readonly silenced: readonly Finding[];
}

interface Candidate {
  readonly finding: Finding;
  readonly subject: Subject;
}

/** Keeps the order of the findings. */
export function applySuppressions(report: Report, findings: readonly Finding[], { off, findings: suppressions }: FileSuppressions): Suppressed {
  if (off.size === 0 && suppressions.length === 0) return { findings, silenced: [] };
  const candidates = findings.filter(({ rule }) => !off.has(rule)).map((finding) => ({ finding, subject: subjectOf(report, finding) }));
  const met = new Map(candidates.map(({ finding, subject }) => [finding, suppressions.find((suppression) => isMeant(suppression, subject))]));
  const stale = stalePairs(
    candidates.filter(({ finding }) => met.get(finding) === undefined),
    unused(suppressions, met),
  );
  const silenced = new Set(findings.filter((finding) => off.has(finding.rule) || met.get(finding)?.note === null));
  const shown = candidates.flatMap(({ finding, subject }) => {
    if (silenced.has(finding)) return [];
    const suppression = met.get(finding);
    if (suppression !== undefined) return [answered(finding, suppression, suppression.note ?? '')];
    const former = stale.get(finding);
    return [former === undefined ? finding : returned(finding, former, changeWords(report, former, subject))];
  });
  return { findings: shown, silenced: [...silenced] };
}

function unused(suppressions: readonly Suppression[], met: ReadonlyMap<Finding, Suppression | undefined>): readonly Suppression[] {
  const used = new Set(met.values());
  return suppressions.filter((suppression) => !used.has(suppression));
}

/** Each suppression that fits nothing any more goes to the one finding it is most like, if there is any. */
function stalePairs(candidates: readonly Candidate[], suppressions: readonly Suppression[]): ReadonlyMap<Finding, Suppression> {
  const pairs = new Map<Finding, Suppression>();
  for (const suppression of suppressions) {
    const free = candidates.filter(({ finding }) => !pairs.has(finding));
    const [best] = free.map(({ finding, subject }) => ({ finding, score: likeness(suppression, subject) })).toSorted((one, other) => other.score - one.score);
    if (best !== undefined && best.score > 0) pairs.set(best.finding, suppression);
  }
  return pairs;
}

/** An answer makes a 核实 finding information; the form's own equations hold whatever anyone writes of them. */
function answered(finding: Finding, suppression: Suppression, note: string): Finding {
  if (!isAnswered(note)) return { ...finding, justification: suppression };
  const lightened = finding.class === '核实' && isHeavier(finding.severity, 'information');
  return {
    ...finding,
    ...(lightened && { severity: 'information' as const }),
    message: `${finding.message}（核实说明：${shortened(note)}）`,
    justification: suppression,
    answered: true,
  };
}

function returned(finding: Finding, suppression: Suppression, change: string): Finding {
  if (suppression.note === null) return { ...finding, message: `${finding.message}（原已设为不再提示，因${change}，重新提示）`, justification: suppression };
  if (!isAnswered(suppression.note)) return { ...finding, justification: suppression };
  return { ...finding, message: `${finding.message}（核实说明已失效：${change}；原说明：${shortened(suppression.note)}）`, justification: suppression };
}

function shortened(note: string): string {
  const line = note.trim().replaceAll(/\s+/gu, ' ');
  return line.length > MAX_NOTE_QUOTED ? `${line.slice(0, MAX_NOTE_QUOTED)}…` : line;
}

/** “一、本年新收·总计”由 38 改为 39; without such a cell the numbers of the key, else what was said before. */
function changeWords(report: Report, suppression: Suppression, subject: Subject): string {
  const cells = [...suppression.values]
    .filter(([key, value]) => valueOf(report, key) !== value)
    .map(([key, value]) => `${cellName(report.detectedForm.form, key)}${fromTo(value, valueOf(report, key))}`);
  if (cells.length > 0) return listed(cells);
  const numbers =
    suppression.key !== null && subject.key !== null
      ? changedNumbers(wordsIn(suppression.key), wordsIn(subject.key))
      : changedNumbers(suppression.text, subject.text);
  return numbers.length > 0 ? listed(numbers) : `原为“${suppression.text}”`;
}

/** 由 40 改为 41, where nothing but numbers differs. */
function changedNumbers(before: string, now: string): readonly string[] {
  if (wordsOf(before) !== wordsOf(now)) return [];
  const current = numbersIn(now);
  return numbersIn(before).flatMap((number, index) => (number === current[index] ? [] : [fromTo(number, current[index] ?? null)]));
}

function fromTo(before: number | string | null, now: number | string | null): string {
  return `由 ${before ?? '未填'} 改为 ${now ?? '未填'}`;
}

function listed(words: readonly string[]): string {
  const shown = words.slice(0, MAX_CHANGES_NAMED).join('，');
  return words.length > MAX_CHANGES_NAMED ? `${shown}等${words.length}处` : shown;
}
