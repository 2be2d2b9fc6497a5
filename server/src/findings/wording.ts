// Small pieces of Chinese that messages share: quotation marks, lists, sums, words quoted of the report.

import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import { MAX_FIRST_SENTENCE, MAX_LISTED, MAX_TERMS, MAX_TITLE } from './limits.ts';

/** `“甲”`; marks inside become ‘ ’. */
export function marked(text: string): string {
  return `“${inside(text)}”`;
}

function inside(text: string): string {
  return text.replaceAll('“', '‘').replaceAll('”', '’');
}

/** `“甲”“乙”`, and names without marks as `甲、乙`; cut with 等N项 where there are many. */
export function listed(names: readonly string[], counter = '项'): string {
  const shown = joined(names.slice(0, MAX_LISTED));
  return names.length > MAX_LISTED ? `${shown}等${names.length}${counter}` : shown;
}

function joined(names: readonly string[]): string {
  return names.join('、').replaceAll('”、“', '”“');
}

/** As many names behind `head` as a first sentence holds, at least one, then 等: the counted head says how many there are. */
export function headed(head: string, names: readonly string[], tail = ''): string {
  const said = (count: number) => `${head}${joined(names.slice(0, count))}${count < names.length ? '等' : ''}${tail}`;
  let count = names.length;
  while (count > 1 && said(count).length > MAX_FIRST_SENTENCE) count--;
  return said(count);
}

/** The second sentence where the first could not name all: `还有“丙”“丁”。`; else nothing. */
export function allOf(first: string, names: readonly string[], counter = '项'): string {
  const rest = names.filter((name) => !first.includes(name));
  return rest.length === 0 ? '' : `还有${listed(rest, counter)}。`;
}

/** The first of the sentences that fits, else the last. */
export function fitting(...[best, ...others]: readonly [string, ...string[]]): string {
  return [best, ...others].find((words) => words.length <= MAX_FIRST_SENTENCE) ?? others.at(-1) ?? best;
}

/** The first of the titles that fits, else the last. */
export function titled(...[best, ...others]: readonly [string, ...string[]]): string {
  return [best, ...others].find((words) => words.length < MAX_TITLE) ?? others.at(-1) ?? best;
}

/** `13+2+0+0+0+0`, `11-5`; a long sum leaves its zeros out, and an all-zero one is `0`. */
export function sumWords(values: readonly number[]): string {
  const terms = values.length > MAX_TERMS ? values.filter((value) => value !== 0) : values;
  return terms.length === 0 ? '0' : terms.map(String).join('+').replaceAll('+-', '-');
}

/** Words of the report on one line as they stand there, up to so many characters, to be put between quotation marks. */
export function quoted(text: string, most: number): string {
  return inside(shortened(text, most));
}

/** What stands there; where it is marked up the words alone. */
export function asWritten({ text, folded }: { readonly text: string; readonly folded: string }, { start, end }: Span): string {
  const written = text.slice(start, end);
  return written.includes('<') ? folded.slice(start, end) : written;
}

/** Two wordings of one thing, where they are longer than that from shortly before they part. */
export function quotedApart(one: string, other: string, most: number): readonly [string, string] {
  if (Math.max(one.length, other.length) <= most) return [quoted(one, most), quoted(other, most)];
  const parting = [...one].findIndex((character, at) => fold(character) !== fold(other[at] ?? ''));
  const start = Math.max(0, (parting < 0 ? Math.min(one.length, other.length) : parting) - CONTEXT);
  const from = (text: string) => (start === 0 ? '' : '…') + quoted(text.slice(start), most);
  return [from(one), from(other)];
}

const CONTEXT = 3;

/** Folded words for a key, up to so many characters, as messages have always quoted them. */
export function cut(text: string, most: number): string {
  return shortened(fold(text), most);
}

function shortened(text: string, most: number): string {
  const plain = text.replaceAll(/[\s\u200b]+/gu, ' ').trim();
  return plain.length > most ? `${plain.slice(0, most)}…` : plain;
}
