// Files that paths, folders and globs stand for, in order.

import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BROKEN, checkLines, CLEAN, folderWith, gouji, NO_REPORT } from './support.ts';

async function paths(cwd: string, ...argv: readonly string[]): Promise<readonly string[]> {
  return checkLines((await gouji({ cwd }, 'check', ...argv)).stdout).map(({ path }) => path);
}

test('a folder is walked in the code-point order of whole paths', async () => {
  // U+FF21 sorts before U+20000 as a code point, behind it as UTF-16.
  const names = ['B.md', 'a-b.txt', 'a.html', 'a/z.TXT', 'a0.htm', '年报.txt', 'Ａ.txt', '\u{20000}.txt'];
  const cwd = folderWith(Object.fromEntries(names.map((name) => [`d/${name}`, CLEAN])));
  expect(await paths(cwd, 'd')).toEqual(names.map((name) => `d/${name}`));
  expect(await paths(cwd, 'd/')).toEqual(names.map((name) => `d/${name}`));
});

test('.git, node_modules, links and other kinds of file are passed over', async () => {
  const cwd = folderWith({
    'd/a.txt': CLEAN,
    'd/.git/b.txt': CLEAN,
    'd/x/node_modules/c.txt': CLEAN,
    'd/e.docx': 'no text',
    'd/f.csv': CLEAN,
    'd/g': CLEAN,
    'other/h.txt': CLEAN,
  });
  symlinkSync(join(cwd, 'other/h.txt'), join(cwd, 'd/link.txt'));
  symlinkSync(join(cwd, 'other'), join(cwd, 'd/links'));
  symlinkSync(join(cwd, 'd'), join(cwd, 'd/x/loop'));
  expect(await paths(cwd, 'd')).toEqual(['d/a.txt']);
  // Named itself, any of them is read.
  expect(await paths(cwd, 'd/g', 'd/link.txt', 'd/.git', 'd/f.csv')).toEqual(['d/g', 'd/link.txt', 'd/.git/b.txt', 'd/f.csv']);
});

test('a folder with nothing to check says so', async () => {
  const { status, stdout, stderr } = await gouji({ cwd: folderWith({ 'd/e.csv': '' }) }, 'check', 'd');
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  expect(stderr).toContain('d：文件夹中没有');
});

test('results come in the order given, standard input among them', async () => {
  const cwd = folderWith({ 'b.txt': CLEAN, 'a.txt': CLEAN, 'n.txt': NO_REPORT });
  const { stdout, stderr } = await gouji({ cwd, stdin: BROKEN }, 'check', 'b.txt', '-', 'n.txt', 'a.txt');
  expect(checkLines(stdout).map(({ path, findings }) => `${path} ${findings.length}`)).toEqual(['b.txt 0', '- 2', 'n.txt 0', 'a.txt 0']);
  expect(stderr).toContain('n.txt：不是');
});

test.each([
  ['lines', 'b.txt\r\n\r\na.txt\n'],
  ['lines with a byte-order mark', '\ufeffb.txt\na.txt'],
  ['NUL', 'b.txt\0a.txt\0'],
])('--files-from, %s, behind the paths given', async (_name, list) => {
  const cwd = folderWith({ 'b.txt': CLEAN, 'a.txt': CLEAN, 'c.txt': CLEAN, list });
  expect(await paths(cwd, '--files-from', 'list', 'c.txt')).toEqual(['c.txt', 'b.txt', 'a.txt']);
  const { stdout } = await gouji({ cwd, stdin: list }, 'check', '--files-from', '-');
  expect(checkLines(stdout).map(({ path }) => path)).toEqual(['b.txt', 'a.txt']);
});

test('a name that is not in UTF-8 is told of, and spoils no other in its list or folder', async () => {
  const cwd = folderWith({ '甲.txt': CLEAN });
  const odd = Buffer.concat([Buffer.from(`${cwd}/`), Buffer.from([0xd2, 0xd2, 0xff]), Buffer.from('.txt')]);
  writeFileSync(odd, CLEAN);
  const list = Buffer.concat([odd, Buffer.from('\n甲.txt\n')]);
  for (const [input, argv] of [
    ['', ['.']],
    [list, ['--files-from', '-']],
  ] as const) {
    const { status, stdout, stderr } = await gouji({ cwd, stdin: input }, 'check', ...argv);
    expect(checkLines(stdout).map(({ path }) => path.replace('./', ''))).toEqual(['甲.txt']);
    expect(stderr).toMatch(/^\S+\ufffd\.txt：文件名或文件夹名不是 UTF-8 编码，打不开，请改名后再检查\n$/u);
    expect(status).toBe(2);
  }
  const gbk = Buffer.from([0xbc, 0xd7, 0x2e, 0x74, 0x78, 0x74]);
  expect(checkLines((await gouji({ cwd, stdin: gbk }, 'check', '--files-from', '-')).stdout)).toHaveLength(1);
});

test('an empty list is no mistake, a missing one is', async () => {
  const cwd = folderWith({ list: '' });
  expect(await gouji({ cwd }, 'check', '--files-from', 'list', '--format', 'json')).toEqual({ status: 0, stdout: '[]\n', stderr: '' });
  const { status, stderr } = await gouji({ cwd }, 'check', '--files-from', 'lost');
  expect(status).toBe(2);
  expect(stderr).toContain('--files-from lost：找不到');
});

test('what leads nowhere is a failure each', async () => {
  const cwd = folderWith({ 'a.txt': CLEAN });
  symlinkSync('lost.txt', join(cwd, 'dangling.txt'));
  symlinkSync('ring.txt', join(cwd, 'ring.txt'));
  const { status, stdout, stderr } = await gouji({ cwd }, 'check', 'dangling.txt', 'ring.txt', 'a.txt/b.txt', 'a.txt');
  expect(status).toBe(2);
  expect(checkLines(stdout)).toHaveLength(1);
  expect(stderr.trim().split('\n')).toEqual([
    'dangling.txt：找不到这个文件或文件夹',
    'ring.txt：链接首尾相接，找不到文件',
    'a.txt/b.txt：找不到这个文件或文件夹',
  ]);
});
