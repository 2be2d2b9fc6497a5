// Exit status of each call.

import { expect, test } from 'vitest';
import { BROKEN, checkLines, CLEAN, folderWith, gouji, NO_REPORT, UNBALANCED, WIDE } from './support.ts';

const FILES = { 'clean.txt': CLEAN, 'broken.txt': BROKEN, 'unbalanced.txt': UNBALANCED, 'wide.txt': WIDE, 'notice.txt': NO_REPORT };

test.each<[number, readonly string[]]>([
  [0, ['clean.txt']],
  [1, ['broken.txt']],
  [1, ['unbalanced.txt']],
  [1, ['clean.txt', 'broken.txt']],
  [0, ['wide.txt']],
  [1, ['wide.txt', '--fail-on', 'warning']],
  [0, ['broken.txt', '--fail-on', 'never']],
  [0, ['broken.txt', '--rule', 'cell-negative=off']],
  [0, ['broken.txt', '--rule', 'cell-negative=warning']],
  [1, ['wide.txt', '--rule', 'cell-notation=error']],
  [0, ['notice.txt']],
  [2, ['nowhere.txt']],
  [2, ['broken.txt', 'nowhere.txt']],
  [2, ['nowhere.txt', '--fail-on', 'never']],
])('%i: %j', async (due, argv) => {
  const { status } = await gouji({ cwd: folderWith(FILES) }, 'check', ...argv);
  expect(status).toBe(due);
});

test('a rule that is off has no findings, another level is shown', async () => {
  const cwd = folderWith(FILES);
  const rules = async (...argv: readonly string[]) =>
    checkLines((await gouji({ cwd }, 'check', 'broken.txt', ...argv)).stdout).flatMap(({ findings }) =>
      findings.map(({ rule, severity }) => `${severity} ${rule}`),
    );
  expect(await rules()).toEqual(['error cell-negative', 'error cell-negative']);
  expect(await rules('--rule', 'cell-negative=hint')).toEqual(['hint cell-negative', 'hint cell-negative']);
  expect(await rules('--rule', 'cell-negative=hint', '--rule=cell-negative=off')).toEqual([]);
});

test('what cannot be read does not stop the rest', async () => {
  const { status, stdout, stderr } = await gouji({ cwd: folderWith(FILES) }, 'check', 'nowhere.txt', 'broken.txt');
  expect(status).toBe(2);
  expect(stderr).toContain('nowhere.txt：找不到');
  expect(checkLines(stdout).map(({ path }) => path)).toEqual(['broken.txt']);
});

test.each(['report.docx', 'report.wps', 'report.pdf', 'report.ofd', 'report.xlsx', 'report.zip'])('%s cannot be read: status 2 with advice', async (name) => {
  const { status, stdout, stderr } = await gouji({ cwd: folderWith({ [name]: 'anything' }) }, 'check', name);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(new RegExp(`^${name}：.*(?:\\.txt|\\.docx|解压)`, 'u'));
});

test('a PDF or a Word document under another name is known by its first bytes', async () => {
  const cwd = folderWith({ 'a.txt': '%PDF-1.7\n', 'b.txt': 'PK\u0003\u0004rest' });
  const { status, stderr } = await gouji({ cwd }, 'check', '.');
  expect(status).toBe(2);
  expect(stderr).toMatch(/a\.txt：.*PDF 不能.*\n.*b\.txt：.*已损坏/u);
});

test('no report: a note and recognised false when named, nothing in a folder', async () => {
  const cwd = folderWith({ 'folder/notice.txt': NO_REPORT });
  const named = await gouji({ cwd }, 'check', 'folder/notice.txt');
  expect(named.status).toBe(0);
  expect(named.stderr).toContain('folder/notice.txt：不是政府信息公开工作年度报告');
  expect(checkLines(named.stdout)).toMatchObject([{ path: 'folder/notice.txt', recognised: false, form: null, findings: [] }]);
  expect(await gouji({ cwd }, 'check', 'folder')).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(await gouji({ cwd }, 'parse', 'folder', '--format', 'json')).toEqual({ status: 0, stdout: '[]\n', stderr: '' });
});
