// The command line honours the `.gouji.json` beside each file.

import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { changeOf, NAME, written } from '../suppressions/support.ts';
import { bytesOf, checkLines, draft, folderWith, gouji, UNBALANCED, WIDE } from './support.ts';

const STOCK = draft({ 'issued/normative/effective': '0' });

function beside(text: string, rule: string, note: string | null): string {
  return written(null, changeOf(text, rule, note));
}

function rulesOf(stdout: string): readonly string[] {
  return checkLines(stdout).flatMap(({ findings }) => findings.map(({ rule, severity }) => `${rule} ${severity}`));
}

describe('a finding that is', () => {
  test('silenced is not reported and does not fail, whichever way the path is given', async () => {
    const cwd = folderWith({ [`甲/${NAME}`]: UNBALANCED, '甲/.gouji.json': beside(UNBALANCED, 'wrong-cell', null) });
    for (const path of ['甲', `甲/${NAME}`, `./甲/../甲/${NAME}`]) {
      const { status, stdout, stderr } = await gouji({ cwd }, 'check', path);
      expect(rulesOf(stdout)).toEqual([]);
      expect([status, stderr]).toEqual([0, '']);
    }
    expect((await gouji({ cwd, terminal: true }, 'check', '甲')).stdout).toContain('可以报送0份；另有1处已设为不再提示（.gouji.json）');
  });

  test('answered is information', async () => {
    const cwd = folderWith({ [NAME]: STOCK, '.gouji.json': beside(STOCK, 'stock-below-flow', '以旧文件计') });
    const { status, stdout } = await gouji({ cwd }, 'check', '--fail-on', 'warning', NAME);
    expect(rulesOf(stdout)).toEqual(['stock-below-flow information']);
    expect(checkLines(stdout)[0]?.findings[0]?.message).toContain('（核实说明：以旧文件计）');
    expect(status).toBe(0);
  });

  test('silenced in another folder, in another file, or on standard input is reported', async () => {
    const file = beside(STOCK, 'stock-below-flow', null);
    const cwd = folderWith({ '.gouji.json': file, [`甲/${NAME}`]: STOCK, '乙.txt': STOCK, [NAME]: STOCK });
    expect(rulesOf((await gouji({ cwd }, 'check', `甲/${NAME}`, '乙.txt')).stdout)).toHaveLength(2);
    expect(rulesOf((await gouji({ cwd, stdin: STOCK }, 'check', '-')).stdout)).toHaveLength(1);
    expect(rulesOf((await gouji({ cwd }, 'check', NAME)).stdout)).toHaveLength(0);
  });
});

test('--fix leaves alone what is silenced', async () => {
  const cwd = folderWith({ [NAME]: WIDE, '.gouji.json': written(null, { kind: 'off', rule: 'cell-notation' }) });
  expect((await gouji({ cwd }, 'check', '--fix', NAME)).status).toBe(0);
  expect(bytesOf(cwd, NAME).toString()).toBe(WIDE);
});

describe('a .gouji.json that is damaged', () => {
  test.each([
    ['a comma too many', '{"version": 1,}', '第1行第15列：这里应当是带双引号的名称'],
    ['another encoding', new Uint8Array([0x7b, 0xb9, 0xb4, 0x7d]), '不是 UTF-8 编码的文本'],
  ])('by %s is told of once, and changes nothing', async (_, content, problem) => {
    const cwd = folderWith({ '甲/1.txt': STOCK, '甲/2.txt': STOCK, '甲/.gouji.json': content });
    const { status, stdout, stderr } = await gouji({ cwd }, 'check', '甲');
    expect(rulesOf(stdout)).toEqual(['stock-below-flow warning', 'stock-below-flow warning']);
    expect(stderr).toBe(`甲/.gouji.json：格式有误，无法读取，未生效。${problem}\n`);
    expect(status).toBe(0);
    expect(bytesOf(cwd, '甲/.gouji.json')).toEqual(Buffer.from(content));
  });

  test('or a folder is told of too', async () => {
    const cwd = folderWith({ [NAME]: STOCK, '.gouji.json/x': '' });
    const { stderr, stdout } = await gouji({ cwd }, 'check', NAME);
    expect(stderr).toBe('.gouji.json：格式有误，无法读取，未生效。是文件夹，不是文件\n');
    expect(rulesOf(stdout)).toHaveLength(1);
  });

  test('or never ends, or is a pipe nobody writes to, holds nothing up', async () => {
    const TOO_LONG = '.gouji.json：格式有误，无法读取，未生效。文件超过 1024 KB，未读取\n';
    const cwd = folderWith({ [`甲/${NAME}`]: STOCK, [`乙/${NAME}`]: STOCK, [`丙/${NAME}`]: STOCK, '丙/.gouji.json': ' '.repeat(5 * 1024 * 1024) });
    symlinkSync('/dev/zero', join(cwd, '甲/.gouji.json'));
    execFileSync('mkfifo', [join(cwd, '乙/.gouji.json')]);
    const { status, stdout, stderr } = await gouji({ cwd }, 'check', '甲', '乙', '丙');
    expect(stderr).toBe(`甲/${TOO_LONG}丙/${TOO_LONG}`);
    expect(rulesOf(stdout)).toHaveLength(3);
    expect(status).toBe(0);
  });
});

