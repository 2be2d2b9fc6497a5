// Documents in a folder that nobody reads are named.

import { expect, test } from 'vitest';
import { CLEAN, folderWith, gouji } from './support.ts';

test('documents of a folder are counted and named, and change no status', async () => {
  const cwd = folderWith({ 'a.txt': CLEAN, '年报.docx': 'x', 'b/年报.pdf': 'x', '~$年报.docx': 'x', 'c.png': 'x' });
  const { status, stdout, stderr } = await gouji({ cwd }, 'check', '.');
  expect(status).toBe(0);
  expect(stdout.trimEnd().split('\n')).toHaveLength(1);
  expect(stderr).toBe('文件夹中有2个文档不能读取，未检查：./b/年报.pdf、./年报.docx。请另存为 .docx 再检查，或复制到 .txt 文件中\n');
});

test('a folder of documents that nobody reads has nothing to look into', async () => {
  const { status, stderr } = await gouji({ cwd: folderWith({ '年报.pdf': 'x' }) }, 'check', '.');
  expect(status).toBe(0);
  expect(stderr).toContain('没有 .docx .txt');
  expect(stderr).toContain('未检查：./年报.pdf');
});

test('one that is named itself is trouble, as before', async () => {
  const { status, stderr } = await gouji({ cwd: folderWith({ '年报.docx': 'x' }) }, 'check', '年报.docx');
  expect(status).toBe(2);
  expect(stderr).not.toContain('不能读取，未检查');
});
