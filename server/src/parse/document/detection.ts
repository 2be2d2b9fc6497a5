// Recognises a report: several independent anchors must agree, so that a notice about reports is none.

import type { SectionId } from '../../forms/form.ts';
import type { Heading } from './headings.ts';
import type { Table } from '../model.ts';

export interface Anchors {
  readonly headings: readonly Heading[];
  readonly tables: readonly Table[];
  readonly titled: boolean;
}

/** Headings of these parts occur nowhere else; the others head many kinds of text. */
const TELLING: ReadonlySet<SectionId> = new Set(['proactive', 'applications', 'disputes']);
/** What each anchor counts, and how much of it makes a report. */
const WEIGHTS = { tellingPart: 2, otherPart: 1, tableThree: 3, scrapOfTableThree: 2, tableTwo: 1, title: 1 };
const ENOUGH = 5;
/** Anchors that occur in reports only: so many of them, table three one. */
const MIN_TELLING = 2;
/** Fewer rows of table three are a scrap of it. */
const SOME_ROWS = 3;
const MANY_ROWS = 12;

export function isRecognised({ headings, tables, titled }: Anchors): boolean {
  const three = tables.find((table) => table.id === 'applications');
  const rows = three?.rows.length ?? 0;
  // A table three with most of its rows is a report, even where every heading was lost.
  if (rows >= MANY_ROWS) return true;
  // Headings alone may head a reading of a report or a notice about reports: then only a title makes one.
  if (tables.every((table) => table.state === 'missing') && !titled) return false;
  const parts = new Set(headings.filter((heading) => heading.grade !== 'keywords').map((heading) => heading.section));
  const telling = [...parts].filter((part) => TELLING.has(part)).length;
  const hasThree = three !== undefined && three.state !== 'missing';
  const hasTwo = tables.some((table) => table.id !== 'applications' && table.id !== 'disputes' && table.state === 'read');
  const ofThree = rows >= SOME_ROWS || three?.state === 'unreadable' ? WEIGHTS.tableThree : WEIGHTS.scrapOfTableThree;
  const score =
    telling * WEIGHTS.tellingPart +
    (parts.size - telling) * WEIGHTS.otherPart +
    (hasThree ? ofThree : 0) +
    (hasTwo ? WEIGHTS.tableTwo : 0) +
    (titled ? WEIGHTS.title : 0);
  return telling + (hasThree ? 1 : 0) >= MIN_TELLING && score >= ENOUGH;
}
