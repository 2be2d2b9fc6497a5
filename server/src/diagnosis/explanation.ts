// Weighs one explanation of broken sums by its evidence: a set of cells with the values that would make the equations hold.

import { splitKey, type CellKey } from '../forms/form.ts';
import { valueOf, type Report } from '../parse/model.ts';
import type { Delta, System } from '../equations/system.ts';

/** A figure known from elsewhere: a sentence, last year's report. The cells' sum should be `value`. */
export interface OutsideFact {
  readonly cells: readonly CellKey[];
  readonly value: number;
  /** What says so, in words that fit behind a cell's name: 正文写明“予以公开13件”. */
  readonly words: string;
}

export interface Change {
  readonly key: CellKey;
  /** As it stands, a blank as 0. */
  readonly from: number;
  readonly to: number;
  readonly slip: Slip;
}

export interface Explanation {
  readonly changes: readonly Change[];
  readonly deltas: readonly Delta[];
  /** What outside facts say for it: those it fulfils less those it breaks. */
  readonly support: number;
  /** Words of the facts it fulfils. */
  readonly facts: readonly string[];
  /** Words of the facts that hold as it stands, and would not any more. */
  readonly against: readonly string[];
  /** How far it is from a typist's usual slips. */
  readonly cost: number;
}

/** So much likelier has the first explanation to be before it counts as the one. */
const CLEAR_MARGIN = 2;
/** Two totals that are both wrong, with every addend right, are less likely than two addends. */
const TOTALS_COST = 2;
/** Two numbers in each other's place are one slip of the eye, whatever the numbers are. */
const EXCHANGED_COST = 1;
/** Addends that differ by less are as well explained by one case in the wrong place. */
const MIN_EXCHANGED = 2;

export function explain(report: Report, system: System, facts: readonly OutsideFact[], deltas: readonly Delta[]): Explanation {
  const changes = deltas.map<Change>(({ cell, by }) => {
    const key = system.keys[cell] as CellKey;
    const from = system.values[cell] ?? 0;
    const to = from + by;
    return { key, from, to, slip: slipOf(to, valueOf(report, key) === null ? null : from) };
  });
  const before = holding(report, facts, []);
  const after = holding(report, facts, changes);
  const fulfilled = [...after].filter((words) => !before.has(words));
  const broken = [...before].filter((words) => !after.has(words));
  return {
    changes,
    deltas,
    support: fulfilled.length - broken.length,
    facts: fulfilled,
    against: broken,
    cost: (areExchanged(changes) ? EXCHANGED_COST : changes.reduce((sum, change) => sum + change.slip.cost, 0)) + (areTotals(changes) ? TOTALS_COST : 0),
  };
}

/** Whether two cells have each other's number. */
export function areExchanged(changes: readonly Change[]): boolean {
  const pair = pairOf(changes);
  if (pair === null) return false;
  const [one, other] = pair;
  if (one.from !== other.to || one.to !== other.from) return false;
  return Math.abs(one.to - one.from) >= MIN_EXCHANGED || isSummedIn(one.key) !== isSummedIn(other.key);
}

/** No case is misfiled between a sum and what it sums up. */
function isSummedIn(key: CellKey): boolean {
  const { row, column } = splitKey(key);
  return column === 'total' || row === 'total';
}

type Pair = readonly [Change, Change];

/** The two changes, or null where they are not two. */
function pairOf([one, other, ...more]: readonly Change[]): Pair | null {
  return one === undefined || other === undefined || more.length > 0 ? null : [one, other];
}

function areTotals(changes: readonly Change[]): boolean {
  const places = changes.map((change) => splitKey(change.key));
  return places.length > 1 && (places.every(({ column }) => column === 'total') || places.every(({ row }) => row === 'total'));
}

/** The words of the facts that hold: a sentence with two readings is one fact, and holds if either does. */
function holding(report: Report, facts: readonly OutsideFact[], changes: readonly Change[]): ReadonlySet<string> {
  return new Set(facts.filter((fact) => sumOf(report, fact, changes) === fact.value).map((fact) => fact.words));
}

function sumOf(report: Report, fact: OutsideFact, changes: readonly Change[]): number {
  const value = (key: CellKey) => changes.find((change) => change.key === key)?.to ?? valueOf(report, key) ?? 0;
  return fact.cells.reduce((sum, key) => sum + value(key), 0);
}

/**
 * Best first: what outside facts say, then the cheapest slip; among equals the rows that count most, since that is
 * where most cases are handled, then the order of the form.
 */
export function ranked(explanations: readonly Explanation[]): readonly Explanation[] {
  const weight = (explanation: Explanation) => Math.max(...explanation.changes.map((change) => Math.max(change.from, change.to)));
  return [...explanations].sort((one, other) => other.support - one.support || one.cost - other.cost || weight(other) - weight(one));
}

