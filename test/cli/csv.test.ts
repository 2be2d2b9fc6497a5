// Comma-separated values of `check` and `parse`: a line a finding, a line a cell, and nothing that a spreadsheet would carry out.

import { expect, test } from 'vitest';
import { cellName } from '../../server/src/findings/describe.ts';
import { FORMS } from '../../server/src/forms/index.ts';
import { csvLine } from '../../server/src/cli/table-cells.ts';
import { BROKEN, folderWith, gouji } from './support.ts';

test('a finding a line, with its place and numbers', async () => {
  const cwd = folderWith({ 'a,b.txt': BROKEN });
  const { stdout } = await gouji({ cwd }, 'check', '--format', 'csv', 'a,b.txt');
  const [header = '', ...lines] = stdout.trimEnd().split('\r\n');
  expect(header).toBe('\ufeff文件,机关,年度,级别,规则,规则名称,位置,行,列,问题,现为,应为');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^"a,b\.txt",青禾县人民政府办公室,2023,错误,cell-negative,/u);
});

test('a cell a line', async () => {
  const cwd = folderWith({ 'a.txt': BROKEN });
  const { stdout } = await gouji({ cwd }, 'parse', '--format', 'csv', 'a.txt');
  expect(stdout).toContain(`,applications/new/total,${cellName(FORMS['2021'], 'applications/new/total')},16,16\r\n`);
  expect(stdout).toContain(',enforcement/penalties/decisions,');
  // The number is a number; its text begins like a formula.
  expect(stdout).toContain(",-5,'-5\r\n");
});

test.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@x', "'@x"],
  ['\tx', "'\tx"],
  ['a"b', '"a""b"'],
  ['a\nb', '"a\nb"'],
  ['a-b', 'a-b'],
])('%j is written as %j', (value, written) => {
  expect(csvLine([value, -1, null])).toBe(`${written},-1,\r\n`);
});
