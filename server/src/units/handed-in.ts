// When reports were handed in, as far as kept versions and the dates of files tell: a file that was copied is as new as the copy.

import { compareText } from '../text/order.ts';
import { daysBetween } from './review-config.ts';
import type { Version } from './second-look.ts';
import type { Submission } from './submission.ts';

export interface HandedIn {
  readonly date: string;
  /** The day on which a version was kept that says so; null where the file's date does. */
  readonly kept: string | null;
}

/** The earliest day on which the report is known to have been there; null where nothing tells. */
export function handedInOf(current: Submission | null, versions: readonly Version[]): HandedIn | null {
  if (current === null) return null;
  const known: HandedIn[] = versions
    .filter(({ year }) => year === current.year)
    // What was kept one day was there that day, however new its file was.
    .flatMap(({ handedIn, date }) => [handedIn ?? date, date].map((day) => ({ date: day, kept: date })));
  const ofFile = current.date === null ? [] : [{ date: current.date, kept: null }];
  return [...ofFile, ...known].toSorted((one, other) => compareText(one.date, other.date))[0] ?? null;
}

export interface Copied {
  /** The first day of the copy. */
  readonly day: string;
  readonly count: number;
}

/** Fewer reports may well have come on one day. */
const LEAST_COPIED = 5;
/** A copy begun in the evening ends on the next day. */
const DAYS_OF_COPY = 1;
/** So large a part of all reports never comes on one day behind the due date. */
const MOST = 0.9;

/** Nearly all reports with one date behind the due date were copied together: it is no date on which they came. */
export function copiedTogether(dates: readonly string[], due: string | null): Copied | null {
  if (due === null) return null;
  const sorted = dates.toSorted();
  for (const [index, day] of sorted.entries()) {
    if (day <= due) continue;
    const count = sorted.slice(index).filter((each) => isOfCopy(each, day)).length;
    return count >= LEAST_COPIED && count >= sorted.length * MOST ? { day, count } : null;
  }
  return null;
}

export function isOfCopy(date: string, day: string): boolean {
  return date >= day && daysBetween(day, date) <= DAYS_OF_COPY;
}
