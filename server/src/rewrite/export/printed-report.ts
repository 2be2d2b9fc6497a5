// A report as its form prints it: title, parts, prose and tables in order, ready for Word, HTML or Markdown, with what it lacks.

import type { PrintedBlock, PrintedDocument, PrintedParagraph, PrintedCell, PrintedTable } from '../../documents/printed.ts';
import { reportEnd, type Report, type Section, type Table } from '../../parse/model.ts';
import { proseSpans } from '../../parse/prose/words/prose-spans.ts';
import type { Span } from '../../text/span.ts';
import { type PartLayout, layoutOf, type TableLayout } from './form-layout.ts';
import { lineText, plainLines, proseParagraphs, withoutHeaders, withSignature } from './printed-prose.ts';
import type { CellKey } from '../../forms/form.ts';
import { fold } from '../../text/fold.ts';

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
  if (report.secondReport !== null) notes.push('文中还有第二份年报，没有写出：请分成两个文件，再各自写出');
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
  if (present.length === 0) {
    notes.push(`“${layout.heading}”没有读到表格，已按原文逐行写出`);
    return null;
  }
  const ids = new Set(present.map(({ id }) => id));
  const keys = layout.tables.filter(({ id }) => ids.has(id)).flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ key }) => key)));
  const missing = keys.filter((key) => !report.cells.has(key)).length;
  if (missing > 0) notes.push(`“${layout.heading}”的表格有${missing}格没有读出，已留空`);
  return printedTable(report, layout);
}

/** Widths beside each other: a column of numbers is 1. */
const LABEL_WIDTH = 5.4;
const GROUP_WIDTHS = [1.1, 1.9];
const BLOCK_LABEL_WIDTH = 2;

/** The one table of a part, its blocks one below the other; null where the part has none. */
function printedTable(report: Report, part: PartLayout): PrintedTable | null {
  const [first] = part.tables;
  if (first === undefined) return null;
  return first.heading === null ? upright(report, first) : blocks(report, part.tables);
}

function partLayouts(report: Report): readonly PartLayout[] {
  return layoutOf(report.detectedForm.form).parts;
}

function upright(report: Report, { corner, headers, rows }: TableLayout): PrintedTable {
  const depth = rows[0]?.labels.length ?? 0;
  const levels = headers[0]?.length ?? 0;
  const headerRows = mergeCells(
    Array.from({ length: levels }, (_, level) => headers.map((path) => path[level] ?? '')),
    'header',
  );
  const cornerCells: readonly PrintedCell[] = depth === 0 ? [] : [{ text: corner, role: 'header', columns: depth, rows: levels }];
  const labels = mergeCells(
    rows.map((row) => row.labels),
    'label',
  );
  return {
    kind: 'table',
    grid: [...labelWidths(depth), ...headers.map(() => 1)],
    headerRows: levels,
    rows: [
      ...headerRows.map((cells, index) => (index === 0 ? [...cornerCells, ...cells] : cells)),
      ...rows.map((row, index) => [...(labels[index] ?? []), ...row.cells.map(({ key }) => numberCell(report, key, 1))]),
    ],
  };
}

/** From the outside in; the label itself is the widest. */
function labelWidths(depth: number): readonly number[] {
  return Array.from({ length: depth }, (_, level) => (level === depth - 1 ? LABEL_WIDTH : (GROUP_WIDTHS[level] ?? 1)));
}

/** Table two: what a block has fewer columns than the widest, its last one covers. */
function blocks(report: Report, tables: readonly TableLayout[]): PrintedTable {
  const width = Math.max(...tables.map(({ headers }) => headers.length));
  const rows = tables.flatMap(({ heading, corner, headers, rows: own }) => {
    const span = (index: number) => (index === headers.length - 1 ? width - headers.length + 1 : 1);
    const names = headers.map((path, index) => headerCell(path.at(-1) ?? '', span(index)));
    return [
      [headerCell(heading ?? '', width + 1)],
      [headerCell(corner, 1), ...names],
      ...own.map(({ labels, cells }) => [
        { text: labels.at(-1) ?? '', role: 'label' as const, columns: 1, rows: 1 },
        ...cells.map(({ key }, index) => numberCell(report, key, span(index))),
      ]),
    ];
  });
  return { kind: 'table', grid: [BLOCK_LABEL_WIDTH, ...Array.from({ length: width }, () => 1)], headerRows: 0, rows };
}

function headerCell(text: string, columns: number): PrintedCell {
  return { text, role: 'header', columns, rows: 1 };
}

/** As it is written, full-width digits folded; empty where it is blank or was not read. */
function numberCell(report: Report, key: CellKey, columns: number): PrintedCell {
  return { text: fold(report.cells.get(key)?.text ?? '').trim(), role: 'number', columns, rows: 1 };
}

/** A cell of the grid; `begins` tells the one at the left above from those that it covers. */
interface Covered extends PrintedCell {
  readonly begins: { readonly row: number; readonly column: number };
}

/** For each row the cells that begin in it, with the column in which each begins. `rows` are of one length. */
function mergeCells(rows: readonly (readonly string[])[], role: PrintedCell['role']): readonly (readonly PrintedCell[])[] {
  const grid: (Covered | undefined)[][] = rows.map((row) => row.map(() => undefined));
  rows.forEach((row, at) => {
    row.forEach((text, column) => {
      if (grid[at]?.[column] !== undefined) return;
      const columns = runOf(row.length - column, (offset) => row[column + offset] === text && grid[at]?.[column + offset] === undefined);
      const alike = (below: number) => runOf(columns, (offset) => rows[at + below]?.[column + offset] === text) === columns;
      const height = runOf(rows.length - at, alike);
      const cell = { text, role, columns, rows: height, begins: { row: at, column } };
      for (let below = 0; below < height; below++) grid[at + below]?.fill(cell, column, column + columns);
    });
  });
  return grid.map((row, at) => row.filter((cell, column): cell is Covered => cell?.begins.row === at && cell.begins.column === column));
}

/** How many of `most` places, from the first on, are so. */
function runOf(most: number, isSo: (offset: number) => boolean): number {
  for (let offset = 0; offset < most; offset++) if (!isSo(offset)) return offset;
  return most;
}
