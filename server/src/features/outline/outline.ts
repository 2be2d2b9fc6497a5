// Tree of a report down to the row, for outline, folding and selection ranges.

import type { Report, Section } from '../../parse/model.ts';
import { nest, type Entry, type OutlineNode } from './nest.ts';
import { subHeadings } from './sub-headings.ts';
import { tableEntries } from './table-entries.ts';
import { lineStart, nameAt } from './outline-words.ts';

const PART_LEVEL = 1;
/** Deeper than everything: where the title stands behind the heading of part one, it ends nothing. */
const TITLE_LEVEL = 9;
/** What Markdown and word processors draw before a heading. */
const MAX_MARKS = 20;
const MARKS = /^[#*_>|●■◆▶★※○\s\u200b+-]*$/u;

const outlines = new WeakMap<Report, readonly OutlineNode[]>();

/** The tree of a report, built once a report: editors ask for several things that follow from it after every change. */
export function outlineOf(report: Report): readonly OutlineNode[] {
  const known = outlines.get(report);
  if (known !== undefined) return known;
  const tables = tableEntries(report);
  // Markdown marks the blocks of a table as headings; they are the table's own.
  const headings = subHeadings(report).filter(({ span: { start } }) => !tables.some(({ span }) => span.start <= start && start < span.end));
  const outline = nest([...titleEntry(report), ...report.sections.map((section) => partEntry(report, section)), ...headings, ...tables]);
  outlines.set(report, outline);
  return outline;
}

function titleEntry(report: Report): readonly Entry[] {
  const { title } = report;
  if (title === null) return [];
  const name = nameAt(report, title.span).replaceAll(/^[#*_>\s]+|[*_\s]+$/gu, '');
  return [{ kind: 'title', name, detail: '', level: TITLE_LEVEL, span: title.span, selection: title.span }];
}

function partEntry(report: Report, { heading, span }: Section): Entry {
  const line = lineStart(report.folded, heading.start, Math.max(0, heading.start - MAX_MARKS));
  const start = MARKS.test(report.folded.slice(line, heading.start)) ? line : heading.start;
  return { kind: 'part', name: nameAt(report, heading), detail: '', level: PART_LEVEL, span: { start, end: span.end }, selection: heading };
}
