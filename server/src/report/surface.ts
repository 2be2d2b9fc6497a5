// What does the parser read? The text with markup masked and characters folded, line by line, offsets unmoved.

import { fold } from '../text/fold.ts';
import { isMarkup, maskMarkup } from '../text/html.ts';
import { indexLines } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

export interface Surface {
  /** Same length as the original. */
  readonly text: string;
  /** Lines of `text`; masking HTML makes more lines than the original has. */
  readonly lines: readonly Span[];
}

/** Vertical rules of drawn boxes delimit cells as `|` does; one code unit each. */
const BOX_VERTICALS = /[│┃║┆┇┊┋╎╏]/gu;
const BOX_PRESENT = /[│┃║┆┇┊┋╎╏]/u;

export function readSurface(original: string): Surface {
  const masked = isMarkup(original) ? maskMarkup(original) : original;
  const folded = fold(masked);
  const text = BOX_PRESENT.test(folded) ? folded.replace(BOX_VERTICALS, '|') : folded;
  const { starts, ends } = indexLines(text);
  const lines = starts.map((start, line) => ({ start, end: ends[line] ?? text.length }));
  return { text, lines };
}

/** The span without blanks at either end. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

/** Space, tab, line breaks and what folds to a zero-width space. */
export function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d || unit === 0x200b;
}
