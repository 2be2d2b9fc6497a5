// Blank totals that the table itself fills.

import { expect, test } from 'vitest';
import { blankTotals, isFillable } from '../../server/src/equations/blank-totals.ts';
import { evaluateEquations } from '../../server/src/equations/evaluate.ts';
import type { CellKey } from '../../server/src/forms/form.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { draftWith } from '../support/draft.ts';

function totalsOf(cells: Readonly<Record<CellKey, string>>) {
  const report = parseReport(draftWith(cells));
  const found = blankTotals({ report, equations: evaluateEquations(report) });
  return found.map((total) => [total.cell.key, total.value, isFillable(total)]);
}

test('those with addends, each once', () => {
  const cells = { 'applications/granted/total': '', 'applications/total/natural': '', 'applications/total/total': '', 'disputes/review/total': '' };
  expect(totalsOf(cells)).toEqual([
    ['applications/granted/total', 11, true],
    ['applications/total/total', 16, true],
    ['applications/total/natural', 12, true],
    ['disputes/review/total', 2, true],
  ]);
});

test('the corner by its row, as its addends are told', () => {
  const report = parseReport(draftWith({ 'applications/total/total': '' }));
  const [corner] = blankTotals({ report, equations: evaluateEquations(report) });
  expect(corner?.addends).toEqual(['natural', 'business', 'research', 'charity', 'legal', 'other'].map((column) => `applications/total/${column}`));
});

test('not those that are 0', () => {
  expect(totalsOf({ 'applications/secret/total': '', 'disputes/direct/total': '' })).toEqual([]);
});

test('not those on whose value row and column disagree', () => {
  expect(totalsOf({ 'applications/granted/total': '12', 'applications/total/total': '' })).toEqual([]);
});

test('not those that a broken balance contradicts', () => {
  expect(totalsOf({ 'applications/total/natural': '', 'applications/new/natural': '15', 'applications/new/total': '19' })).toEqual([]);
});

test('also those that another broken sum only adds up', () => {
  // 新收 is right by its row; the balance it stands in is broken by 结转.
  expect(totalsOf({ 'applications/new/total': '', 'applications/carried-out/total': '2' })).toEqual([['applications/new/total', 16, true]]);
});

test('a sum with a decimal fraction in it is no value', () => {
  expect(totalsOf({ 'disputes/review/upheld': '1.5', 'disputes/review/total': '' })).toEqual([['disputes/review/total', 2.5, false]]);
});
