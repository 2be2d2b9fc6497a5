// Span: a half-open range of UTF-16 offsets into the original document; Position and Range as in LSP.

/** `start` ≤ `end` ≤ length of the text; the slice `text.slice(start, end)` is what the span speaks of. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether an offset lies in the span or at either end of it: a cursor right behind a word is at the word. */
export function touches({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** Whether two spans share an offset, if only where one ends and the other begins. */
export function meets(one: Span, other: Span): boolean {
  return one.start <= other.end && other.start <= one.end;
}

/** LSP's position: both 0-based, `character` counted in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** LSP's range. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}
