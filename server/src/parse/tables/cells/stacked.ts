// Blank cells of a table with one cell a line: an empty line stands for one, by the count of lines between two labels.

import type { Span } from '../../../text/span.ts';
import { blankPlace } from '../lines/blank-place.ts';
import { isCellItem, type Item } from '../lines/items.ts';
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
