// Blank cells of a table with one cell a line: an empty line stands for one, by the count of lines between two labels; the rows
// that are read so.

import type { Span } from '../../../text/span.ts';
import { blankPlace } from '../lines/blank-place.ts';
import { isCellItem, type Item } from '../lines/items.ts';
import type { FormRow } from '../rows/form-rows.ts';
import { rowOf, type FoundRow, type RowsRequest } from '../rows/found-rows.ts';
import type { ValueGroup } from '../rows/groups.ts';
import type { LabelPlace } from '../rows/label-stream.ts';
import { isBlankBetween, type Surface } from '../../document/surface.ts';

export interface Stack {
  readonly surface: Surface;
  readonly region: Span;
  readonly items: readonly Item[];
}

export interface Stacked {
  readonly cells: readonly Item[];
  /** Lines from one cell to the next. */
  readonly stride: number;
}

/**
 * The cells behind the label that ends with item `last`, `width` of them, or null where the lines do not come out even.
 * Behind the last label of a region any number of empty lines may follow.
 */
export function stackedCells({ surface, region, items }: Stack, last: number, width: number): Stacked | null {
  const label = items[last];
  if (label === undefined) return null;
  const values: Item[] = [];
  let at = last + 1;
  for (let item = items[at]; item !== undefined && isCellItem(item); item = items[++at]) values.push(item);
  const next = items[at]?.line ?? null;
  const apart = values.every(({ line, field }, index) => field < 0 && line !== (values[index - 1] ?? label).line);
  if (!apart || values.length > width || next === label.line) return null;
  for (const stride of [1, 2]) {
    const end = label.line + stride * (width + 1);
    if (next !== null && next !== end) continue;
    const cells = Array.from({ length: width }, (_, index) => cellOn(surface, region, label.line + stride * (index + 1), values));
    const read = cells.flatMap((cell) => (cell === null ? [] : [cell]));
    if (read.length === width && values.every((value) => read.includes(value))) return { cells: read, stride };
  }
  return null;
}

/** The value on a line, or the blank that an empty one stands for; null where something else stands there. */
function cellOn(surface: Surface, region: Span, line: number, values: readonly Item[]): Item | null {
  const { text, lines } = surface;
  const value = values.find((item) => item.line === line);
  const span = lines[line];
  if (value !== undefined || span === undefined) return value ?? null;
  if (span.start > region.end || !isBlankBetween(text, span.start, span.end)) return null;
  const start = span.start === span.end ? span.start : blankPlace(surface, span);
  return { kind: 'blank', start, end: start, line, field: -1, fields: 0, runTogether: false };
}

export interface OpenRow {
  readonly formRow: FormRow;
  readonly label: LabelPlace;
  readonly group?: ValueGroup;
}

interface Rows {
  readonly placed: readonly FoundRow[];
  readonly open: readonly OpenRow[];
}

/** Rows of which some cells left an empty line: read where rows of several cells stand so, and most that have figures enough add up. */
export function stackRows(request: RowsRequest, items: readonly Item[], { placed, open }: Rows): readonly FoundRow[] {
  const { surface, region, addsUp } = request;
  if (open.length === 0) return [];
  const behind = (last: number, width: number) => stackedCells({ surface, region, items }, last, width);
  const rows = open.flatMap(({ formRow, label, group }) => {
    const stacked = behind(label.lastItem, formRow.columns.length);
    if (stacked === null) return [];
    const { cells, stride } = stacked;
    return [{ cells, stride, row: rowOf(request, { formRow, label, group: group ?? { items: cells, kind: 'run', first: label.lastItem + 1 } }, cells) }];
  });
  const figures = (cells: readonly Item[]) => cells.filter(({ kind }) => kind === 'value').length;
  const telling = rows.filter(({ cells }) => cells.length > 1 && (addsUp === undefined || figures(cells) > 1));
  // Where nothing adds up, two rows that come out even speak for each other.
  const twice = ({ stride }: { readonly stride: number }) =>
    telling.filter((row) => row.stride === stride).length > 1 && telling.some(({ cells }) => figures(cells) > 0);
  const agreeing = telling.filter((row) => (addsUp === undefined ? twice(row) : addsUp(row.cells, row.row.formRow.columns)));
  if (addsUp !== undefined && agreeing.length * 2 < telling.length) return [];
  // A single cell tells nothing: an empty line stands between any two paragraphs.
  const whole = placed.flatMap(({ group, formRow }) => (formRow.columns.length > 1 ? (behind(group.first - 1, formRow.columns.length) ?? []) : []));
  const strides = new Set([...agreeing, ...whole].map(({ stride }) => stride));
  return rows.filter(({ stride }) => strides.has(stride)).map(({ row }) => row);
}
