// List of all equations of a report with values and places.

import { describe, expect, it } from 'vitest';
import { checkReport } from '../../server/src/check.ts';
import { equationGroups, type EquationEntry } from '../../server/src/features/requests/equations-request.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { spanOf } from '../../server/src/text/lines.ts';
import { FORM_IDS, rowsIn } from '../support/forms.ts';
import { changed, report, ZERO_ROW } from './texts.ts';

function told(text: string) {
  const parsed = parseReport(text);
  const check = checkReport(parsed);
  const groups = equationGroups({ report: parsed, check, visible: check.findings });
  const all = groups.flatMap(({ equations }) => equations);
  const sliceOf = ({ range }: EquationEntry) => {
    if (range === null) return null;
    const { start, end } = spanOf(parsed.lines, range);
    return text.slice(start, end);
  };
  const named = (name: string) => all.filter((equation) => equation.name === name);
  return { groups, all, sliceOf, named };
}

describe.each(FORM_IDS)('the %s form', (form) => {
  it.each(['tabs', 'bars', 'spaces'] as const)('with %s has every equation, each with its total cell', (layout) => {
    const { groups, all, sliceOf } = told(layout === 'spaces' ? report(form).replaceAll('\t', ' ') : report(form, layout));
    expect(groups.map(({ id, equations }) => [id, equations.length])).toEqual([
      ['row-total', rowsIn(form, 'applications').length],
      ['column-total', 7],
      ['balance', 7],
      ['block-total', 3],
    ]);
    expect(all.every(({ status, outcome }) => status === 'holding' && outcome === '成立')).toBe(true);
    expect(all.map(sliceOf)).toEqual(all.map(() => '0'));
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });
});

it('puts the values in, and gives both sides and the difference of a broken one', () => {
  const { named, sliceOf } = told(changed(report(), ZERO_ROW, '2.重复申请\t3\t1\t0\t0\t0\t0\t5'));
  expect(named('（五）2.重复申请')).toMatchObject([{ sum: '3+1+0+0+0+0 = 4 ≠ 5', status: 'broken', outcome: '不成立，相差1' }]);
  expect(named('（五）2.重复申请').map(sliceOf)).toEqual(['5']);
  // A long sum leaves its zeros out.
  expect(named('自然人')).toMatchObject([{ sum: '3 = 3 ≠ 0' }, { sum: '0+0 = 0+0' }]);
});

it('tells a broken balance with both its sums', () => {
  const { named } = told(changed(report(), '四、结转下年度继续办理\t0\t0\t0\t0\t0\t0\t0', '四、结转下年度继续办理\t2\t0\t0\t0\t0\t0\t2'));
  expect(named('商业企业')).toMatchObject([{ outcome: '成立' }, { outcome: '成立' }]);
  expect(named('自然人')).toMatchObject([{ outcome: '成立' }, { sum: '0+0 = 0 ≠ 0+2 = 2', outcome: '不成立，相差2' }]);
});

it('reads through radicals and carriage returns', () => {
  const text = changed(report(), ZERO_ROW, '2.重复申请\t3\t1\t0\t0\t0\t0\t５').replaceAll('\n', '\r\n').replaceAll('行', '⾏');
  const { named, sliceOf } = told(text);
  expect(named('（五）2.重复申请')).toMatchObject([{ sum: '3+1+0+0+0+0 = 4 ≠ 5' }]);
  expect(named('（五）2.重复申请').map(sliceOf)).toEqual(['５']);
});

it('says what was not checked and why', () => {
  const odd = told(changed(report(), ZERO_ROW, '2.重复申请\t0\t0\tabc\t0\t0\t0\t0'));
  expect(odd.named('（五）2.重复申请')).toMatchObject([
    { status: 'unchecked', sum: '0+0+?+0+0+0 = 0', outcome: '未核对：“（五）2.重复申请·科研机构”不是数字' },
  ]);
  const missing = told(report().replace(/结果维持[\s\S]*?(?=五、存在)/u, '无。\n'));
  expect(missing.named('行政复议')).toMatchObject([{ status: 'unchecked', sum: null, outcome: '未核对：表四未读取' }]);
});
