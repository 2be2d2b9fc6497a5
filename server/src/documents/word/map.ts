// Map from offsets of the text to places in the document, built with the text; offsets rise, so that lookups are binary
// searches.

import type { DocumentMap, Lock, Place, SourceSpan } from '../document.ts';
import type { Span } from '../../text/span.ts';
import { Turns } from '../../text/turns.ts';

interface Source {
  readonly from: number;
  readonly to: number;
  readonly lock: Lock | null;
}

interface CellPlace {
  readonly table: number;
  readonly row: number;
  readonly cell: number;
}

export interface MapBuilder {
  readonly piece: (at: number, length: number, source: Source) => void;
  readonly paragraph: (at: number) => void;
  readonly cell: (at: number, place: CellPlace) => void;
  /** A table ends. */
  readonly outside: (at: number) => void;
  readonly finish: (part: string) => DocumentMap;
}

const LOCKS: readonly (Lock | null)[] = [null, 'numbering', 'field', 'control', 'between'];

export function newMapBuilder(): MapBuilder {
  // Numbers side by side: a document has some thousand pieces, and most are never asked for.
  const pieceStarts: number[] = [];
  const pieces: number[] = [];
  const placeStarts: number[] = [];
  const places: number[] = [];
  let paragraphs = 0;
  const place = (at: number, table: number, row: number, cell: number) => {
    placeStarts.push(at);
    places.push(table, row, cell);
  };
  return {
    piece: (at, length, { from, to, lock }) => {
      pieceStarts.push(at);
      pieces.push(length, from, to, LOCKS.indexOf(lock));
    },
    paragraph: (at) => place(at, 0, ++paragraphs, 0),
    cell: (at, { table, row, cell }) => place(at, table, row, cell),
    outside: (at) => place(at, 0, paragraphs, 0),
    finish: (part) => ({
      placeAt: (offset) => placeOf(lastAtOrBefore(placeStarts, offset), places),
      sourceOf: (span) => sourcesOf(span, { pieceStarts, pieces, part }),
    }),
  };
}

function placeOf(index: number, places: readonly number[]): Place | null {
  const [table = 0, row = 0, cell = 0] = index < 0 ? [] : places.slice(index * 3, index * 3 + 3);
  if (table > 0) return { kind: 'cell', table, row, cell };
  return row > 0 ? { kind: 'paragraph', paragraph: row } : null;
}

interface Pieces {
  readonly pieceStarts: readonly number[];
  readonly pieces: readonly number[];
  readonly part: string;
}

function sourcesOf({ start, end }: Span, { pieceStarts, pieces, part }: Pieces): readonly SourceSpan[] {
  const found: SourceSpan[] = [];
  for (let index = Math.max(0, lastAtOrBefore(pieceStarts, start)); index < pieceStarts.length; index++) {
    const at = pieceStarts[index] ?? 0;
    if (at >= end) break;
    const [length = 0, from = 0, to = 0, lock = 0] = pieces.slice(index * 4, index * 4 + 4);
    if (at + length <= start) continue;
    // A character that is written as an entity is whole or not there.
    const isPlain = length === to - from;
    const span = isPlain ? { start: from + Math.max(0, start - at), end: from + Math.min(length, end - at) } : { start: from, end: to };
    found.push({ part, span, lock: LOCKS[lock] ?? null });
  }
  return found;
}

function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  const turns = new Turns(starts.length);
  while (turns.more() && low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
