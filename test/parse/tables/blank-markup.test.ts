// A number filled into a blank cell of a page stands in the cell, and never in a tag.

import { describe, expect, test } from 'vitest';
import { checkReport } from '../../../server/src/check.ts';
import { parseReport } from '../../../server/src/parse/parse.ts';
import { applyEdits } from '../../support/apply.ts';

/** What stands in a blank cell, and what stands there once it is filled. */
const BLANKS: readonly (readonly [string, string])[] = [
  ['', '0'],
  [' ', '0 '],
  ['&nbsp;', '0&nbsp;'],
  ['<br>', '0<br>'],
  ['<p>&nbsp;</p>', '<p>0&nbsp;</p>'],
  ['<p></p>', '<p>0</p>'],
  ['\n  <p class="a>b"><span><!-- 空 --><br/></span></p>\n', '\n  <p class="a>b"><span>0<!-- 空 --><br/></span></p>\n'],
];

type Lay = (cells: readonly string[]) => string;

const ROWS: readonly (readonly [string, Lay])[] = [
  ['on one line', (cells) => `<tr>${cells.map((cell) => `<td width="48">${cell}</td>`).join('')}</tr>`],
  ['a cell a line', (cells) => `<tr>\n${cells.map((cell) => `  <td>${cell}</td>`).join('\n')}\n</tr>`],
  ['without closing tags', (cells) => `<tr>${cells.map((cell) => `<td>${cell}`).join('')}`],
];

function page(lay: Lay, blank: string): string {
  const row = (label: string, values: string) => lay([label, ...values.split(' ').map((value) => (value === '_' ? blank : value))]);
  return [
    '<html><body><p>榆溪县司法局2023年政府信息公开工作年度报告</p>',
    '<p>一、总体情况</p><p>三、收到和处理政府信息公开申请情况</p><table>',
    row('一、本年新收政府信息公开申请数量', '3 _ 0 0 0 _ 3'),
    row('二、上年结转政府信息公开申请数量', '_ _ _ _ _ _ _'),
    row('（一）予以公开', '3 0 0 0 0 0 3'),
    row('（七）总计', '3 0 0 0 0 0 3'),
    row('四、结转下年度继续办理', '0 0 0 0 0 0 0'),
    '</table><p>四、政府信息公开行政复议、行政诉讼情况</p><table>',
    lay(['行政复议', '行政诉讼']),
    lay(['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']),
    lay(Array.from({ length: 15 }, (_, index) => (index === 0 || index === 14 ? blank : '0'))),
    '</table><p>五、存在的主要问题及改进情况</p><p>六、其他需要报告的事项</p></body></html>',
  ].join('\n');
}

describe.each(ROWS)('in rows %s', (_name, lay) => {
  test.each(BLANKS)('%j becomes %j', (blank, filled) => {
    const text = page(lay, blank);
    const edits = checkReport(parseReport(text))
      .findings.filter(({ rule }) => rule === 'cell-blank')
      .flatMap(({ fixes }) => fixes.flatMap((fix) => fix.edits));
    expect(edits).toHaveLength(11);
    expect(applyEdits(text, edits)).toBe(page(lay, filled));
  });
});
