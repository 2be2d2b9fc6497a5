// Explanations of broken sums: how they are weighed, and the kind of mistake each stands for.

import { describe, expect, test } from 'vitest';
import { evaluateEquations } from '../../server/src/equations/evaluate.ts';
import {
  areExchanged,
  explain,
  isRowConsistent,
  moveOf,
  ranked,
  standsOut,
  type Change,
  type Explanation,
  type OutsideFact,
} from '../../server/src/diagnosis/explanation.ts';
import { locate } from '../../server/src/diagnosis/locate.ts';
import { slipOf } from '../../server/src/diagnosis/explanation.ts';
import { systemOf } from '../../server/src/equations/system.ts';
import type { CellKey } from '../../server/src/forms/form.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { draftWith } from '../support/draft.ts';

/** `row/column from to` of table three, or `table/row/column from to`. */
function changed(line: string): Change {
  const [place = '', from, to] = line.split(' ');
  const key = (place.split('/').length === 3 ? place : `applications/${place}`) as CellKey;
  return { key, from: Number(from), to: Number(to), slip: slipOf(Number(to), Number(from)) };
}

/** The changes in the plain draft, with what is known from elsewhere. */
function explained(lines: readonly string[], facts: readonly OutsideFact[] = []): Explanation {
  const changes = lines.map(changed);
  const report = parseReport(draftWith(Object.fromEntries(changes.map(({ key, from }) => [key, String(from)]))));
  const equations = evaluateEquations(report);
  const system = systemOf(report, equations, equations.all);
  return explain(
    report,
    system,
    facts,
    changes.map(({ key, from, to }) => ({ cell: system.indexOf.get(key) ?? -1, by: to - from })),
  );
}

const weighed = (support: number, cost: number, ...lines: readonly string[]): Explanation => ({
  changes: lines.map(changed),
  deltas: [],
  support,
  facts: [],
  against: [],
  cost,
});

describe('two numbers in each other’s place', () => {
  test.each<[string, readonly string[], boolean]>([
    ['of one row', ['granted/natural 2 8', 'granted/business 8 2'], true],
    ['of any two cells', ['granted/natural 2 8', 'partial/business 8 2'], true],
    ['that differ by two', ['granted/natural 0 2', 'granted/business 2 0'], true],
    ['that differ by one', ['granted/natural 1 2', 'granted/business 2 1'], false],
    ['of which only one is the other’s', ['granted/natural 2 8', 'granted/business 8 3'], false],
    ['of which only the other is the one’s', ['granted/natural 2 8', 'granted/business 9 2'], false],
    ['and a third', ['granted/natural 2 8', 'granted/business 8 2', 'granted/legal 0 1'], false],
    ['of which one is known', ['granted/natural 2 8'], false],
  ])('%s', (_, lines, are) => expect(areExchanged(lines.map(changed))).toBe(are));

  test('cost one slip, whatever the numbers are', () => {
    expect(explained(['granted/natural 2 8', 'granted/business 8 2']).cost).toBe(1);
    expect(explained(['granted/natural 2 347', 'granted/business 347 2']).cost).toBe(1);
  });

  test('come first among the rows that may hold the cases', () => {
    const report = parseReport(
      draftWith({
        'applications/granted/natural': '2',
        'applications/granted/business': '8',
        'applications/partial/business': '9',
        'applications/partial/total': '11',
        'applications/total/business': '12',
        'applications/total/total': '25',
        'applications/new/business': '12',
        'applications/new/total': '25',
      }),
    );
    const [mistake] = locate(report, evaluateEquations(report)).mistakes;
    const candidates = mistake?.kind === 'misfiled' ? mistake.candidates : [];
    expect(candidates.length).toBeGreaterThan(1);
    expect(candidates.map(({ changes }) => areExchanged(changes))).toEqual(candidates.map((_, index) => index === 0));
  });
});

