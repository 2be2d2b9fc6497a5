// Subject of a finding: what tells a suppression of it from one of another finding.

import type { CellKey } from '../forms/form.ts';
import { valueOf, type Report } from '../parse/model.ts';
import type { Finding } from '../findings/finding.ts';
import type { Suppression } from './suppression.ts';

export type Subject = Omit<Suppression, 'note'>;

/** The first sentence of a message says what and where; what follows is evidence and advice. */
const SENTENCE_END = '。';

export function subjectOf(report: Report, { rule, cells, key, message }: Finding): Subject {
  return {
    rule,
    cells,
    values: new Map(cells.map((cell) => [cell, valueOf(report, cell)])),
    key: key ?? null,
    text: message.split(SENTENCE_END, 1)[0] ?? message,
  };
}

/** Whether the suppression speaks of just this: of cells the rule, the cells and their values tell, of the rest the rule's own key. */
export function isMeant(suppression: Suppression, subject: Subject): boolean {
  if (suppression.rule !== subject.rule || !isSameSet(suppression.cells, subject.cells)) return false;
  if ([...suppression.values].some(([key, value]) => subject.values.has(key) && subject.values.get(key) !== value)) return false;
  const byCells = subject.cells.length > 0;
  if (subject.key === null) return byCells || suppression.text === subject.text;
  if (suppression.key !== null) return wordsIn(suppression.key) === wordsIn(subject.key);
  return (byCells && suppression.text === '') || holds(suppression.text, subject.key);
}

/**
 * How likely the suppression was made of this finding, before something changed; 0 where it was not. Cells in common,
 * or, without cells, the same words around other numbers.
 */
export function likeness(suppression: Suppression, subject: Subject): number {
  if (suppression.rule !== subject.rule) return 0;
  const sameWords = hasSameWords(suppression, subject) ? 1 : 0;
  if (subject.cells.length === 0 && suppression.cells.length === 0) return sameWords;
  const shared = suppression.cells.filter((key) => subject.cells.includes(key)).length;
  return shared === 0 ? 0 : 1 + sameWords + (isSameSet(suppression.cells, subject.cells) ? 2 : 0);
}

function hasSameWords(suppression: Suppression, subject: Subject): boolean {
  if (subject.key === null) return wordsOf(suppression.text) === wordsOf(subject.text);
  if (suppression.key !== null) return wordsOf(wordsIn(suppression.key)) === wordsOf(wordsIn(subject.key));
  return subject.key.length > 0 && holds(wordsOf(suppression.text), subject.key.map(wordsOf));
}

/** Files written before there were keys have none, but a first sentence in which its words stand. */
function holds(text: string, key: readonly string[]): boolean {
  return text !== '' && key.every((word) => text.includes(word));
}

/** A key as one text, for comparing and for its numbers. */
export function wordsIn(key: readonly string[]): string {
  return key.join('，');
}

export function numbersIn(text: string): readonly string[] {
  return text.match(NUMBER) ?? [];
}

export function wordsOf(text: string): string {
  return text.replaceAll(NUMBER, '#');
}

const NUMBER = /\d+(?:\.\d+)?/gu;

function isSameSet(one: readonly CellKey[], other: readonly CellKey[]): boolean {
  return one.length === other.length && one.every((key) => other.includes(key));
}
