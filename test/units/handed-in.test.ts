// Lateness: the earliest day that is known tells, and the days of a copy tell nothing.

import { describe, expect, test } from 'vitest';
import { copiedTogether, handedInOf } from '../../server/src/units/handed-in.ts';
import { versionOf } from '../../server/src/units/second-look.ts';
import { reviewTexts } from './in-memory.ts';
import { reportText, twoYears } from './two-years.ts';

const DUE = '2025-01-31';
const UNITS = twoYears(12);
const files = (dates: readonly string[]) =>
  UNITS.map(({ unit, now }, index) => ({ path: `${unit.name}.txt`, text: reportText(now), date: dates[index] ?? DUE }));
const reviewed = (dates: readonly string[]) => reviewTexts(files(dates), { names: UNITS.map(({ unit }) => unit.name), due: DUE });
const late = ({ units }: ReturnType<typeof reviewed>) =>
  units.flatMap(({ entry, findings }) => (findings.some(({ rule }) => rule === 'unit-late') ? [entry.unit.name] : []));
const nameOf = (index: number) => UNITS[index]?.unit.name;

describe('reports of one day behind the due date', () => {
  const copied: readonly string[] = UNITS.map((_, index) => (index % 3 === 0 ? '2025-02-06' : '2025-02-05'));

  test('are a copy where nearly all have it: told once, as not checked', () => {
    const review = reviewed(copied);
    expect(late(review)).toEqual([]);
    expect(review.notes).toEqual([expect.stringMatching(/^迟报未核对：12份年报的日期都是2025-02-05前后，晚于报送期限2025-01-31/u)]);
  });

  test('what came later than the copy is late', () => {
    const review = reviewed(copied.with(4, '2025-02-12'));
    expect(late(review)).toEqual([nameOf(4)]);
    expect(review.notes).toHaveLength(1);
  });

  test('are late where others came in time', () => {
    const review = reviewed(copied.map((date, index) => (index < 8 ? '2025-01-20' : date)));
    expect(late(review)).toEqual([8, 9, 10, 11].map(nameOf));
    expect(review.notes).toEqual([]);
  });

  test('a copy made in time tells nothing and says nothing', () => {
    const review = reviewed(copied.map(() => DUE));
    expect([late(review), review.notes]).toEqual([[], []]);
  });
});

test.each<[readonly string[], string | null, number | null]>([
  [Array.from({ length: 5 }, () => '2025-02-05'), DUE, 5],
  [Array.from({ length: 4 }, () => '2025-02-05'), DUE, null],
  [Array.from({ length: 5 }, () => '2025-02-05'), null, null],
  [['2025-01-20', ...Array.from({ length: 9 }, () => '2025-02-28'), '2025-03-01'], DUE, 10],
  [['2025-02-02', '2025-02-04', '2025-02-06', '2025-02-08', '2025-02-10'], DUE, null],
  [[], DUE, null],
])('%j, due %s', (dates, due, count) => {
  expect(copiedTogether(dates, due)?.count ?? null).toBe(count);
});

test('the earliest day counts, of the file or of a kept version of the same year', () => {
  const current = reviewed([]).units[0]?.entry.current;
  if (current === null || current === undefined) throw new Error('no report');
  const kept = (date: string, handedIn: string | null, year = current.year) => ({
    ...versionOf({ ...current, date: handedIn, year }, [], { date, verdict: 'recorded' }),
  });
  const file = { ...current, date: '2025-02-20' };
  expect(handedInOf(null, [])).toBeNull();
  expect(handedInOf({ ...current, date: null }, [])).toBeNull();
  expect(handedInOf(file, [])).toEqual({ date: '2025-02-20', kept: null });
  expect(handedInOf(file, [kept('2025-02-03', '2025-01-30'), kept('2025-02-10', '2025-02-09')])).toEqual({ date: '2025-01-30', kept: '2025-02-03' });
  // The clock of a copy may be ahead of the day on which it was looked at.
  expect(handedInOf(file, [kept('2025-01-29', '2025-02-15')])).toEqual({ date: '2025-01-29', kept: '2025-01-29' });
  expect(handedInOf(file, [kept('2024-01-29', '2024-01-20', 2022)])).toEqual({ date: '2025-02-20', kept: null });
});
