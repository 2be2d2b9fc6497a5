// Comments in a copy of a document: at the exact words, beside those it has, with text, parts and revisions as they were.

import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { OpenDocument } from '../../server/src/documents/document.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { generateDocument } from './generate.ts';
import { KINDS } from './kinds.ts';
import { opened } from './read.ts';
import { cell, docx, paragraph, row, run, table, TRANSITIONAL } from './write-docx.ts';

const BY = { author: '勾稽', date: '2026-01-05T09:00:00Z' };
/** `ANNOTATED=100 npx vitest run test/documents/annotate.test.ts` takes so many of each kind. */
const COUNT = Number(process.env['ANNOTATED'] ?? 1);

function annotated(document: OpenDocument, words: readonly string[]): Uint8Array {
  const comments = words.map((word) => {
    const start = document.text.indexOf(word);
    return { span: { start, end: start + word.length }, text: `关于${word}` };
  });
  const result = document.annotate(comments, BY);
  if ('problem' in result) throw new Error(result.problem);
  return result.bytes;
}

function bodyOf(bytes: Uint8Array): string {
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
  return xml.slice(xml.indexOf('<w:body>') + '<w:body>'.length, xml.indexOf('<w:sectPr/></w:body>'));
}

const START = '<w:commentRangeStart w:id="0"/>';
const END = '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>';

describe('the marks stand at the words', () => {
  test.each([
    ['a whole run', paragraph(run('38')), '38', paragraph(`${START}${run('38')}${END}`)],
    [
      'within a run, which is cut',
      paragraph(run('收到38件', '<w:b/>')),
      '38',
      paragraph(
        '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">收到</w:t></w:r>' +
          `${START}<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">38</w:t></w:r>${END}<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">件</w:t></w:r>`,
      ),
    ],
    ['across runs', paragraph(run('3') + run('8')), '38', paragraph(START + run('3') + run('8') + END)],
    [
      'around a control',
      paragraph(`<w:sdt><w:sdtContent>${run('38')}</w:sdtContent></w:sdt>`),
      '38',
      paragraph(`${START}<w:sdt><w:sdtContent>${run('38')}</w:sdtContent></w:sdt>${END}`),
    ],
    [
      'in a blank cell',
      table(row(cell(paragraph(run('规章'))) + cell('<w:p/>'))),
      '',
      table(row(cell(paragraph(run('规章'))) + cell(`<w:p>${START}${END}</w:p>`))),
    ],
  ])('%s', (_, before, word, after) => {
    const document = opened(docx(before));
    const start = word === '' ? document.text.indexOf('\t') + 1 : document.text.indexOf(word);
    const result = document.annotate([{ span: { start, end: start + word.length }, text: '请核对' }], BY);
    if ('problem' in result) throw new Error(result.problem);
    expect(bodyOf(result.bytes).replaceAll('<w:t xml:space="preserve">', '<w:t>')).toBe(after.replaceAll('<w:t xml:space="preserve">', '<w:t>'));
  });
});

test('the comment names its author and the hour, and holds any words', () => {
  const document = opened(docx(paragraph(run('收到38件'))));
  const result = document.annotate([{ span: { start: 2, end: 4 }, text: '<38> & "40"\n第二行\u0000' }], { author: '张"三<', date: BY.date });
  if ('problem' in result) throw new Error(result.problem);
  const comments = strFromU8(unzipSync(result.bytes)['word/comments.xml'] ?? new Uint8Array());
  expect(comments).toContain('w:author="张&quot;三&lt;" w:date="2026-01-05T09:00:00Z"');
  expect(comments).toContain('&lt;38&gt; &amp; "40"');
  expect(comments.match(/<w:p>/gu)).toHaveLength(2);
});

test('comments that are there stay, and a second time adds to the first', () => {
  const once = annotated(opened(docx(paragraph(run('收到38件，办结40件')))), ['38']);
  const twice = annotated(opened(once), ['40']);
  expect(opened(twice).notes.find(({ kind }) => kind === 'comments')?.count).toBe(2);
  expect(strFromU8(unzipSync(twice)['word/comments.xml'] ?? new Uint8Array())).toMatch(/w:id="0".*关于38.*w:id="1".*关于40/u);
});

test('a protected document gets none', () => {
  const settings = `<w:settings xmlns:w="${TRANSITIONAL}"><w:documentProtection w:edit="readOnly" w:enforcement="1"/></w:settings>`;
  const document = opened(docx(paragraph(run('38')), { settings }));
  expect(document.annotate([{ span: { start: 0, end: 2 }, text: '请核对' }], BY)).toHaveProperty('problem');
});

describe('every kind of document', () => {
  test.each(KINDS.map((kind) => [kind.name, kind] as const))('%s', (_, kind) => {
    for (let seed = 1; seed <= COUNT; seed++) {
      const { bytes } = generateDocument(seed, kind);
      const document = opened(bytes);
      const report = parseReport(document.text);
      const cells = [...report.cells.values()].filter((_each, index) => index % 7 === seed % 7).map(({ span }) => span);
      const claims = report.claims.map(({ numberSpan }) => numberSpan);
      const result = document.annotate(
        [...cells, ...claims].map((span) => ({ span, text: '请核对' })),
        BY,
      );
      if ('problem' in result) throw new Error(result.problem);
      const count = (each: OpenDocument) => each.notes.find((note) => note.kind === 'comments')?.count ?? 0;
      const after = opened(result.bytes);
      expect(after.text).toBe(document.text);
      expect(count(after) - count(document)).toBe(cells.length + claims.length);
      const [before, behind] = [unzipSync(bytes), unzipSync(result.bytes)];
      const changed = Object.keys(before).filter((name) => Buffer.compare(before[name] ?? new Uint8Array(), behind[name] ?? new Uint8Array()) !== 0);
      for (const name of changed)
        expect(name).toMatch(/^(?:word\/document\d*\.xml|word\/comments\.xml|word\/_rels\/document\d*\.xml\.rels|\[Content_Types\]\.xml)$/u);
    }
  });
});
