// Columns of values that only blanks keep apart where some cells are empty: from complete rows nearby, and accepted only where
// the row then adds up.

import { displayWidth } from '../../../text/width.ts';
import type { Item } from '../lines/items.ts';

export interface AlignedRow {
  readonly items: readonly Item[];
}

/** Column of an offset in its line, by characters or by display width: extractors count one way or the other. */
type Measure = (offset: number) => number;

interface Extent {
  readonly start: number;
  readonly end: number;
}

/** Complete rows looked at on either side; columns move from page to page. */
const MAX_NEIGHBOURS = 4;
/** So far may an edge lie from the edge of its column, and so much nearer must it be than to any other. */
const MAX_DISTANCE = 2;
const MIN_LEAD = 2;

/**
 * The row's cells with blanks where nothing stands, or null where the columns leave a doubt.
 * `complete` are rows of `width` values, one a line.
 */
export function alignRow(text: string, row: AlignedRow, complete: readonly AlignedRow[], width: number): readonly Item[] | null {
  const line = row.items[0]?.line ?? 0;
  const near = [...complete].sort((a, b) => Math.abs((a.items[0]?.line ?? 0) - line) - Math.abs((b.items[0]?.line ?? 0) - line)).slice(0, MAX_NEIGHBOURS);
  for (const measureOf of [byCharacters, byWidth]) {
    const columns = columnsOf(
      near.map(({ items }) => extents(items, measureOf(text, items))),
      width,
    );
    const places = columns === null ? null : fit(extents(row.items, measureOf(text, row.items)), columns);
    const cells = places === null ? null : fill(text, row.items, places, width);
    if (cells !== null) return cells;
  }
  return null;
}

function lineStart(text: string, items: readonly Item[]): number {
  return text.lastIndexOf('\n', (items[0]?.start ?? 0) - 1) + 1;
}

function byCharacters(text: string, items: readonly Item[]): Measure {
  const start = lineStart(text, items);
  return (offset) => offset - start;
}

function byWidth(text: string, items: readonly Item[]): Measure {
  const start = lineStart(text, items);
  return (offset) => displayWidth(text.slice(start, offset));
}

function extents(items: readonly Item[], measure: Measure): readonly Extent[] {
  return items.map((item) => ({ start: measure(item.start), end: measure(item.end) }));
}

/** Each column with the edges of all its values; null where the rows do not line up. */
function columnsOf(rows: readonly (readonly Extent[])[], width: number): readonly (readonly Extent[])[] | null {
  if (rows.length === 0) return null;
  const columns = Array.from({ length: width }, (_, column) => rows.flatMap((row) => row[column] ?? []));
  const apart = columns.every((column, index) => {
    const next = columns[index + 1];
    return next === undefined || Math.max(...column.map(({ end }) => end)) <= Math.min(...next.map(({ start }) => start));
  });
  return apart ? columns : null;
}

/** The column of each value: nearest by either edge, clearly nearer than the second, and in order. */
function fit(values: readonly Extent[], columns: readonly (readonly Extent[])[]): readonly number[] | null {
  const places: number[] = [];
  for (const value of values) {
    const distances = columns.map((column) => Math.min(...column.map(({ start, end }) => Math.min(Math.abs(start - value.start), Math.abs(end - value.end)))));
    const best = distances.indexOf(Math.min(...distances));
    const second = Math.min(...distances.filter((_, index) => index !== best));
    const distance = distances[best] ?? Number.POSITIVE_INFINITY;
    if (distance > MAX_DISTANCE || second - distance < MIN_LEAD || best <= (places.at(-1) ?? -1)) return null;
    places.push(best);
  }
  return places;
}

/** Blanks go where there is room for a number between two blanks; without such room the row stays unread. */
function fill(text: string, items: readonly Item[], places: readonly number[], width: number): readonly Item[] | null {
  const cells: Item[] = [];
  let previous = (items[0]?.start ?? 0) - 1;
  while (previous > 0 && /[ \t]/u.test(text.charAt(previous - 1))) previous--;
  for (let column = 0; column < width; column++) {
    const item = items[places.indexOf(column)];
    if (item !== undefined) {
      cells.push(item);
      previous = item.end;
      continue;
    }
    const [first] = items;
    const at = previous + 2;
    if (first === undefined || !/^ {4}/u.test(text.slice(previous, previous + 4))) return null;
    cells.push({ ...first, kind: 'blank', start: at, end: at });
    previous = at;
  }
  return cells;
}
