// Value of marked words, and whether a table's value bears it out: the corpus' own arithmetic, apart from the grammar's.

import type { CellKey } from '../../../../server/src/forms/form.ts';
import { fold } from '../../../../server/src/text/fold.ts';
import type { Marked } from './read.ts';
import type { Reading, Topic } from './topics.ts';

export interface Figure {
  readonly value: number;
  /** Half a unit of the last digit written: percentages and 万 are rounded. */
  readonly tolerance: number;
}

const DIGITS = '零一二三四五六七八九';
const FORMAL: Readonly<Record<string, string>> = { 壹: '一', 贰: '二', 叁: '三', 柒: '七', 拾: '十', 两: '二' };
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
/** A hedged figure lies this near to what it stands for. */
const ABOUT = 0.06;
/** 余 and 以上 promise more, but not twice as much. */
const AT_MOST_ABOVE = 0.99;

/** The number in `words`, in the sentence's own unit; null where there is none. */
export function figureOf(words: string, zero: boolean): Figure | null {
  if (zero) return { value: 0, tolerance: 0 };
  const plain = fold(words)
    .replace(/[\s,，近约余多]/gu, '')
    .replace('百分之', '');
  const arabic = /^(\d+)(?:\.(\d+))?(万)?$/u.exec(plain);
  if (arabic !== null) {
    const decimals = arabic[2]?.length ?? 0;
    const unit = arabic[3] === undefined ? 1 : 10_000;
    return { value: Number(`${arabic[1]}.${arabic[2] ?? 0}`) * unit, tolerance: decimals === 0 ? 0 : (0.5 * unit) / 10 ** decimals };
  }
  const [whole = '', fraction] = plain.split('点');
  const value = fromChinese(whole);
  if (value === null) return null;
  if (fraction === undefined) return { value, tolerance: 0 };
  const digits = [...fraction].map((digit) => DIGITS.indexOf(digit)).join('');
  return { value: Number(`${value}.${digits}`), tolerance: 0.5 / 10 ** digits.length };
}

function fromChinese(words: string): number | null {
  let total = 0;
  let digit = 0;
  for (const raw of words) {
    const character = FORMAL[raw] ?? raw;
    const unit = UNITS[character];
    const number = DIGITS.indexOf(character);
    if (unit !== undefined) {
      total += (digit === 0 ? 1 : digit) * unit;
      digit = 0;
    } else if (number >= 0) digit = number;
    else return null;
  }
  return words === '' ? null : total + digit;
}

/** What each reading comes to; shares in per cent; readings over cells that are not there are left out. */
export function valuesOfReadings(readings: readonly Reading[], cells: ReadonlyMap<CellKey, number>): readonly number[] {
  return readings.flatMap(({ sum, over }) => {
    const part = total(sum, cells);
    const base = over === undefined ? null : total(over, cells);
    if (part === null || base === 0) return [];
    return over === undefined ? [part] : base === null ? [] : [(100 * part) / base];
  });
}

function total(keys: readonly CellKey[], cells: ReadonlyMap<CellKey, number>): number | null {
  let sum = 0;
  for (const key of keys) {
    const value = cells.get(key);
    if (value === undefined) return null;
    sum += value;
  }
  return sum;
}

/** Whether `value` of the tables bears out the figure as it is written and hedged. */
export function matchesFigure({ value: written, tolerance }: Figure, bound: Marked['bound'], value: number, topic: Topic): boolean {
  const table = topic.yuan === true ? value * 10_000 : value;
  const near = (distance: number): boolean => Math.abs(table - written) <= distance + 1e-6;
  switch (bound) {
    case 'exact':
      return near(tolerance);
    case 'atLeast':
      return table >= written - tolerance && table <= written * (1 + AT_MOST_ABOVE);
    case 'about':
      return near(Math.max(tolerance, written * ABOUT));
    default:
      return bound satisfies never;
  }
}
