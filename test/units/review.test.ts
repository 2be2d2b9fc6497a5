// How a review takes its folder, its list and its past: levels, years, second look, parts, bad input.

import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { gouji } from '../cli/call.ts';
import { bytesOf, folderWith } from '../cli/support.ts';
import { at, changed, fileOf, planted, review, told, unitOf, UNITS, type ReviewJson } from './review-run.ts';
import { foldersOf, reportText, YEAR } from './two-years.ts';

test('what the root says holds: levels, exclusions, aliases', async () => {
  const renamed = '临澜市教育和体育局';
  const cwd = planted({
    [fileOf(1)]: reportText({ ...at(1).now, unit: renamed }),
    [fileOf(2)]: changed(at(2), { 'applications/total/total': 999 }),
    '本年/旧稿/x.txt': changed(at(4), { 'applications/total/total': 999 }),
    '本年/.gouji.json': JSON.stringify({ version: 1, rules: { 'wrong-cell': 'hint' }, exclude: ['旧稿'] }),
    '名单.csv': String(foldersOf(UNITS)['名单.csv'])
      .replace('机关名称,上级,层级', '机关名称,上级,层级,别名')
      .replace(`${at(1).unit.name},`, `${at(1).unit.name},`)
      .replace('市级部门\n', `市级部门,${renamed}\n`),
  });
  const { json } = await review(cwd);
  expect(json.units.flatMap(({ name, findings }) => findings.map(({ rule, severity }) => `${rule} ${severity} ${name}`))).toEqual([
    `wrong-cell hint ${at(2).unit.name}`,
  ]);
  expect(unitOf(json, at(1).unit.name).path).toBe(fileOf(1));
});

test('both years in one folder: the later one is reviewed, also where a unit is missing', async () => {
  const cwd = planted({ [fileOf(3)]: null });
  await gouji({ cwd }, 'review', '.', '--units', '名单.csv', '--as-of', '2025-02-10', '--out', 'r.json');
  const json = JSON.parse(bytesOf(cwd, 'r.json').toString()) as ReviewJson;
  expect([json.year, told(json)]).toEqual([YEAR, [`unit-absent ${at(3).unit.name}`]]);
});

test('a due date of another year than the reports is told to be looked at', async () => {
  const { json } = await review(planted({ '本年/.gouji.json': JSON.stringify({ version: 1, due: '2026-01-31' }) }));
  expect(json.notes).toContain('40个机关报送的是其他年度的年报，请核对报送期限：审核2025年度的，期限应在2026年');
});

test('a unit of .gouji.json is on the list, and on no line of it', async () => {
  const cwd = folderWith({ 'd/a.txt': reportText(at(0).now), 'd/.gouji.json': JSON.stringify({ version: 1, units: [at(0).unit.name, '甲局'] }, null, 2) });
  await gouji({ cwd }, 'review', 'd', '--out', 'r.json');
  const { units } = JSON.parse(bytesOf(cwd, 'r.json').toString()) as ReviewJson;
  expect(units[1]?.findings[0]?.message).toContain(`“甲局”没有报送${YEAR}年度年报。该机关在名单中。`);
});

test('a year that is lacking is said to be unchecked', async () => {
  const { json } = await review(planted({ [fileOf(6, '上年')]: null }));
  expect(told(json)).toEqual([]);
  expect(unitOf(json, at(6).unit.name)).toMatchObject({ previous: null, unchecked: ['没有2023年度的年报，上下年衔接未核对'] });
});

describe('a second look', () => {
  test('tells what was mended, what is new, and which number nobody asked to change', async () => {
    const wrong = changed(at(2), { 'applications/total/total': 999 });
    const files = { ...foldersOf(UNITS), [fileOf(2)]: wrong };
    const cwd = folderWith(files);
    expect((await review(cwd, '--record')).json.units.every(({ look }) => look === null)).toBe(true);
    writeFileSync(join(cwd, fileOf(2)), changed(at(2), { 'licensing/licences/decisions': 25 }));
    const { look } = unitOf((await review(cwd)).json, at(2).unit.name);
    expect(look).toMatchObject({ added: 0, remaining: 0, gone: [{ rule: 'wrong-cell' }] });
    expect(look?.changed.filter(({ asked }) => !asked).map(({ cell }) => cell)).toEqual(['licensing/licences/decisions']);
    const kept = bytesOf(cwd, `本年/.gouji/versions/${at(2).unit.name}.json`).toString();
    expect(kept).not.toContain('青禾');
    expect(kept.length).toBeLessThan(4000);
  });
});

