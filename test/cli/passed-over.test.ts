// Are documents that a folder holds and nobody reads named?

import { expect, test } from 'vitest';
import { CLEAN, folderWith, gouji } from './support.ts';

test('documents of a folder are counted and named, and change no status', async () => {
  const cwd = folderWith({ 'a.txt': CLEAN, '年报.docx': 'x', 'b/年报.pdf': 'x', '~$年报.docx': 'x', 'c.png': 'x' });
  const { status, stdout, stderr } = await gouji({ cwd }, 'check', '.');
  expect(status).toBe(0);
  expect(stdout.trimEnd().split('\n')).toHaveLength(1);
  expect(stderr).toBe('文件夹中有2个文档尚不能读取，未检查：./b/年报.pdf、./年报.docx。请另存为 .txt 或网页再检查\n');
});

test('a folder of documents alone has no text to look into', async () => {
  const { status, stderr } = await gouji({ cwd: folderWith({ '年报.docx': 'x' }) }, 'check', '.');
  expect(status).toBe(0);
  expect(stderr).toContain('没有 .txt');
  expect(stderr).toContain('未检查：./年报.docx');
});

test('one that is named itself is trouble, as before', async () => {
  const { status, stderr } = await gouji({ cwd: folderWith({ '年报.docx': 'x' }) }, 'check', '年报.docx');
  expect(status).toBe(2);
  expect(stderr).not.toContain('尚不能读取，未检查');
});
