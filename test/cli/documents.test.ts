// The command line reads Word documents as it reads texts: named, in folders, from a pipe; with places that one finds in Word.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { entriesOf } from '../documents/archive.ts';
import { opened } from '../documents/read.ts';
import { composeDraft } from '../support/draft.ts';
import { generateDocument } from '../documents/generate.ts';
import { KINDS } from '../documents/kinds.ts';
import { cell, docx, packageOf, paragraph, row, run, table, zip } from '../documents/write-docx.ts';
import { bytesOf, checkLines, folderWith, gouji, NO_REPORT } from './support.ts';

/** A draft as Word holds it: lines with tabs are rows. */
function asDocument(text: string, before = ''): Uint8Array {
  const blocks: string[] = [];
  let rows: string[] = [];
  const flush = () => {
    if (rows.length > 0) blocks.push(table(rows.join('')));
    rows = [];
  };
  for (const line of text.split('\n')) {
    if (line.includes('\t'))
      rows.push(
        row(
          line
            .split('\t')
            .map((field) => cell(paragraph(run(field))))
            .join(''),
        ),
      );
    else {
      flush();
      blocks.push(paragraph(run(line)));
    }
  }
  flush();
  return docx(before + blocks.join(''));
}

const TEXT = composeDraft({ form: '2021', layout: 'tab' });
const WRONG = composeDraft({ form: '2021', layout: 'tab', cells: new Map([['applications/granted/total', '14']]) });
const WIDE = composeDraft({ form: '2021', layout: 'tab', cells: new Map([['licensing/licences/decisions', '３６']]) });

interface PlacedLine {
  readonly findings: readonly {
    readonly rule: string;
    readonly place?: string;
    readonly source?: unknown;
    readonly range: { readonly start: { readonly line: number } };
  }[];
  readonly formats?: readonly { readonly path: string; readonly differences: readonly unknown[] }[];
}

function placedLines(stdout: string): readonly PlacedLine[] {
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as PlacedLine);
}

test('a document says what the same text says, and where it stands in Word', async () => {
  const cwd = folderWith({ 'a.docx': asDocument(WRONG), 'b.txt': WRONG });
  const { status, stdout } = await gouji({ cwd }, 'check', 'a.docx', 'b.txt');
  const [document, text] = placedLines(stdout);
  expect(status).toBe(1);
  expect(document?.findings.map(({ rule }) => rule)).toEqual(text?.findings.map(({ rule }) => rule));
  expect(document?.findings[0]).toMatchObject({ rule: 'wrong-cell', place: '表三 第4行第10格', source: { table: 5, row: 4, cell: 10 } });
  expect(text?.findings[0]).not.toHaveProperty('place');
  expect(text?.findings[0]).not.toHaveProperty('source');
});

test('a sentence is found by its part and paragraph', async () => {
  const draft = TEXT.replace('（二）依申请公开。', '（二）依申请公开。收到申请99件。');
  const { stdout } = await gouji({ cwd: folderWith({ 'a.docx': asDocument(draft) }) }, 'check', 'a.docx');
  expect(placedLines(stdout)[0]?.findings.find(({ rule }) => rule === 'prose-number')).toMatchObject({ place: '第一部分 第3段', source: { paragraph: 5 } });
});

test('pretty shows the place, and parse gives that of each cell', async () => {
  const cwd = folderWith({ 'a.docx': asDocument(WRONG) });
  expect((await gouji({ cwd }, 'check', '--format', 'pretty', 'a.docx')).stdout).toContain('表三 第4行第10格');
  const [parsed] = (await gouji({ cwd }, 'parse', 'a.docx')).stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly cells: Readonly<Record<string, unknown>> });
  expect(parsed?.cells['applications/new/natural']).toMatchObject({ value: 12, text: '12', place: '表三 第2行第4格', source: { table: 5, row: 2, cell: 4 } });
});

test('in folders, and from a pipe by its first bytes', async () => {
  const bytes = asDocument(TEXT);
  const cwd = folderWith({ 'd/a.docx': bytes, 'd/~$a.docx': 'x', 'd/letter.docx': docx(paragraph(run(NO_REPORT))) });
  expect(checkLines((await gouji({ cwd }, 'check', 'd')).stdout).map(({ path }) => path)).toEqual(['d/a.docx']);
  expect(checkLines((await gouji({ cwd, stdin: bytes }, 'check', '-')).stdout)).toMatchObject([{ path: '-', recognised: true }]);
});

test('a PDF of the same name in a folder is named as not read, and changes no status', async () => {
  const cwd = folderWith({ 'd/a.docx': asDocument(TEXT), 'd/a.pdf': '%PDF-1.4', 'd/b.pdf': '%PDF-1.4', 'e/a.docx': asDocument(TEXT) });
  const [beside, alone] = [await gouji({ cwd }, 'check', 'd'), await gouji({ cwd }, 'check', 'e')];
  expect(beside.stderr.split('\n').filter((line) => line.includes('PDF'))).toEqual(['d/a.pdf：PDF 不能读取，没有与a.docx比较']);
  expect(alone.stderr).not.toContain('PDF');
  expect(beside.status).toBe(alone.status);
});

