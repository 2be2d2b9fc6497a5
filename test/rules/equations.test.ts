// How are blank, absent and contradictory cells counted among the form's equations?

import { describe, expect, test } from 'vitest';
import { evaluateEquations } from '../../server/src/check/equations.ts';
import type { CellKey } from '../../server/src/forms/form.ts';
import { NEWEST_FORM } from '../../server/src/forms/index.ts';
import { parseReport } from '../../server/src/report/parse.ts';
import { composeDraft, draftWith, type DraftForm } from '../support/draft.ts';

function stateOf(cells: Readonly<Record<CellKey, string>>, form: DraftForm = '2021') {
  return evaluateEquations(parseReport(draftWith(cells, { form })));
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
    const broken = all.filter((equation) => equation.status === 'broken').map((equation) => equation.spec.id);
    expect(broken).toEqual(['row-total/granted', 'column-total/natural']);
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

  test('that cannot be 0 take the value that row and column force', () => {
    const { tally, filling } = stateOf({ 'applications/partial/natural': '' });
    expect(filling.get('applications/partial/natural')).toBe(2);
    expect(tally.broken).toBe(0);
  });

  test('stay 0 where row and column force different values', () => {
    const { all, filling } = stateOf({ 'applications/partial/natural': '', 'applications/partial/total': '3' });
    expect(filling.get('applications/partial/natural')).toBe(0);
    const broken = all.filter((equation) => equation.status === 'broken').map((equation) => equation.spec.id);
    expect(broken).toEqual(['row-total/partial', 'column-total/natural', 'column-total/total']);
  });

  test('hide no broken sum that no count could mend', () => {
    const { all } = stateOf({ 'applications/granted/research': '', 'applications/granted/charity': '', 'applications/granted/total': '9' });
    const broken = all.filter((equation) => equation.status === 'broken').map((equation) => equation.spec.id);
    expect(broken).toEqual(['row-total/granted', 'column-total/total']);
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
    });
    expect(tally.broken).toBe(0);
    expect([...filling.values()]).toContain(null);
  });
});

test('an absent cell leaves its equations unchecked', () => {
  const text = composeDraft({ form: '2021', layout: 'space' }).replace('8 2 0 0 1 0 11', '8 2 0 0 1 11');
  const { tally, byCell } = evaluateEquations(parseReport(text));
  expect(tally).toEqual({ total: 42, holding: 34, broken: 0, unchecked: 8 });
  expect(byCell.get('applications/granted/natural')?.every((equation) => equation.status === 'unchecked')).toBe(true);
});
