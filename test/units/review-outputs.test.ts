// What a review writes: every output carries the same findings, each once, and none carries a formula or a script.

import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import readWorkbook from 'read-excel-file/universal';
import { writeWorkbook } from '../../server/src/sheets/workbook-file.ts';
import { gouji } from '../cli/call.ts';
import { opened } from '../documents/read.ts';
import { bytesOf, folderWith, writeFolder } from '../cli/support.ts';
import { at, changed, fileOf, review, sheetsOf, UNITS } from './review-run.ts';
import { foldersOf, reportText, YEAR } from './two-years.ts';

describe('outputs', () => {
  let cwd = '';
  const outputs: Record<string, string> = {};
  const messages: string[] = [];
  /** Those that a letter asks something about. */
  const sent: string[] = [];

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
    sent.push(...json.units.flatMap(({ findings }) => findings.filter(({ rule }) => rule !== 'unit-absent').map(({ message }) => message)));
    for (const kind of ['html', 'md', 'csv', 'xlsx', 'docx']) {
      await gouji({ cwd }, 'review', '本年', '--previous', '上年', '--units', '名单.csv', '--as-of', '2025-02-10', '--out', `r.${kind}`);
      outputs[kind] = kind === 'xlsx' ? '' : kind === 'docx' ? opened(bytesOf(cwd, 'r.docx')).text : bytesOf(cwd, `r.${kind}`).toString();
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
      expect(occurrences(outputs['docx'] ?? '', message)).toBe(1);
    }
    const [, findings] = await sheetsOf(cwd);
    expect(
      findings
        ?.slice(1)
        .map((row) => row[7])
        .toSorted(),
    ).toEqual(messages.toSorted());
  });

  test('agree in every sheet with the page and with the reports', async () => {
    const sheets = await sheetsOf(cwd);
    expect(sheets.map(([header]) => header?.slice(0, 3))).toEqual([
      ['机关', '层级', '上级'],
      ['机关', '状态', '级别'],
      ['机关', '年报', '单元格'],
    ]);
    const [units = [], findings = [], cells = []] = sheets.map((rows) => rows.slice(1));
    expect(units.map(([name]) => name).toSorted()).toEqual(UNITS.map(({ unit }) => unit.name).toSorted());
    const rowsOfPage = [...(outputs['html'] ?? '').matchAll(/<tr>(<td.*?)<\/tr>/gu)].map(([, row = '']) =>
      [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gu)].map(([, words]) => words),
    );
    const asPrinted = units.map((row) => Array.from({ length: 14 }, (_, column) => (row[column] ?? '').replace(/^0$/u, '')));
    expect(rowsOfPage).toEqual(asPrinted);
    const errorsIn = (name: string) => findings.filter(([unit, , level]) => unit === name && level === '错误').length;
    expect(units.map(([name = '', , , , , , errors]) => [name, Number(errors)])).toEqual(units.map(([name = '']) => [name, errorsIn(name)]));
    const total = cells.find(([unit, , key]) => unit === at(2).unit.name && key === 'applications/total/total');
    expect(total?.[4]).toBe('999');
    expect(total?.[5]).toBe(String(at(2).before.figures.cells['applications/total/total']));
  });

  test('name every unit in the table of the Word document, and no sign of Markdown', () => {
    const lines = (outputs['docx'] ?? '').split('\n');
    const units = lines.filter((line) => line.includes('\t')).map((line) => line.split('\t'));
    expect(
      units
        .slice(1)
        .map(([name]) => name)
        .toSorted(),
    ).toEqual(UNITS.map(({ unit }) => unit.name).toSorted());
    expect(lines[0]).toBe(`${YEAR}年度政府信息公开工作年度报告审核结果`);
    expect(outputs['docx']).not.toMatch(/\*\*|`|^#|\\/mu);
  });

  test('a letter for each unit that has something to do, with each of its findings', () => {
    const letter = bytesOf(cwd, `意见/${at(2).unit.name}.md`).toString();
    const page = bytesOf(cwd, `意见/${at(2).unit.name}.html`).toString();
    expect(letter).toContain(`关于${at(2).unit.name}${YEAR}年度政府信息公开工作年度报告的审核意见`);
    expect(messages.filter((message) => page.includes(message))).toHaveLength(1);
    // Whom it is to stands at the margin, and nothing else does.
    const styles = (file: string) =>
      [...documentXml(bytesOf(cwd, file)).matchAll(/w:val="Salutation"\/><\/w:pPr><w:r><w:t [^>]*>([^<]*)/gu)].map(([, text]) => text);
    expect(styles(`意见/${at(2).unit.name}.docx`)).toEqual([`${at(2).unit.name}：`]);
    expect(styles('r.docx')).toEqual([]);
    expect(page.match(/<p class="(?:to|day)">[^<]*/gu)).toEqual([`<p class="to">${at(2).unit.name}：`, expect.stringMatching(/^<p class="day">\d{4}年/u)]);
    // All letters together say each finding once, in every format; that nothing came is said in words of the letter's own.
    const names = readdirSync(join(cwd, '意见'));
    for (const kind of ['.md', '.html', '.docx']) {
      const all = names
        .filter((name) => name.endsWith(kind))
        .map((name) => (kind === '.docx' ? opened(bytesOf(cwd, `意见/${name}`)).text : bytesOf(cwd, `意见/${name}`).toString()))
        .join('');
      for (const message of sent) expect(occurrences(all.replaceAll('\\', '').replaceAll('&quot;', '"'), message)).toBe(1);
    }
    expect(() => bytesOf(cwd, `意见/${at(4).unit.name}.md`)).toThrow();
  });

  test('load nothing, and their csv begins with a byte-order mark', () => {
    expect(outputs['html']).not.toMatch(/src=|href=|<script|@import|url\(/u);
    expect(outputs['csv']?.startsWith('\ufeff机关,')).toBe(true);
  });
});

test('in a sheet, too, a text is what was written, and no formula', async () => {
  const words = '=1+1 <b> & _x0041_ 一\n二';
  const rows = Array.from({ length: 100 }, (_, index) => [index % 2 === 0 ? words : '', index, null, `${words}${index}\u0001`]);
  const bytes = await writeWorkbook([{ name: '甲', header: ['文', '数', '空', '尾'], widths: [10, 10, 10, 10], rows }]);
  const [sheet] = await readWorkbook(new Blob([Uint8Array.from(bytes)]));
  expect(sheet?.data).toEqual([
    ['文', '数', '空', '尾'],
    ...rows.map(([one, two, three, four]) => [one === '' ? null : one, two, three, String(four).slice(0, -1)]),
  ]);
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

function documentXml(bytes: Uint8Array): string {
  return strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
}
