// Two reports side by side, or page by page: nothing is read, and that is reported once.

import { describe, expect, it } from 'vitest';
import { checkReport } from '../../../server/src/check.ts';
import { parseReport } from '../../../server/src/parse/parse.ts';
import { composeDraft } from '../../support/draft.ts';

const draft = composeDraft({ form: '2021', layout: 'space' });
const table = draft.slice(draft.indexOf('一、本年新收'), draft.indexOf('四、政府信息公开行政复议'));

function insteadOfTable(text: string): string {
  return draft.replace(table, text);
}

/** Two pages. */
function pages(text: string): readonly string[] {
  const lines = text.split(/(?<=\n)/u);
  const half = lines.length >> 1;
  return [lines.slice(0, half).join(''), lines.slice(half).join('')];
}

describe.each([
  ['side by side', insteadOfTable(table.replaceAll(/^(.+)$/gmu, '$1    $1'))],
  [
    'page by page',
    insteadOfTable(
      pages(table)
        .flatMap((page) => [page, page])
        .join(''),
    ),
  ],
])('%s', (_, text) => {
  it('reads no cell and says so once', () => {
    const report = parseReport(text);
    expect(report.recognised).toBe(true);
    expect(report.cells.size).toBe(0);
    const [finding, ...others] = checkReport(report).findings;
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      rule: 'table-unreadable',
      severity: 'warning',
      message: '文中有两份年报左右并排或逐页交错。各表的数无法确定属于哪一份，未读取、未核对。请分成两个文件。',
    });
    const { start = 0, end = 0 } = finding?.span ?? {};
    expect(text.slice(start, end)).toMatch(/本年新收/u);
  });
});

it('reads one of two tables that stand one behind the other, and says which', () => {
  const report = parseReport(insteadOfTable(table + table));
  expect(report.interleaved).toBe(false);
  expect(report.cells.size).toBe(parseReport(draft).cells.size);
  expect(checkReport(report).findings.map(({ rule }) => rule)).toEqual(['table-twice']);
});

it('reads a table with a single row copied twice', () => {
  const [row = ''] = /^.*重复申请.*$/mu.exec(table) ?? [];
  const report = parseReport(insteadOfTable(table.replace(row, `${row}\n${row}`)));
  expect(report.interleaved).toBe(false);
  expect(checkReport(report).findings.map(({ rule }) => rule)).toEqual(['row-duplicate']);
});
