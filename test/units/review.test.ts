// What a review finds: each planted mistake on its own files, nothing on a clean folder, the same in every output.

import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gouji } from '../cli/call.ts';
import { bytesOf, folderWith, writeFolder } from '../cli/support.ts';
import { readFirstSheet } from '../../server/src/sheets/workbook-file.ts';
import { foldersOf, reportText, twoYears, type TwoYears, YEAR } from './two-years.ts';

interface ReviewJson {
  readonly year: number;
  readonly notes: readonly string[];
  readonly units: readonly {
    readonly name: string;
    readonly state: string;
    readonly path: string | null;
    readonly previous: string | null;
    readonly silencedByUnit: number;
    readonly copies: readonly string[];
    readonly unchecked: readonly string[];
    readonly findings: readonly {
      readonly rule: string;
      readonly severity: string;
      readonly message: string;
      readonly path: string | null;
      readonly cells: readonly string[];
      readonly silencedByUnit: boolean;
      readonly related: readonly { readonly path: string; readonly range: unknown }[];
    }[];
    readonly look: {
      readonly gone: readonly unknown[];
      readonly added: number;
      readonly remaining: number;
      readonly changed: readonly { readonly cell: string; readonly asked: boolean }[];
    } | null;
  }[];
}

async function review(cwd: string, ...more: readonly string[]): Promise<{ readonly status: number; readonly json: ReviewJson; readonly stderr: string }> {
  const { status, stderr } = await gouji(
    { cwd },
    'review',
    '本年',
    '--previous',
    '上年',
    '--units',
    '名单.csv',
    '--as-of',
    '2025-02-10',
    '--out',
    'r.json',
    ...more,
  );
  return { status, stderr, json: JSON.parse(bytesOf(cwd, 'r.json').toString()) as ReviewJson };
}

/** Rule of each finding with the unit it is told of. */
function told({ units }: ReviewJson): readonly string[] {
  return units.flatMap(({ name, findings }) => findings.map(({ rule }) => `${rule} ${name}`));
}

function unitOf(json: ReviewJson, name: string) {
  const unit = json.units.find((each) => each.name === name);
  if (unit === undefined) throw new Error(`no ${name}`);
  return unit;
}

const UNITS = twoYears(40);

function at(index: number): TwoYears {
  const unit = UNITS[index];
  if (unit === undefined) throw new Error('no such unit');
  return unit;
}

function changed({ now }: TwoYears, cells: Readonly<Record<string, number>>): string {
  return reportText({ ...now, figures: { cells: { ...now.figures.cells, ...cells } } });
}

function fileOf(index: number, year: '本年' | '上年' = '本年'): string {
  return `${year}/${index}-${at(index).unit.level}.txt`;
}

/** A folder of forty units with what is planted: null takes a file away. */
function planted(files: Readonly<Record<string, string | null>>): string {
  const all = Object.entries({ ...foldersOf(UNITS), ...files }).flatMap(([name, text]) => (text === null ? [] : [[name, text] as const]));
  return folderWith(Object.fromEntries(all));
}

test('a clean folder gives nothing, and its status is 0', async () => {
  const { status, json, stderr } = await review(planted({}));
  expect(told(json)).toEqual([]);
  expect(json.year).toBe(YEAR);
  expect([status, json.units.length, new Set(json.units.map(({ state }) => state))]).toEqual([0, 40, new Set(['done'])]);
  expect(stderr).toContain('审核2024年度年报：机关40个，无问题40个');
});