describe('the cost of other changes', () => {
  const slips = (lines: readonly string[]) => lines.map(changed).reduce((sum, { slip }) => sum + slip.cost, 0);

  test.each<[string, readonly string[], number]>([
    ['of one cell is its slip', ['granted/natural 18 8'], 0],
    ['of two cells is that of both slips', ['granted/natural 18 8', 'partial/natural 20 2'], 0],
    ['of a cell and its total is that of both slips', ['granted/natural 9 8', 'granted/total 12 11'], 0],
    ['of two totals of rows is more', ['granted/total 12 11', 'partial/total 3 2'], 2],
    ['of two totals of columns is more', ['total/natural 18 12', 'total/business 9 3'], 2],
    ['of one total alone is its slip', ['granted/total 12 11'], 0],
    ['of a row’s and a column’s total is that of both slips', ['granted/total 12 11', 'total/natural 18 12'], 0],
  ])('%s', (_, lines, more) => expect(explained(lines).cost).toBeCloseTo(slips(lines) + more));
});

describe('what is known from elsewhere', () => {
  const fact = (words: string, value: number, ...cells: readonly string[]): OutsideFact => ({
    words,
    value,
    cells: cells.map((cell) => `applications/${cell}` as CellKey),
  });
  const wrong = ['granted/natural 18 8'];

  test.each<[string, readonly OutsideFact[], Pick<Explanation, 'support' | 'facts' | 'against'>]>([
    ['speaks for what makes it hold', [fact('八件', 8, 'granted/natural')], { support: 1, facts: ['八件'], against: [] }],
    ['speaks against what breaks it', [fact('十八件', 18, 'granted/natural')], { support: -1, facts: [], against: ['十八件'] }],
    [
      'is weighed fact by fact',
      [fact('八件', 8, 'granted/natural'), fact('共十件', 10, 'granted/natural', 'granted/business'), fact('十八件', 18, 'granted/natural')],
      { support: 1, facts: ['八件', '共十件'], against: ['十八件'] },
    ],
    ['says nothing where it fails either way', [fact('九件', 9, 'granted/natural')], { support: 0, facts: [], against: [] }],
    ['says nothing of other cells', [fact('两件', 2, 'granted/business')], { support: 0, facts: [], against: [] }],
    [
      'says nothing where a reading of other cells holds either way',
      [fact('八件', 8, 'granted/natural'), fact('八件', 2, 'granted/business')],
      { support: 0, facts: [], against: [] },
    ],
    ['holds if one of its readings does', [fact('八件', 8, 'granted/natural'), fact('八件', 18, 'granted/natural')], { support: 0, facts: [], against: [] }],
  ])('%s', (_, facts, said) => expect(explained(wrong, facts)).toMatchObject(said));

  test('says nothing where its sum stays the same', () => {
    expect(explained(['granted/natural 7 8', 'granted/other 2 1'], [fact('共九件', 9, 'granted/natural', 'granted/other')])).toMatchObject({
      support: 0,
      facts: [],
      against: [],
    });
  });
});

test('the best comes first: facts, then slips, then the greater numbers, then the order of the form', () => {
  const inOrder = [
    weighed(1, 9, 'granted/natural 1 2'),
    weighed(0, 1, 'granted/natural 1 2'),
    weighed(0, 2, 'granted/natural 2 30'),
    weighed(0, 2, 'partial/natural 20 3'),
    weighed(0, 2, 'partial/natural 4 5', 'partial/legal 9 8'),
    weighed(0, 2, 'granted/natural 7 6'),
    weighed(0, 2, 'partial/natural 6 7'),
    weighed(-1, 1, 'granted/natural 1 2'),
  ];
  expect(ranked([...inOrder.slice(4, 7), ...inOrder.slice(0, 4).toReversed(), ...inOrder.slice(7)])).toEqual(inOrder);
});

