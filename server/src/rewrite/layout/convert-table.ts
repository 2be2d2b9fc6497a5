// Converts a table to another of the layouts that people paste, every word and number as it was written.

import { editsBetween, type Edit } from '../../text/edits.ts';
import { lineBreak } from '../../parse/line-spans.ts';
import { cellKey, type SectionId, type TableSpec } from '../../forms/form.ts';
import type { Report } from '../../parse/model.ts';
import { parseReport } from '../../parse/parse.ts';
import { lineOf } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import { sameCells } from '../../fixes/same-values.ts';
import { alignedLines, barredLines } from './lay-out.ts';
import { tableExtent, type TableExtent } from './table-extent.ts';
import { tableLines } from './table-lines.ts';
import { wholeTables, type WholeTable } from '../../parse/tables/whole-tables.ts';
import { hanOfName } from '../../text/han.ts';
import { SPANNING } from './words-of-header.ts';

const SHAPES = ['tabs', 'aligned', 'bars', 'lines'] as const;

/** `lines`: one cell a line, as Word and web pages give it. */
export type Shape = (typeof SHAPES)[number];

export interface Conversion {
  readonly section: SectionId;
  readonly shape: Shape;
  readonly edits: readonly Edit[];
}

/** The other layouts of the table at `span` that say the same; none where a cell was not read or a word is not the form's. */
export function conversionsAt(report: Report, span: Span): readonly Conversion[] {
  if (!report.recognised) return [];
  for (const table of wholeTables(report)) {
    const extent = tableExtent(report, table);
    if (extent === null || span.start < extent.span.start || extent.span.end < span.end) continue;
    const present = shapeOf(report, table);
    return SHAPES.flatMap((shape) => (shape === present ? [] : (conversion(report, { table, extent }, shape) ?? [])));
  }
  return [];
}

/** The layout a table has now; null where it is none of these, or could be aligned better. */
function shapeOf(report: Report, table: WholeTable): Shape | null {
  const lines = tableLines(report, table);
  if (lines === null) return new Set(table.cells.map(({ span }) => lineOf(report.lines, span.start))).size === table.cells.length ? 'lines' : null;
  if (lines.barred) return 'bars';
  return lines.lines.every(({ kind, separator }) => kind !== 'row' || separator === 'tabs') ? 'tabs' : null;
}

interface Found {
  readonly table: WholeTable;
  readonly extent: TableExtent;
}

function conversion(report: Report, found: Found, shape: Shape): Conversion | null {
  const {
    table: { section },
    extent,
  } = found;
  const before = report.text.slice(0, extent.span.start);
  const after = report.text.slice(extent.span.end);
  const written = before + write(report, found, shape) + after;
  const text = shape === 'tabs' || shape === 'lines' ? written : evened(written, section);
  if (text === null || text === report.text || !sameCells(report, parseReport(text))) return null;
  return { section, shape, edits: editsBetween(report.text, text) };
}

function write(report: Report, { table, extent }: Found, shape: Shape): string {
  const grid = gridOf({ report, table, extent }, { groups: shape === 'bars' ? 'columns' : 'lines' });
  return linesOf(grid, shape).join(lineBreak(report));
}

function linesOf(grid: ReturnType<typeof gridOf>, shape: Shape): readonly string[] {
  switch (shape) {
    case 'tabs':
    case 'aligned':
      return grid.map((fields) => fields.join('\t').trimEnd());
    case 'lines':
      return grid.flat().filter((field) => field !== '');
    case 'bars':
      return barred(grid);
    default:
      return shape satisfies never;
  }
}

/** Markdown: every row as wide as the widest, a separator below the first. */
function barred(grid: ReturnType<typeof gridOf>): readonly string[] {
  const width = Math.max(...grid.map((fields) => fields.length));
  const row = (fields: readonly string[]) => `| ${Array.from({ length: width }, (_, index) => fields[index] ?? '').join(' | ')} |`;
  const [head = [], ...body] = grid;
  return [row(head), `|${' --- |'.repeat(width)}`, ...body.map(row)];
}

/** The text with the columns of the table made even, or null where its lines cannot be told. */
function evened(text: string, section: SectionId): string | null {
  const report = parseReport(text);
  const table = wholeTables(report).find((each) => each.section === section);
  const lines = table === undefined ? null : tableLines(report, table);
  if (lines === null) return null;
  let result = '';
  let end = 0;
  const laid = lines.barred ? barredLines(lines) : alignedLines(lines);
  for (const { from, line } of lines.lines) {
    result += text.slice(end, report.lines.starts[from]) + (laid.get(line) ?? '').replaceAll('\n', lineBreak(report));
    end = report.lines.ends[line] ?? end;
  }
  return result + text.slice(end);
}

