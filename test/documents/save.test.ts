// Each kind of edit of a document: what is written, and what is refused with which reason.

import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { applyEdits, type Edit, editsBetween } from '../../server/src/text/edits.ts';
import { opened } from './read.ts';
import { cell, documentXml, docx, packageOf, paragraph, row, run, table, TRANSITIONAL, zip } from './write-docx.ts';

const BY = { author: '勾稽', date: '2026-01-05T09:00:00Z' };

function edit(text: string, from: string, newText: string): Edit {
  const start = text.indexOf(from);
  if (start < 0) throw new Error(`${from} is not there`);
  return { span: { start, end: start + from.length }, newText };
}

function body(bytes: Uint8Array): string {
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
  return xml.slice(xml.indexOf('<w:body>') + '<w:body>'.length, xml.indexOf('<w:sectPr/></w:body>'));
}

interface Options {
  readonly asRevisions?: boolean;
  readonly settings?: string;
}

/** The body after its text became another. */
function becomes(before: string, after: (text: string) => string, { asRevisions = false, settings }: Options = {}): string {
  const document = opened(docx(before, settings === undefined ? {} : { settings }));
  const text = after(document.text);
  const saved = document.save(editsBetween(document.text, text), { ...BY, asRevisions });
  if ('refused' in saved) throw new Error(saved.refused.map(({ reason }) => reason).join());
  expect(opened(saved.bytes).text).toBe(text);
  return body(saved.bytes);
}

function reasons(before: string, after: (text: string) => string, settings?: string): readonly string[] {
  const document = opened(docx(before, settings === undefined ? {} : { settings }));
  const edits = editsBetween(document.text, after(document.text));
  const told = document.refusals(edits);
  expect(document.save(edits, BY)).toEqual({ refused: told });
  return told.map(({ reason }) => reason);
}

const swap = (from: string, to: string) => (text: string) => text.replace(from, to);
const INS = 'w:author="勾稽" w:date="2026-01-05T09:00:00Z"';

describe('words', () => {
  test.each([
    ['a number in its run', paragraph(run('收到38件', '<w:b/>')), swap('38', '40'), paragraph(run('收到40件', '<w:b/>'))],
    ['across runs: the first takes it', paragraph(run('3', '<w:b/>') + run('8件')), swap('38', '40'), paragraph(run('40', '<w:b/>') + run('件'))],
    [
      'beside siblings in the run',
      paragraph('<w:r><w:t>甲</w:t><w:tab/><w:t>38</w:t></w:r>'),
      swap('38', '40'),
      paragraph('<w:r><w:t>甲</w:t><w:tab/><w:t>40</w:t></w:r>'),
    ],
    ['escaped', paragraph('<w:r><w:t>甲&amp;乙</w:t></w:r>'), swap('&', '<&'), paragraph('<w:r><w:t>甲&lt;&amp;乙</w:t></w:r>')],
    ['a blank at the end is kept', paragraph('<w:r><w:t>甲乙</w:t></w:r>'), swap('乙', ' '), paragraph('<w:r><w:t xml:space="preserve">甲 </w:t></w:r>')],
    ['in the midst of full-width blanks', table(row(cell(paragraph(run('　　'))))), swap('　　', '　0　'), table(row(cell(paragraph(run('　0　')))))],
    [
      'a break is put in',
      paragraph('<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r>'),
      swap('甲\n', '甲\n丙\n'),
      paragraph('<w:r><w:t>甲</w:t><w:br/><w:t>丙</w:t><w:br/><w:t xml:space="preserve">乙</w:t></w:r>'),
    ],
    [
      'a break is taken out',
      paragraph('<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r>'),
      swap('甲\n乙', '甲乙'),
      paragraph('<w:r><w:t>甲</w:t><w:t>乙</w:t></w:r>'),
    ],
  ])('%s', (_, before, after, expected) => expect(becomes(before, after)).toBe(expected));

  test('around a field that stays', () => {
    const field = `<w:fldSimple w:instr=" =SUM(LEFT) ">${run('15')}</w:fldSimple>`;
    expect(becomes(paragraph(run('收到3件，共') + field + run('件，结转2件')), (text) => text.replace('3', '4').replace('2', '1'))).toBe(
      paragraph(run('收到4件，共') + field + run('件，结转1件')),
    );
  });

  test('into an empty cell, with the look of its mark', () => {
    const empty = '<w:p><w:pPr><w:jc w:val="center"/><w:rPr><w:sz w:val="21"/></w:rPr></w:pPr></w:p>';
    expect(becomes(table(row(cell(paragraph(run('规章'))) + cell(empty))), swap('规章\t', '规章\t3'))).toBe(
      table(row(cell(paragraph(run('规章'))) + cell(empty.replace('</w:p>', '<w:r><w:rPr><w:sz w:val="21"/></w:rPr><w:t>3</w:t></w:r></w:p>')))),
    );
  });

  test('into an empty cell without a look, with that of its neighbour', () => {
    expect(becomes(table(row(cell(paragraph(run('2', '<w:b/>'))) + cell('<w:p/>'))), swap('2\t', '2\t3'))).toBe(
      table(row(cell(paragraph(run('2', '<w:b/>'))) + cell('<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>3</w:t></w:r></w:p>'))),
    );
  });

  test('into a control that shows its hint', () => {
    const control = (properties: string, content: string) => `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const before = table(row(cell(paragraph(run('甲'))) + cell(paragraph(control('<w:id w:val="5"/><w:showingPlcHdr/>', run('单击此处'))))));
    expect(becomes(before, swap('甲\t', '甲\t3'))).toBe(
      table(row(cell(paragraph(run('甲'))) + cell(paragraph(control('<w:id w:val="5"/>', '<w:r><w:t>3</w:t></w:r>'))))),
    );
  });

  test('in a text box, in both of its ways', () => {
    const box = (words: string) => `<w:txbxContent>${paragraph(run(words))}</w:txbxContent>`;
    const both = (words: string) =>
      paragraph(
        `<w:r><mc:AlternateContent><mc:Choice><w:drawing>${box(words)}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box(words)}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
      );
    expect(becomes(both('2023年') + paragraph(run('甲')), swap('2023', '2024'))).toBe(both('2024年') + paragraph(run('甲')));
  });
});

