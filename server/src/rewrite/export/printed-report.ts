// A report as its form prints it: title, parts, prose and tables in order, ready for Word, HTML or Markdown, with what it lacks.

import type { PrintedBlock, PrintedDocument, PrintedParagraph } from '../../documents/printed.ts';
import { reportEnd, type Report, type Section, type Table } from '../../parse/model.ts';
import { proseSpans } from '../../parse/prose/words/prose-spans.ts';
import type { Span } from '../../text/span.ts';
import type { PartLayout } from './form-layout.ts';
import { partLayouts, printedTable } from './printed-tables.ts';
import { lineText, plainLines, proseParagraphs, withoutHeaders, withSignature } from './printed-prose.ts';

/** So many characters of its size stand on a line. */
const MAX_TITLE_LINE = 20;

export interface PrintedReport extends PrintedDocument {
  /** What was not written as a table, or not wholly, in Chinese; empty where all of it was read. */
  readonly notes: readonly string[];
}

/** `report` must be recognised. Numbers that were not read are not written; where a whole table was not, its lines are written as they stand. */
export function printedReport(report: Report): PrintedReport {
  const notes: string[] = [];
  const spans = proseSpans({ folded: report.folded, sections: report.sections, tables: report.tables, end: reportEnd(report) });
  const title = report.title?.text ?? '';
  const blocks: PrintedBlock[] = title === '' ? [] : [paragraph('title', inTwoLines(title))];
  blocks.push(...opening(report, spans));
  for (const part of printedParts(report)) blocks.push(...partBlocks(report, part, { spans, notes }));
  return { title, blocks, notes };
}

/** A long title breaks before its year, as organs print it. */
function inTwoLines(title: string): string {
  return title.length <= MAX_TITLE_LINE ? title : title.replace(/(?<=.)\s*(?=[0-9]{4}年)/u, '\n');
}

function paragraph(role: PrintedParagraph['role'], text: string): PrintedParagraph {
  return { kind: 'paragraph', role, text };
}

function opening(report: Report, spans: readonly Span[]): readonly PrintedParagraph[] {
  const [first] = spans;
  const { title, sections } = report;
  if (first === undefined || first.start > 0 || first.end > (sections[0]?.heading.start ?? Infinity)) return [];
  if (title === null || title.span.start < first.start || title.span.end > first.end) return proseParagraphs(report, first);
  return [...proseParagraphs(report, { start: first.start, end: title.span.start }), ...proseParagraphs(report, { start: title.span.end, end: first.end })];
}

/** A part to be printed, with the tables that are its own. */
interface PrintedPart {
  /** Null: the text has the table and not the heading. */
  readonly section: Section | null;
  readonly layout: PartLayout | undefined;
  readonly tables: readonly Table[];
  readonly isLast: boolean;
}

/** As the text has them; a table whose heading it lacks follows the part before it in the form. */
function printedParts(report: Report): readonly PrintedPart[] {
  const layouts = partLayouts(report);
  const taken = new Set<Table>();
  const parts = report.sections.map((section, index): PrintedPart => {
    const layout = layouts.find(({ id }) => id === section.id);
    const isFirst = report.sections.findIndex(({ id }) => id === section.id) === index;
    const tables = tablesOf(report, layout).filter(
      ({ span }) => isFirst || (span !== null && section.span.start <= span.start && span.end <= section.span.end),
    );
    const own = tables.filter((table) => !taken.has(table));
    for (const table of own) taken.add(table);
    return { section, layout, tables: own, isLast: index === report.sections.length - 1 };
  });
  for (const layout of layouts.toReversed()) {
    const tables = tablesOf(report, layout).filter((table) => table.span !== null && !taken.has(table));
    if (tables.length === 0) continue;
    const order = layouts.indexOf(layout);
    const at = parts.findLastIndex(({ layout: other }) => other !== undefined && layouts.indexOf(other) < order) + 1;
    parts.splice(at, 0, { section: null, layout, tables, isLast: false });
  }
  return parts;
}

function tablesOf({ tables }: Report, layout: PartLayout | undefined): readonly Table[] {
  return tables.filter(({ id }) => layout?.tables.some((each) => each.id === id) === true);
}

interface Surroundings {
  readonly spans: readonly Span[];
  readonly notes: string[];
}

function partBlocks(report: Report, { section, layout, tables, isLast }: PrintedPart, { spans, notes }: Surroundings): readonly PrintedBlock[] {
  const name = layout?.heading ?? '';
  const body = section === null ? { start: 0, end: 0 } : { start: section.heading.end, end: section.span.end };
  const own = spans.filter((span) => span.start >= body.start && span.end <= body.end);
  const table = layout === undefined ? null : readTable(report, layout, tables, notes);
  const heading = paragraph('heading', section === null ? name : lineText(report, section.heading));
  if (section === null) notes.push(`没有“${name}”这个标题，已补上，并写出它的表格`);
  if (table === null) {
    const isTabular = (layout?.tables.length ?? 0) > 0;
    const paragraphs = isTabular ? plainLines(report, body) : own.flatMap((span) => proseParagraphs(report, span));
    return [heading, ...(isLast ? withSignature(paragraphs) : paragraphs)];
  }
  const tableStart = Math.min(...tables.flatMap(({ span }) => (span === null ? [] : [span.start])));
  const words = (span: Span) => proseParagraphs(report, span);
  const after = own.filter(({ start }) => start >= tableStart).flatMap(words);
  return [
    // The table with a row for each result fills a page.
    layout?.tables.some(({ id }) => id === 'applications') === true ? { ...heading, startsPage: true } : heading,
    ...(section === null ? [] : withoutHeaders(report, section.id, own.filter(({ start }) => start < tableStart).flatMap(words))),
    table,
    ...(isLast ? withSignature(after) : after),
  ];
}

/** Null where the part has none, or where nobody knows which of its lines are the table. */
function readTable(report: Report, layout: PartLayout, tables: readonly Table[], notes: string[]): PrintedBlock | null {
  if (layout.tables.length === 0) return null;
  if (tables.some(({ state }) => state === 'unreadable')) {
    notes.push(`“${layout.heading}”的表格没有读出，已按原文逐行写出`);
    return null;
  }
  const present = tables.filter(({ span }) => span !== null);
  if (present.length === 0) return null;
  const ids = new Set(present.map(({ id }) => id));
  const keys = layout.tables.filter(({ id }) => ids.has(id)).flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ key }) => key)));
  const missing = keys.filter((key) => !report.cells.has(key)).length;
  if (missing > 0) notes.push(`“${layout.heading}”的表格有${missing}格没有读出，已留空`);
  return printedTable(report, layout);
}
