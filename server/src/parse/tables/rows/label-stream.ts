// Han characters of a region's labels as one stream, so that wrapping, spaces, points and numbering of a label make no
// difference.

import { selectorLength, ZERO_WIDTH_UNIT } from '../../../text/fold.ts';
import { hanKey, isHan } from '../../../text/han.ts';
import type { Span } from '../../../text/span.ts';
import type { Item } from '../lines/items.ts';
import type { LabelMatch } from '../../model.ts';

/** The Han characters of all labels in order, with what is needed to come back to the text. */
export interface LabelStream {
  readonly key: string;
  readonly offsets: readonly number[];
  readonly items: readonly number[];
  /** A label may begin here: start of an item, behind a blank, a bracket or numbering. */
  readonly opens: readonly boolean[];
  /** The first Han character of an item or of a word in it. */
  readonly words: readonly boolean[];
}

export interface LabelPlace {
  readonly row: string;
  readonly start: number;
  readonly end: number;
  readonly match: LabelMatch;
  /** Index of the item in which it begins, and of the one in which it ends. */
  readonly firstItem: number;
  readonly lastItem: number;
}

/** 第二十条第（六）项：实施行政处罚、行政强制: the heading of a block may go on with the words of the article, in one word or in a list. */
const BLOCK_HEADING = /第二十条第 ?\(?[一二三四五六七八九十]\)? ?项(?:\S{1,200}| [^\s、]{1,100}、\S{1,100})/u;

const TAB = 0x09;
const SPACE = 0x20;
const OPENING_BRACKET = 0x28;
const CLOSING_BRACKET = 0x29;

/** `closers`: the Han characters of headers and group labels behind which a label may begin. */
export function readLabelStream(text: string, items: readonly Item[], closers: readonly string[]): LabelStream {
  let key = '';
  const offsets: number[] = [];
  const indices: number[] = [];
  const opens: boolean[] = [];
  const words: boolean[] = [];
  items.forEach((item, index) => {
    if (item.kind !== 'label') return;
    let first = true;
    let depth = 0;
    const article = articleWords(text, items, index);
    for (let offset = item.start; offset < item.end; offset++) {
      const unit = text.charCodeAt(offset);
      if (unit === OPENING_BRACKET) depth++;
      else if (unit === CLOSING_BRACKET) depth = Math.max(0, depth - 1);
      if (!isHan(unit)) continue;
      const before = unitBefore(text, item.start, offset);
      key += String.fromCharCode(hanKey(unit));
      offsets.push(offset);
      indices.push(index);
      // A note in brackets may name other rows (含行政处罚、行政强制); none of them begins there.
      opens.push(first || (depth === 0 && !isHan(before) && !(article !== null && offset >= article.start && offset < article.end)));
      words.push(first || before === SPACE || before === TAB);
      first = false;
    }
  });
  for (const closer of closers) {
    for (let at = key.indexOf(closer); at >= 0; at = key.indexOf(closer, at + closer.length)) {
      opens[at + closer.length] = true;
      words[at + closer.length] = true;
    }
  }
  return { key, offsets, items: indices, opens, words };
}

/** What the heading of a block says of the article, in which no row begins; null where values follow on its line. */
function articleWords(text: string, items: readonly Item[], index: number): Span | null {
  const item = items[index];
  const next = items[index + 1];
  if (item === undefined || (next?.kind === 'value' && next.line === item.line)) return null;
  const heading = BLOCK_HEADING.exec(text.slice(item.start, item.end));
  return heading === null ? null : { start: item.start + heading.index, end: item.start + heading.index + heading[0].length };
}

/** The code unit that reads before `offset`; a space at the start. */
function unitBefore(text: string, start: number, offset: number): number {
  let at = offset - 1;
  while (at >= start && isUnseen(text, at)) at--;
  return at >= start ? text.charCodeAt(at) : SPACE;
}

/** A character without width, or a variation selector or the second half of one. */
function isUnseen(text: string, at: number): boolean {
  return text.charCodeAt(at) === ZERO_WIDTH_UNIT || selectorLength(text, at) > 0 || selectorLength(text, at - 1) === 2;
}

/** The place of a label from one character of the stream to another. */
export function placeIn(
  { offsets, items }: LabelStream,
  { first, last }: { readonly first: number; readonly last: number },
  { row, match }: Pick<LabelPlace, 'row' | 'match'>,
): LabelPlace {
  return {
    row,
    start: offsets[first] ?? 0,
    end: (offsets[last] ?? 0) + 1,
    match,
    firstItem: items[first] ?? 0,
    lastItem: items[last] ?? 0,
  };
}

/** Whether the word that holds the character goes on behind it. */
export function continuesInWord(text: string, stream: LabelStream, last: number): boolean {
  const next = (stream.offsets[last] ?? 0) + 1;
  return isHan(text.charCodeAt(next + selectorLength(text, next))) && stream.items[last + 1] === stream.items[last];
}