describe('bad input is status 2 with the line and what to do, and nothing is written', () => {
  const cases: readonly (readonly [string, Readonly<Record<string, string | Uint8Array>>, readonly string[], string])[] = [
    ['a unit twice', { 'l.csv': '甲局\n乙局\n甲局\n' }, ['--units', 'l.csv'], '名单 l.csv 第3行：“甲局”与第1行的“甲局”名称或别名重复，请删去一个'],
    ['a parent that is none', { 'l.csv': '机关,上级\n甲局,乙县\n' }, ['--units', 'l.csv'], '第2行：上级“乙县”不在名单中'],
    ['a ring of parents', { 'l.csv': '机关,上级\n甲,乙\n乙,甲\n' }, ['--units', 'l.csv'], '第2行：“甲”的上级又在它之下'],
    ['a quotation mark', { 'l.csv': '甲\n"乙\n' }, ['--units', 'l.csv'], '第2行：双引号没有配对'],
    ['no sheet', { 'l.xlsx': 'PK' }, ['--units', 'l.xlsx'], '不是能读取的 .xlsx 文件'],
    ['no list', {}, ['--units', 'l.csv'], '名单 l.csv：找不到'],
    ['a bad date', {}, ['--as-of', '2025-02-30'], '--as-of 要写日期'],
    ['a bad due date', { 'd/.gouji.json': '{"version": 1,\n"due": "一月底"}' }, [], '第2行：due 应为日期'],
    ['a kind of output', {}, ['--out', 'r.doc'], '--out 的文件名要以'],
    ['a folder that is not there', {}, ['--out', 'none/r.html'], '文件夹不存在'],
    ['a former folder that is not there', {}, ['--previous', 'none'], '--previous none：找不到这个文件夹'],
    ['an output that is a folder', { 'r.html/x.txt': '' }, ['--out', 'r.html'], '--out r.html：是文件夹，请换一个文件名'],
    ['a list that is a folder', { 'l.csv/x.txt': '' }, ['--units', 'l.csv'], '名单 l.csv：'],
    ['a list of nobody', { 'l.csv': '机关,上级\n' }, ['--units', 'l.csv'], '名单中没有机关，请每行写一个机关名称'],
    ['a name left out', { 'l.csv': '机关,上级\n甲,\n,甲\n' }, ['--units', 'l.csv'], '第3行：缺少机关名称'],
    ['a unit twice by an alias', { 'l.txt': '甲局\n乙局\t甲局\n' }, ['--units', 'l.txt'], '第2行：“乙局”与第1行的“甲局”名称或别名重复'],
    ['a list in no encoding', { 'l.txt': Uint8Array.from([0x80, 0xff, 0x80, 0xff]) }, ['--units', 'l.txt'], '请另存为 UTF-8'],
    ['a damaged .gouji.json', { 'd/.gouji.json': '{"version": 1,' }, [], '请改正后再审核'],
    ['a part of something else', { 'p.json': '{}' }, ['p.json'], '不是 --partial 写出的中间结果'],
    ['no folder', {}, ['none'], 'none：找不到这个文件夹'],
    ['an option', {}, ['--unit', 'l.csv'], '最接近的是 --units'],
  ];
  test.each(cases)('%s', async (_, files, argv, words) => {
    const cwd = folderWith({ 'd/a.txt': reportText(at(0).now), ...files });
    const { status, stderr, stdout } = await gouji({ cwd }, 'review', 'd', '--letters', 'out', ...argv);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(words);
    expect(() => bytesOf(cwd, 'out')).toThrow(/ENOENT/u);
  });

  test('letters where a file lies', async () => {
    const cwd = folderWith({ 'd/a.txt': reportText(at(0).now), out: 'x' });
    const { status, stderr } = await gouji({ cwd }, 'review', 'd', '--out', 'r.html', '--letters', 'out');
    expect([status, stderr.includes('--letters out：是文件，请换一个文件夹')]).toEqual([2, true]);
    expect(() => bytesOf(cwd, 'r.html')).toThrow(/ENOENT/u);
  });

  test('an output that would write over a report', async () => {
    const cwd = folderWith({ 'd/a.html': `<pre>${reportText(at(0).now)}</pre>` });
    const { status, stderr } = await gouji({ cwd }, 'review', 'd', '--out', 'd/a.html');
    expect([status, stderr.includes('是一份年报')]).toEqual([2, true]);
  });
});

test('parts that several runs wrote come together as one', async () => {
  const cwd = planted({ [fileOf(3)]: null, [fileOf(15)]: reportText({ ...at(15).now, prose: at(16).now.prose }) });
  const whole = told((await review(cwd)).json);
  mkdirSync(join(cwd, '乙'));
  for (let index = 16; index < 30; index++) renameSync(join(cwd, fileOf(index)), join(cwd, '乙', `${index}.txt`));
  await gouji({ cwd }, 'review', '本年', '--previous', '上年', '--partial', '--out', '1.json');
  await gouji({ cwd }, 'review', '乙', '--previous', '上年', '--partial', '--out', '2.json');
  await gouji({ cwd }, 'review', '1.json', '2.json', '--units', '名单.csv', '--as-of', '2025-02-10', '--out', 'm.json');
  expect(told(JSON.parse(bytesOf(cwd, 'm.json').toString()) as ReviewJson).toSorted()).toEqual(whole.toSorted());
});

describe('gouji init', () => {
  test('writes the units of the reports, or of a list with indentation, and leaves the rest', async () => {
    const cwd = folderWith({
      'd/a.txt': reportText(at(0).now),
      'd/b.txt': reportText(at(1).now),
      'd/.gouji.json': '{\n  "version": 1,\n  "mine": [1]\n}\n',
      'l.txt': '# 名单\n临澜市人民政府\n  临澜市教育局\t市教育局\n',
    });
    expect((await gouji({ cwd }, 'init', 'd', '--due', '2025-01-31')).status).toBe(0);
    expect(JSON.parse(bytesOf(cwd, 'd/.gouji.json').toString())).toEqual({
      version: 1,
      mine: [1],
      due: '2025-01-31',
      units: [{ name: at(0).unit.name }, { name: at(1).unit.name }],
    });
    expect((await gouji({ cwd }, 'init', 'd', '--units', 'l.txt')).status).toBe(0);
    expect(JSON.parse(bytesOf(cwd, 'd/.gouji.json').toString())).toMatchObject({
      units: [{ name: '临澜市人民政府' }, { name: '临澜市教育局', aliases: ['市教育局'], parent: '临澜市人民政府' }],
    });
  });
});
