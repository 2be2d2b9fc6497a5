// How does a table look in another of the layouts that people paste? Every word and number as it was written.

import type { Edit } from '../../text/edits.ts';
import { lineBreak } from '../../parse/line-spans.ts';
import type { SectionId } from '../../forms/form.ts';
import type { Report } from '../../parse/model.ts';
import { parseReport } from '../../parse/parse.ts';
import { lineOf } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import { editsBetween } from '../../text/edits.ts';
import { sameCells } from '../../fixes/same-values.ts';
import { alignedLines, barredLines } from './lay-out.ts';
import { tableExtent, type TableExtent } from './table-extent.ts';
import { gridOf } from './table-grid.ts';
import { tableLines } from './table-lines.ts';
import { wholeTables, type WholeTable } from '../../parse/tables/whole-tables.ts';

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
  const { table: { section }, extent } = found;
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
  for (const [line, after] of lines.barred ? barredLines(lines) : alignedLines(lines)) {
    result += text.slice(end, report.lines.starts[line]) + after;
    end = report.lines.ends[line] ?? end;
  }
  return result + text.slice(end);
}
