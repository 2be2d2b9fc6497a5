// `--fix` changes the layout and nothing else, and leaves the file alone whenever something is not as it was.

import { chmodSync, linkSync, lstatSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { replaceFile } from '../../server/src/cli/replace-file.ts';
import { ENCODINGS, save } from './encodings.ts';
import { BROKEN, bytesOf, checkLines, CLEAN, draft, folderWith, gouji, NO_REPORT, WIDE } from './support.ts';

const PLAIN = draft({ 'licensing/licences/decisions': '36' });

test.each(ENCODINGS)('$name and its line ends are kept', async (encoding) => {
  for (const lineEnd of ['\n', '\r\n', '\r']) {
    const cwd = folderWith({ 'a.txt': save(encoding, WIDE.replaceAll('\n', lineEnd)) });
    const { status, stdout, stderr } = await gouji({ cwd }, 'check', '--fix', 'a.txt');
    expect(status).toBe(0);
    expect(checkLines(stdout)).toMatchObject([{ findings: [] }]);
    expect(stderr).toContain('a.txt：改正排版1处');
    expect(bytesOf(cwd, 'a.txt').equals(save(encoding, PLAIN.replaceAll('\n', lineEnd)))).toBe(true);
    expect(readdirSync(cwd)).toEqual(['a.txt']);
  }
});

test('what remains is reported and decides the status; no number changes', async () => {
  const both = BROKEN.replace(' 11\n', ' １１\n').replace('⾏', '行').replace('政府信息公开条例', '政府信息公开条⽂');
  const cwd = folderWith({ 'a.txt': both });
  const before = await gouji({ cwd }, 'check', 'a.txt');
  const { status, stdout } = await gouji({ cwd }, 'check', '--fix', 'a.txt');
  const rules = (output: string) => checkLines(output).flatMap(({ findings }) => findings.map(({ rule }) => rule));
  expect(rules(before.stdout)).toContain('radical-character');
  expect(rules(stdout)).toEqual(['cell-negative', 'cell-negative']);
  expect(status).toBe(1);
  expect(bytesOf(cwd, 'a.txt').toString()).toBe(BROKEN.replace('政府信息公开条例', '政府信息公开条文'));
});

test('a second run changes nothing, and nor does a run over clean files and other texts', async () => {
  const cwd = folderWith({ 'wide.txt': WIDE, 'clean.txt': CLEAN, 'notice.txt': `${NO_REPORT}１２\n` });
  await gouji({ cwd }, 'check', '--fix', '.');
  const stamps = () =>
    readdirSync(cwd)
      .map((name) => statSync(join(cwd, name), { bigint: true }))
      .map(({ ino, mtimeNs }) => `${ino} ${mtimeNs}`);
  const after = stamps();
  const { stderr } = await gouji({ cwd }, 'check', '--fix', '.');
  expect(stderr).toBe('');
  expect(stamps()).toEqual(after);
  expect(bytesOf(cwd, 'notice.txt').toString()).toContain('１２');
});

test('a rule that is off is not fixed', async () => {
  const cwd = folderWith({ 'a.txt': WIDE });
  await gouji({ cwd }, 'check', '--fix', 'a.txt', '--rule', 'cell-notation=off');
  expect(bytesOf(cwd, 'a.txt').toString()).toBe(WIDE);
});

test('values with a unit, blanks and sums are left to the person', async () => {
  const text = draft({ 'licensing/licences/decisions': '36件', 'enforcement/penalties/decisions': '' });
  const cwd = folderWith({ 'a.txt': text });
  await gouji({ cwd }, 'check', '--fix', 'a.txt');
  expect(bytesOf(cwd, 'a.txt').toString()).toBe(text);
});

test('in a web page only the inside of cells is touched', async () => {
  const row = (...cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  const page = (value: string) =>
    `<html><body><a href="/⼀.htm">⼀</a>${CLEAN.split('\n')
      .map((line) => (line.startsWith('行政许可') ? row('行政许可', value) : `<p>${line}</p>`))
      .join('\n')}</body></html>`;
  const cwd = folderWith({ 'a.html': page('３６'), 'b.txt': page('３６'), 'c.htm': page('<b>３</b>６') });
  const { stdout } = await gouji({ cwd }, 'check', '--fix', '.');
  expect(bytesOf(cwd, 'a.html').toString()).toBe(page('36'));
  expect(bytesOf(cwd, 'b.txt').toString()).toBe(page('36'));
  expect(bytesOf(cwd, 'c.htm').toString()).toBe(page('<b>３</b>６'));
  expect(checkLines(stdout).map(({ recognised }) => recognised)).toEqual([true, true, true]);
});

test('the mode stays, and a link stays a link to the file that is written', async () => {
  const cwd = folderWith({ 'real/a.txt': WIDE });
  chmodSync(join(cwd, 'real/a.txt'), 0o640);
  symlinkSync('real/a.txt', join(cwd, 'link.txt'));
  await gouji({ cwd }, 'check', '--fix', 'link.txt');
  expect(lstatSync(join(cwd, 'link.txt')).isSymbolicLink()).toBe(true);
  expect(bytesOf(cwd, 'real/a.txt').toString()).toBe(PLAIN);
  expect(statSync(join(cwd, 'real/a.txt')).mode & 0o7777).toBe(0o640);
});

test('one file under two names is fixed once', async () => {
  const cwd = folderWith({ 'a.txt': WIDE });
  const { status, stderr } = await gouji({ cwd }, 'check', '--fix', 'a.txt', './a.txt', '.');
  expect(status).toBe(0);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

test('a file that changed after it was read is left as it is', () => {
  const cwd = folderWith({ 'a.txt': 'someone else' });
  const problem = replaceFile({ file: join(cwd, 'a.txt'), before: Buffer.from('as read'), after: Buffer.from('fixed') });
  expect(problem).toContain('已被改动');
  expect(bytesOf(cwd, 'a.txt').toString()).toBe('someone else');
  expect(readdirSync(cwd)).toEqual(['a.txt']);
});

test('what cannot be written is status 2, and still reported', async () => {
  const cwd = folderWith({ 'a.txt': WIDE });
  // The name of the draft beside it is taken: as good as a folder one may not write to, also for the administrator.
  writeFileSync(join(cwd, `.a.txt.${process.pid}.gouji`), '');
  const { status, stdout, stderr } = await gouji({ cwd }, 'check', '--fix', 'a.txt');
  expect(status).toBe(2);
  expect(stderr).toContain('a.txt：未改写');
  expect(checkLines(stdout)).toMatchObject([{ findings: [{ rule: 'cell-notation' }] }]);
  expect(bytesOf(cwd, 'a.txt').toString()).toBe(WIDE);
  expect(readdirSync(cwd)).toHaveLength(2);
});

test('the file is replaced, never written into', async () => {
  const cwd = folderWith({ 'a.txt': WIDE });
  linkSync(join(cwd, 'a.txt'), join(cwd, 'b.txt'));
  await gouji({ cwd }, 'check', '--fix', 'a.txt');
  expect(bytesOf(cwd, 'a.txt').toString()).toBe(PLAIN);
  // The second name still has the old content: at no moment was there half a file.
  expect(bytesOf(cwd, 'b.txt').toString()).toBe(WIDE);
});
