// Which of the figures a remark was made of have changed since, in words?

import { valueOf, type Report } from '../parse/model.ts';
import { cellName } from '../findings/describe.ts';
import type { Suppression } from './suppression.ts';
import { numbersIn, wordsIn, wordsOf, type Subject } from './subject.ts';
import { MAX_CHANGES_NAMED } from './limits.ts';

/** “一、本年新收·总计”由 38 改为 39; without such a cell the numbers of the key, else what was said before. */
export function changeWords(report: Report, remark: Suppression, subject: Subject): string {
  const cells = [...remark.values]
    .filter(([key, value]) => valueOf(report, key) !== value)
    .map(([key, value]) => `${cellName(report.detectedForm.form, key)}${fromTo(value, valueOf(report, key))}`);
  if (cells.length > 0) return listed(cells);
  const numbers =
    remark.key !== null && subject.key !== null ? changedNumbers(wordsIn(remark.key), wordsIn(subject.key)) : changedNumbers(remark.text, subject.text);
  return numbers.length > 0 ? listed(numbers) : `原为“${remark.text}”`;
}

/** 由 40 改为 41, where nothing but numbers differs. */
function changedNumbers(before: string, now: string): readonly string[] {
  if (wordsOf(before) !== wordsOf(now)) return [];
  const current = numbersIn(now);
  return numbersIn(before).flatMap((number, index) => (number === current[index] ? [] : [fromTo(number, current[index] ?? null)]));
}

function fromTo(before: number | string | null, now: number | string | null): string {
  return `由 ${before ?? '未填'} 改为 ${now ?? '未填'}`;
}

function listed(words: readonly string[]): string {
  const shown = words.slice(0, MAX_CHANGES_NAMED).join('，');
  return words.length > MAX_CHANGES_NAMED ? `${shown}等${words.length}处` : shown;
}