/** The fields of each line; lines differ in length. */
type Grid = readonly (readonly string[])[];

/** `groups`: where （三）不予公开 and its like stand, on lines of their own or, as printed, in columns to the left. */
interface GridOptions {
  readonly groups: 'lines' | 'columns';
}

/** What the table is written from. A header that was not there is not made up. */
interface Written {
  readonly report: Report;
  readonly table: WholeTable;
  readonly extent: TableExtent;
}

interface Source {
  readonly label: (spec: TableSpec, row: string) => string;
  readonly values: (spec: TableSpec, row: string) => readonly string[];
  /** The next of the words that go by one of these names, or nothing. */
  readonly take: (names: readonly string[]) => string;
}

function gridOf(written: Written, options: GridOptions): Grid {
  const source = sourceOf(written);
  const lines = written.table.specs.flatMap((spec) => {
    if (spec.id === 'applications') return applicationLines(spec, source, options);
    return spec.id === 'disputes' ? disputeLines(spec, source) : blockLines(spec, source);
  });
  return lines.filter((fields) => fields.some((field) => field !== ''));
}

function sourceOf({ report, table, extent }: Written): Source {
  const labels = new Map(table.rows.map((row, index) => [`${row.table}/${row.id}`, extent.labels[index] ?? '']));
  const left = new Map([...extent.words].map(([word, texts]) => [word, [...texts]]));
  return {
    label: (spec, row) => labels.get(`${spec.id}/${row}`) ?? '',
    values: (spec, row) => spec.columns.map((column) => report.cells.get(cellKey(spec.id, row, column.id))?.text ?? ''),
    take: (names) => {
      for (const name of names) {
        const text = left.get(hanOfName(name))?.shift();
        if (text !== undefined) return text;
      }
      return '';
    },
  };
}

function blockLines(spec: TableSpec, source: Source): Grid {
  return [
    [source.take([spec.heading ?? ''])],
    [source.take([spec.corner]), ...columnsOf(spec, source)],
    ...spec.rows.map((row) => [source.label(spec, row.id), ...source.values(spec, row.id)]),
  ];
}

function applicationLines(spec: TableSpec, source: Source, { groups }: GridOptions): Grid {
  const depth = groups === 'columns' ? Math.max(...spec.rows.map((row) => row.groups.length)) : 0;
  const beside = (fields: readonly string[]) => [...fields, ...blanks(depth + 1 - fields.length)];
  const lines: (readonly string[])[] = [...applicationHeaders(spec, source, beside)];
  let open: readonly string[] = [];
  for (const row of spec.rows) {
    const opened = row.groups.map((group, level) => (open[level] === group ? '' : source.take([group])));
    const label = source.label(spec, row.id);
    if (depth > 0) lines.push([...beside([...opened, label]), ...source.values(spec, row.id)]);
    else lines.push(...opened.map((group) => [group]), [label, ...source.values(spec, row.id)]);
    open = row.groups;
  }
  return lines;
}

/** Over three lines where the words that span columns were there, else in one. */
function applicationHeaders(spec: TableSpec, source: Source, beside: (fields: readonly string[]) => readonly string[]): Grid {
  const corner = source.take([spec.corner]);
  const [all = '', organisations = ''] = (SPANNING.applications ?? []).map((word) => source.take([word]));
  const columns = columnsOf(spec, source);
  if (all === '' && organisations === '') return [[...beside([corner]), ...columns]];
  const inner = columns.slice(1, -1);
  return [
    [...beside([corner]), all, ...blanks(columns.length - 1)],
    [...beside(['']), columns[0] ?? '', organisations, ...blanks(inner.length - 1), columns.at(-1) ?? ''],
    [...beside(['']), '', ...inner, ''],
  ];
}

/** Three blocks side by side over one row of values. */
function disputeLines(spec: TableSpec, source: Source): Grid {
  const [review, ...litigation] = spec.rows;
  const gap = blanks(spec.columns.length - 1);
  const names = (row: TableSpec['rows'][number] | undefined) => (row === undefined ? [] : [row.label, ...row.aliases]);
  const group = litigation[0]?.groups ?? [];
  return [
    [source.take(names(review)), ...gap, source.take(group), ...gap, '', ...gap],
    [...columnsOf(spec, source), ...litigation.flatMap((row) => [source.take(names(row)), ...gap])],
    ['', ...gap, ...litigation.flatMap(() => columnsOf(spec, source))],
    spec.rows.flatMap((row) => source.values(spec, row.id)),
  ];
}

function columnsOf(spec: TableSpec, source: Source): readonly string[] {
  return spec.columns.map((column) => source.take([column.label, ...column.aliases]));
}

function blanks(count: number): readonly string[] {
  return Array.from({ length: Math.max(0, count) }, () => '');
}
