// The roll of a review: which unit handed in which reports, of this year and of the last.

import { compareText } from '../text/order.ts';
import type { Submission } from './submission.ts';
import { directoryOf, nameKey, type Unit, type UnitDirectory } from './unit-list.ts';

export interface UnitEntry {
  readonly unit: Unit;
  /** On the list; without a list every unit is. */
  readonly listed: boolean;
  /** The report that is reviewed. */
  readonly current: Submission | null;
  /** The same bytes or the same report again: counted once. */
  readonly copies: readonly Submission[];
  /** Further reports of this year that say something else. */
  readonly others: readonly Submission[];
  readonly previous: Submission | null;
  /** Handed in as this year's and of another year. */
  readonly stale: readonly Submission[];
}

export interface Roll {
  readonly year: number | null;
  readonly entries: readonly UnitEntry[];
  readonly directory: UnitDirectory;
  /** Whether last year's reports came from a folder of their own. */
  readonly hasFormer: boolean;
}

/** The year before the due date's, else that of most reports; of years with about as many, the last. */
export function reviewedYear(submissions: readonly Submission[], due: string | null): number | null {
  if (due !== null) return Number(due.slice(0, 'yyyy'.length)) - 1;
  const counts = new Map<number, number>();
  for (const { year, former } of submissions) if (year !== null && !former) counts.set(year, (counts.get(year) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  // Last year's reports may lie there too, and be more by the one that is missing this year.
  const years = [...counts].flatMap(([year, count]) => (count * 2 >= most ? [year] : []));
  return years.length === 0 ? null : Math.max(...years);
}

interface RollOptions {
  /** Null: whoever handed in. */
  readonly units: readonly Unit[] | null;
  readonly year: number | null;
}

export function rollOf(submissions: readonly Submission[], { units, year }: RollOptions): Roll {
  const directory = directoryOf(units ?? []);
  const hasFormer = submissions.some(({ former }) => former);
  const byUnit = new Map<Unit, Submission[]>((units ?? []).map((unit) => [unit, []]));
  const unlisted = new Map<string, Unit>();
  for (const submission of submissions) {
    const unit = directory.find(submission.unit ?? '') ?? unitOutside(submission, unlisted);
    byUnit.set(unit, [...(byUnit.get(unit) ?? []), submission]);
  }
  const listed = new Set(units ?? byUnit.keys());
  const entries = [...byUnit].map(([unit, own]) => entryOf({ unit, listed: listed.has(unit), own, year, hasFormer }));
  // Last year's report of an organ that nobody lists is no business of this year's.
  const concerned = entries.filter((entry) => (units === null && entry.previous !== null) || listedOrPresent(entry, units !== null));
  return { year, entries: concerned, directory, hasFormer };
}

function listedOrPresent({ listed, current, stale }: UnitEntry, hasList: boolean): boolean {
  return (hasList && listed) || current !== null || stale.length > 0;
}

/** A report without an organ in its title is nobody's, and stands for itself. */
function unitOutside({ unit, path }: Submission, unlisted: Map<string, Unit>): Unit {
  const key = unit === null ? path : nameKey(unit);
  const known = unlisted.get(key) ?? { name: unit ?? '（标题中没有机关名称）', aliases: [], parent: null, level: null, line: null };
  unlisted.set(key, known);
  return known;
}

interface Own {
  readonly unit: Unit;
  readonly listed: boolean;
  readonly own: readonly Submission[];
  readonly year: number | null;
  readonly hasFormer: boolean;
}

function entryOf({ unit, listed, own, year, hasFormer }: Own): UnitEntry {
  const ofYear = own.filter((each) => !each.former && (each.year === year || each.year === null));
  // The newest is meant; of those that came together, the last.
  const sorted = ofYear.toSorted((one, other) => compareText(other.date ?? '', one.date ?? '') || compareText(other.path, one.path));
  const [current = null, ...rest] = sorted;
  const before = own.filter((each) => each.year !== null && year !== null && each.year === year - 1);
  const previous = before.toSorted((one, other) => Number(other.former) - Number(one.former) || compareText(other.path, one.path))[0] ?? null;
  const isCopy = (each: Submission) => current !== null && (each.hash === current.hash || isSameReport(each, current));
  return {
    unit,
    listed,
    current,
    copies: rest.filter(isCopy),
    others: rest.filter((each) => !isCopy(each)),
    previous,
    stale: own.filter((each) => !each.former && each.year !== null && each.year !== year && (hasFormer || each !== previous)),
  };
}

/** Figures and prose, whatever the layout and the format of the file. */
function isSameReport(one: Submission, other: Submission): boolean {
  return isSameArray(one.figures.values, other.figures.values) && isSameArray(one.prints.hashes, other.prints.hashes);
}

function isSameArray(one: ArrayLike<number>, other: ArrayLike<number>): boolean {
  return one.length === other.length && Array.from(one).every((value, index) => Object.is(value, other[index]));
}
