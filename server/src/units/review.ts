// Puts a review together: each unit with its state and its findings, and what is said of the folder as a whole.

import type { EquationTally } from '../equations/evaluate.ts';
import { SEVERITIES, type RuleLevel } from '../findings/finding.ts';
import { completenessOf, type Dates } from './rules/completeness.ts';
import { copiedTogether, handedInOf, type Copied } from './handed-in.ts';
import { alikePairs, type AlikePair, type ComparedPassage } from './likeness.ts';
import { outliersOf, peerMeasure } from './rules/outlier.ts';
import { reviewFinding, type ReviewFinding } from './rules/review-finding.ts';
import type { Roll, UnitEntry } from './roll.ts';
import { secondLook, type SecondLook, type Version } from './second-look.ts';
import type { Submission } from './submission.ts';

/** From what is to be done first to what is done. */
export const UNIT_STATES = ['absent', 'errors', 'to-verify', 'done'] as const;
export type UnitState = (typeof UNIT_STATES)[number];

export const STATE_WORDS: Readonly<Record<UnitState, string>> = { absent: '未报送', errors: '有错误', 'to-verify': '待核实', done: '无问题' };

/** What a check of one report says, without its text. */
export interface CheckedReport {
  readonly path: string;
  readonly findings: readonly ReviewFinding[];
  readonly equations: EquationTally;
  readonly ready: boolean;
  /** 可以报送, or what is in the way. */
  readonly readiness: string;
  /** Findings that the root's `.gouji.json` silences. */
  readonly silenced: number;
  /** The unit's own `.gouji.json` leaves the file out. */
  readonly excluded: boolean;
  readonly notes: readonly string[];
}

export interface ReviewedUnit {
  readonly entry: UnitEntry;
  readonly level: string;
  readonly state: UnitState;
  readonly findings: readonly ReviewFinding[];
  readonly checked: CheckedReport | null;
  /** Findings that the unit's own `.gouji.json` would not show. */
  readonly silencedByUnit: number;
  readonly look: SecondLook | null;
  /** When this very file was accepted or returned, whichever was last. */
  readonly accepted: string | null;
  readonly returned: string | null;
  /** What was not checked, and why. */
  readonly unchecked: readonly string[];
}

export interface Review extends Dates {
  readonly year: number | null;
  readonly hasList: boolean;
  readonly units: readonly ReviewedUnit[];
  /** Files that could not be read, and what else is to be said. */
  readonly notes: readonly string[];
}

/** A pair of reports that are alike, with the passages side by side. */
export interface Alike {
  readonly copy: Submission;
  readonly source: Submission;
  readonly share: number;
  readonly passages: readonly ComparedPassage[];
}

interface Parts extends Dates {
  readonly roll: Roll;
  readonly hasList: boolean;
  readonly levels: ReadonlyMap<string, RuleLevel>;
  readonly checked: ReadonlyMap<string, CheckedReport>;
  readonly alike: readonly Alike[];
  readonly versionsOf: (unit: string) => readonly Version[];
  readonly notes: readonly string[];
}

export function reviewOf(parts: Parts): Review {
  const { roll, due, asOf, hasList, notes, versionsOf } = parts;
  const measure = peerMeasure(roll);
  const entries = roll.entries.map((entry) => {
    const versions = versionsOf(entry.unit.name);
    return { entry, versions, handedIn: handedInOf(entry.current, versions) };
  });
  const copied = copiedTogether(
    entries.flatMap(({ handedIn }) => handedIn?.date ?? []),
    due,
  );
  const units = entries.map((each) => reviewedUnit(each, { ...parts, copied }, measure));
  return { year: roll.year, due, asOf, hasList, units, notes: copied === null ? notes : [...notes, copiedWords(copied, due)] };
}

function copiedWords({ day, count }: Copied, due: string | null): string {
  return `迟报未核对：${count}份年报的日期都是${day}前后，晚于报送期限${due ?? ''}，应是一起复制时的日期，看不出各自何时报送。请保留修改日期重新复制；收到年报时退回、通过或运行 gouji review --record，会记下日期`;
}

/** Last year's report handed in again follows from itself in nothing: one mistake is told once. */
const FOLLOWS_FROM_STALE: ReadonlySet<string> = new Set(['carry-over', 'stock-chain', 'item-chain', 'similar-text']);

interface Given {
  readonly entry: UnitEntry;
  readonly versions: readonly Version[];
  readonly handedIn: ReturnType<typeof handedInOf>;
}

