// Year of a report whose title names none, or whose 统计期限 has a slip of the pen.

import { expect, it } from 'vitest';
import { checkReport } from '../../../server/src/check.ts';
import { parseReport } from '../../../server/src/parse/parse.ts';
import { composeDraft } from '../../support/draft.ts';

const TITLE = '青禾县人民政府办公室2023年政府信息公开工作年度报告';

function read(period: string, opening = '') {
  const text = composeDraft({ form: '2021', layout: 'tab' })
    .replace(TITLE, `${TITLE.replace('2023年', '')}\n本报告所列数据的统计期限为${period}。`)
    .replace(/(一、总体情况\n)2023年/u, `$1${opening}`);
  const report = parseReport(text);
  const { year } = report;
  return {
    year: year && { ...year, span: undefined, written: text.slice(year.span.start, year.span.end) },
    rules: checkReport(report).findings.map(({ rule }) => rule),
  };
}

it.each([
  ['2023年1月1日至2023年12月31日', 2023],
  ['2023年1月1日至12月31日', 2023],
  ['2023年1月1日至20223年12月31日', 2023],
  // 2022 of 20223 is not the year it ends in.
  ['20223年1月1日至2022年12月31日', 2022],
])('%s: the year that can be one', (period, value) => {
  expect(read(period).year).toMatchObject({ value, source: 'period', written: String(value) });
});

it('20223年 throughout: the words that open part one', () => {
  const { year, rules } = read('20223年1月1日至12月31日', '2023年，');
  expect(year).toMatchObject({ value: 2023, source: 'opening', written: '2023' });
  expect(rules).toEqual(['period']);
});

it('20223年 throughout and nothing else: none', () => {
  expect(read('20223年1月1日至12月31日').year).toBeNull();
});