test('what is in the document and was not read is told, each once', async () => {
  const kind = KINDS.find(({ name }) => name === 'hidden');
  if (kind === undefined) throw new Error('no such kind');
  const { bytes } = generateDocument(5, kind, { formKind: '2021' });
  const cwd = folderWith({ 'a.docx': bytes });
  const parsed = await gouji({ cwd }, 'parse', 'a.docx');
  expect(parsed.stderr.split('\n').filter((line) => line.includes('未读入'))).toHaveLength(1);
  const { stdout, stderr } = await gouji({ cwd }, 'check', 'a.docx');
  const told = checkLines(stdout)[0]?.findings.filter(({ rule }) => rule === 'tracked-changes');
  expect(told).toMatchObject([{ severity: 'information', message: expect.stringMatching(/^文档中还有\d+处隐藏文字。/u) as unknown }]);
  expect(stderr).not.toContain('隐藏文字');
});

test('a table that is a picture: the pictures are told where a table is missing, and not beside a whole report', async () => {
  const picture = paragraph('<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>');
  const withoutTable = TEXT.split('\n')
    .filter((line) => !/^[（\d\t ]*.*\t/u.test(line) || line.startsWith('信息'))
    .join('\n');
  const cwd = folderWith({ 'a.docx': asDocument(TEXT, picture), 'b.docx': asDocument(withoutTable, picture) });
  const { stderr } = await gouji({ cwd }, 'check', 'a.docx', 'b.docx');
  expect(stderr).toContain('b.docx：有1张图片');
  expect(stderr).not.toContain('a.docx：有1张图片');
});

test('a page called .doc is read as a page; an old document is refused with what to do', async () => {
  const page = `<html><body>${TEXT.split('\n')
    .map((line) => (line.includes('\t') ? `<table><tr><td>${line.replaceAll('\t', '</td><td>')}</td></tr></table>` : `<p>${line}</p>`))
    .join('')}</body></html>`;
  const old = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)]);
  const cwd = folderWith({ 'a.doc': page, 'b.doc': old });
  expect(checkLines((await gouji({ cwd }, 'check', 'a.doc')).stdout)).toMatchObject([{ recognised: true }]);
  const refused = await gouji({ cwd }, 'check', 'b.doc');
  expect(refused).toMatchObject({ status: 2, stdout: '' });
  expect(refused.stderr).toMatch(/^b\.doc：请用 Word 或 WPS 打开，另存为 \.docx/u);
});

test('in a folder, an unreadable document with the name of a report is missed, another one only counted', async () => {
  const name = '青禾县2023年政府信息公开工作年度报告';
  const missed = await gouji({ cwd: folderWith({ [`${name}.docx`]: 'x', '通知.docx': 'x' }) }, 'check', '.');
  expect(missed.status).toBe(2);
  expect(missed.stderr).toContain(`${name}.docx：请用 Word`);
  expect(missed.stderr).toContain('1个文档不能读取，未检查：./通知.docx');
  expect((await gouji({ cwd: folderWith({ [`${name}.pdf`]: '%PDF' }) }, 'check', '.')).status).toBe(2);
  const beside = await gouji({ cwd: folderWith({ [`${name}.pdf`]: '%PDF', [`${name}.docx`]: 'x', [`${name}.txt`]: TEXT }) }, 'check', '.');
  expect(beside.status).toBe(0);
  expect(checkLines(beside.stdout).map(({ path }) => path)).toEqual([`./${name}.txt`]);
  expect(beside.stderr).toContain(`${name}.docx：请用 Word`);
  expect(beside.stderr).toContain(`未检查：./${name}.pdf`);
});

test('two formats of one report are one report, compared', async () => {
  const cwd = folderWith({ 'a.docx': asDocument(TEXT), 'a.txt': WRONG, 'a.nb.txt': TEXT, 'b.txt': TEXT });
  const { stdout, stderr } = await gouji({ cwd }, 'check', '.');
  expect(checkLines(stdout).map(({ path }) => path)).toEqual(['./a.docx', './b.txt']);
  expect(placedLines(stdout)[0]?.formats).toEqual([
    { path: './a.nb.txt', differences: [] },
    { path: './a.txt', differences: [{ cell: 'applications/granted/total', here: 11, there: 14 }] },
  ]);
  expect(stderr).toMatch(/a\.nb\.txt：与 a\.docx 是同一份年报，数字相同，只检查 a\.docx/u);
  expect(stderr).toMatch(/a\.txt：请统一两份文件：与 a\.docx 是同一份年报，有1个数不同（.*a\.docx 为11，这里为14/u);
});

