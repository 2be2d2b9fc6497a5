// Line index of a text: line starts, and conversion between offsets and LSP positions.

import { countBefore } from './search.ts';
import type { Position, Range, Span } from './span.ts';

/** Offsets of line starts; LSP's line breaks only: `\n`, `\r\n`, `\r`. */
export interface LineIndex {
  readonly length: number;
  /** `starts[0]` is 0; one entry a line. */
  readonly starts: readonly number[];
  /** For each line, the offset where its text ends, before the line break. */
  readonly ends: readonly number[];
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

export function indexLines(text: string): LineIndex {
  const starts = [0];
  const ends: number[] = [];
  for (let offset = 0; offset < text.length; offset++) {
    const unit = text.charCodeAt(offset);
    if (unit !== LINE_FEED && unit !== CARRIAGE_RETURN) continue;
    ends.push(offset);
    if (unit === CARRIAGE_RETURN && text.charCodeAt(offset + 1) === LINE_FEED) offset++;
    starts.push(offset + 1);
  }
  ends.push(text.length);
  return { length: text.length, starts, ends };
}

/** The line that holds `offset`; offsets outside the text are clamped. */
export function lineOf(index: LineIndex, offset: number): number {
  const { starts } = index;
  return Math.max(0, countBefore(starts.length, (line) => (starts[line] ?? 0) <= offset) - 1);
}

/** A line without its break; behind the last line, the end of the text. */
export function spanOfLine({ starts, ends, length }: LineIndex, line: number): Span {
  return { start: starts[line] ?? length, end: ends[line] ?? length };
}

function positionAt(index: LineIndex, offset: number): Position {
  const clamped = Math.max(0, Math.min(offset, index.length));
  const line = lineOf(index, clamped);
  return { line, character: clamped - (index.starts[line] ?? 0) };
}

/** The offset of a position; a character past the line's end means that end, as LSP says. */
export function offsetAt(index: LineIndex, position: Position): number {
  if (position.line < 0) return 0;
  const start = index.starts[position.line];
  if (start === undefined) return index.length;
  return Math.min(start + Math.max(0, position.character), index.ends[position.line] ?? index.length);
}

export function rangeOf(index: LineIndex, span: Span): Range {
  return { start: positionAt(index, span.start), end: positionAt(index, span.end) };
}

export function spanOf(index: LineIndex, range: Range): Span {
  const start = offsetAt(index, range.start);
  return { start, end: Math.max(start, offsetAt(index, range.end)) };
}
