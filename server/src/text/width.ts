// Display width of a text in columns, CJK being two wide.

import { ZERO_WIDTH } from './fold-table.ts';

/** East Asian Wide and Fullwidth blocks that reports contain, first and last code point. */
const WIDE_BLOCKS: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe4f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1faff],
  [0x20000, 0x3fffd],
];

const zeroWidth = new Set([...ZERO_WIDTH].map((character) => character.codePointAt(0)));

/** Display columns of one code point: 0, 1 or 2. Ambiguous-width characters (“”, ①) count 1, as editors draw them. */
export function codePointWidth(codePoint: number): 0 | 1 | 2 {
  if (codePoint < 0x20 || isSelector(codePoint) || zeroWidth.has(codePoint)) return 0;
  if (codePoint < 0x1100) return 1;
  return WIDE_BLOCKS.some(([first, last]) => codePoint >= first && codePoint <= last) ? 2 : 1;
}

function isSelector(codePoint: number): boolean {
  return (codePoint >= 0xfe00 && codePoint <= 0xfe0f) || (codePoint >= 0xe0100 && codePoint <= 0xe01ef);
}

/** Display columns of a text without tabs. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += codePointWidth(character.codePointAt(0) ?? 0);
  return width;
}