/** Whether the first of the ranked explanations stands out, by outside facts alone or by slips too. */
export function standsOut(explanations: readonly Explanation[], by: 'facts' | 'slips'): boolean {
  const [first, second] = explanations;
  if (first === undefined) return false;
  if (first.support > 0 && first.support > (second?.support ?? 0)) return true;
  if (by === 'facts') return false;
  return second === undefined || (second.support >= 0 && second.cost - first.cost >= CLEAR_MARGIN);
}

export interface Line {
  readonly axis: 'row' | 'column';
  readonly id: string;
}

/** So many cases stand in one cell of a line and belong in another. */
export type Move = Line & { readonly out: Change; readonly into: Change; readonly count: number };

/** The same n cases out of one cell and into another of one row or column; null where it is none. */
export function moveOf({ changes }: Explanation): Move | null {
  const pair = pairOf(changes);
  const line = pair === null ? null : sharedLine(pair);
  if (pair === null || line === null) return null;
  const [one, other] = pair;
  if (one.to - one.from !== other.from - other.to) return null;
  const [out, into] = one.to < one.from ? [one, other] : [other, one];
  return { ...line, out, into, count: out.from - out.to };
}

/** A cell and its row's total off by the same: one case miscounted, and the total typed to match. */
export function isRowConsistent({ changes }: Explanation): boolean {
  const pair = pairOf(changes);
  if (pair === null) return false;
  const [one, other] = pair;
  const isTotal = ({ key }: Change) => splitKey(key).column === 'total';
  return sharedLine(pair)?.axis === 'row' && one.to - one.from === other.to - other.from && isTotal(one) !== isTotal(other);
}

function sharedLine([one, other]: Pair): Line | null {
  const [here, there] = [splitKey(one.key), splitKey(other.key)];
  if (here.table !== there.table) return null;
  if (here.row === there.row) return { axis: 'row', id: here.row };
  return here.column === there.column ? { axis: 'column', id: here.column } : null;
}

interface Slip {
  /** 1 for the commonest slips, above `UNLIKELY` where the two numbers have nothing in common. */
  readonly cost: number;
  /** The slip in words, or null where there is none to name. */
  readonly words: string | null;
}

/** What two numbers that have nothing in common cost at least. */
const UNLIKELY = 5;

/** How a typist errs, the likelier kinds first; of two that fit the first is meant. Both numbers as they are written. */
const SLIPS: readonly (Slip & { readonly fits: (right: string, wrong: string) => boolean })[] = [
  { cost: 1, words: '像是两个数字颠倒', fits: isSwapped },
  { cost: 1.2, words: '像是一个数字打了两遍', fits: isDoubled },
  { cost: 1.6, words: '像是多打了一个数字', fits: (right, wrong) => isLonger(wrong, right) },
  { cost: 1.6, words: '像是少打了一个数字', fits: (right, wrong) => isLonger(right, wrong) },
  { cost: 1.5, words: '像是打错了一个数字', fits: (right, wrong) => right.length > 1 && differences(right, wrong) === 1 },
  { cost: 2.2, words: '像是没有填', fits: (_right, wrong) => wrong === '0' },
  // One digit for another says little, and least where none was to be typed at all.
  { cost: 2.6, words: null, fits: (right, wrong) => right === '0' && differences(right, wrong) === 1 },
  { cost: 2, words: null, fits: (right, wrong) => differences(right, wrong) === 1 },
  { cost: 2, words: '只差1', fits: (right, wrong) => Math.abs(Number(right) - Number(wrong)) === 1 },
];

/** From what was meant to what stands there; null where nothing was typed at all. */
export function slipOf(meant: number, typed: number | null): Slip {
  if (typed === null) return { cost: 1, words: '这一格未填' };
  const [right, wrong] = [String(meant), String(typed)];
  const slip = SLIPS.find(({ fits }) => fits(right, wrong));
  if (slip !== undefined) return { cost: slip.cost, words: slip.words };
  return { cost: UNLIKELY + Math.min(differences(right, wrong), UNLIKELY), words: null };
}

function isSwapped(right: string, wrong: string): boolean {
  if (right.length !== wrong.length || right === wrong) return false;
  const at = firstDifference(right, wrong);
  return right[at] === wrong[at + 1] && right[at + 1] === wrong[at] && right.slice(at + 2) === wrong.slice(at + 2);
}

function isDoubled(right: string, wrong: string): boolean {
  if (!isLonger(wrong, right)) return false;
  const at = firstDifference(right, wrong);
  return wrong[at] === wrong[at - 1];
}

/** Whether `long` is `short` with one more digit somewhere. */
function isLonger(long: string, short: string): boolean {
  if (long.length !== short.length + 1) return false;
  const at = firstDifference(short, long);
  return long.slice(at + 1) === short.slice(at);
}

function firstDifference(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}

/** Differing digits of numbers of one length; all of them where the lengths differ. */
function differences(one: string, other: string): number {
  if (one.length !== other.length) return Math.max(one.length, other.length);
  let count = 0;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) count++;
  return count;
}
