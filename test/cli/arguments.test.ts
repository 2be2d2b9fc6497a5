// Wrong usage is found before any file is opened, and reported in Chinese.

import { expect, test } from 'vitest';
import { CLEAN, folderWith, gouji, VERSION } from './support.ts';

test('--help and --version go to standard output, whatever else is written', async () => {
  const help = await gouji({ cwd: '/' }, 'check', '--help', '--nonsense');
  expect(help.status).toBe(0);
  expect(help.stdout).toContain('gouji check');
  for (const option of [
    '--format',
    '--fix',
    '--as-revisions',
    '--author',
    '--date',
    '--fail-on',
    '--rule',
    '--files-from',
    '--jobs',
    '--time-limit',
    '--help',
    '--version',
  ]) {
    expect(help.stdout).toContain(option);
  }
  for (const option of ['--version', '-V']) expect(await gouji({ cwd: '/' }, option)).toEqual({ status: 0, stdout: `${VERSION}\n`, stderr: '' });
  expect(await gouji({ cwd: '/' }, '-h')).toEqual({ ...help, stderr: '' });
});

test.each<[string, readonly string[]]>([
  ['缺少命令', []],
  ['没有 chekc 这个命令', ['chekc', 'a.txt']],
  ['缺少文件或文件夹', ['check']],
  ['路径不能为空', ['check', '']],
  ['没有 --colour 这个选项\n', ['check', 'a.txt', '--colour']],
  ['没有 --fromat 这个选项，最接近的是 --format', ['check', 'a.txt', '--fromat', 'json']],
  ['没有 wrong-cel 这条规则，最接近的是 wrong-cell', ['check', 'a.txt', '--rule', 'wrong-cel=off']],
  ['--format 后面要写值', ['check', 'a.txt', '--format']],
  ['--format 不能写 xml', ['check', 'a.txt', '--format', 'xml']],
  ['--fix 后面不写值', ['check', 'a.txt', '--fix=yes']],
  ['--fix 只能用于文件', ['check', '--fix', '-']],
  ['--author 要与 --fix --as-revisions 同用', ['check', 'a.docx', '--author', '审核人']],
  ['--date 要与 --fix --as-revisions 同用', ['check', 'a.docx', '--fix', '--date', '2026-01-05']],
  ['--author 后面要写值', ['check', 'a.docx', '--fix', '--as-revisions', '--author', '']],
  ['--date 要写日期，例如 2026-01-05 或 2026-01-05T09:00，现为 昨天', ['check', 'a.docx', '--fix', '--as-revisions', '--date', '昨天']],
  ['现为 2026-02-30', ['check', 'a.docx', '--fix', '--as-revisions', '--date', '2026-02-30']],
  ['现为 2026-01-05T25:00', ['check', 'a.docx', '--fix', '--as-revisions', '--date', '2026-01-05T25:00']],
  ['--author 只用于 check', ['parse', 'a.docx', '--author', '审核人']],
  ['--fail-on 不能写 hint', ['check', 'a.txt', '--fail-on', 'hint']],
  ['没有 no-such-rule 这条规则', ['check', 'a.txt', '--rule', 'no-such-rule=off']],
  ['没有 sum-of-units 这条规则', ['check', 'a.txt', '--rule', 'sum-of-units=off']],
  ['不能写 fatal', ['check', 'a.txt', '--rule', 'unbalanced=fatal']],
  ['要写成“规则=级别”', ['check', 'a.txt', '--rule', 'unbalanced']],
  ['--jobs 要写 1 到 64', ['check', 'a.txt', '--jobs', '0']],
  ['--jobs 要写 1 到 64', ['check', 'a.txt', '--jobs', 'many']],
  ['标准输入只能用一次', ['check', '-', '-']],
  ['标准输入只能用一次', ['check', '-', '--files-from', '-']],
  ['parse 没有 sarif 格式', ['parse', 'a.txt', '--format', 'sarif']],
  ['--fix 只用于 check', ['parse', 'a.txt', '--fix']],
  ['--rule 只用于 check', ['parse', 'a.txt', '--rule', 'unbalanced=off']],
])('%s: %j', async (said, argv) => {
  const { status, stdout, stderr } = await gouji({ cwd: folderWith({ 'a.txt': CLEAN }) }, ...argv);
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain(said);
  expect(stderr).toContain('gouji --help');
});

test('what follows -- is a path', async () => {
  const cwd = folderWith({ '--fix': CLEAN });
  const { status, stdout } = await gouji({ cwd }, 'check', '--', '--fix');
  expect(status).toBe(0);
  expect(stdout).toContain('"path":"--fix"');
});
