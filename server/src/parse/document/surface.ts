// Surface of a text: markup masked and characters folded, line by line, offsets unmoved.

import { fold, ZERO_WIDTH_SPACE, ZERO_WIDTH_UNIT } from '../../text/fold.ts';
import { maskMarkup } from '../../text/html.ts';
import { indexLines, type LineIndex } from '../../text/lines.ts';
import { isMarkup } from '../../text/markup.ts';
import type { Span } from '../../text/span.ts';

export interface Surface {
  /** Same length as the original. */
  readonly text: string;
  /** As wide as it was drawn: folding narrows brackets and quotation marks. */
  readonly original: string;
  /** Lines of `text`; masking HTML makes more lines than the original has. */
  readonly lines: readonly Span[];
  /** In a page, where the content of each table cell begins, in rising order. */
  readonly cellStarts: readonly number[];
  /** What merging left, from the first mark of each conflict to the last. */
  readonly conflicts: readonly Span[];
  /** Lines of the original. Folding moves no line break. */
  readonly originalLines: LineIndex;
  /** What only the whole text can answer. */
  readonly whole: WholeText;
}

/** Answers questions about the whole text, and counts them: what was read with such an answer holds for this text only. */
class WholeText {
  asked = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** Whether one of the numbers stands alone on a line. */
  hasLineOf(...numbers: readonly number[]): boolean {
    this.asked++;
    return new RegExp(`^[ \\t\\f]*(?:${numbers.join('|')})[ \\t\\f]*$`, 'mu').test(this.text);
  }
}

/** Vertical rules of drawn boxes delimit cells as `|` does; one code unit each. */
const BOX_VERTICALS = /[│┃║┆┇┊┋╎╏]/gu;
export const BOX_PRESENT = /[│┃║┆┇┊┋╎╏]/u;

export function readSurface(original: string): Surface {
  const { text: masked, cellStarts } = isMarkup(original) ? maskMarkup(original) : { text: original, cellStarts: [] };
  const folded = fold(masked);
  const text = BOX_PRESENT.test(folded) ? folded.replace(BOX_VERTICALS, '|') : folded;
  const index = indexLines(text);
  const lines = index.starts.map((start, line) => ({ start, end: index.ends[line] ?? text.length }));
  const originalLines = masked === original ? index : indexLines(original);
  return { text, original, lines, cellStarts, conflicts: conflictsIn(original), originalLines, whole: new WholeText(text) };
}

/** `<<<<<<< HEAD`, `=======`, `>>>>>>> branch`, each at the start of a line. */
const CONFLICT_MARK = /^(<{7}|={7}|>{7})(?: .*)?\r?$/gmu;

function conflictsIn(text: string): readonly Span[] {
  if (!text.includes('<<<<<<<')) return [];
  const conflicts: Span[] = [];
  let start = -1;
  for (const { 0: mark, 1: sign = '', index } of text.matchAll(CONFLICT_MARK)) {
    if (sign.startsWith('<')) start = index;
    else if (sign.startsWith('>') && start >= 0) {
      conflicts.push({ start, end: index + mark.trimEnd().length });
      start = -1;
    }
  }
  return conflicts;
}

/** Whether what begins here stands in a conflict. */
export function isInConflict({ conflicts }: Surface, offset: number): boolean {
  return conflicts.some(({ start, end }) => start <= offset && offset < end);
}

/** The span without blanks at either end. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

/** Space, tab, line breaks, form feed and what folds to a zero-width space. */
export function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d || unit === 0x0c || unit === ZERO_WIDTH_UNIT;
}

/** Whether nothing but blanks stands from one offset to the other. */
export function isBlankBetween(text: string, start: number, end: number): boolean {
  for (let offset = start; offset < end; offset++) if (!isBlank(text.charCodeAt(offset))) return false;
  return start <= end;
}

/** How far `count` characters reach that are seen: the tags of one paragraph may be longer than its words. */
export function visibleEnd(text: string, { start, end }: Span, count: number): number {
  const near = Math.min(end, start + count);
  if (!text.slice(start, near).includes(ZERO_WIDTH_SPACE)) return near;
  let at = start;
  for (let left = count; at < end && left > 0; at++) if (text.charCodeAt(at) !== ZERO_WIDTH_UNIT) left--;
  return at;
}

/** Lines on which more is seen hold a paragraph or a whole report, and not just a heading or a title. */
export const LONG_LINE = 160;

export function isLongLine(text: string, line: Span): boolean {
  return line.end - line.start > LONG_LINE && visibleEnd(text, line, LONG_LINE) < line.end;
}

export interface Squeezed {
  /** The text without zero-width characters. */
  readonly text: string;
  /** The offset in the surface of a position in `text`. */
  readonly offsetAt: (position: number) => number;
}

const ZERO_WIDTH_RUN = /\u200b+/gu;

/** The span's text as it reads, where no offset in it is asked for. */
export function visibleText(text: string, { start, end }: Span): string {
  const slice = text.slice(start, end);
  return slice.includes(ZERO_WIDTH_SPACE) ? slice.replaceAll(ZERO_WIDTH_RUN, '') : slice;
}

/** The span's text as it reads, with the way back to its offsets. */
export function squeeze(text: string, span: Span): Squeezed {
  const slice = text.slice(span.start, span.end);
  if (!slice.includes(ZERO_WIDTH_SPACE)) return { text: slice, offsetAt: (position) => span.start + position };
  let offsets: readonly number[] | null = null;
  return {
    text: slice.replaceAll(ZERO_WIDTH_RUN, ''),
    offsetAt(position) {
      offsets ??= visibleOffsets(slice, span.start);
      return offsets[position] ?? span.end;
    },
  };
}

/** Where each character of `slice` that has a width stands in the surface. */
function visibleOffsets(slice: string, start: number): readonly number[] {
  const offsets: number[] = [];
  for (let at = 0; at < slice.length; at++) if (slice.charCodeAt(at) !== ZERO_WIDTH_UNIT) offsets.push(start + at);
  return offsets;
}
