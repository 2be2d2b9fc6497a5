// A form is data: one with an applicant and a block more is read, checked and completed by its data alone.

import { describe, expect, test, vi } from 'vitest';

vi.mock('../../../server/src/forms/form-2021.ts', () => import('../../support/invented-form.ts'));

const { cellKey, printedLabel } = await import('../../../server/src/forms/form.ts');
const { FORMS, tableOf } = await import('../../../server/src/forms/index.ts');
const { checkReport } = await import('../../../server/src/check.ts');
const { parseReport } = await import('../../../server/src/parse/parse.ts');

const FORM = FORMS['2021'];
const THREE = tableOf(FORM, 'applications');
const FOUR = tableOf(FORM, 'disputes');

/** Consistent figures: each total is the sum of its row or column, and what came in went out or stays. */
function figures(): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  const applicants = THREE?.columns.filter(({ id }) => id !== 'total') ?? [];
  const outside = new Set(['new', 'carried-in', 'total', 'carried-out']);
  const set = (row: string, column: string, value: number) => values.set(cellKey('applications', row, column), value);
  const at = (row: string, column: string) => values.get(cellKey('applications', row, column)) ?? 0;
  applicants.forEach(({ id }, index) => {
    let sum = 0;
    THREE?.rows.forEach((row, place) => {
      if (outside.has(row.id)) return;
      const value = (place * 3 + index * 5) % 7 === 0 ? place + index : 0;
      set(row.id, id, value);
      sum += value;
    });
    set('total', id, sum);
    set('carried-out', id, index);
    set('carried-in', id, Math.min(2, sum));
    set('new', id, sum + index - Math.min(2, sum));
  });
  for (const { id } of THREE?.rows ?? []) {
    set(
      id,
      'total',
      applicants.reduce((sum, column) => sum + at(id, column.id), 0),
    );
  }
  FOUR?.rows.forEach(({ id }, block) => {
    const own = [block + 1, 0, block * 2, 3];
    FOUR.columns.forEach((column, index) =>
      values.set(cellKey('disputes', id, column.id), column.id === 'total' ? own.reduce((sum, value) => sum + value, 0) : (own[index] ?? 0)),
    );
  });
  return values;
}

const VALUES = figures();

function text(sign: string, order: readonly number[] | null = null): string {
  const columns = (order ?? THREE?.columns.map((_, index) => index) ?? []).flatMap((index) => THREE?.columns[index] ?? []);
  const line = (fields: readonly string[]) => fields.join(sign);
  const three = [
    line(['', ...columns.map(({ label }) => label)]),
    ...(THREE?.rows.map((row) => line([printedLabel(row), ...columns.map(({ id }) => String(VALUES.get(cellKey('applications', row.id, id))))])) ?? []),
  ];
  const results = FOUR?.columns.map(({ label }) => label) ?? [];
  const four = [
    line(['行政复议', '行政裁决', '行政诉讼']),
    line([...results, ...results, '未经复议直接起诉', '复议后起诉']),
    line([...results, ...results]),
    line(FOUR?.rows.flatMap((row) => FOUR.columns.map(({ id }) => String(VALUES.get(cellKey('disputes', row.id, id))))) ?? []),
  ];
  return `柳川县交通运输局2024年政府信息公开工作年度报告

一、总体情况
依法公开。

二、主动公开政府信息情况
第二十条第（一）项
${line(['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'])}
${line(['规章', '0', '0', '0'])}
${line(['行政规范性文件', '2', '1', '9'])}

三、收到和处理政府信息公开申请情况
${three.join('\n')}

四、政府信息公开行政复议、行政诉讼情况
${four.join('\n')}

五、存在的主要问题及改进情况
不足。

六、其他需要报告的事项
无。
`;
}

describe('an invented form', () => {
  test('has the sums of its columns and blocks', () => {
    expect(THREE?.columns).toHaveLength(8);
    expect(FOUR?.rows).toHaveLength(4);
    expect(FORM.equations).toHaveLength(25 + 8 + 8 + 4);
  });

  test.each([
    ['tabs', '\t'],
    ['blanks', ' '],
    ['bars', ' | '],
  ])('is read to its last cell between %s', (_, sign) => {
    const report = parseReport(text(sign));
    const keys = [...VALUES.keys()];
    expect(keys.map((key) => [key, report.cells.get(key as never)?.reading])).toEqual(
      keys.map((key) => [key, expect.objectContaining({ kind: 'number', value: VALUES.get(key) })]),
    );
    const { findings } = checkReport(report);
    expect(findings.filter(({ severity, rule }) => severity === 'error' && rule !== 'table-missing').map(({ message }) => message)).toEqual([]);
  });

  test('is read in another order of its columns', () => {
    const report = parseReport(text('\t', [7, 2, 1, 0, 3, 4, 5, 6]));
    for (const [key, value] of VALUES) expect(report.cells.get(key as never)?.reading).toMatchObject({ value });
    expect(checkReport(report).findings.filter(({ rule }) => rule === 'column-header')).toHaveLength(1);
  });

  test('has its mistakes found in the cells that it has more', () => {
    const total = VALUES.get('disputes/arbitration/total') ?? 0;
    const wrong = text('\t').replace(/(\n(?:\d+\t){9})\d+/u, `$1${total + 1}`);
    expect(
      checkReport(parseReport(wrong))
        .findings.filter(({ severity, rule }) => severity === 'error' && rule !== 'table-missing')
        .map(({ rule, message }) => `${rule} ${message}`),
    ).toEqual([expect.stringContaining('行政裁决')]);
  });
});
