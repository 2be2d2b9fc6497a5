// A review finds each planted mistake on its own files, and nothing on a clean folder.

import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { valueOf } from '../../server/src/parse/model.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { folderWith } from '../cli/support.ts';
import { draftWith } from '../support/draft.ts';
import { at, changed, fileOf, planted, review, told, unitOf, UNITS } from './review-run.ts';
import { foldersOf, reportText, twoYears, YEAR } from './two-years.ts';

/** Six hundred reports, on a machine that is busy with other things. */
const MANY_MS = 300_000;

test('three hundred clean units of five levels give nothing, and the status is 0', { timeout: MANY_MS }, async () => {
  const units = twoYears(300);
  expect(new Set(units.map(({ unit }) => unit.level)).size).toBe(5);
  const { status, json, stderr } = await review(folderWith(foldersOf(units)));
  expect(told(json)).toEqual([]);
  expect(json.year).toBe(YEAR);
  expect([status, json.units.length, new Set(json.units.map(({ state }) => state))]).toEqual([0, 300, new Set(['done'])]);
  expect(json.units.every(({ previous }) => previous !== null)).toBe(true);
  expect(stderr).toContain('审核2024年度年报：机关300个，无问题300个');
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
    expect(unitOf(json, at(11).unit.name).findings[0]?.message).toContain('取自文件的修改日期');
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

  test.each([{ exclude: ['a.txt'] }, { root: true, exclude: ['**/*.txt'] }, { exclude: ['*'], rules: { unbalanced: 'off' } }])(
    'a unit’s own exclusion of its own file has no say: %j',
    async (own) => {
      const folder = `本年/县/${at(18).unit.name}`;
      const wrong = changed(at(18), { 'applications/total/total': 999 });
      const { json, status } = await review(
        planted({ [fileOf(18)]: null, [`${folder}/a.txt`]: wrong, [`${folder}/.gouji.json`]: JSON.stringify({ version: 1, ...own }) }),
      );
      expect([status, told(json)]).toEqual([1, [`wrong-cell ${at(18).unit.name}`]]);
      expect(unitOf(json, at(18).unit.name)).toMatchObject({ state: 'errors', path: `${folder}/a.txt` });
      expect(json.notes.join()).toContain('1份年报由本机关设为不检查，照常审核');
    },
  );

  test('numbers of 2019 reports that do not follow from the year before', async () => {
    const name = '青禾县人民政府办公室';
    const year = Number(/\d{4}/u.exec(draftWith({}, { form: '2019' }))?.[0]);
    const items = /^(?:licensing|enforcement)\/[a-z-]+\/(?:previous|change)$/u;
    const now = parseReport(draftWith({}, { form: '2019' }));
    // Last year's 上一年项目数量 without change is this year's, but for one row.
    const before = Object.fromEntries(
      [...now.cells.keys()].filter((key) => items.test(key)).map((key) => [key, key.endsWith('change') ? '0' : String(valueOf(now, key) ?? 0)]),
    );
    const texts = [before, { ...before, 'licensing/licences/change': '7' }].map((cells) =>
      draftWith(cells, { form: '2019' }).replaceAll(String(year), String(year - 1)),
    );
    const found: (readonly string[])[] = [];
    for (const text of texts) {
      const cwd = folderWith({ '名单.csv': `机关名称\n${name}\n`, '本年/a.txt': now.text, '上年/b.txt': text });
      const { json } = await review(cwd);
      found.push(told(json).filter((each) => each.startsWith('item-chain')));
      const [chain] = unitOf(json, name).findings.filter(({ rule }) => rule === 'item-chain');
      if (chain !== undefined) expect([chain.path, chain.related[0]?.path, chain.cells]).toEqual(['本年/a.txt', '上年/b.txt', ['licensing/licences/previous']]);
    }
    expect(found).toEqual([[], [`item-chain ${name}`]]);
  });
});
