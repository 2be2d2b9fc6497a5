// How does a missing row, table or part look in this report's own layout? Values are left to the clerk.

import type { RowSpec, SectionSpec, TableSpec } from '../forms/form.ts';
import { tableOf } from '../forms/index.ts';
import type { Cell, Report, Table, TableRow } from '../report/model.ts';
import { lineOf } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { printedLabel } from './describe.ts';
import type { Edit } from './finding.ts';
import { headingOf } from './wording.ts';

/** The line break the report itself uses. */
export function lineBreak(report: Report): string {
  return /\r\n|\n|\r/u.exec(report.text)?.[0] ?? '\n';
}

/** The full line around a span, without its break. */
export function lineSpan(report: Report, offset: number): Span {
  const line = lineOf(report.lines, offset);
  return { start: report.lines.starts[line] ?? 0, end: report.lines.ends[line] ?? report.text.length };
}

/** The first line of a span without surrounding blanks: a squiggle under a whole table helps nobody. */
export function firstLine(report: Report, span: Span): Span {
  const words = report.text.slice(span.start, span.end);
  const start = span.start + (words.length - words.trimStart().length);
  const end = Math.min(lineSpan(report, start).end, span.end);
  return { start: Math.min(start, span.end), end: Math.max(Math.min(start, span.end), end) };
}

/** Where the report ends: at the end of the text, or where a second report begins. */
export function reportEnd(report: Report): number {
  return report.secondReport?.start ?? report.text.length;
}

/** The last line with anything on it: where a draft is being continued. */
export function lastLine(report: Report): Span {
  const end = report.text.slice(0, reportEnd(report)).trimEnd().length;
  const line = lineSpan(report, end);
  return { start: Math.min(line.start, end), end };
}

/**
 * Inserts missing rows beside their neighbours, or null where the layout makes that guesswork: HTML, one cell
 * a line, wrapped rows, a whole group missing. Tabs and pipes keep empty cells; between spaces only 0 shows a cell.
 */
export function insertRows(report: Report, table: Table, missing: readonly RowSpec[]): Edit | null {
  const spec = tableOf(report.form.form, table.id);
  const [first] = missing;
  const last = missing.at(-1);
  if (spec === undefined || first === undefined || last === undefined) return null;
  if (missing.some((row) => group(row) !== group(first))) return null;
  const before = spec.rows[spec.rows.indexOf(first) - 1];
  const after = spec.rows[spec.rows.indexOf(last) + 1];
  const rowOf = (row: RowSpec | undefined) => table.rows.find((candidate) => candidate.id === row?.id);
  const afterRow = rowOf(after);
  const beforeRow = rowOf(before);
  if (after !== undefined && afterRow !== undefined && group(after) === group(first)) {
    return besides(report, { table, neighbour: afterRow, missing, side: 'before' });
  }
  if (before !== undefined && beforeRow !== undefined && (group(before) === group(first) || first.groups.length === 0)) {
    return besides(report, { table, neighbour: beforeRow, missing, side: 'after' });
  }
  return null;
}

function group(row: RowSpec): string {
  return row.groups.join('/');
}

interface Insertion {
  readonly table: Table;
  readonly neighbour: TableRow;
  readonly missing: readonly RowSpec[];
  readonly side: 'before' | 'after';
}

function besides(report: Report, { table, neighbour, missing, side }: Insertion): Edit | null {
  const lines = missing.map((row) => imitate(report, modelOf(report, table, row) ?? neighbour, row));
  const { start, end } = lineSpan(report, neighbour.span.start);
  // Behind a wrapped row the next line may still be part of it.
  if (lines.some((line) => line === null) || neighbour.span.end > end) return null;
  const newline = lineBreak(report);
  return side === 'before'
    ? { span: { start, end: start }, newText: lines.map((line) => line + newline).join('') }
    : { span: { start: end, end }, newText: lines.map((line) => newline + line).join('') };
}

/** A row that stands as deep under its groups has its label in the same column. */
function modelOf(report: Report, table: Table, row: RowSpec): TableRow | undefined {
  const rows = tableOf(report.form.form, table.id)?.rows ?? [];
  const depthOf = (id: string) => rows.find((spec) => spec.id === id)?.groups.length;
  return table.rows.find((candidate) => depthOf(candidate.id) === row.groups.length);
}

/** The model row's line with another label and its values taken out, or null where it is not one plain line. */
function imitate(report: Report, model: TableRow, row: RowSpec): string | null {
  const line = lineSpan(report, model.span.start);
  const cells = cellsOf(report, model);
  const first = cells[0];
  if (first === undefined || cells.some((cell) => cell.span.end > line.end)) return null;
  const lead = report.text.slice(line.start, first.span.start);
  if (lead.includes('<')) return null;
  const fields = lead.split(/([\t|])/u);
  if (fields.length === 1) return `${printedLabel(row)}${' 0'.repeat(cells.length)}`;
  return replaceLabel(fields, row) + emptied(report, cells, line.end);
}

/** Keeps the separators before the first value; the last field with words becomes the label. */
function replaceLabel(fields: readonly string[], row: RowSpec): string {
  const isSeparator = (field: string) => field === '\t' || field === '|';
  const worded = fields.flatMap((field, index) => (!isSeparator(field) && field.trim() !== '' ? [index] : []));
  const labelAt = worded.at(-1);
  return fields
    .map((field, index) => {
      if (isSeparator(field)) return field;
      if (index === labelAt) return field.replace(field.trim(), printedLabel(row));
      return field.replaceAll(/\S/gu, '');
    })
    .join('');
}

function emptied(report: Report, cells: readonly Cell[], end: number): string {
  let text = '';
  let at = cells[0]?.span.start ?? end;
  for (const cell of cells) {
    text += report.text.slice(at, cell.span.start);
    at = cell.span.end;
  }
  return text + report.text.slice(at, end);
}

function cellsOf(report: Report, row: TableRow): readonly Cell[] {
  const cells = [...report.cells.values()].filter((cell) => cell.table === row.table && cell.row === row.id);
  return cells.sort((one, other) => one.span.start - other.span.start);
}

/** Heading, tables and room for text of a part, for insertion; tabs between cells, as Word and WPS paste them. */
export function partLines(report: Report, section: SectionSpec): readonly string[] {
  const tables = report.form.form.tables.filter((table) => table.section === section.id);
  return [headingOf(section), '', ...tables.flatMap(tableLines), ''];
}

/** Labels and empty cells of a table, separated by tabs. */
export function tableLines(table: TableSpec): readonly string[] {
  if (table.id === 'disputes') return disputeLines(table);
  const width = table.columns.length;
  const header = [table.corner, ...table.columns.map((column) => column.label)].join('\t');
  const lines = table.heading === null ? [header] : [table.heading, header];
  let above: readonly string[] = [];
  for (const row of table.rows) {
    lines.push(...row.groups.filter((name) => !above.includes(name)));
    lines.push(printedLabel(row) + '\t'.repeat(width));
    above = row.groups;
  }
  return lines;
}

/** Table four is three blocks side by side over one row of values. */
function disputeLines(table: TableSpec): readonly string[] {
  const width = table.columns.length;
  const blocks = table.rows.map((row) => row.label).join('\t'.repeat(width));
  const results = table.rows.flatMap(() => table.columns.map((column) => column.label)).join('\t');
  return [blocks + '\t'.repeat(width - 1), results, '\t'.repeat(width * table.rows.length - 1)];
}
