// Totals that change when all are recomputed, and the warning where that would only hide a mistake.

import { expect, test } from 'vitest';
import { breaksBalance, recomputeTotals } from '../../server/src/equations/recompute.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { applyEdits } from '../support/apply.ts';
import { draftWith } from '../support/draft.ts';

test('a consistent table needs nothing', () => expect(recomputeTotals(parseReport(draftWith({})), 'applications')).toEqual([]));

test('a corrected addend is carried up to the corner of （七）, and the balance is said to break', () => {
  const report = parseReport(draftWith({ 'applications/granted/natural': '10' }));
  const totals = recomputeTotals(report, 'applications');
  expect(totals.map(({ key, from, to }) => `${key} ${from} ${to}`)).toEqual([
    'applications/granted/total 11 13',
    'applications/total/total 16 18',
    'applications/total/natural 12 14',
  ]);
  expect(breaksBalance(report, totals)).toBe(true);
});

test('stale totals alone become the right ones', () => {
  const text = draftWith({ 'applications/granted/total': '12', 'disputes/review/total': '' });
  const report = parseReport(text);
  const totals = [...recomputeTotals(report, 'applications'), ...recomputeTotals(report, 'disputes')];
  expect(breaksBalance(report, totals)).toBe(false);
  expect(
    applyEdits(
      text,
      totals.map((total) => total.edit),
    ),
  ).toBe(draftWith({}));
});

test('a total of something that is no number is left alone', () => {
  const totals = recomputeTotals(parseReport(draftWith({ 'applications/granted/natural': '见附件', 'applications/granted/total': '12' })), 'applications');
  expect(totals.map(({ key }) => key)).not.toContain('applications/granted/total');
});
