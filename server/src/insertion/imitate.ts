// Writes a row in the position and layout of a neighbouring one.

import { printedLabel, type RowSpec } from '../forms/form.ts';
import { DELIMITERS, isDelimiter } from '../parse/tables/lines/delimiter.ts';
import type { Cell, Report, TableRow } from '../parse/model.ts';
import { hanOf } from '../text/han.ts';
import type { Span } from '../text/span.ts';
import { rowSpec } from '../findings/describe.ts';
import { lineSpan } from '../parse/line-spans.ts';
import { BLANK, STROKE, type Pieces } from './pieces.ts';

/** The whole lines of a row: one, or one a cell; null for markup and wrapped rows, of which the next line may be a part. */
export function blockOf(report: Report, row: TableRow): Span | null {
  const cells = cellsOf(report, row);
  const last = cells.at(-1);
  if (last === undefined) return null;
  const { start } = lineSpan(report, row.span.start);
  const { end } = lineSpan(report, last.span.end);
  const ownLine = (cell: Cell) => lineSpan(report, cell.span.start).start;
  const isStacked = new Set(cells.map(ownLine)).size === cells.length;
  const isLine = lineSpan(report, start).end === end;
  const isWrapped = !/^[\s|]*$/u.test(report.text.slice(end, row.span.end));
  return (isLine || isStacked) && !isWrapped && !report.text.slice(start, end).includes('<') ? { start, end } : null;
}

/** The model row with another label and its values taken out, or null where it is not written so plainly. */
export function imitate(report: Report, model: TableRow, row: RowSpec): Pieces | null {
  const block = blockOf(report, model);
  const cells = cellsOf(report, model);
  const first = cells[0];
  if (block === null || first === undefined) return null;
  const lead = report.text.slice(block.start, first.span.start);
  if (lineSpan(report, block.start).end < block.end) return stacked(report, { lead, cells, end: block.end, model }, row);
  const fields = lead.split(DELIMITERS);
  if (fields.length === 1) {
    // Figures of columns that the form does not have stand beside the cells: they have a place in the new row too.
    const besides = [report.text.slice(model.label.end, first.span.start), ...betweenCells(report, cells, block.end)];
    const strokes = besides.map((text) => text.split(/\s+/u).filter((word) => /^[0-9.,%√-]+$/u.test(word)).length);
    return [printedLabel(row), ...strokes.flatMap((count, index) => Array.from({ length: count + (index > 0 ? 1 : 0) }, () => [' ', STROKE] as const).flat())];
  }
  const labelled = fieldAt(fields, model.label.start - block.start, model.label.end - block.start);
  return [replaceLabel(fields, labelled, row), ...emptied(report, cells, { end: block.end, gap: BLANK })];
}

/**
 * The lines that open the row's group, as deep as the model row stands: none where groups stand in columns beside the
 * labels, since the label tells the row there.
 */
export function printedGroup(report: Report, model: TableRow, row: RowSpec): readonly Pieces[] {
  const [, label] = row.groups;
  if (label === undefined) return [];
  const { start, end } = lineSpan(report, model.span.start);
  const line = report.folded.slice(start, end);
  const besides = rowSpec(report.detectedForm.form, model.table, model.id)?.groups.some((group) => hanOf(line).includes(hanOf(group))) === true;
  return besides || /^[\t ]|\|/u.test(line) ? [] : [[label]];
}

interface Stacked {
  readonly lead: string;
  readonly cells: readonly Cell[];
  readonly end: number;
  readonly model: TableRow;
}

/** One cell a line: the label's line is written anew, the others keep what is drawn around the numbers. */
function stacked(report: Report, { lead, cells, end, model }: Stacked, row: RowSpec): Pieces | null {
  const printed = rowSpec(report.detectedForm.form, model.table, model.id);
  const lines = lead.split(/(\r\n|\n|\r)/u);
  const names = printed === undefined ? [] : [printed.label, printedLabel(printed)].map(hanOf);
  const labelAt = lines.findIndex((line) => names.includes(hanOf(line)));
  if (labelAt < 0) return null;
  const own = lines[labelAt] ?? '';
  const words = own.replace(/^[\s|]+|[\s|]+$/gu, '');
  const label = own.replace(words, () => printedLabel(row));
  return [[label, ...lines.slice(labelAt + 1)].join(''), ...emptied(report, cells, { end, gap: STROKE })];
}

/** The last field with words that touches the label: behind it may stand the number of a line. */
function fieldAt(fields: readonly string[], start: number, end: number): number | undefined {
  let at = 0;
  return fields
    .map((field, index) => {
      const own = { index, start: at, end: at + field.length, isWorded: !isDelimiter(field) && field.trim() !== '' };
      at = own.end;
      return own;
    })
    .findLast((own) => own.isWorded && own.start < end && own.end > start)?.index;
}

/** Keeps the separators before the first value; the field of the label gets the new one. */
function replaceLabel(fields: readonly string[], labelAt: number | undefined, row: RowSpec): string {
  return fields
    .map((field, index) => {
      if (isDelimiter(field)) return field;
      if (index === labelAt) return field.replace(field.trim(), () => printedLabel(row));
      return field.replaceAll(/\S/gu, '');
    })
    .join('');
}

function emptied(report: Report, cells: readonly Cell[], { end, gap }: { readonly end: number; readonly gap: typeof BLANK }): Pieces {
  // A figure between two cells is one of a column that the form does not have.
  return betweenCells(report, cells, end).flatMap((text) => [gap, text.replaceAll(/(?<![^\s|])[0-9.,%√+-]+(?![^\s|])/gu, '')]);
}

/** What stands behind each cell, up to the next or to the end of the row. */
function betweenCells(report: Report, cells: readonly Cell[], end: number): readonly string[] {
  return cells.map((cell, index) => report.text.slice(cell.span.end, cells[index + 1]?.span.start ?? end));
}

/** The cell that stands first in the row. */
export function firstCellOf(report: Report, row: TableRow): Cell | undefined {
  return cellsOf(report, row)[0];
}

function cellsOf(report: Report, row: TableRow): readonly Cell[] {
  const cells = [...report.cells.values()].filter((cell) => cell.table === row.table && cell.row === row.id);
  return cells.sort((one, other) => one.span.start - other.span.start);
}