describe('lines', () => {
  const heading = paragraph(run('一、甲', '<w:b/>'), '<w:jc w:val="center"/>');
  const prose = paragraph(run('本年'), '<w:ind w:firstLine="640"/>');

  test('a paragraph is put in like its neighbour of the kind', () => {
    const added = paragraph('<w:r><w:t>没有收取</w:t></w:r>', '<w:ind w:firstLine="640"/>');
    expect(becomes(heading + prose, swap('一、甲\n', '一、甲\n没有收取\n'))).toBe(heading + added + prose);
    expect(becomes(heading + prose, (text) => `${text}没有收取\n`)).toBe(heading + prose + added);
  });

  test('a paragraph is parted, and taken out', () => {
    expect(becomes(paragraph(run('甲乙')), swap('甲', '甲\n'))).toBe(paragraph(run('甲')) + paragraph('<w:r><w:t>乙</w:t></w:r>'));
    expect(becomes(heading + prose, swap('本年\n', ''))).toBe(heading);
  });

  test('a row is made after its neighbour, without what is the neighbour’s own', () => {
    const own = '<w:bookmarkStart w:id="1" w:name="a"/><w:commentRangeStart w:id="2"/>';
    const model = `<w:tr w:rsidR="00AA" w:paraId="11"><w:trPr><w:cantSplit/></w:trPr>${cell(paragraph(own + run('1.甲', '<w:b/>')), '<w:tcW w:w="5"/>')}${cell(paragraph(run('3')))}</w:tr>`;
    const other = row(cell(paragraph(run('3.丙'))) + cell(paragraph(run('5'))));
    const cells = `<w:tc><w:tcPr><w:tcW w:w="5"/></w:tcPr><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>2.乙</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>4</w:t></w:r></w:p></w:tc>`;
    expect(becomes(table(model + other), swap('3\n', '3\n2.乙\t4\n'))).toBe(table(`${model}<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells}</w:tr>${other}`));
  });

  test('a row below a merged cell goes on with it', () => {
    const rows =
      row(cell(paragraph(run('公开')), '<w:vMerge w:val="restart"/>') + cell(paragraph(run('甲')))) +
      row(cell(paragraph(''), '<w:vMerge/>') + cell(paragraph(run('丙'))));
    expect(becomes(table(rows), swap('甲\n', '甲\n\t乙\n'))).toContain(
      '<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc>',
    );
  });

  test('a row is taken out', () => {
    const [first, second] = [row(cell(paragraph(run('甲')))), row(cell(paragraph(run('乙'))))];
    expect(becomes(table(first + second), swap('乙\n', ''))).toBe(table(first));
  });
});

