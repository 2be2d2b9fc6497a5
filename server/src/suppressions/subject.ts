// What does a finding speak of, so that a remark on it can be told from a remark on another?

import type { CellKey } from '../forms/form.ts';
import { valueOf, type Report } from '../parse/model.ts';
import type { Finding } from '../findings/finding.ts';
import type { Remark } from './suppression.ts';

export interface Subject extends Omit<Remark, 'note'> {
  /** Whether other words mean another finding: two sentences may quote the same cells with the same number. */
  readonly byWords: boolean;
}

/** The first sentence of a message holds the figures; what follows is reason and advice. */
const SENTENCE_END = '。';

export function subjectOf(report: Report, { rule, cells, message, span }: Finding): Subject {
  return {
    rule,
    cells,
    values: new Map(cells.map((key) => [key, valueOf(report, key)])),
    text: message.split(SENTENCE_END, 1)[0] ?? message,
    byWords: cells.length === 0 || report.claims.some((claim) => claim.numberSpan.start === span.start),
  };
}

/** Whether the remark speaks of just this, with the same figures throughout. */
export function isMeant(remark: Remark, subject: Subject): boolean {
  if (remark.rule !== subject.rule || !isSameSet(remark.cells, subject.cells)) return false;
  if ([...remark.values].some(([key, value]) => subject.values.has(key) && subject.values.get(key) !== value)) return false;
  if (remark.text === '' || remark.text === subject.text) return true;
  // A later version may say it in other words; of cells the figures are enough.
  return !subject.byWords && numbersIn(remark.text).join() === numbersIn(subject.text).join();
}

/**
 * How likely the remark was made of this finding, before something changed; 0 where it was not. Cells in common,
 * or, without cells, the same words around other numbers.
 */
export function likeness(remark: Remark, subject: Subject): number {
  if (remark.rule !== subject.rule) return 0;
  const sameWords = wordsOf(remark.text) === wordsOf(subject.text) ? 1 : 0;
  if (subject.cells.length === 0 && remark.cells.length === 0) return sameWords;
  const shared = remark.cells.filter((key) => subject.cells.includes(key)).length;
  return shared === 0 ? 0 : 1 + sameWords + (isSameSet(remark.cells, subject.cells) ? 2 : 0);
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
