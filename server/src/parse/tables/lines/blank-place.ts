// Offset in an empty cell at which a number would be typed.

import { ZERO_WIDTH_UNIT } from '../../../text/fold.ts';
import { countBefore } from '../../../text/search.ts';
import type { Span } from '../../../text/span.ts';
import { isBlank, type Surface } from '../../document/surface.ts';

/** Never inside a tag: behind the innermost one of a cell of a page, else behind one leading blank if there is room. */
export function blankPlace({ text, cellStarts }: Surface, { start, end }: Span): number {
  const cell = cellStarts[countBefore(cellStarts.length, (index) => (cellStarts[index] ?? 0) < start)];
  if (cell !== undefined && cell <= end) return cell;
  let at = start;
  while (at < end && text.charCodeAt(at) === ZERO_WIDTH_UNIT) at++;
  if (at > start) return at;
  const isSpacious = end - start >= 2 && isBlank(text.charCodeAt(start)) && text.charCodeAt(start + 1) !== ZERO_WIDTH_UNIT;
  return isSpacious ? start + 1 : start;
}
