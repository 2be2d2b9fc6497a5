// Blank, absent and contradictory cells as counted among the form's equations.

import { describe, expect, test } from 'vitest';
import { evaluateEquations, type EquationState } from '../../server/src/equations/evaluate.ts';
import type { CellKey } from '../../server/src/forms/form.ts';
import { NEWEST_FORM } from '../../server/src/forms/index.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { composeDraft, draftWith, type DraftForm } from '../support/draft.ts';

function stateOf(cells: Readonly<Record<CellKey, string>>, form: DraftForm = '2021') {
  return evaluateEquations(parseReport(draftWith(cells, { form })));
}

function brokenOf({ all }: Pick<EquationState, 'all'>): readonly string[] {
  return all.filter(({ status }) => status === 'broken').map(({ spec }) => spec.id);
}

describe('tally', () => {
  test.each([
    ['2021', 42],
    ['2019', 40],
    ['hybrid', 40],
  ] as const)('of a valid %s draft holds in full', (form, total) => {
    expect(stateOf({}, form).tally).toEqual({ total, holding: total, broken: 0, unchecked: 0 });
  });

  test('keeps the form’s count where tables are missing', () => {
    const text = composeDraft({ form: '2021', layout: 'space' }).split('四、政府信息公开')[0] ?? '';
    expect(evaluateEquations(parseReport(text)).tally).toEqual({ total: 42, holding: 39, broken: 0, unchecked: 3 });
    const newest = NEWEST_FORM.equations.length;
    expect(evaluateEquations(parseReport('')).tally).toEqual({ total: newest, holding: 0, broken: 0, unchecked: newest });
  });

  test('counts one wrong addend in its row and in its column', () => {
    const { all, tally } = stateOf({ 'applications/granted/natural': '9' });
    expect(tally.broken).toBe(2);
    expect(brokenOf({ all })).toEqual(['row-total/granted', 'column-total/natural']);
  });
});

describe('blank cells', () => {
  test('read as 0 where every equation holds so', () => {
    const { tally, filling } = stateOf({ 'applications/secret/natural': '', 'applications/secret/total': '' });
    expect(tally.holding).toBe(42);
    expect([...filling.values()]).toEqual([0, 0]);
  });

  test('that are totals are computed, and their equations wait', () => {
    const { tally, filling } = stateOf({ 'applications/granted/total': '', 'applications/total/natural': '' });
    expect(filling.get('applications/granted/total')).toBe(11);
    expect(filling.get('applications/total/natural')).toBe(12);
    expect(tally).toEqual({ total: 42, holding: 37, broken: 0, unchecked: 5 });
  });

  test('that are the corner of （七） are computed from totals that are blank themselves', () => {
    const { filling } = stateOf({
      'applications/total/natural': '',
      'applications/total/business': '',
      'applications/total/total': '',
    });
    expect(filling.get('applications/total/total')).toBe(16);
  });

  test('that are the corner wait with a total of （七） that waits for an addend', () => {
    const { tally, filling } = stateOf({ 'applications/granted/natural': '', 'applications/total/natural': '', 'applications/total/total': '' });
    expect([...filling.values()]).toEqual([8, 12, 16]);
    expect(tally.broken).toBe(0);
  });

  test('that cannot be 0 take the value that row and column force', () => {
    const { tally, filling } = stateOf({ 'applications/partial/natural': '' });
    expect(filling.get('applications/partial/natural')).toBe(2);
    expect(tally.broken).toBe(0);
  });

  test('stay 0 where row and column force different values', () => {
    const { all, filling } = stateOf({ 'applications/partial/natural': '', 'applications/partial/total': '3' });
    expect(filling.get('applications/partial/natural')).toBe(0);
    expect(brokenOf({ all })).toEqual(['row-total/partial', 'column-total/natural', 'column-total/total']);
  });

  test('hide no broken sum that no count could mend', () => {
    const { all } = stateOf({ 'applications/granted/research': '', 'applications/granted/charity': '', 'applications/granted/total': '9' });
    expect(brokenOf({ all })).toEqual(['row-total/granted', 'column-total/total']);
  });

  test('leave equations unchecked where several fillings would do', () => {
    const { tally, filling } = stateOf({
      'applications/new/natural': '',
      'applications/new/business': '',
      'applications/granted/natural': '',
      'applications/granted/business': '',
      'applications/not-held/natural': '',
      'applications/not-held/business': '',
      'applications/total/natural': '',
      'applications/total/business': '',
      'applications/granted/legal': '',
    });
    // What is certain among them stands.
    expect(filling.get('applications/granted/legal')).toBe(1);
    expect(tally).toEqual({ total: 42, holding: 33, broken: 0, unchecked: 9 });
    expect([...filling.values()]).toContain(null);
  });
});

