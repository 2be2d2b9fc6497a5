// Target values of a row's or a column's cells, as the sums that cross it give them.

import { describe, expect, test } from 'vitest';
import { evaluateEquations } from '../../server/src/equations/evaluate.ts';
import { addsUp, lineKeys, targetOf } from '../../server/src/equations/target.ts';
import type { CellKey } from '../../server/src/forms/form.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { draftWith } from '../support/draft.ts';

type Cells = Readonly<Record<string, string>>;

/** What is asked of a row or column of table three in the draft with these cells, `row/column`. */
function asked(axis: 'row' | 'column', id: string, cells: Cells = {}): readonly (number | null)[] {
  const report = parseReport(draftWith(Object.fromEntries(Object.entries(cells).map(([place, text]) => [`applications/${place}`, text]))));
  const keys = [...report.cells.keys()].filter((key) => key.startsWith('applications/'));
  return targetOf(report, evaluateEquations(report), lineKeys(keys, axis, id));
}

const GRANTED = [8, 2, 0, 0, 1, 0, 11];

describe('a row is asked for', () => {
  test.each<[string, string, Cells, readonly (number | null)[]]>([
    ['what it holds where all is right', 'granted', {}, GRANTED],
    ['what the columns say, whatever stands there', 'granted', { 'granted/natural': '80', 'granted/total': 'x', 'granted/legal': '' }, GRANTED],
    ['what is lacking where another row is wrong', 'granted', { 'partial/natural': '3' }, [7, ...GRANTED.slice(1)]],
    ['nothing where that would be below zero', 'granted', { 'total/natural': '3' }, [null, ...GRANTED.slice(1)]],
    ['nothing where another cell of the column cannot be read', 'granted', { 'partial/natural': 'x' }, [null, ...GRANTED.slice(1)]],
    ['what a blank of the column leaves', 'granted', { 'secret/natural': '' }, GRANTED],
    ['what column and balance say alike', 'total', {}, [12, 3, 0, 0, 1, 0, 16]],
    ['nothing where column and balance disagree', 'total', { 'new/natural': '15' }, [null, 3, 0, 0, 1, 0, 16]],
    ['what the balance says, on its left', 'new', {}, [12, 3, 0, 0, 1, 0, 16]],
    ['what the balance says, on its right', 'carried-out', { 'new/business': '5' }, [1, 2, 0, 0, 0, 0, 1]],
  ])('%s', (_, row, cells, due) => expect(asked('row', row, cells)).toEqual(due));
});

describe('a column is asked for', () => {
  test('what its rows say', () => {
    const column = asked('column', 'natural', { 'granted/natural': '80', 'total/natural': '0' });
    expect(column.slice(0, 4)).toEqual([12, 1, 8, 2]);
    expect(column.at(-2)).toBe(12);
  });

  test('nothing where a cell of the row is absent', () => {
    const text = draftWith({ 'applications/granted/natural': '80' });
    const report = parseReport(text);
    const without = { ...report, cells: new Map([...report.cells].filter(([key]) => key !== 'applications/granted/legal')) };
    expect(targetOf(without, evaluateEquations(without), ['applications/granted/natural' as CellKey, 'applications/partial/natural' as CellKey])).toEqual([
      null,
      2,
    ]);
  });
});

test('a sum that was spent on reading the row asks nothing of it', () => {
  const report = { ...parseReport(draftWith({})), equationsUsedToSplit: ['column-total/natural'] };
  const keys = lineKeys(
    [...report.cells.keys()].filter((key) => key.startsWith('applications/')),
    'row',
    'granted',
  );
  expect(targetOf(report, evaluateEquations(report), keys)).toEqual([null, ...GRANTED.slice(1)]);
});

test.each<[readonly (number | null)[], boolean]>([
  [[8, 2, 1, 11], true],
  [[8, 2, 1, 12], false],
  [[8, null, 1, 9], false],
  [[0, 0], true],
  [[], true],
  [[3], false],
])('%j adds up: %s', (values, does) => expect(addsUp(values)).toBe(does));
