// Words of an equation, and of why it could not be checked.

import { describe, expect, test } from 'vitest';
import { englishOutcome, equationName, equationOutcome, equationSum, uncheckedReasons } from '../../server/src/findings/equation-words.ts';
import { evaluateEquations } from '../../server/src/equations/evaluate.ts';
import type { CellKey } from '../../server/src/forms/form.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { composeDraft, draftWith } from '../support/draft.ts';

/** Name, sum and outcome of one equation, and why any was not checked. */
function told(text: string, id: string): readonly (string | null)[] | undefined {
  const report = parseReport(text);
  const state = evaluateEquations(report);
  const equation = state.all.find(({ spec }) => spec.id === id);
  return equation && [equationName(report, equation.spec), equationSum(report, state, equation), equationOutcome(report, equation)];
}

function toldWith(cells: Readonly<Record<CellKey, string>>, id: string): readonly (string | null)[] | undefined {
  return told(draftWith(cells), id);
}

function reasons(text: string): readonly string[] {
  const report = parseReport(text);
  return uncheckedReasons(report, evaluateEquations(report));
}

const draft = composeDraft({ form: '2021', layout: 'space' });
const withoutRow = draft.replace(/^.*重复申请.*\n/mu, '');

describe('an equation', () => {
  test('that holds', () => {
    expect(told(draft, 'row-total/granted')).toEqual(['（一）予以公开', '8+2+0+0+1+0 = 11', '成立']);
    expect(told(draft, 'column-total/research')).toEqual(['科研机构', '0 = 0', '成立']);
    expect(reasons(draft)).toEqual([]);
  });

  test('that does not', () => {
    expect(toldWith({ 'applications/granted/total': '12' }, 'row-total/granted')).toEqual(['（一）予以公开', '8+2+0+0+1+0 = 11 ≠ 12', '不成立，相差1']);
  });

  test('with a blank that reads as 0, and one that waits for its value', () => {
    expect(toldWith({ 'applications/granted/research': '' }, 'row-total/granted')).toEqual(['（一）予以公开', '8+2+0+0+1+0 = 11', '成立']);
    const waiting = draftWith({ 'applications/granted/natural': '' });
    expect(told(waiting, 'row-total/granted')).toEqual(['（一）予以公开', '空+2+0+0+1+0 = 11', '未核对：“（一）予以公开·自然人”未填']);
    expect(reasons(waiting)).toEqual(['有单元格未填：2条']);
  });

  test('with a cell that is no number', () => {
    const text = draftWith({ 'applications/granted/total': '若干' });
    expect(told(text, 'row-total/granted')).toEqual(['（一）予以公开', '8+2+0+0+1+0 = ?', '未核对：“（一）予以公开·总计”不是数字']);
    expect(reasons(text)).toEqual(['有单元格不是数字：2条']);
  });

  test('with cells that were not read, seven of them and one of many', () => {
    expect(told(withoutRow, 'row-total/repeat')?.slice(1)).toEqual([
      null,
      '未核对：“（五）2.重复申请·自然人”“（五）2.重复申请·商业企业”“（五）2.重复申请·科研机构”“（五）2.重复申请·社会公益组织”“（五）2.重复申请·法律服务机构”“（五）2.重复申请·其他”等7格未读取',
    ]);
    expect(told(withoutRow, 'column-total/natural')).toEqual(['自然人', '8+2+1+1+? = 12', '未核对：“（五）2.重复申请·自然人”未读取']);
    expect(reasons(withoutRow)).toEqual(['有单元格未读取：8条']);
  });

  test('of a table that is empty or not there', () => {
    const empty = draft.replace(/^1 1 0 0 2 .*\n/mu, '');
    expect(told(empty, 'block-total/review')).toEqual(['行政复议', null, '未核对：表四还未填']);
    expect(reasons(empty)).toEqual(['表四还未填：3条']);
    expect(reasons('')).toEqual(['表三未读取：39条', '表四未读取：3条']);
  });

  test('that was spent on splitting digits', () => {
    const glued = draft.replace('8 2 0 0 1 0 11', '82001011');
    expect(told(glued, 'row-total/granted')).toEqual(['（一）予以公开', '8+2+0+0+1+0 = 11', '未核对：本行数字连写，已按这条勾稽关系拆分，不再重复核对']);
    expect(reasons(glued)).toEqual(['数字连写，已按勾稽关系拆分：1条']);
  });
});

function inEnglish(text: string, id: string): string | undefined {
  const report = parseReport(text);
  const equation = evaluateEquations(report).all.find(({ spec }) => spec.id === id);
  return equation && englishOutcome(report, equation);
}

test('the outcome in English', () => {
  const id = 'row-total/granted';
  expect(inEnglish(draft, id)).toBe('holds');
  expect(inEnglish(draftWith({ 'applications/granted/total': '12' }), id)).toBe('does not hold: difference 1');
  expect(inEnglish(draftWith({ 'applications/granted/natural': '' }), id)).toBe('not checked: 1 cell blank');
  expect(inEnglish(draftWith({ 'applications/granted/total': '若干' }), id)).toBe('not checked: 1 cell not a number');
  expect(inEnglish(withoutRow, 'row-total/repeat')).toBe('not checked: 7 cells not read');
});