describe('planted and named on both files', () => {
  test('a unit without a report, and one under a name that is nearly its own', async () => {
    const { json, status } = await review(planted({ [fileOf(3)]: null, [fileOf(5)]: reportText({ ...at(5).now, unit: `临澜${at(5).now.unit.slice(3)}` }) }));
    expect(told(json).toSorted()).toEqual(
      [`unit-absent ${at(3).unit.name}`, `unit-absent ${at(5).unit.name}`, `unit-unknown 临澜${at(5).now.unit.slice(3)}`].toSorted(),
    );
    const absent = unitOf(json, at(5).unit.name);
    expect(absent.findings[0]?.message).toContain(`“临澜${at(5).now.unit.slice(3)}”的年报（${fileOf(5)}）名称相近`);
    expect(absent.findings[0]?.related.map(({ path }) => path)).toEqual([fileOf(5)]);
    expect([absent.state, status]).toEqual(['absent', 1]);
  });

  test('two that differ, and one twice the same', async () => {
    const cwd = planted({ '本年/又一份.txt': changed(at(7), { 'licensing/licences/decisions': 77_777 }), '本年/再一份.txt': reportText(at(8).now) });
    const { json } = await review(cwd);
    expect(told(json).filter((each) => !each.startsWith('outlier'))).toEqual([`unit-twice ${at(7).unit.name}`]);
    const [twice] = unitOf(json, at(7).unit.name).findings.filter(({ rule }) => rule === 'unit-twice');
    expect([twice?.path, ...(twice?.related.map(({ path }) => path) ?? [])].toSorted()).toEqual([fileOf(7), '本年/又一份.txt'].toSorted());
    expect(unitOf(json, at(8).unit.name).copies).toHaveLength(1);
    expect(json.notes.join()).toContain('内容相同、只算一份的年报');
  });

  test('one of another year, and last year’s figures under a new title', async () => {
    const { json } = await review(
      planted({ [fileOf(9)]: reportText({ ...at(9).before, year: YEAR - 2 }), [fileOf(10)]: reportText({ ...at(10).now, figures: at(10).before.figures }) }),
    );
    expect(told(json)).toEqual([`report-stale ${at(9).unit.name}`, `report-stale ${at(10).unit.name}`]);
    expect(unitOf(json, at(9).unit.name)).toMatchObject({
      state: 'absent',
      findings: [{ severity: 'error', message: expect.stringContaining('年度应为 2024（现为 2022）') as unknown }],
    });
    const [stale] = unitOf(json, at(10).unit.name).findings.filter(({ rule }) => rule === 'report-stale');
    expect([stale?.path, stale?.related[0]?.path]).toEqual([fileOf(10), fileOf(10, '上年')]);
  });

  test('a report after the due date', async () => {
    const cwd = planted({ '本年/.gouji.json': JSON.stringify({ version: 1, due: '2025-01-31' }) });
    for (const index of UNITS.keys()) utimesSync(join(cwd, fileOf(index)), new Date(2025, 0, 20), new Date(2025, 0, index === 11 ? 33 : 20));
    const { json } = await review(cwd);
    expect(told(json)).toEqual([`unit-late ${at(11).unit.name}`]);
    expect(unitOf(json, at(11).unit.name).findings[0]?.message).toContain('应于2025-01-31前报送（现为 2025-02-02），迟2天');
    expect(json.notes[0]).toContain('按报送期限2025-01-31的上一年');
  });

  test('chains that are broken between the years', async () => {
    const { now } = at(12);
    const carried = now.figures.cells['applications/carried-in/natural'] ?? 0;
    const more = (row: string, column: string) => (now.figures.cells[`applications/${row}/${column}`] ?? 0) + 1;
    // One case more carried in and granted: every equation holds.
    const cells = Object.fromEntries(
      ['carried-in', 'granted', 'total'].flatMap((row) => ['natural', 'total'].map((column) => [`applications/${row}/${column}`, more(row, column)])),
    );
    const stock = (at(13).now.figures.cells['issued/normative/effective'] ?? 0) + 4;
    const { json } = await review(planted({ [fileOf(12)]: changed(at(12), cells), [fileOf(13)]: changed(at(13), { 'issued/normative/effective': stock }) }));
    expect(told(json)).toEqual([`carry-over ${at(12).unit.name}`, `stock-chain ${at(13).unit.name}`]);
    const [chain] = unitOf(json, at(12).unit.name).findings;
    expect(chain?.message).toContain(`../上年/12-`);
    expect(chain?.related[0]?.path).toBe(fileOf(12, '上年'));
    expect(chain?.cells).toContain('applications/carried-in/natural');
    expect(carried).toBeGreaterThanOrEqual(0);
  });

  test('a digit too many', async () => {
    const value = (at(14).now.figures.cells['licensing/licences/decisions'] ?? 0) * 10 + 4000;
    const { json } = await review(planted({ [fileOf(14)]: changed(at(14), { 'licensing/licences/decisions': value }) }));
    expect(told(json)).toEqual([`outlier ${at(14).unit.name}`]);
    expect(unitOf(json, at(14).unit.name).findings[0]?.related[0]?.path).toBe(fileOf(14, '上年'));
  });

  test('prose copied from another unit, and from last year', async () => {
    const { json } = await review(
      planted({
        [fileOf(15)]: reportText({ ...at(15).now, prose: at(16).now.prose }),
        [fileOf(17)]: reportText({ ...at(17).now, prose: at(17).before.prose }),
      }),
    );
    const copies = told(json);
    expect(copies).toHaveLength(2);
    expect(copies).toContain(`similar-text ${at(17).unit.name}`);
    const pair = json.units.flatMap(({ findings }) => findings).find(({ message }) => message.includes('“'));
    expect([pair?.path, pair?.related[0]?.path].toSorted()).toEqual([fileOf(15), fileOf(16)].toSorted());
    const [own] = unitOf(json, at(17).unit.name).findings;
    expect(own?.message).toContain('本机关上年年报');
    expect(own?.related[0]).toMatchObject({ path: fileOf(17, '上年'), range: { start: { line: 3 } } });
  });

  test('an error that a unit silenced for itself, in its own folder', async () => {
    const folder = `本年/县/${at(18).unit.name}`;
    const wrong = changed(at(18), { 'applications/total/total': 999 });
    const own = { version: 1, rules: { 'wrong-cell': 'off' }, exclude: ['*'], files: { 'a.txt': { off: ['wrong-cell'] } } };
    const { json } = await review(planted({ [fileOf(18)]: null, [`${folder}/a.txt`]: wrong, [`${folder}/.gouji.json`]: JSON.stringify(own) }));
    expect(told(json)).toEqual([`wrong-cell ${at(18).unit.name}`]);
    expect(unitOf(json, at(18).unit.name)).toMatchObject({ state: 'errors', silencedByUnit: 1, findings: [{ silencedByUnit: true }] });
    expect(json.notes.join()).toContain('各机关自行设为不再提示的问题1处，照常列出并注明');
    expect(json.notes.join()).toContain('1份年报由本机关设为不检查，照常审核');
  });
});

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

