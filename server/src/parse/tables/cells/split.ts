// All ways to split a run of digits into numbers whose sum stands at the end.

import type { Span } from '../../../text/span.ts';
import { squeeze } from '../../document/surface.ts';
import { MAX_RUN_DIGITS, MAX_RUN_SPAN, MAX_SPLITS, MAX_SPLIT_STEPS } from '../../limits.ts';

/** Digits without a gap; numbers never reach across two tokens. */
export interface DigitToken {
  readonly digits: string;
  /** Where each digit stands. */
  readonly offsets: readonly number[];
}

export interface SplitNumber extends Span {
  readonly value: number;
}

const MAX_NUMBER_LENGTH = 9;

/**
 * All ways to cut `tokens` into `width` numbers of which the last is the sum of the others.
 * Numbers have no leading zeros. Null where there are too many to say.
 */
export function splitIntoSum(tokens: readonly DigitToken[], width: number): readonly (readonly SplitNumber[])[] | null {
  const pieces = boundariesOf(tokens);
  if (pieces === null || pieces.digits.length < width) return [];
  const { digits, breaks, offsets } = pieces;
  const ways: SplitNumber[][] = [];
  let steps = 0;
  const number = (from: number, to: number): SplitNumber => ({
    value: Number(digits.slice(from, to)),
    start: offsets[from] ?? 0,
    end: (offsets[to - 1] ?? 0) + 1,
  });
  const isNumber = (from: number, to: number) => {
    if (to - from > MAX_NUMBER_LENGTH || (to - from > 1 && digits.charCodeAt(from) === 0x30)) return false;
    for (let at = from + 1; at < to; at++) if (breaks[at] === true) return false;
    return true;
  };
  const valueAt = (from: number, to: number) => {
    let value = 0;
    for (let at = from; at < to; at++) value = value * 10 + digits.charCodeAt(at) - 0x30;
    return value;
  };
  const cuts: number[] = [];
  const keep = (end: number) => {
    const bounds = [0, ...cuts, end, digits.length];
    ways.push(bounds.slice(1).map((to, index) => number(bounds[index] ?? 0, to)));
  };
  // `cuts` are the ends of the numbers chosen so far; the last of the addends takes what is left of the digits.
  const fill = (from: number, end: number, left: number, rest: number): void => {
    if (++steps > MAX_SPLIT_STEPS || ways.length > MAX_SPLITS) return;
    if (!canAddUp(end - from, left, rest)) return;
    if (left === 1) {
      if (isNumber(from, end) && valueAt(from, end) === rest) keep(end);
      return;
    }
    const furthest = Math.min(end - (left - 1), from + MAX_NUMBER_LENGTH);
    for (let to = from + 1; to <= furthest; to++) {
      if (!isNumber(from, to)) break;
      const value = valueAt(from, to);
      if (value > rest) break;
      cuts.push(to);
      fill(to, end, left - 1, rest - value);
      cuts.pop();
    }
  };
  if (digits.length === width) return endsInSum(digits) ? [Array.from(digits, (_, at) => number(at, at + 1))] : [];
  const nines = digitSum(digits);
  for (let from = digits.length - 1; from >= width - 1; from--) {
    // Casting out nines: wherever the addends are cut, their digits and those of the sum agree modulo 9.
    if ((nines - 2 * digitSum(digits.slice(from))) % 9 !== 0) continue;
    if (!isNumber(from, digits.length)) {
      if (breaks[from + 1] === true) break;
      continue;
    }
    fill(0, from, width - 1, valueAt(from, digits.length));
  }
  return steps > MAX_SPLIT_STEPS || ways.length > MAX_SPLITS ? null : ways;
}

const POWERS = Float64Array.from({ length: MAX_RUN_DIGITS + 1 }, (_, exponent) => 10 ** exponent);

/** Whether so many digits, cut into so many numbers, can be as little and as much as `sum`. */
function canAddUp(digits: number, numbers: number, sum: number): boolean {
  // Evenly cut they make least; all but single digits in one number make most.
  const least = digits > numbers ? (POWERS[Math.ceil(digits / numbers) - 1] ?? 0) : 0;
  return sum >= least && sum < (POWERS[digits - numbers + 1] ?? 0) + 9 * (numbers - 1);
}

/** One digit a cell: nothing to choose. */
function endsInSum(digits: string): boolean {
  return digitSum(digits.slice(0, -1)) === Number(digits.at(-1));
}

function digitSum(digits: string): number {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) sum += digits.charCodeAt(at) - 0x30;
  return sum;
}

function boundariesOf(tokens: readonly DigitToken[]): { digits: string; breaks: boolean[]; offsets: number[] } | null {
  let digits = '';
  const breaks: boolean[] = [];
  const offsets: number[] = [];
  for (const token of tokens) {
    breaks[digits.length] = true;
    digits += token.digits;
    if (digits.length > MAX_RUN_DIGITS) return null;
    offsets.push(...token.offsets);
  }
  return { digits, breaks, offsets };
}

/** The tokens as they stand where every one is digits only, else null. */
export function digitTokens(text: string, items: readonly Span[]): readonly DigitToken[] | null {
  if (items.reduce((sum, item) => sum + item.end - item.start, 0) > MAX_RUN_SPAN) return null;
  const tokens = items.map((item) => {
    const { text: digits, offsetAt } = squeeze(text, item);
    return { digits, offsets: Array.from(digits, (_, at) => offsetAt(at)) };
  });
  return tokens.every((token) => /^[0-9]+$/u.test(token.digits)) ? tokens : null;
}

/** Digits of several rows in sequence: every way to cut them into `blocks` rows of `width` numbers, at most two ways. */
export function splitIntoBlocks(tokens: readonly DigitToken[], blocks: number, width: number): readonly (readonly SplitNumber[])[] {
  const length = tokens.reduce((sum, token) => sum + token.digits.length, 0);
  if (length > MAX_RUN_DIGITS || length < blocks * width) return [];
  const cache = new Map<string, readonly (readonly SplitNumber[])[]>();
  const waysOf = (from: number, to: number) => {
    const key = `${from}:${to}`;
    const known = cache.get(key);
    if (known !== undefined) return known;
    const ways = splitIntoSum(sliceTokens(tokens, from, to), width) ?? [];
    cache.set(key, ways);
    return ways;
  };
  const found: (readonly SplitNumber[])[] = [];
  const fill = (from: number, left: number, chosen: readonly SplitNumber[]): void => {
    if (found.length > 1) return;
    const first = left === 1 ? length : from + width;
    for (let to = first; to <= length - (left - 1) * width && found.length < 2; to++) {
      for (const way of waysOf(from, to)) {
        if (left === 1) found.push([...chosen, ...way]);
        else fill(to, left - 1, [...chosen, ...way]);
      }
    }
  };
  fill(0, blocks, []);
  return found;
}

/** The tokens between two digits, counted from the first digit of all. */
function sliceTokens(tokens: readonly DigitToken[], from: number, to: number): readonly DigitToken[] {
  const slices: DigitToken[] = [];
  let at = 0;
  for (const token of tokens) {
    const start = Math.max(from - at, 0);
    const end = Math.min(to - at, token.digits.length);
    if (start < end) slices.push({ digits: token.digits.slice(start, end), offsets: token.offsets.slice(start, end) });
    at += token.digits.length;
  }
  return slices;
}
