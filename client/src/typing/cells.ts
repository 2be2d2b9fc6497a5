// The cell that the cursor is in, and the one that comes next. Decided on what the server said last, carried over what was typed since, so that
// a key need not wait for an answer.

import type { CELLS_METHOD, ResultOf } from '../../../server/src/protocol/requests.ts';

type Sent = Pick<ResultOf<typeof CELLS_METHOD>, 'tables' | 'names'>;
export type PlacedCell = Sent['tables'][number]['cells'][number] & { readonly part: string };

export interface Grid {
  /** In reading order. */
  readonly cells: readonly PlacedCell[];
  readonly names: readonly string[];
}

/** A change, in VS Code's words. */
interface Change {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

export type Direction = 'next' | 'previous' | 'below';

export function gridOf({ tables, names }: Sent): Grid {
  return { cells: tables.flatMap(({ part, cells }) => cells.map((cell) => ({ ...cell, part }))), names };
}

/** The same cells after changes; null where one touches what divides them, so that only the server can tell. */
export function carriedOver(grid: Grid, changes: readonly Change[]): Grid | null {
  let cells: readonly PlacedCell[] = grid.cells;
  for (const change of changes) {
    const own = cells.find((cell) => holds(cell, change));
    if (own === undefined ? isAmong(cells, change) : DIVIDES.test(change.text)) return null;
    cells = cells.map((cell) => (cell === own ? { ...cell, end: cell.end + growth(change) } : movedBy(cell, change)));
  }
  return { ...grid, cells };
}

/** Anything that may divide cells or end a row. */
const DIVIDES = /[\s|<>]/u;

function holds({ start, end }: PlacedCell, { rangeOffset, rangeLength }: Change): boolean {
  return rangeOffset >= start && rangeOffset + rangeLength <= end;
}

/** Between two cells, where labels and dividers are. */
function isAmong(cells: readonly PlacedCell[], { rangeOffset, rangeLength }: Change): boolean {
  const [first, last] = [cells[0], cells.at(-1)];
  return first !== undefined && last !== undefined && rangeOffset + rangeLength > first.start && rangeOffset <= last.end;
}

function growth({ rangeLength, text }: Change): number {
  return text.length - rangeLength;
}

function movedBy(cell: PlacedCell, change: Change): PlacedCell {
  const by = change.rangeOffset < cell.start || change.rangeOffset + change.rangeLength <= cell.start ? growth(change) : 0;
  return by === 0 ? cell : { ...cell, start: cell.start + by, end: cell.end + by };
}

/** The cell that a selection stands in: the cursor touches it, or it is selected whole or in part. Blank cells reach over the spaces around them. */
export function cellAt({ cells }: Grid, text: TextAround, { start, end }: { readonly start: number; readonly end: number }): PlacedCell | undefined {
  return cells.find((cell) => {
    if (cell.start > end + MAX_PADDING || cell.end + MAX_PADDING < start) return false;
    const reach = cell.start === cell.end ? paddingOf(cell.start, text) : cell;
    return start >= reach.start && end <= reach.end;
  });
}

/** A character by its offset; empty outside of the text. */
export type TextAround = (offset: number) => string;

/** No column of a report is padded by more. */
const MAX_PADDING = 80;

/** The spaces around a blank cell. */
export function paddingOf(at: number, charAt: TextAround): { readonly start: number; readonly end: number } {
  let [start, end] = [at, at];
  while (start > at - MAX_PADDING && charAt(start - 1) === ' ') start--;
  while (end - at < MAX_PADDING && charAt(end) === ' ') end++;
  return { start, end };
}

/** Where a key leads; undefined where there is nothing further that way. */
export function neighbourOf({ cells }: Grid, cell: PlacedCell, direction: Direction): PlacedCell | undefined {
  const index = cells.indexOf(cell);
  switch (direction) {
    case 'next':
      return cells[index + 1];
    case 'previous':
      return cells[index - 1];
    case 'below':
      return below(cells, cell);
    default:
      return direction satisfies never;
  }
}

/** In the next line of the same part, the cell at the same place, or its last one where it is shorter. */
function below(cells: readonly PlacedCell[], cell: PlacedCell): PlacedCell | undefined {
  const ofPart = cells.filter(({ part }) => part === cell.part);
  const next = ofPart.find(({ line }) => line > cell.line);
  if (next === undefined) return undefined;
  const [own, others] = [cell.line, next.line].map((line) => ofPart.filter((each) => each.line === line));
  const place = own?.indexOf(cell) ?? 0;
  return others?.[place] ?? others?.at(-1);
}

/** （一）予以公开 · 自然人 */
export function nameOf({ names }: Grid, { row, column }: PlacedCell): string {
  return `${names[row] ?? ''} · ${names[column] ?? ''}`;
}
