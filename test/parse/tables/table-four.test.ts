// The fifteen numbers of table four are read in every arrangement people paste: one row, three rows, two tables, a list.

import { describe, expect, it } from 'vitest';
import { cellKey } from '../../../server/src/forms/form.ts';
import { checkReport } from '../../../server/src/check.ts';
import { valueOf } from '../../../server/src/parse/model.ts';
import { parseReport } from '../../../server/src/parse/parse.ts';
import { composeDraft } from '../../support/draft.ts';

const HEADING = '四、政府信息公开行政复议、行政诉讼情况\n';
const NEXT = '\n五、存在的主要问题及改进情况';
const COLUMNS = ['upheld', 'corrected', 'other', 'pending', 'total'];
const FIGURES = { review: [4, 1, 0, 2, 7], direct: [0, 3, 1, 0, 4], 'after-review': [1, 0, 0, 0, 1] };
const NAMES = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];

const bars = (...rows: readonly (readonly (string | number)[])[]) => rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
const boxed = (...rows: readonly (readonly (string | number)[])[]) => rows.map((row) => `│ ${row.join(' │ ')} │`).join('\n├──┼──┤\n');
const listed = (values: readonly number[]) => NAMES.map((name, index) => `${name}：${values[index] ?? ''}`).join('\n');

const ARRANGEMENTS: Readonly<Record<string, string>> = {
  'a Markdown row for each kind, headers broken by tags': bars(
    ['类别', '结果<br>维持', '结果<br>纠正', '其他<br>结果', '尚未<br/>审结', '总计'],
    ['---', '---', '---', '---', '---', '---'],
    ['行政复议', ...FIGURES.review],
    ['行政诉讼（未经复议直接起诉）', ...FIGURES.direct],
    ['行政诉讼（复议后起诉）', ...FIGURES['after-review']],
  ),
  'a drawn table for reviews and one for suits': [
    boxed(['行政复议', '', '', '', ''], NAMES, FIGURES.review),
    boxed(
      ['行政诉讼', ...Array.from({ length: 9 }, () => '')],
      ['未经复议直接起诉', '', '', '', '', '复议后起诉', '', '', '', ''],
      [...NAMES, ...NAMES],
      [...FIGURES.direct, ...FIGURES['after-review']],
    ),
  ].join('\n└──┴──┘\n┌──┬──┐\n'),
  'each figure behind its name and a colon': [
    `行政复议\n${listed(FIGURES.review)}`,
    `行政诉讼（未经复议直接起诉）\n${listed(FIGURES.direct)}`,
    `行政诉讼（复议后起诉）\n${listed(FIGURES['after-review'])}`,
  ].join('\n'),
  'figures stressed': bars(
    [...NAMES, ...NAMES, ...NAMES],
    Object.values(FIGURES).flatMap((row) => row.map((value, index) => (index === 4 ? `**${value}**` : value))),
  ),
};

function draftWith(table: string): string {
  const draft = composeDraft({ form: '2021', layout: 'space' });
  const start = draft.indexOf(HEADING) + HEADING.length;
  return `${draft.slice(0, start)}${table}\n${draft.slice(draft.indexOf(NEXT))}`;
}

describe.each(Object.entries(ARRANGEMENTS))('%s', (_, table) => {
  it.each(['\n', '\r\n', '\r'])('reads all fifteen with line breaks %j', (lineBreak) => {
    const text = draftWith(table).replaceAll('\n', lineBreak);
    const report = parseReport(text);
    const read = Object.keys(FIGURES).map((row) => COLUMNS.map((column) => valueOf(report, cellKey('disputes', row, column))));
    expect(read).toEqual(Object.values(FIGURES));
    expect(
      checkReport(report)
        .findings.filter(({ severity }) => severity === 'error' || severity === 'warning')
        .map(({ rule }) => rule),
    ).toEqual([]);
  });
});

it('takes fifteen figures behind other names for no list', () => {
  const shuffled = [...NAMES].reverse();
  const list = Object.values(FIGURES).map((values) => shuffled.map((name, index) => `${name}：${values[index] ?? ''}`).join('\n'));
  const report = parseReport(draftWith(`行政复议\n${list.join('\n行政诉讼\n')}`));
  expect(report.cells.has(cellKey('disputes', 'review', 'upheld'))).toBe(false);
});

describe('blocks in another order', () => {
  const ORDER = ['direct', 'after-review', 'review'] as const;
  const header = ['行政诉讼\t行政复议', '未经复议直接起诉\t复议后起诉', [...NAMES, ...NAMES, ...NAMES].join('\t')];
  const toldWithout = (lost: readonly number[]) => {
    const values = ORDER.flatMap((row) => FIGURES[row]).filter((_, index) => !lost.includes(index));
    const { findings } = checkReport(parseReport(draftWith([...header, values.join('\t')].join('\n'))));
    return findings.filter(({ severity }) => severity === 'error').map(({ rule, message }) => ({ rule, message }));
  };

  it.each(ORDER.map((row, index) => [row, index * COLUMNS.length + 3] as const))('a value lost in %s is told of that block', (row, lost) => {
    const [told, ...others] = toldWithout([lost]);
    expect(others).toEqual([]);
    expect(told?.rule).toBe('shifted-cells');
    const names = { direct: '未经复议直接起诉', 'after-review': '复议后起诉', review: '行政复议' };
    for (const [id, name] of Object.entries(names)) expect(told?.message.includes(`漏了${name}“`)).toBe(id === row);
  });

  it('a row of far too few values is none of one block', () => {
    expect(toldWithout([1, 3, 5])).toEqual([
      { rule: 'cell-count', message: '表四一行少3个数（应有15个）。无法确定各数属于哪一列，本行未核对。请补齐或删去。' },
    ]);
  });
});

it.each(['\\|', '|', '||', '文字 |', '| 文字'])('a stray %s beside the table moves no cell', (stray) => {
  const blank = ['', '', 2, 3, 5, ...Array.from({ length: 10 }, () => '')];
  const table = bars(
    ['行政复议', ...Array.from({ length: 4 }, () => ''), '行政诉讼', ...Array.from({ length: 9 }, () => '')],
    [...NAMES, ...NAMES, ...NAMES],
    blank,
  );
  for (const part of [`${stray}\n\n${table}`, `${table}\n\n${stray}`]) {
    const report = parseReport(draftWith(part));
    const read = COLUMNS.map((column) => valueOf(report, cellKey('disputes', 'review', column)));
    expect([...read, valueOf(report, cellKey('disputes', 'direct', 'upheld'))]).toEqual([null, null, 2, 3, 5, null]);
  }
});