describe('revisions', () => {
  const SETTINGS = `<w:settings xmlns:w="${TRANSITIONAL}"><w:trackRevisions/></w:settings>`;

  test('kept where the document keeps them, and where it is asked for', () => {
    const expected =
      '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>收到3</w:t></w:r>' +
      `<w:del w:id="1" ${INS}><w:r><w:rPr><w:b/></w:rPr><w:delText>8</w:delText></w:r></w:del>` +
      `<w:ins w:id="2" ${INS}><w:r><w:rPr><w:b/></w:rPr><w:t>9</w:t></w:r></w:ins>` +
      '<w:r><w:rPr><w:b/></w:rPr><w:t>件</w:t></w:r></w:p>';
    expect(becomes(paragraph(run('收到38件', '<w:b/>')), swap('38', '39'), { settings: SETTINGS })).toBe(expected);
    expect(becomes(paragraph(run('收到38件', '<w:b/>')), swap('38', '39'), { asRevisions: true })).toBe(expected);
  });

  test('siblings in the run stay, and what somebody else put in stays theirs', () => {
    const before = paragraph('<w:ins w:id="7" w:author="某甲"><w:r><w:tab/><w:t>38</w:t></w:r></w:ins>');
    expect(becomes(before, swap('38', '40'), { asRevisions: true })).toBe(
      paragraph(
        '<w:ins w:id="7" w:author="某甲"><w:r><w:tab/></w:r>' +
          `<w:del w:id="8" ${INS}><w:r><w:delText>38</w:delText></w:r></w:del></w:ins>` +
          `<w:ins w:id="9" ${INS}><w:r><w:t>40</w:t></w:r></w:ins>` +
          // The rest of what was divided: an id stands once in a document.
          '<w:ins w:id="10" w:author="某甲"></w:ins>',
      ),
    );
  });

  test('lines with their marks', () => {
    expect(becomes(paragraph(run('甲')), (text) => `${text}乙\n`, { asRevisions: true })).toBe(
      `${paragraph(run('甲'))}<w:p><w:pPr><w:rPr><w:ins w:id="1" ${INS}/></w:rPr></w:pPr><w:ins w:id="2" ${INS}><w:r><w:t>乙</w:t></w:r></w:ins></w:p>`.replace(
        /id="(\d)"/gu,
        (_, id) => `id="${3 - Number(id)}"`,
      ),
    );
    expect(becomes(paragraph(run('甲')) + paragraph(run('乙')), swap('甲\n', ''), { asRevisions: true })).toContain('<w:rPr><w:del ');
    const rows = table(row(cell(paragraph(run('甲')))) + row(cell(paragraph(run('丙')))));
    expect(becomes(rows, swap('甲\n', '甲\n乙\n'), { asRevisions: true })).toMatch(/<w:tr><w:trPr><w:ins [^>]*\/><\/w:trPr>/u);
    expect(becomes(rows, swap('甲\n', ''), { asRevisions: true })).toMatch(/<w:trPr><w:del [^>]*\/><\/w:trPr>|<w:del [^>]*\/><\/w:trPr>/u);
  });
});

