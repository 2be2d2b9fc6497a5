// Sum of the selected numbers, and the total it is recognised as.

import { describe, expect, it } from 'vitest';
import { sumOfSelection } from '../../server/src/features/requests/selection-sum-request.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { FORM_IDS, resultsIn } from '../support/forms.ts';
import { changed, report, ZERO_ROW } from './texts.ts';

/** The sum of what stands between `‹` and `›`, which may come several times. */
function sum(marked: string) {
  let text = '';
  const spans: { start: number; end: number }[] = [];
  for (const piece of marked.split(/(?=[‹›])/u)) {
    if (piece.startsWith('‹')) spans.push({ start: text.length, end: text.length });
    if (piece.startsWith('›')) spans.splice(-1, 1, { start: spans.at(-1)?.start ?? 0, end: text.length });
    text += piece.replace(/^[‹›]/u, '');
  }
  return sumOfSelection(parseReport(text), spans);
}

const row = (cells: string) => changed(report(), ZERO_ROW, `2.重复申请\t${cells}`);
const TOTAL = '“（五）2.重复申请·总计”';

describe('a row', () => {
  it('is its total, whether that is selected with it or not', () => {
    const total = { name: TOTAL, value: 4, agrees: true };
    expect(sum(row('‹3\t1\t0\t0\t0\t0›\t4'))).toEqual({ count: 6, sum: 4, total });
    expect(sum(row('‹3\t1\t0\t0\t0\t0\t4›'))).toEqual({ count: 6, sum: 4, total });
    expect(sum(row('‹3\t1›\t0\t0\t0\t0\t4'))).toEqual({ count: 2, sum: 4, total });
  });

  it('differs from its total', () => {
    expect(sum(row('‹3\t1\t0\t0\t0\t0›\t5'))).toEqual({ count: 6, sum: 4, total: { name: TOTAL, value: 5, agrees: false } });
  });

  it('selected in part is a sum and no more', () => {
    expect(sum(row('‹3\t1›\t2\t0\t0\t0\t6'))).toEqual({ count: 2, sum: 4, total: null });
  });
});

const drafts = FORM_IDS.flatMap((form) => (['tabs', 'bars', 'spaces'] as const).map((layout) => [form, layout] as const));

it.each(drafts)('adds a column of the %s form in %s', (form, layout) => {
  const plain = layout === 'spaces' ? report(form).replaceAll('\t', ' ') : report(form, layout);
  const parsed = parseReport(plain.replaceAll('行', '⾏').replaceAll('\n', '\r\n'));
  const column = [...parsed.cells.values()].filter(({ key }) => /^applications\/(?!new|carried|total).*\/charity$/u.test(key));
  const found = sumOfSelection(
    parsed,
    column.map(({ span }) => span),
  );
  expect(found).toEqual({ count: resultsIn(form).length, sum: 0, total: { name: '“（七）总计·社会公益组织”', value: 0, agrees: true } });
});

it('adds the sides of a balance', () => {
  const parsed = parseReport(report());
  const sumOf = (...rows: readonly string[]) =>
    sumOfSelection(
      parsed,
      rows.map((id) => parsed.cells.get(`applications/${id}/legal`)?.span ?? { start: 0, end: 0 }),
    );
  expect(sumOf('new', 'carried-in', 'total')).toEqual({ count: 3, sum: 0, total: null });
  expect(sumOf('new', 'carried-in')?.total).toEqual({ name: '“（七）总计·法律服务机构”加“四、结转下年度·法律服务机构”', value: 0, agrees: true });
});

it('adds figures of the prose, and is silent below two numbers', () => {
  const prose = (words: string) => report().replace('一、总体情况\n', `一、总体情况\n${words}\n`);
  expect(sum(prose('‹发布信息12条，办理3件，占50%，2024年›。'))).toEqual({ count: 2, sum: 15, total: null });
  expect(sum(prose('‹发布信息12条›，办理3件。'))).toBeNull();
  expect(sum(row('‹3›\t1\t0\t0\t0\t0\t4'))).toBeNull();
});