describe('the first stands out', () => {
  type Weight = readonly [support: number, cost: number];
  test.each<[string, readonly Weight[], { readonly facts: boolean; readonly slips: boolean }]>([
    ['nowhere where there is none', [], { facts: false, slips: false }],
    ['by slips where it is alone', [[0, 9]], { facts: false, slips: true }],
    ['where it is alone with a fact', [[1, 9]], { facts: true, slips: true }],
    [
      'where a fact speaks for it',
      [
        [1, 9],
        [0, 1],
      ],
      { facts: true, slips: true },
    ],
    [
      'where more facts speak for it',
      [
        [2, 1],
        [1, 1],
      ],
      { facts: true, slips: true },
    ],
    [
      'not where as many speak for the next',
      [
        [1, 1],
        [1, 2],
      ],
      { facts: false, slips: false },
    ],
    [
      'by slips where the next is clearly less likely',
      [
        [0, 1],
        [0, 3],
      ],
      { facts: false, slips: true },
    ],
    [
      'not where the next is nearly as likely',
      [
        [0, 1],
        [0, 2.9],
      ],
      { facts: false, slips: false },
    ],
    [
      'not because a fact speaks against the next',
      [
        [0, 1],
        [-1, 1],
      ],
      { facts: false, slips: false },
    ],
    [
      'not where facts speak against both',
      [
        [-1, 1],
        [-1, 9],
      ],
      { facts: false, slips: false },
    ],
    [
      'not where fewer facts speak against it',
      [
        [-1, 1],
        [-2, 1],
      ],
      { facts: false, slips: false },
    ],
    [
      'not by slips where only facts speak against the next',
      [
        [0, 1],
        [-1, 9],
      ],
      { facts: false, slips: false },
    ],
  ])('%s', (_, weights, due) => {
    const all = weights.map(([support, cost]) => weighed(support, cost));
    expect({ facts: standsOut(all, 'facts'), slips: standsOut(all, 'slips') }).toEqual(due);
  });
});

describe('cases out of one cell and into another', () => {
  test.each<[string, readonly string[], object | null]>([
    [
      'of a row',
      ['granted/natural 7 8', 'granted/other 1 0'],
      { axis: 'row', id: 'granted', count: 1, out: { key: 'applications/granted/other' }, into: { key: 'applications/granted/natural' } },
    ],
    [
      'of a column',
      ['granted/natural 11 8', 'partial/natural 0 3'],
      { axis: 'column', id: 'natural', count: 3, out: { key: 'applications/granted/natural' }, into: { key: 'applications/partial/natural' } },
    ],
    ['of neither', ['granted/natural 7 8', 'partial/other 1 0'], null],
    ['of two tables', ['granted/total 7 8', 'disputes/review/total 1 0'], null],
    ['of rows of one name in two tables', ['granted/total 7 8', 'disputes/granted/upheld 1 0'], null],
    ['of another number', ['granted/natural 7 8', 'granted/other 2 0'], null],
    ['both of which grow', ['granted/natural 7 8', 'granted/other 0 1'], null],
    ['and a third', ['granted/natural 7 8', 'granted/other 1 0', 'granted/legal 1 0'], null],
    ['that is not there', ['granted/natural 7 8'], null],
  ])('%s', (_, lines, due) => {
    const move = moveOf({ ...weighed(0, 0), changes: lines.map(changed) });
    if (due === null) expect(move).toBeNull();
    else expect(move).toMatchObject(due);
  });
});

test.each<[string, readonly string[], boolean]>([
  ['a cell and the total of its row', ['granted/natural 9 8', 'granted/total 12 11'], true],
  ['the total of a row and its cell', ['granted/total 12 11', 'granted/natural 9 8'], true],
  ['a cell and the total of another row', ['granted/natural 9 8', 'partial/total 3 2'], false],
  ['two cells of a row', ['granted/natural 9 8', 'granted/legal 1 0'], false],
  ['two totals', ['granted/total 12 11', 'partial/total 3 2'], false],
  ['a cell and the total of its row by another number', ['granted/natural 10 8', 'granted/total 12 11'], false],
  ['a cell and the total of its column', ['granted/natural 9 8', 'total/natural 13 12'], false],
  ['three cells', ['granted/natural 9 8', 'granted/total 12 11', 'granted/legal 1 0'], false],
  ['one cell', ['granted/natural 9 8'], false],
])('%s are one case miscounted: %s → %s', (_, lines, is) => expect(isRowConsistent({ ...weighed(0, 0), changes: lines.map(changed) })).toBe(is));
