// Line bounds in folded text, and a stretch of it as a name for the outline.

import type { Report } from '../../parse/model.ts';
import { isBlank } from '../../parse/document/surface.ts';
import { ZERO_WIDTH_UNIT } from '../../text/fold.ts';
import { hanKey, isHan } from '../../text/han.ts';
import type { Span } from '../../text/span.ts';
import { MAX_NAME } from '../limits.ts';

/** Where the line begins that holds `offset`; not before `floor`, and behind the blanks that open it. */
export function lineStart(folded: string, offset: number, floor: number): number {
  let start = offset;
  while (start > floor && !isBreak(folded.charCodeAt(start - 1))) start--;
  while (start < offset && isBlank(folded.charCodeAt(start))) start++;
  return start;
}

/** Where the line ends that holds `offset`, its break left out. */
export function lineEnd(folded: string, offset: number): number {
  let end = offset;
  while (end < folded.length && !isBreak(folded.charCodeAt(end))) end++;
  return end;
}

/** The last place between `from` and `to` where `words` stand, compared by their simplified Han characters only; else null. */
export function lastPlaceOf(folded: string, words: string, { start: from, end: to }: Span): Span | null {
  let end = to;
  for (let next = words.length - 1, offset = to - 1; offset >= from; offset--) {
    const unit = folded.charCodeAt(offset);
    if (!isHan(unit)) continue;
    if (hanKey(unit) !== words.charCodeAt(next)) {
      // The labels searched for never repeat their last character within themselves: starting anew here loses nothing.
      next = words.length - 1;
      if (hanKey(unit) !== words.charCodeAt(next)) continue;
    }
    if (next === words.length - 1) end = offset + 1;
    if (next-- === 0) return { start: offset, end };
  }
  return null;
}

/** The text as it reads on one line: markup and blanks become one space, radicals the characters they stand for. */
export function nameAt({ text, folded }: Report, { start, end }: Span): string {
  let name = '';
  for (let offset = start; offset < end && name.length < MAX_NAME; offset++) {
    const unit = folded.charCodeAt(offset);
    if (isBlank(unit)) {
      if (unit !== ZERO_WIDTH_UNIT && name !== '' && !name.endsWith(' ')) name += ' ';
    } else name += isHan(unit) ? folded.charAt(offset) : text.charAt(offset);
  }
  return name.trimEnd();
}

function isBreak(unit: number): boolean {
  return unit === 0x0a || unit === 0x0d;
}