test('a letter beside a report of the same name does not hide it', async () => {
  const cwd = folderWith({ 'a.docx': docx(paragraph(run(NO_REPORT))), 'a.txt': TEXT });
  expect(checkLines((await gouji({ cwd }, 'check', '.')).stdout).map(({ path }) => path)).toEqual(['./a.txt']);
});

test('--fix writes into the document, and into the text beside it', async () => {
  const bytes = asDocument(WIDE);
  const cwd = folderWith({ 'd/a.docx': bytes, 'd/a.txt': WIDE, 'd/b.docx': asDocument(TEXT) });
  const { status, stderr } = await gouji({ cwd }, 'check', '--fix', 'd');
  expect({ status, stderr: stderr.match(/改正排版\d+处/gu) }).toEqual({ status: 0, stderr: ['改正排版1处', '改正排版1处'] });
  const after = bytesOf(cwd, 'd/a.docx');
  expect(opened(after).text).toBe(opened(bytes).text.replace('３６', '36'));
  expect(entriesOf(after, 'word/document.xml')).toEqual(entriesOf(bytes, 'word/document.xml'));
  expect(readdirSync(join(cwd, 'd')).toSorted()).toEqual(['a.docx', 'a.txt', 'b.docx']);
  expect((await gouji({ cwd }, 'check', '--fix', 'd')).stderr).not.toContain('改正排版');
});

test('--fix --as-revisions keeps what was there as a deletion', async () => {
  const bytes = asDocument(WIDE);
  const cwd = folderWith({ 'a.docx': bytes });
  expect((await gouji({ cwd }, 'check', '--fix', '--as-revisions', 'a.docx')).status).toBe(0);
  const after = opened(bytesOf(cwd, 'a.docx'));
  expect(after.text).toBe(opened(bytes).text.replace('３６', '36'));
  expect(after.notes).toContainEqual(expect.objectContaining({ kind: 'revisions', count: 2 }));
  expect((await gouji({ cwd }, 'check', '--as-revisions', 'a.docx')).stderr).toContain('--as-revisions 要与 --fix 同用');
});

test.each([
  ['2026-01-05', '2026-01-05T00:00:00Z'],
  ['2026-01-05T09:00', '2026-01-05T09:00:00Z'],
  ['2026-01-05T09:00:30', '2026-01-05T09:00:30Z'],
])('--fix --as-revisions takes an author and a date, which stands as it was written: %s', async (written, date) => {
  const cwd = folderWith({ 'a.docx': asDocument(WIDE) });
  const { status } = await gouji({ cwd }, 'check', '--fix', '--as-revisions', '--author', '审核人<甲>', '--date', written, 'a.docx');
  expect(status).toBe(0);
  const part = unzipSync(bytesOf(cwd, 'a.docx'))['word/document.xml'];
  const by = `w:author="审核人&lt;甲&gt;" w:date="${date}"`;
  expect([...strFromU8(part ?? new Uint8Array()).matchAll(/<w:(?:ins|del) [^>]*>/gu)].map(([tag]) => tag.includes(by))).toEqual([true, true]);
});

test('--fix tells what the document cannot take, and writes the rest', async () => {
  const field = `<w:fldSimple w:instr=" DATE ">${run('３６')}</w:fldSimple>`;
  const both = composeDraft({
    form: '2021',
    layout: 'tab',
    cells: new Map([
      ['licensing/licences/decisions', '３６'],
      ['fees/fees/amount', '１.2'],
    ]),
  });
  const xml = new TextDecoder().decode(unzipSync(asDocument(both))['word/document.xml']);
  const bytes = zip(packageOf(xml.replace(run('３６'), field)));
  const cwd = folderWith({ 'a.docx': bytes });
  const { status, stderr } = await gouji({ cwd }, 'check', '--fix', 'a.docx');
  expect(status).toBe(2);
  expect(stderr).toMatch(/^a\.docx：有1处未改写：表二 第\d+行第\d+格：请在 Word 或 WPS 中修改，或先按/u);
  expect(opened(bytesOf(cwd, 'a.docx')).text).toBe(opened(bytes).text.replace('１', '1'));
});

test('--fix leaves a document that is open in Word', async () => {
  const bytes = asDocument(WIDE);
  const cwd = folderWith({ '2023年年度报告.docx': bytes, '~$23年年度报告.docx': 'x' });
  const { status, stderr } = await gouji({ cwd }, 'check', '--fix', '2023年年度报告.docx');
  expect(status).toBe(2);
  expect(stderr).toContain('未改写：请先在 Word 或 WPS 中关闭这个文档');
  expect(Buffer.compare(bytesOf(cwd, '2023年年度报告.docx'), bytes)).toBe(0);
});
