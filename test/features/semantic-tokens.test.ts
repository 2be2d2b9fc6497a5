// Semantic tokens: which words and numbers are marked, in agreement with the grammar where both speak.

import { describe, expect, it } from 'vitest';
import { checkReport } from '../../server/src/check.ts';
import { LEGEND, semanticTokens } from '../../server/src/features/semantic-tokens.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import type { Span } from '../../server/src/text/span.ts';
import { blocksIn, FORM_IDS, rowsIn } from '../support/forms.ts';
import { BETWEEN, PASTED, pasted } from './layouts.ts';
import { changed, report, ZERO_ROW } from './texts.ts';

/** `text type.modifier` a token, in order. */
function tokens(text: string, within: Span = { start: 0, end: text.length }, findings = checkReport(parseReport(text)).findings): readonly string[] {
  const lines = text.split(/\r\n|\n|\r/u);
  const { data } = semanticTokens(parseReport(text), findings, within);
  const found: string[] = [];
  let [line, character] = [0, 0];
  for (let index = 0; index < data.length; index += 5) {
    const [lineDelta = 0, characterDelta = 0, length = 0, type = 0, modifiers = 0] = data.slice(index, index + 5);
    character = lineDelta > 0 ? characterDelta : character + characterDelta;
    line += lineDelta;
    const named = LEGEND.tokenModifiers.filter((_, bit) => (modifiers & (1 << bit)) !== 0);
    found.push(`${lines[line]?.slice(character, character + length)} ${[LEGEND.tokenTypes[type], ...named].join('.')}`);
  }
  return found;
}

describe.each(FORM_IDS.flatMap((form) => PASTED.map((layout) => ({ form, layout }))))('$form in $layout', ({ form, layout }) => {
  const text = pasted(form, layout);
  const between = BETWEEN[layout];
  const zeros = (label: string, count: number) => [label, ...Array.from({ length: count }, () => '0')].join(between);

  it('marks headings, labels and totals, and nothing else', () => {
    const found = tokens(text);
    expect(found.filter((token) => token.endsWith('reportHeading'))).toHaveLength(6);
    expect(found).toContain('四、政府信息公开⾏政复议、⾏政诉讼情况 reportHeading');
    expect(found).toContain('7.属于⾏政执法案卷 label');
    // The totals of the rows, the six other columns of （七）, three blocks; 2019 has 总数量 in table two.
    const published = blocksIn(form)
      .filter(({ columns }) => columns.some(({ id }) => id === 'total'))
      .flatMap(({ rows }) => rows);
    const totals = rowsIn(form, 'applications').length + 6 + 3 + published.length;
    expect(found.filter((token) => token === '0 number.total')).toHaveLength(totals);
    expect(found.filter((token) => token.includes('number') && token !== '0 number.total')).toEqual([]);
  });

  it('marks a cell that an error speaks of', () => {
    const broken = changed(text, zeros('2.重复申请', 7), zeros('2.重复申请', 7).replace(/0$/u, '5'));
    expect(tokens(broken).filter((token) => token.includes('contradicted'))).toEqual(['5 number.total.contradicted']);
  });

  it('marks the number of a sentence that the table contradicts, not the cells it was held against', () => {
    const broken = changed(text, '公开申请0件', '公开申请8件');
    expect(tokens(broken).filter((token) => token.includes('contradicted'))).toEqual(['8 number.contradicted']);
  });

  it('answers for some lines as for all', () => {
    const start = text.indexOf('（三）不予公开');
    const some = tokens(text, { start, end: start + 40 });
    expect(some.length).toBeGreaterThan(0);
    expect(tokens(text).join('\n')).toContain(some.join('\n'));
    expect(some.length).toBeLessThan(8);
  });
});

it('marks nothing contradicted that nobody reports', () => {
  const broken = changed(report(), ZERO_ROW, '2.重复申请\t0\t0\t0\t0\t0\t0\t5');
  expect(tokens(broken, undefined, []).filter((token) => token.includes('contradicted'))).toEqual([]);
});

it('leaves tags alone', () => {
  const rows = '<tr><td>一、本年新收政府<br>信息公开申请数量</td><td>1</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>1</td></tr>';
  const html = `<p>三、收到和处理政府信息公开申请情况</p><table>${rows}<tr><td>（七）总计</td><td>1</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>1</td></tr></table>`;
  expect(tokens(html).some((token) => token.includes('<'))).toBe(false);
  expect(tokens(html)).toContain('信息公开申请数量 label');
});