describe('refused', () => {
  const field = `<w:fldSimple w:instr=" =SUM(LEFT) ">${run('15')}</w:fldSimple>`;
  const bound = `<w:sdt><w:sdtPr><w:dataBinding w:xpath="a"/></w:sdtPr><w:sdtContent>${run('15')}</w:sdtContent></w:sdt>`;
  const settings = (inner: string) => `<w:settings xmlns:w="${TRANSITIONAL}">${inner}</w:settings>`;
  test.each([
    ['the result of a field', paragraph(run('共') + field), swap('15', '16'), ['field']],
    ['a control with bound data', paragraph(run('共') + bound), swap('15', '16'), ['control']],
    [
      'a cell that belongs to the one above',
      table(row(cell(paragraph(run('甲')), '<w:vMerge w:val="restart"/>')) + row(cell(paragraph(''), '<w:vMerge/>') + cell(paragraph(run('乙'))))),
      swap('\t乙', '丙\t乙'),
      ['merged'],
    ],
    ['one cell more', table(row(cell(paragraph(run('甲'))) + cell(paragraph(run('1'))))), swap('1', '1\t2'), ['cells']],
    [
      'a row that merged cells begin in',
      table(row(cell(paragraph(run('甲')), '<w:vMerge w:val="restart"/>')) + row(cell(paragraph(''), '<w:vMerge/>'))),
      swap('甲\n', ''),
      ['rows'],
    ],
    ['a paragraph with a bookmark', paragraph(run('甲')) + paragraph(`<w:bookmarkStart w:id="1" w:name="a"/>${run('乙')}`), swap('乙\n', ''), ['paragraphs']],
    ['control characters', paragraph(run('甲')), swap('甲', '\u0007'), ['characters']],
    [
      'formulas as revisions, not as words',
      paragraph('<m:r xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:t>1</m:t></m:r>'),
      swap('1', '2\t'),
      ['math'],
    ],
  ])('%s', (_, before, after, expected) => expect(reasons(before, after)).toEqual(expected));

  test('a number is not written on behind the result of a field, words are', () => {
    expect(reasons(paragraph(field), swap('15', '150'))).toEqual(['field']);
    expect(becomes(paragraph(field), swap('15', '15件'))).toBe(paragraph(`${field}<w:r><w:t>件</w:t></w:r>`));
  });

  test('only the edit that it is about', () => {
    const document = opened(docx(paragraph(run('共') + field) + paragraph(run('甲3'))));
    const bad = edit(document.text, '15', '16');
    const good = edit(document.text, '3', '4');
    const saved = document.save([bad, good], BY);
    expect(saved).toMatchObject({ refused: [{ edit: bad, reason: 'field' }] });
    expect('bytes' in document.save([good], BY)).toBe(true);
  });

  test('a protected or signed document takes none', () => {
    const before = paragraph(run('甲'));
    expect(reasons(before, swap('甲', '乙'), settings('<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'))).toEqual(['protected']);
    expect(becomes(before, swap('甲', '乙'), { settings: settings('<w:documentProtection w:edit="readOnly" w:enforcement="0"/>') })).toBe(paragraph(run('乙')));
    const signed = opened(zip({ ...packageOf(documentXml(before)), '_xmlsignatures/origin.sigs': '' }));
    expect(signed.can.edit).toBe(false);
    expect(signed.save([edit(signed.text, '甲', '乙')], BY)).toMatchObject({ refused: [{ reason: 'signed' }] });
  });

  test('automatic numbers', () => {
    const numbering = `<w:numbering xmlns:w="${TRANSITIONAL}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
    const document = opened(docx(paragraph(run('甲'), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'), { numbering }));
    expect(document.text).toBe('1、甲\n');
    expect(document.save([edit(document.text, '1', '2')], BY)).toMatchObject({ refused: [{ reason: 'numbering' }] });
    expect('bytes' in document.save([edit(document.text, '甲', '乙甲')], BY)).toBe(true);
  });
});

test('encodings and marks of the part stay', () => {
  const xml = documentXml(paragraph(run('甲')));
  const parts = [
    Buffer.from(`\ufeff${xml}`, 'utf8'),
    Buffer.from(`\ufeff${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le'),
    Buffer.from(`\ufeff${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le').swap16(),
  ];
  for (const part of parts) {
    const document = opened(zip(packageOf(Uint8Array.from(part))));
    const saved = document.save([edit(document.text, '甲', '乙')], BY);
    if ('refused' in saved) throw new Error('refused');
    const after = Buffer.from(unzipSync(saved.bytes)['word/document.xml'] ?? []);
    expect(after.length).toBe(part.length);
    expect(after.subarray(0, 60)).toEqual(part.subarray(0, 60));
    expect(opened(saved.bytes).text).toBe(applyEdits(document.text, [edit(document.text, '甲', '乙')]));
  }
});