function reviewedUnit(
  { entry, versions, handedIn }: Given,
  parts: Parts & { readonly copied: Copied | null },
  measure: ReturnType<typeof peerMeasure>,
): ReviewedUnit {
  const { roll, checked, alike } = parts;
  const { current, unit } = entry;
  const report = current === null ? null : (checked.get(current.path) ?? null);
  const ofFolder = completenessOf(entry, handedIn, parts);
  const isStale = ofFolder.some(({ rule, path }) => rule === 'report-stale' && path === current?.path);
  const findings = [
    ...ofFolder,
    ...[
      ...(report?.findings ?? []),
      ...outliersOf(entry, parts, measure),
      ...alike.filter(({ copy }) => copy === current).flatMap((pair) => alikeFinding(pair, parts)),
    ].filter(({ rule }) => !isStale || !FOLLOWS_FROM_STALE.has(rule)),
  ].toSorted((one, other) => SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) || lineOf(one) - lineOf(other));
  const verdict = versions.findLast((version) => version.verdict !== 'recorded' && version.hash === current?.hash);
  const accepted = verdict?.verdict === 'accepted' ? verdict.date : null;
  const look = current === null ? null : secondLook(current, findings, versions);
  const unasked = look?.changed.some(({ asked }) => !asked) === true;
  return {
    entry,
    level: roll.directory.levelOf(unit),
    state: stateOf(entry, findings, { ready: report?.ready === true, accepted: accepted !== null, unasked }),
    findings,
    checked: report,
    silencedByUnit: findings.filter(({ own }) => own?.silenced === true).length,
    look,
    accepted,
    returned: verdict?.verdict === 'returned' ? verdict.date : null,
    unchecked: current !== null && entry.previous === null ? [`没有${roll.year === null ? '上年' : `${roll.year - 1}年度`}的年报，上下年衔接未核对`] : [],
  };
}

function lineOf({ range }: ReviewFinding): number {
  return range?.start.line ?? -1;
}

function stateOf(
  { current }: UnitEntry,
  findings: readonly ReviewFinding[],
  { ready, accepted, unasked }: { readonly ready: boolean; readonly accepted: boolean; readonly unasked: boolean },
): UnitState {
  if (current === null) return 'absent';
  if (accepted) return 'done';
  if (findings.some(({ severity }) => severity === 'error')) return 'errors';
  // A number that nobody asked to change is somebody's to look at, however well it adds up.
  return ready && !unasked && findings.every(({ severity }) => severity !== 'warning') ? 'done' : 'to-verify';
}

/** The reports whose prose is to be compared passage by passage. */
export function pairsToCompare({ entries }: Roll): readonly { readonly copy: Submission; readonly source: Submission; readonly share: number }[] {
  const texts = entries.flatMap(({ current, previous }, index) => [
    ...(current === null ? [] : [{ submission: current, unit: String(index), current: true }]),
    ...(previous === null || previous === current ? [] : [{ submission: previous, unit: String(index), current: false }]),
  ]);
  const pairs: readonly AlikePair[] = alikePairs(texts.map(({ submission: { prints }, unit, current }) => ({ prints, unit, current })));
  return pairs.flatMap(({ copy, source, share }) => {
    const [one, other] = [texts[copy], texts[source]];
    return one === undefined || other === undefined ? [] : [{ copy: one.submission, source: other.submission, share }];
  });
}

function alikeFinding({ copy, source, share, passages }: Alike, { levels, roll }: Parts): readonly ReviewFinding[] {
  const owner = roll.entries.find(({ current, previous }) => current === source || previous === source);
  const isOwn = owner?.current === copy;
  const whose = isOwn ? '本机关上年年报' : `“${owner?.unit.name ?? source.unit ?? ''}”的年报`;
  const [first] = passages;
  return reviewFinding(
    {
      rule: 'similar-text',
      message: `正文有${Math.round(share * 100)}%与${whose}相同（${source.path}）。${first === undefined ? '' : `最长的一段${first.length}字：“${first.text}”。`}请核实，照抄的改写为本机关${isOwn ? '本年' : ''}的情况。`,
      path: copy.path,
      range: first?.here ?? copy.title,
      related: passages.map(({ here, there, text, length }) => ({ path: source.path, range: there, message: `相同的${length}字：“${text}”`, here })),
    },
    levels,
  );
}
