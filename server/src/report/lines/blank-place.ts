// Where would a number be typed into a cell in which nothing is written?

import { ZERO_WIDTH_UNIT } from '../../text/fold.ts';
import type { Span } from '../../text/span.ts';
import { isBlank, type Surface } from '../surface.ts';

/** Never inside a tag: behind the innermost one of a cell of a page, else behind one leading blank if there is room. */
export function blankPlace({ text, cellStarts }: Surface, { start, end }: Span): number {
  const cell = cellStarts[firstFrom(cellStarts, start)];
  if (cell !== undefined && cell <= end) return cell;
  let at = start;
  while (at < end && text.charCodeAt(at) === ZERO_WIDTH_UNIT) at++;
  if (at > start) return at;
  const isSpacious = end - start >= 2 && isBlank(text.charCodeAt(start)) && text.charCodeAt(start + 1) !== ZERO_WIDTH_UNIT;
  return isSpacious ? start + 1 : start;
}

/** The index of the first of rising `offsets` that is not below `offset`. */
function firstFrom(offsets: readonly number[], offset: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
