// Is this text a report at all? Several independent anchors must agree, so that a notice about reports is none.

import type { SectionId } from '../forms/form.ts';
import type { Heading } from './headings.ts';
import type { Table } from './model.ts';

export interface Anchors {
  readonly headings: readonly Heading[];
  readonly tables: readonly Table[];
  readonly titled: boolean;
}

/** Headings of these parts occur nowhere else; the others head many kinds of text. */
const TELLING: ReadonlySet<SectionId> = new Set(['proactive', 'applications', 'disputes']);
const ENOUGH = 5;
const MANY_ROWS = 12;

export function isRecognised({ headings, tables, titled }: Anchors): boolean {
  const parts = new Set(headings.filter((heading) => heading.grade !== 'keywords').map((heading) => heading.section));
  const telling = [...parts].filter((part) => TELLING.has(part)).length;
  const found = (id: Table['id']) => tables.find((table) => table.id === id)?.state ?? 'missing';
  const rows = tables.find((table) => table.id === 'applications')?.rows.length ?? 0;
  // A table three with most of its rows is a report, even where every heading was lost.
  if (rows >= MANY_ROWS) return true;
  // Headings alone may head a reading of a report or a notice about reports: then only a title makes one.
  if (tables.every((table) => table.state === 'missing') && !titled) return false;
  const score =
    telling * 2 +
    (parts.size - telling) +
    (found('applications') === 'missing' ? 0 : rows >= 3 || found('applications') === 'unreadable' ? 3 : 2) +
    (tables.some((table) => table.id !== 'applications' && table.id !== 'disputes' && table.state === 'read') ? 1 : 0) +
    (titled ? 1 : 0);
  return telling + (found('applications') === 'missing' ? 0 : 1) >= 2 && score >= ENOUGH;
}
