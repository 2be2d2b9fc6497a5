// Folds messy text to comparable text, one code unit to one, so that no offset moves.

import { CONTROL_SPACES, KANGXI_TARGETS, PUNCTUATION_PAIRS, RADICAL_PAIRS, SPACES, ZERO_WIDTH } from './fold-table.ts';

/** What every zero-width character folds to. */
export const ZERO_WIDTH_SPACE = '\u200b';
export const ZERO_WIDTH_UNIT = 0x200b;

/** The CJK Radicals Supplement and the Kangxi radicals behind it. */
const RADICALS_FIRST = 0x2e80;
const RADICALS_LAST = 0x2fd5;
const KANGXI_FIRST = 0x2f00;
const FULL_WIDTH_FIRST = 0xff01;
const FULL_WIDTH_LAST = 0xff5e;
/** Full-width forms lie this far above ASCII. */
const FULL_WIDTH_SHIFT = 0xfee0;

/** Variation selectors, and the seventeenth and later, which are pairs with one first half. */
const SELECTOR_FIRST = 0xfe00;
const SELECTOR_LAST = 0xfe0f;
const LONG_SELECTOR = 0xdb40;
const LONG_SELECTOR_FIRST = 0xdd00;
const LONG_SELECTOR_LAST = 0xddef;
const DIGIT_ZERO = 0x30;
const DIGIT_NINE = 0x39;

/** Zero where a code unit reads as itself, and is none that reads so in some places only. */
const table = buildTable();

function buildTable(): Uint16Array {
  const units = new Uint16Array(0x10000);
  for (let index = 0; index < KANGXI_TARGETS.length; index++) {
    units[KANGXI_FIRST + index] = KANGXI_TARGETS.charCodeAt(index);
  }
  for (let unit = FULL_WIDTH_FIRST; unit <= FULL_WIDTH_LAST; unit++) units[unit] = unit - FULL_WIDTH_SHIFT;
  for (const pairs of [RADICAL_PAIRS, PUNCTUATION_PAIRS]) {
    for (let index = 0; index + 1 < pairs.length; index += 2) {
      units[pairs.charCodeAt(index)] = pairs.charCodeAt(index + 1);
    }
  }
  for (const space of SPACES + CONTROL_SPACES) units[space.charCodeAt(0)] = 0x20;
  for (const character of ZERO_WIDTH) units[character.charCodeAt(0)] = ZERO_WIDTH_UNIT;
  // Behind a Han character a selector chooses the form of a name's character and belongs to it; `fold` looks at each.
  for (let unit = SELECTOR_FIRST; unit <= SELECTOR_LAST; unit++) units[unit] = unit;
  units[LONG_SELECTOR] = LONG_SELECTOR;
  // Where they choose between two forms of a name's character they are part of it, and read as themselves.
  for (let unit = SELECTOR_FIRST; unit <= SELECTOR_LAST; unit++) units[unit] = unit;
  units[LONG_SELECTOR] = LONG_SELECTOR;
  return units;
}

/**
 * Folds radicals, full-width forms, exotic spaces, quotes and brackets, one code unit to one code unit:
 * the result has the same length and every offset stays valid in the original; NFKC over the string would move them.
 * Never throws; a lone surrogate reads as U+FFFD.
 */
export function fold(text: string): string {
  if (isFolded(text)) return text;
  const units = new Uint16Array(text.length);
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const read = table[unit] ?? 0;
    if (read === 0) units[index] = unit;
    else if (read !== unit) units[index] = read;
    else index += foldSelector(text, units, index) - 1;
  }
  return textOf(units);
}

/** A variation selector behind a digit is zero width, elsewhere it stays. Returns how many units it has. */
function foldSelector(text: string, units: Uint16Array, at: number): number {
  const length = selectorLength(text, at);
  const before = units[at - 1] ?? 0;
  const isBehindDigit = before >= DIGIT_ZERO && before <= DIGIT_NINE;
  for (let index = at; index < at + Math.max(1, length); index++) units[index] = length > 0 && isBehindDigit ? ZERO_WIDTH_UNIT : text.charCodeAt(index);
  return Math.max(1, length);
}

/** How many code units the variation selector at `at` has; 0 where there is none. */
export function selectorLength(text: string, at: number): 0 | 1 | 2 {
  const unit = text.charCodeAt(at);
  if (unit >= SELECTOR_FIRST && unit <= SELECTOR_LAST) return 1;
  const low = unit === LONG_SELECTOR ? text.charCodeAt(at + 1) : 0;
  return low >= LONG_SELECTOR_FIRST && low <= LONG_SELECTOR_LAST ? 2 : 0;
}

function isFolded(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    if (table[text.charCodeAt(index)] !== 0) return false;
  }
  return true;
}

const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });

/** The text that `units` spell, as many code units long. */
export function textOf(units: Uint16Array): string {
  return decoder.decode(units);
}

/** The character a radical code point stands for, or null where `character` is no radical. */
export function radicalTarget(character: string): string | null {
  const unit = character.charCodeAt(0);
  if (unit < RADICALS_FIRST || unit > RADICALS_LAST) return null;
  const target = table[unit] ?? 0;
  return target === 0 ? null : String.fromCharCode(target);
}
