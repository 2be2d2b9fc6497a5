// Small pieces of Chinese that messages share: lists, sums, words quoted of the report.

import { fold } from '../text/fold.ts';
import { MAX_LISTED, MAX_TERMS } from './limits.ts';

/** `「甲」、「乙」`, cut with 等N项 where there are many. */
export function listed(names: readonly string[], counter = '项'): string {
  const shown = names.slice(0, MAX_LISTED).join('、');
  return names.length > MAX_LISTED ? `${shown}等${names.length}${counter}` : shown;
}

/** `13+2+0+0+0+0`, `11-5`; a long sum leaves its zeros out, and an all-zero one is `0`. */
export function sumWords(values: readonly number[]): string {
  const terms = values.length > MAX_TERMS ? values.filter((value) => value !== 0) : values;
  return terms.length === 0 ? '0' : terms.map(String).join('+').replaceAll('+-', '-');
}

/** Words of the report on one line, up to so many characters. */
export function quoted(text: string, most: number): string {
  const plain = fold(text).replaceAll(/[\s\u200b]+/gu, ' ').trim();
  return plain.length > most ? `${plain.slice(0, most)}…` : plain;
}
