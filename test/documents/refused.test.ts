// Words for files that cannot be read: first what to do, then why, by bytes rather than by name.

import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { openDocument } from '../../server/src/documents/open-document.ts';
import { MAX_DEPTH, MAX_INFLATED_BYTES } from '../../server/src/documents/limits.ts';
import { docx, documentXml, packageOf, paragraph, run, zip } from './write-docx.ts';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** An OLE file with a stream of that name in its directory. */
function ole(stream: string): Uint8Array {
  return Uint8Array.from([...OLE, ...Buffer.alloc(504), ...Buffer.from(stream, 'utf16le'), ...Buffer.alloc(512)]);
}

const GOOD = docx(paragraph(run('甲')));

function problemOf(bytes: Uint8Array, name: string): string {
  const opening = openDocument(bytes, name);
  return opening === null ? '（文本）' : 'problem' in opening ? opening.problem : opening.text;
}

function zipOf(files: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

/** The number at this offset of every entry of the directory, and of what stands before its bytes, changed. */
function lying(bytes: Uint8Array, { central, local, value }: { readonly central: number; readonly local: number; readonly value: number }): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 4 < copy.length; at++) {
    const signature = view.getUint32(at, true);
    if (signature === 0x0201_4b50) view.setUint32(at + central, value, true);
    if (signature === 0x0403_4b50) view.setUint32(at + local, value, true);
  }
  return copy;
}

const DEEP = '<w:tbl><w:tr><w:tc>'.repeat(10_000);

test.each<[string, Uint8Array, string, RegExp]>([
  ['old Word', ole('WordDocument'), '年报.doc', /^请用 Word 或 WPS 打开，另存为 \.docx.*旧格式/u],
  ['WPS', ole('WordDocument'), '年报.wps', /另存为 \.docx.*旧格式/u],
  ['old Word under a new name', ole('WordDocument'), '年报.docx', /旧格式/u],
  ['encrypted', ole('EncryptedPackage'), '年报.docx', /去掉打开密码/u],
  ['old sheet', ole('Workbook'), '年报.xls', /电子表格/u],
  ['sheet of WPS', ole('x'), '年报.et', /电子表格/u],
  ['macros', GOOD, '年报.docm', /带宏/u],
  ['macros under another name', zip({ ...packageOf(documentXml('')), 'word/vbaProject.bin': 'x' }), '年报.docx', /带宏/u],
  ['RTF under any name', strToU8('{\\rtf1 x}'), '年报.doc', /RTF/u],
  ['PDF under any name', strToU8('%PDF-1.4'), '年报.docx', /PDF/u],
  ['OFD', zipOf({ 'OFD.xml': '<x/>' }), '年报.ofd', /OFD/u],
  ['sheet', zipOf({ 'xl/workbook.xml': '<x/>' }), '年报.xlsx', /电子表格/u],
  ['ODF', zipOf({ mimetype: 'x', 'content.xml': '<x/>' }), '年报.odt', /ODF/u],
  ['slides', zipOf({ 'ppt/presentation.xml': '<x/>' }), '年报.pptx', /演示文稿/u],
  ['some zip', zipOf({ 'a.txt': 'x' }), '年报.zip', /^请先解压/u],
  ['Word in XML', strToU8('<?xml version="1.0"?><?mso-application progid="Word.Document"?><x/>'), '年报.doc', /XML 格式的 Word/u],
  ['a page with its pictures', strToU8('MIME-Version: 1.0\nContent-Type: multipart/related;'), '年报.doc', /mht/u],
  ['no zip', strToU8('甲'), '年报.docx', /内容却不是 Word 文档/u],
  ['nothing', new Uint8Array(), '年报.docx', /是空的/u],
  ['a page called .doc', strToU8('<html><body>甲</body></html>'), '年报.doc', /（文本）/u],
  ['a page called .docx', strToU8('<html><body>甲</body></html>'), '年报.docx', /（文本）/u],
  ['a part that is not there', zip({ ...packageOf('x'), 'word/document.xml': new Uint8Array(), '_rels/.rels': '<x/>' }), '年报.docx', /没有 Word 正文/u],
  ['cut off', GOOD.subarray(0, GOOD.length - 30), '年报.docx', /已损坏，或没有下载完整/u],
  ['a part that breaks off', zip(packageOf('<w:document><w:body>')), '年报.docx', /已损坏/u],
  ['tags crossed', zip(packageOf('<a><b></a></b>')), '年报.docx', /已损坏/u],
  ['a part that is no Unicode', zip(packageOf(Uint8Array.from([0x3c, 0x61, 0x3e, 0xff, 0xfe, 0x3c]))), '年报.docx', /编码/u],
  ['tables in tables in tables', docx(DEEP), '年报.docx', /套得太深/u],
  ['elements as deep as may be, and one more', zip(packageOf('<a>'.repeat(MAX_DEPTH + 1) + '</a>'.repeat(MAX_DEPTH + 1))), '年报.docx', /套得太深/u],
  ['sizes that promise more', lying(GOOD, { central: 24, local: 22, value: MAX_INFLATED_BYTES + 1 }), '年报.docx', /超过 64 MB/u],
  ['sizes that promise a little more', lying(GOOD, { central: 24, local: 22, value: 5000 }), '年报.docx', /没有 Word 正文|已损坏/u],
  ['sizes that promise less', lying(GOOD, { central: 24, local: 22, value: 100 }), '年报.docx', /没有 Word 正文|已损坏/u],
  ['another checksum', lying(GOOD, { central: 16, local: 14, value: 7 }), '年报.docx', /没有 Word 正文|已损坏/u],
  ['packed bytes beyond the end', lying(GOOD, { central: 20, local: 18, value: 0x7fff_ffff }), '年报.docx', /已损坏/u],
])('%s', (_, bytes, name, words) => {
  const said = problemOf(bytes, name);
  expect(said).toMatch(words);
  // Advice, not a text: nothing of the file may be in it.
  expect(said.length).toBeLessThan(120);
});

test('a bomb: a thousandfold, and still no more than may come out', () => {
  const spaces = new Uint8Array(MAX_INFLATED_BYTES + 1).fill(0x20);
  const bomb = zip({ ...packageOf(''), 'word/document.xml': spaces });
  expect(bomb.length).toBeLessThan(100_000);
  expect(problemOf(bomb, '年报.docx')).toMatch(/超过 64 MB/u);
});

test('relationships that lead in a circle, upwards or nowhere', () => {
  const rels = (target: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${target}"/></Relationships>`;
  for (const target of ['_rels/.rels', '../../../etc/passwd', '', '/', 'word/', 'nowhere.xml']) {
    expect(problemOf(zip({ ...packageOf(documentXml('')), '_rels/.rels': rels(target) }), '年报.docx'), target).not.toMatch(/甲/u);
  }
  expect(problemOf(zip({ ...packageOf(documentXml(paragraph(run('甲')))), '_rels/.rels': rels('../word/./document.xml') }), '年报.docx')).toBe('甲\n');
});

test('two entries of one name are neither', () => {
  const twice = zip({ ...packageOf(documentXml(paragraph(run('甲')))), 'WORD/document.xml': documentXml(paragraph(run('乙'))) });
  expect(problemOf(twice, '年报.docx')).toMatch(/没有 Word 正文/u);
});
