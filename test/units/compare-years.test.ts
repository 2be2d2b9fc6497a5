// Both years of one unit side by side: every number of either year, each at its place in its own file.

import { serialize } from 'node:v8';
import { expect, test } from 'vitest';
import { valueOf } from '../../server/src/parse/model.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { offsetAt } from '../../server/src/text/lines.ts';
import type { Range } from '../../server/src/text/span.ts';
import { compareYears } from '../../server/src/units/compare-years.ts';
import { submissionOf } from '../../server/src/units/submission.ts';
import { reportText, twoYears } from './two-years.ts';

const [, UNIT] = twoYears(2);
if (UNIT === undefined) throw new Error('no unit');
const [NOW, BEFORE] = [parseReport(reportText(UNIT.now)), parseReport(reportText(UNIT.before))];

function submitted(report: typeof NOW) {
  const submission = submissionOf(report, { path: 'x.txt', former: false, hash: '', date: null });
  if (submission === null) throw new Error('no report');
  return submission;
}

test('of each report a review keeps some kilobytes, and nothing of its text', () => {
  const kept = serialize(submitted(NOW));
  expect(kept.length).toBeLessThan(20_000);
  expect(kept.toString('utf16le') + kept.toString('utf8')).not.toContain('主动公开');
});

const CELLS = compareYears(submitted(NOW), submitted(BEFORE));

test('each cell that is not nothing in both years stands there once, with both numbers', () => {
  const expected = [...NOW.cells.keys()].filter((key) => valueOf(NOW, key) !== 0 || valueOf(BEFORE, key) !== 0);
  expect(CELLS.map(({ cell }) => cell).toSorted()).toEqual(expected.toSorted());
  expect(CELLS.map((each) => [each.before, each.now])).toEqual(CELLS.map(({ cell }) => [valueOf(BEFORE, cell), valueOf(NOW, cell)]));
});

test('each leads to the number in this file and in the other', () => {
  const at = ({ text, lines }: typeof NOW, range: Range | null) =>
    range === null ? null : Number(text.slice(offsetAt(lines, range.start), offsetAt(lines, range.end)));
  expect(CELLS.map(({ here, there }) => [at(BEFORE, there), at(NOW, here)])).toEqual(CELLS.map(({ before, now }) => [before, now]));
});