test('a year that is lacking is said to be unchecked', async () => {
  const { json } = await review(planted({ [fileOf(6, '上年')]: null }));
  expect(told(json)).toEqual([]);
  expect(unitOf(json, at(6).unit.name)).toMatchObject({ previous: null, unchecked: ['没有2023年度的年报，上下年衔接未核对'] });
});

describe('outputs', () => {
  let cwd = '';
  const outputs: Record<string, string> = {};
  const messages: string[] = [];

  beforeAll(async () => {
    const files = {
      ...foldersOf(UNITS),
      [fileOf(2)]: changed(at(2), { 'applications/total/total': 999 }),
      [fileOf(13)]: changed(at(13), { 'issued/normative/effective': 3 }),
      [fileOf(20)]: '=cmd|x',
    };
    cwd = writeFolder(files);
    const { json } = await review(cwd, '--letters', '意见');
    messages.push(...json.units.flatMap(({ findings }) => findings.map(({ message }) => message)));
    for (const kind of ['html', 'md', 'csv', 'xlsx']) {
      await gouji({ cwd }, 'review', '本年', '--previous', '上年', '--units', '名单.csv', '--as-of', '2025-02-10', '--out', `r.${kind}`);
      outputs[kind] = kind === 'xlsx' ? '' : bytesOf(cwd, `r.${kind}`).toString();
    }
  });

  afterAll(() => rmSync(cwd, { recursive: true }));

  const occurrences = (text: string, words: string) => text.split(words).length - 1;

  test('carry each finding once', async () => {
    expect(messages.length).toBeGreaterThanOrEqual(3);
    for (const message of messages) {
      const [html, csv] = [message.replaceAll('"', '&quot;'), message];
      expect(occurrences(outputs['html'] ?? '', html)).toBe(1);
      expect(occurrences(outputs['csv'] ?? '', csv)).toBe(1);
      expect(occurrences((outputs['md'] ?? '').replaceAll('\\', ''), message)).toBe(1);
    }
    const cells = (await readFirstSheet(bytesOf(cwd, 'r.xlsx'))).flat();
    expect(cells).toContain(at(2).unit.name);
  });

  test('a letter for each unit that has something to do, with each of its findings', () => {
    const letter = bytesOf(cwd, `意见/${at(2).unit.name}.md`).toString();
    const page = bytesOf(cwd, `意见/${at(2).unit.name}.html`).toString();
    expect(letter).toContain(`关于${at(2).unit.name}${YEAR}年度政府信息公开工作年度报告的审核意见`);
    expect(messages.filter((message) => page.includes(message))).toHaveLength(1);
    expect(() => bytesOf(cwd, `意见/${at(4).unit.name}.md`)).toThrow();
  });

  test('load nothing, and their csv begins with a byte-order mark', () => {
    expect(outputs['html']).not.toMatch(/src=|href=|<script|@import|url\(/u);
    expect(outputs['csv']?.startsWith('\ufeff机关,')).toBe(true);
  });
});

test('no cell is a formula, and words of a title are words', async () => {
  const evil = '=HYPERLINK("http://x","y")<script>alert(1)</script>';
  const cwd = folderWith({ '名单.csv': `"${evil.replaceAll('"', '""')}"\n+乙\n`, '本年/a.txt': reportText(at(0).now) });
  for (const kind of ['csv', 'html', 'md']) {
    await gouji({ cwd }, 'review', '本年', '--units', '名单.csv', '--out', `r.${kind}`);
    const text = bytesOf(cwd, `r.${kind}`).toString();
    expect(text).not.toMatch(/(?:^|,|\n)"?[=+]/u);
    if (kind !== 'csv') expect(text).not.toContain('<script');
  }
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
  const cases: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[], string])[] = [
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
    ['an option', {}, ['--unit', 'l.csv'], '最接近的是 --units'],
  ];
  test.each(cases)('%s', async (_, files, argv, words) => {
    const cwd = folderWith({ 'd/a.txt': reportText(at(0).now), ...files });
    const { status, stderr, stdout } = await gouji({ cwd }, 'review', 'd', '--letters', 'out', ...argv);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(words);
    expect(() => bytesOf(cwd, 'out')).toThrow(/ENOENT/u);
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
