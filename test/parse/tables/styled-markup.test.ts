// A page whose tags are longer than its words, as editors and Word write them, reads like the bare one.

import { expect, test } from 'vitest';
import { checkReport } from '../../../server/src/check.ts';
import { parseReport } from '../../../server/src/parse/parse.ts';
import type { Span } from '../../../server/src/text/span.ts';

const row = (label: string, values: string) =>
  `<tr><td>${label}</td>${values
    .split(' ')
    .map((value) => `<td>${value}</td>`)
    .join('')}</tr>`;

/** A short page: title, preamble, a table that agrees and a sentence that does not. */
const BARE = [
  '<html><head><title>信息公开</title></head><body>',
  '<p>榆溪县司法局2023年政府信息公开工作年度报告</p>',
  '<p>本报告中所列数据的统计期限自2023年1月1日起至2023年12月31日止。</p>',
  '<p>一、总体情况</p>',
  '<p>2023年，收到政府信息公开申请7件。</p>',
  '<p>三、收到和处理政府信息公开申请情况</p>',
  '<table>',
  row('一、本年新收政府信息公开申请数量', '3 0 0 0 0 0 3'),
  row('二、上年结转政府信息公开申请数量', '0 0 0 0 0 0 0'),
  row('（一）予以公开', '3 0 0 0 0 0 3'),
  row('（七）总计', '3 0 0 0 0 0 3'),
  row('四、结转下年度继续办理', '0 0 0 0 0 0 0'),
  '</table>',
  '<p>四、政府信息公开行政复议、行政诉讼情况</p>',
  '<p>五、存在的主要问题及改进情况</p>',
  '<p>解读材料偏少，将逐件配齐。</p>',
  '<p>六、其他需要报告的事项</p>',
  '<p>无。</p>',
  '</body></html>',
].join('\n');

const STYLES: readonly (readonly [string, (style: string) => string])[] = [
  ['paragraphs', (style) => BARE.replaceAll('<p>', `<p style="${style}">`)],
  ['words in a paragraph', (style) => BARE.replaceAll(/<p>(.{3})(.{2})/gu, `<p>$1<span style="${style}">$2</span>`)],
  ['cells', (style) => BARE.replaceAll('<td>', `<td style="${style}">`)],
  ['a style sheet', (style) => BARE.replace('<head>', `<head><style>${style}</style>`)],
];

function summaryOf(text: string): unknown {
  const report = parseReport(text);
  const seen = ({ start, end }: Span) => text.slice(start, end).replaceAll(/<[^>]*>/gu, '');
  return {
    title: report.title?.text,
    unit: report.unit,
    year: report.year && { source: report.year.source, words: seen(report.year.span) },
    period: report.period && { ...report.period, span: seen(report.period.span) },
    sections: report.sections.map(({ heading, numeral, match }) => ({ heading: seen(heading), numeral, match })),
    cells: [...report.cells.values()].map(({ key, text: words }) => `${key} ${words}`),
    claims: report.claims.map(({ span, value, status }) => `${seen(span)} ${value} ${status}`),
    findings: checkReport(report).findings.map(({ rule, span }) => `${rule} ${seen(span)}`),
  };
}

test('the bare page is read', () => {
  const report = parseReport(BARE);
  expect(report.claims.map(({ value, status }) => `${value} ${status}`)).toEqual(['7 conflicts']);
  expect(report.cells.size).toBe(35);
  expect(report.period?.to.month).toBe(12);
});

test.each(STYLES.flatMap(([name, styled]) => [70, 200, 3000, 30_000].map((length) => [name, length, styled] as const)))(
  '%s: %i characters',
  (_, length, styled) => {
    expect(summaryOf(styled('color:red;'.repeat(length / 10)))).toEqual(summaryOf(BARE));
  },
);