test('standard input lies in no folder', async () => {
  const cwd = folderWith({ '.gouji.json': '{' });
  expect((await gouji({ cwd, stdin: STOCK }, 'check', '-')).stderr).toBe('');
});

test('parse looks at the text alone', async () => {
  const cwd = folderWith({ [NAME]: STOCK, '.gouji.json': '{' });
  const { stderr, status } = await gouji({ cwd }, 'parse', NAME);
  expect([stderr, status]).toEqual(['', 0]);
});

describe("last year's report", () => {
  const LAST = draft({ 'applications/carried-out/natural': '40', 'applications/carried-out/total': '40' }).replaceAll('2023年', '2022年');
  const linked = (figures: Readonly<Record<string, number>>) =>
    JSON.stringify({ version: 1, files: { [NAME]: { previous: { path: '../甲/上年.txt', cells: figures } } } });
  const KEPT = { 'applications/carried-out/natural': 40, 'applications/carried-out/total': 40 };

  test("is held against this year's, and both places are named", async () => {
    const cwd = folderWith({ [`乙/${NAME}`]: draft({}), '乙/.gouji.json': linked(KEPT), '甲/上年.txt': LAST });
    const { status, stdout } = await gouji({ cwd }, 'check', `乙/${NAME}`);
    const [view] = checkLines(stdout);
    expect(status).toBe(1);
    expect(view?.findings).toMatchObject([{ rule: 'carry-over', actual: 1, expected: 40 }]);
    expect(view?.findings[0]?.message).toContain('../甲/上年.txt');
    const [place] = view?.findings[0]?.related ?? [];
    expect(place).toMatchObject({ path: '甲/上年.txt' });
    const line = LAST.split('\n')[place?.range.start.line ?? 0] ?? '';
    expect(line.slice(place?.range.start.character, place?.range.end.character)).toBe('40');
  });

  test('that changed since it was linked is told of; one that cannot be read is not', async () => {
    const files = {
      [NAME]: draft({}),
      '.gouji.json': JSON.stringify({ version: 1, files: { [NAME]: { previous: { path: '上年.txt', cells: { 'applications/carried-out/total': 1 } } } } }),
    };
    const rules = async (more: Readonly<Record<string, string>>) => rulesOf((await gouji({ cwd: folderWith({ ...files, ...more }) }, 'check', NAME)).stdout);
    expect(await rules({ '上年.txt': LAST })).toEqual(['previous-changed warning']);
    expect(await rules({ '上年.txt': draft({}) })).toEqual([]);
    expect(await rules({ '上年.txt': '会议通知' })).toEqual([]);
    expect(await rules({})).toEqual([]);
  });
});

describe('the .gouji.json of a folder above', () => {
  const rules = (levels: Readonly<Record<string, string>>, more: object = {}) => JSON.stringify({ version: 1, rules: levels, ...more });

  test('sets levels, up to the folder that was named, behind --rule', async () => {
    const cwd = folderWith({
      '.gouji.json': rules({ 'stock-below-flow': 'hint' }),
      '年报/.gouji.json': rules({ 'stock-below-flow': 'error' }),
      '年报/县/1.txt': STOCK,
    });
    expect(rulesOf((await gouji({ cwd }, 'check', '.')).stdout)).toEqual(['stock-below-flow error']);
    expect(rulesOf((await gouji({ cwd }, 'check', '年报/县')).stdout)).toEqual(['stock-below-flow warning']);
    expect(rulesOf((await gouji({ cwd }, 'check', '年报/县/1.txt')).stdout)).toEqual(['stock-below-flow error']);
    expect(rulesOf((await gouji({ cwd }, 'check', '--rule', 'stock-below-flow=information', '.')).stdout)).toEqual(['stock-below-flow information']);
  });

  test('leaves files out, also of parse, but not one that is named itself', async () => {
    const cwd = folderWith({ '.gouji.json': rules({}, { exclude: ['旧稿'] }), '旧稿/1.txt': STOCK, '2.txt': STOCK });
    expect(checkLines((await gouji({ cwd }, 'check', '.')).stdout).map(({ path }) => path)).toEqual(['./2.txt']);
    expect(checkLines((await gouji({ cwd }, 'parse', '.')).stdout)).toHaveLength(1);
    expect(checkLines((await gouji({ cwd }, 'check', '旧稿/1.txt')).stdout)).toHaveLength(1);
  });

  test('is told of where it is damaged', async () => {
    const cwd = folderWith({ '.gouji.json': '{', '县/1.txt': STOCK });
    const { stderr, stdout } = await gouji({ cwd }, 'check', '.');
    expect(stderr).toContain('.gouji.json：格式有误，无法读取，未生效。第1行');
    expect(rulesOf(stdout)).toEqual(['stock-below-flow warning']);
  });
});