describe('blanks that leave more than one way', () => {
  test('may be outside the equations, and are nobody’s to fill', () => {
    expect(stateOf({ 'enforcement/penalties/decisions': '', 'issued/normative/made': '' }).filling.size).toBe(0);
  });

  test('are filled from the other sum where one cannot be read', () => {
    const { filling } = stateOf({ 'applications/granted/business': '约2', 'applications/granted/natural': '' });
    expect(filling).toEqual(new Map([['applications/granted/natural', 8]]));
  });

  test('are filled where a whole row is absent', () => {
    const text = draftWith({ 'applications/granted/natural': '' }).replace(/^.*重复申请.*\n/mu, '');
    expect(evaluateEquations(parseReport(text)).filling).toEqual(new Map([['applications/granted/natural', 8]]));
  });

  test('are on the right side of the one sum that can be read', () => {
    const { filling } = stateOf({ 'applications/carried-out/business': '约0', 'applications/carried-out/natural': '' });
    expect(filling).toEqual(new Map([['applications/carried-out/natural', 1]]));
  });

  test('stay 0 on both sides of a balance that holds so', () => {
    const { filling } = stateOf({
      'applications/new/research': '',
      'applications/new/charity': '约0',
      'applications/carried-out/research': '',
      'applications/carried-out/charity': '约0',
    });
    expect([...filling.values()]).toEqual([0, 0]);
  });

  test('are computed one after the other', () => {
    const { filling } = stateOf({ 'applications/new/natural': '', 'applications/new/total': '', 'applications/carried-out/total': '约1' });
    expect(filling).toEqual(
      new Map([
        ['applications/new/natural', 12],
        ['applications/new/total', 16],
      ]),
    );
  });

  test('are 0 each where together they must be 0 or less', () => {
    const square = {
      'applications/granted/research': '',
      'applications/granted/charity': '',
      'applications/partial/research': '',
      'applications/partial/charity': '',
    };
    const tooSmall = stateOf({ ...square, 'applications/granted/total': '9', 'applications/partial/total': '1' });
    expect([...tooSmall.filling.values()]).toEqual([0, 0, 0, 0]);
    const tooBig = stateOf({ ...square, 'applications/granted/total': '12', 'applications/partial/total': '3' });
    expect([...tooBig.filling.values()]).toEqual([0, 0, 0, 0]);
    expect(brokenOf(tooBig)).toEqual(['row-total/granted', 'row-total/partial', 'column-total/total']);
  });

  test('are 0 where together they would be below it, on the right side of a balance too', () => {
    const { filling } = stateOf({ 'applications/carried-out/natural': '', 'applications/carried-out/business': '约0', 'applications/total/natural': '15' });
    expect(filling).toEqual(new Map([['applications/carried-out/natural', 0]]));
  });

  test('stay 0 where no sum that can be read fails, and a total follows from them', () => {
    const { filling } = stateOf({ 'applications/granted/business': '', 'applications/granted/other': '约1', 'applications/total/business': '' });
    expect([...filling.values()]).toEqual([0, 1]);
  });

  test('are each filled from their balance where their row waits for more than one', () => {
    const { filling } = stateOf({ 'applications/new/natural': '', 'applications/new/business': '', 'applications/new/total': '' });
    expect([...filling.values()]).toEqual([12, 3, 16]);
  });

  test('on the right side of a balance leave it unchecked, and keep what is certain on the left', () => {
    const undecided = ['granted', 'not-held', 'total', 'carried-out'].flatMap((row) => [`applications/${row}/natural`, `applications/${row}/business`]);
    const state = stateOf(Object.fromEntries([...undecided, 'applications/new/natural'].map((key) => [key, ''])));
    expect(state.filling.get('applications/new/natural')).toBe(12);
    expect(undecided.map((key) => state.filling.get(key as CellKey))).toEqual(undecided.map(() => null));
    expect(brokenOf(state)).toEqual([]);
  });
});

describe('blanks on which two sums disagree', () => {
  test('are what the row says where they are totals', () => {
    const corner = { 'applications/granted/total': '12', 'applications/total/total': '' };
    expect(stateOf(corner).filling.get('applications/total/total')).toBe(16);
    expect(brokenOf(stateOf(corner))).toEqual(['row-total/granted', 'column-total/total']);
    expect(stateOf({ ...corner, 'applications/total/natural': '' }).filling.get('applications/total/total')).toBe(16);
  });

  test('are kept where they are totals that had to wait for an addend', () => {
    const { filling } = stateOf({
      'applications/granted/natural': '',
      'applications/partial/total': '3',
      'applications/total/natural': '',
      'applications/total/total': '',
    });
    expect(filling.get('applications/granted/natural')).toBe(8);
    expect(filling.get('applications/total/total')).toBe(17);
  });

  test('take no other blank with them', () => {
    const state = stateOf({
      'applications/granted/natural': '',
      'applications/granted/research': '',
      'applications/total/research': '2',
      'disputes/review/total': '9',
    });
    expect(state.filling.get('applications/granted/natural')).toBe(8);
    expect(state.filling.get('applications/granted/research')).toBe(0);
  });

  test('go back to 0 together where only together they break a sum, and totals are computed anew', () => {
    const two = { 'applications/partial/natural': '', 'applications/partial/business': '', 'applications/partial/total': '4' };
    expect([...stateOf(two).filling.values()]).toEqual([0, 0]);
    const { filling } = stateOf({ ...two, 'applications/total/natural': '' });
    expect(filling.get('applications/partial/natural')).toBe(0);
    expect(filling.get('applications/total/natural')).toBe(10);
  });
});

test('a report is evaluated once', () => {
  const report = parseReport(draftWith({}));
  expect(evaluateEquations(report)).toBe(evaluateEquations(report));
});

test('a total that is no number leaves its sums unchecked', () => {
  const { all, tally } = stateOf({ 'applications/granted/total': '若干' });
  expect(tally).toEqual({ total: 42, holding: 40, broken: 0, unchecked: 2 });
  expect(all.filter(({ status }) => status === 'unchecked').map(({ spec }) => spec.id)).toEqual(['row-total/granted', 'column-total/total']);
});

test('an absent cell leaves its equations unchecked', () => {
  const text = composeDraft({ form: '2021', layout: 'space' }).replace('8 2 0 0 1 0 11', '8 2 0 0 1 11');
  const { tally, byCell } = evaluateEquations(parseReport(text));
  expect(tally).toEqual({ total: 42, holding: 34, broken: 0, unchecked: 8 });
  expect(byCell.get('applications/granted/natural')?.every((equation) => equation.status === 'unchecked')).toBe(true);
});
