// What becomes of the findings by what the person wrote of them? Silenced ones go, answered ones turn into information,
// and those whose figures changed come back and say which.

import type { Report } from '../parse/model.ts';
import { isHeavier, type Finding } from '../findings/finding.ts';
import { changeWords } from './changes.ts';
import { isAnswered, type FileSuppressions, type Suppression } from './suppression.ts';
import { isMeant, likeness, subjectOf, type Subject } from './subject.ts';
import { MAX_NOTE_QUOTED } from './limits.ts';

export interface Remarked {
  readonly findings: readonly Finding[];
  /** In the order of the check. */
  readonly silenced: readonly Finding[];
}

interface Candidate {
  readonly finding: Finding;
  readonly subject: Subject;
}

/** Keeps the order of the findings. */
export function applySuppressions(report: Report, findings: readonly Finding[], { off, findings: remarks }: FileSuppressions): Remarked {
  if (off.size === 0 && remarks.length === 0) return { findings, silenced: [] };
  const candidates = findings.filter(({ rule }) => !off.has(rule)).map((finding) => ({ finding, subject: subjectOf(report, finding) }));
  const met = new Map(candidates.map(({ finding, subject }) => [finding, remarks.find((remark) => isMeant(remark, subject))]));
  const stale = stalePairs(
    candidates.filter(({ finding }) => met.get(finding) === undefined),
    unused(remarks, met),
  );
  const silenced = new Set(findings.filter((finding) => off.has(finding.rule) || met.get(finding)?.note === null));
  const shown = candidates.flatMap(({ finding, subject }) => {
    if (silenced.has(finding)) return [];
    const remark = met.get(finding);
    if (remark !== undefined) return [answered(finding, remark, remark.note ?? '')];
    const former = stale.get(finding);
    return [former === undefined ? finding : returned(finding, former, changeWords(report, former, subject))];
  });
  return { findings: shown, silenced: [...silenced] };
}

function unused(remarks: readonly Suppression[], met: ReadonlyMap<Finding, Suppression | undefined>): readonly Suppression[] {
  const used = new Set(met.values());
  return remarks.filter((remark) => !used.has(remark));
}

/** Each remark that fits nothing any more goes to the one finding it is most like, if there is any. */
function stalePairs(candidates: readonly Candidate[], remarks: readonly Suppression[]): ReadonlyMap<Finding, Suppression> {
  const pairs = new Map<Finding, Suppression>();
  for (const remark of remarks) {
    const free = candidates.filter(({ finding }) => !pairs.has(finding));
    const [best] = free.map(({ finding, subject }) => ({ finding, score: likeness(remark, subject) })).toSorted((one, other) => other.score - one.score);
    if (best !== undefined && best.score > 0) pairs.set(best.finding, remark);
  }
  return pairs;
}

/** An answer makes a 核实 finding information; the form's own equations hold whatever anyone writes of them. */
function answered(finding: Finding, remark: Suppression, note: string): Finding {
  if (!isAnswered(note)) return { ...finding, justification: remark };
  const lightened = finding.class === '核实' && isHeavier(finding.severity, 'information');
  return {
    ...finding,
    ...(lightened && { severity: 'information' as const }),
    message: `${finding.message}（核实说明：${shortened(note)}）`,
    justification: remark,
    answered: true,
  };
}

function returned(finding: Finding, remark: Suppression, change: string): Finding {
  if (remark.note === null) return { ...finding, message: `${finding.message}（原已设为不再提示，因${change}，重新提示）`, justification: remark };
  if (!isAnswered(remark.note)) return { ...finding, justification: remark };
  return { ...finding, message: `${finding.message}（核实说明已失效：${change}；原说明：${shortened(remark.note)}）`, justification: remark };
}

function shortened(note: string): string {
  const line = note.trim().replaceAll(/\s+/gu, ' ');
  return line.length > MAX_NOTE_QUOTED ? `${line.slice(0, MAX_NOTE_QUOTED)}…` : line;
}
