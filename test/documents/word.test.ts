// Each thing in a Word document: whether it is text, whether it is reported, where it stands, whether it can be changed.

import { describe, expect, test } from 'vitest';
import { opened } from './read.ts';
import { cell, documentXml, docx, packageOf, paragraph, row, run, STRICT, table, TRANSITIONAL, zip } from './write-docx.ts';

function textOf(body: string): string {
  return opened(docx(body)).text;
}

function told(body: string): readonly (readonly [string, number])[] {
  return opened(docx(body)).notes.map(({ kind, count }) => [kind, count]);
}

describe('text', () => {
  test.each([
    ['a paragraph a line', paragraph(run('一、总体')) + paragraph(run('情况')), '一、总体\n情况\n'],
    ['a row a line, a tab between cells', table(row(cell(paragraph(run('规章'))) + cell(paragraph('')) + cell(paragraph(run('3'))))), '规章\t\t3\n'],
    ['breaks and tabs of a paragraph', paragraph(`${run('甲')}<w:r><w:br/></w:r>${run('乙')}<w:r><w:tab/></w:r>${run('丙')}`), '甲\n乙\t丙\n'],
    ['breaks and tabs of a cell are blanks', table(row(cell(paragraph(`${run('甲')}<w:r><w:br/><w:tab/></w:r>${run('乙')}`)))), '甲  乙\n'],
    ['tab stops are no tabs', paragraph(run('甲'), '<w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs>'), '甲\n'],
    ['paragraphs of a cell stay apart', table(row(cell(paragraph(run('1')) + paragraph(run('2'))))), '1 2\n'],
    ['entities', paragraph('<w:r><w:t>&lt;甲&#38;乙&#x4E00;</w:t></w:r>'), '<甲&乙一\n'],
    ['full-width blanks stay', table(row(cell(paragraph(run('　0　'))))), '　0　\n'],
    ['comments of the file are none', paragraph(`<!-- 甲 -->${run('乙')}`), '乙\n'],
    ['what a revision moved away', paragraph(`<w:moveFrom>${run('甲')}</w:moveFrom><w:moveTo>${run('乙')}</w:moveTo>`), '乙\n'],
    ['a row that is hidden', table(row(cell(paragraph(run('甲'))), '<w:hidden/>') + row(cell(paragraph(run('乙'))))), '乙\n'],
    ['a cell deleted as a revision', table(row(cell(paragraph(run('甲')), '<w:cellDel w:id="1"/>') + cell(paragraph(run('乙'))))), '乙\n'],
    ['looks before a revision', paragraph('<w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>甲</w:t></w:r>'), '甲\n'],
    ['hidden is switched off', paragraph(run('甲', '<w:vanish w:val="0"/>')), '甲\n'],
    ['the mark of a paragraph that is hidden', paragraph(run('甲'), '<w:rPr><w:vanish/></w:rPr>'), '甲\n'],
    ['a power behind a letter', paragraph(run('12km') + run('2', '<w:vertAlign w:val="superscript"/>')), '12km2\n'],
    ['a note behind a number', paragraph(run('38') + run('[1]', '<w:vertAlign w:val="superscript"/>')), '38\n'],
    ['words that are raised', paragraph(run('注意') + run('事项', '<w:vertAlign w:val="superscript"/>')), '注意事项\n'],
    [
      'a field within a field',
      paragraph(`${field('begin')}${run('7')}${field('begin')}${field('separate')}${run('8')}${field('end')}${field('separate')}${run('9')}${field('end')}`),
      '9\n',
    ],
    [
      'one row of cells within a cell',
      table(row(cell(paragraph(run('规章'))) + cell(table(row(cell(paragraph(run('1'))) + cell(paragraph(run('2'))))) + paragraph('')))),
      '规章\t1\t2\n',
    ],
    [
      'a table within a cell has lines of its own',
      table(
        row(
          cell(paragraph(run('甲'))) +
            cell(table(row(cell(paragraph(run('1'))) + cell(paragraph(run('2')))) + row(cell(paragraph(run('3'))) + cell(paragraph(run('4')))))),
        ),
      ),
      '甲\n1\t2\n3\t4\n',
    ],
    [
      'a box with a table stands behind its heading',
      paragraph(`<w:r><w:pict><v:textbox><w:txbxContent>${table(row(cell(paragraph(run('1')))))}</w:txbxContent></v:textbox></w:pict></w:r>${run('四、情况')}`),
      '四、情况\n1\n',
    ],
    ['only the fallback is there', paragraph(`<w:r><mc:AlternateContent><mc:Fallback><w:t>甲</w:t></mc:Fallback></mc:AlternateContent></w:r>`), '甲\n'],
  ])('%s', (_, body, text) => expect(textOf(body)).toBe(text));

  test('rows that stand one above the other are taken apart where every column says the same number of them', () => {
    const lines = (...texts: readonly string[]) => cell(texts.map((text) => paragraph(run(text))).join(''));
    const even = table(row(lines('公开') + lines('1.甲', '2.乙') + lines('1', '2') + lines('3', '4')));
    expect(opened(docx(even))).toMatchObject({ text: '公开\t1.甲\t1\t3\n\t2.乙\t2\t4\n', notes: [{ kind: 'stacked', count: 1 }] });
    const uneven = table(row(lines('公开') + lines('1.甲', '2.乙') + lines('1', '2') + lines('3')));
    expect(opened(docx(table(row(lines('甲') + lines('1', '2') + lines('3', '4')))))).toMatchObject({ notes: [{ kind: 'stacked', count: 1 }] });
    expect(textOf(uneven)).toBe('公开\t1.甲 2.乙\t1 2\t3\n');
  });
});

function field(type: string): string {
  return `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
}

test.each(['=">"', '="a=>"', '=" >"', "='a\">b'", '="/>"', '=""', '="a/"', '="a" w:y=">" ', '="a"\tw:y="b"'])(
  'a tag ends where it does: w:x%s',
  (attribute) => {
    const bytes = docx(paragraph(`<w:r><w:t w:x${attribute}>甲</w:t></w:r>`));
    expect(opened(bytes).text).toBe('甲\n');
  },
);

describe('notes', () => {
  test.each([
    [
      'hidden text, a place once however it is cut',
      paragraph(run('甲', '<w:vanish/>') + run('乙', '<w:vanish/>') + run('丙') + run('丁', '<w:vanish/>')),
      [['hidden', 2]],
    ],
    ['struck text', paragraph(run('甲', '<w:dstrike/>')), [['struck', 1]]],
    ['blanks that are hidden are nothing', paragraph(run(' ', '<w:vanish/>')), []],
    ['comments', paragraph(`${run('甲')}<w:r><w:commentReference w:id="0"/></w:r>`), [['comments', 1]]],
    ['revisions', paragraph(`<w:ins>${run('甲')}</w:ins><w:del><w:r><w:delText>乙</w:delText></w:r></w:del>`), [['revisions', 2]]],
    ['pictures', paragraph('<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>'), [['pictures', 1]]],
    ['embedded sheets', paragraph('<w:r><w:object><v:shape><v:imagedata/></v:shape></w:object></w:r>'), [['objects', 1]]],
    ['another file in the middle', `${paragraph(run('甲'))}<w:altChunk/>`, [['included', 1]]],
    ['a field without an end', paragraph(field('begin') + run('甲')), [['unfinished-field', 1]]],
    ['nothing of the kind', paragraph(run('甲')), []],
  ])('%s', (_, body, notes) => expect(told(body)).toEqual(notes));
});

describe('numbering', () => {
  const numbered = (text: string, list: number, level = 0) => paragraph(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
  const level = (index: number, format: string, text: string) =>
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:suff w:val="nothing"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const numberingPart = (levels: string, list = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') => ({
    numbering: `<w:numbering xmlns:w="${TRANSITIONAL}"><w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum>${list}</w:numbering>`,
  });
  const textWith = (body: string, levels: string, list?: string) => opened(docx(body, numberingPart(levels, list))).text;

  test('levels begin anew under the next number above, and name it', () => {
    const levels = level(0, 'chineseCounting', '%1、') + level(1, 'decimal', '%1.%2 ');
    expect(textWith(numbered('甲', 1) + numbered('乙', 1, 1) + numbered('丙', 1) + numbered('丁', 1, 1), levels)).toBe('一、甲\n一.1 乙\n二、丙\n二.1 丁\n');
  });

  test('a paragraph whose mark is deleted has no number of its own', () => {
    const deleted = paragraph(run('甲'), '<w:rPr><w:del w:id="1"/></w:rPr><w:numPr><w:numId w:val="1"/></w:numPr>');
    expect(textWith(deleted + numbered('乙', 1) + numbered('丙', 1), level(0, 'decimal', '%1.'))).toBe('1.甲乙\n2.丙\n');
  });

  test('a list with a start of its own, and none where the number is 0', () => {
    const lists =
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>';
    expect(textWith(numbered('甲', 1) + numbered('乙', 2) + numbered('丙', 2) + numbered('丁', 0), level(0, 'decimal', '%1.'), lists)).toBe(
      '1.甲\n5.乙\n6.丙\n丁\n',
    );
  });

  test.each([
    ['chineseCountingThousand', 12, '十二'],
    ['chineseCountingThousand', 20, '二十'],
    ['chineseCounting', 105, '一百零五'],
    ['decimalEnclosedCircle', 3, '③'],
    ['upperLetter', 2, 'B'],
    ['lowerRoman', 9, 'ix'],
    ['decimalFullWidth', 14, '１４'],
    ['chineseLegalSimplified', 2, '贰'],
    ['ideographTraditional', 1, '甲'],
  ])('%s, %i', (format, count, written) => {
    const text = textWith(Array.from({ length: count }, () => numbered('丁', 1)).join(''), level(0, format, '%1'));
    expect(text.trimEnd().split('\n').at(-1)).toBe(`${written}丁`);
  });

  test('a bullet is no number', () => expect(textWith(numbered('甲', 1), level(0, 'bullet', ''))).toBe('甲\n'));
});

describe('the map', () => {
  const body =
    paragraph(run('标题')) +
    table(row(cell(paragraph(run('规章'))) + cell(paragraph('<w:r><w:t>1&amp;2</w:t></w:r>'))) + row(cell(paragraph('')))) +
    paragraph('') +
    paragraph(run('结尾'));
  const bytes = docx(body);

  test('leads from every place to the cell or the paragraph', () => {
    const { text, map } = opened(bytes);
    expect(text).toBe('标题\n规章\t1&2\n\n\n结尾\n');
    expect(map.placeAt(0)).toEqual({ kind: 'paragraph', paragraph: 1 });
    expect(map.placeAt(text.indexOf('章'))).toEqual({ kind: 'cell', table: 1, row: 1, cell: 1 });
    expect(map.placeAt(text.indexOf('1'))).toEqual({ kind: 'cell', table: 1, row: 1, cell: 2 });
    expect(map.placeAt(text.indexOf('\n\n') + 1)).toEqual({ kind: 'cell', table: 1, row: 2, cell: 1 });
    expect(map.placeAt(text.indexOf('尾'))).toEqual({ kind: 'paragraph', paragraph: 2 });
  });

  test('leads back to the part, character by character', () => {
    const { text, map } = opened(bytes);
    const xml = documentXml(body);
    const spans = map.sourceOf({ start: text.indexOf('规'), end: text.indexOf('2') + 1 });
    expect(spans.map(({ part, span }) => [part, xml.slice(span.start, span.end)])).toEqual(
      ['规章', '1', '&amp;', '2'].map((slice) => ['word/document.xml', slice]),
    );
  });

  test('knows what cannot be changed where it stands', () => {
    const control = `<w:sdt><w:sdtPr><w:dataBinding w:xpath="a"/></w:sdtPr><w:sdtContent>${run('丙')}</w:sdtContent></w:sdt>`;
    const { text, map } = opened(docx(paragraph(`${run('甲')}<w:fldSimple w:instr="DATE">${run('乙')}</w:fldSimple>${control}<w:r><w:br/></w:r>`)));
    expect(map.sourceOf({ start: 0, end: text.length }).map(({ lock }) => lock)).toEqual([null, 'field', 'control', 'between']);
  });
});

test('a part elsewhere in the archive, under the strict standard, found through its relationship', () => {
  const parts = packageOf('');
  const moved = {
    '_rels/.rels': String(parts['_rels/.rels'])
      .replace('http://schemas.openxmlformats.org/officeDocument/2006', 'http://purl.oclc.org/ooxml/officeDocument')
      .replace('word/document.xml', '/Body/Text.XML'),
    'body\\text.xml': `<d:document xmlns:d="${STRICT}"><d:body><d:p><d:r><d:t>甲</d:t></d:r></d:p></d:body></d:document>`,
  };
  expect(opened(zip(moved)).text).toBe('甲\n');
});

test('what a relationship says to lie outside is not looked for, also where the archive has something of that name', () => {
  const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml" TargetMode="External"/></Relationships>`;
  const hiding = `<w:styles xmlns:w="${TRANSITIONAL}"><w:style w:styleId="S"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`;
  const document = `<w:document xmlns:w="${TRANSITIONAL}"><w:body>${paragraph(run('甲', '<w:rStyle w:val="S"/>'))}</w:body></w:document>`;
  const parts = { ...packageOf(document), 'word/styles.xml': hiding };
  expect(opened(zip({ ...parts, 'word/_rels/document.xml.rels': rels })).text).toBe('甲\n');
  expect(opened(zip({ ...parts, 'word/_rels/document.xml.rels': rels.replace(' TargetMode="External"', '') })).text).toBe('\n');
});

describe('names of persons, each once', () => {
  const by = (name: string) => `w:id="1" w:author="${name}" w:date="2026-01-05T09:00:00Z"`;
  const withProperties = (body: string, properties: string) => {
    const parts = packageOf(documentXml(body), { comments: `<w:comments xmlns:w="${TRANSITIONAL}"><w:comment ${by('李某')}/></w:comments>` });
    const type = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';
    const related = `<Relationship Id="rId9" Type="${type}" Target="docProps/core.xml"/></Relationships>`;
    const core = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties';
    return zip({
      ...parts,
      '_rels/.rels': String(parts['_rels/.rels']).replace('</Relationships>', related),
      'docProps/core.xml': `<c:coreProperties xmlns:c="${core}" xmlns:d="http://purl.org/dc/elements/1.1/">${properties}</c:coreProperties>`,
    });
  };
  const creator = (name: string) => `<d:creator>${name}</d:creator><d:title>年报</d:title>`;

  test.each([
    ['the author and whoever saved it last', paragraph(run('甲')), `${creator('王某')}<c:lastModifiedBy>张某</c:lastModifiedBy>`, 2],
    ['one and the same', paragraph(run('甲')), `${creator('王某')}<c:lastModifiedBy> 王某</c:lastModifiedBy>`, 1],
    ['nobody', paragraph(run('甲')), `${creator('Administrator')}<c:lastModifiedBy/>`, undefined],
    ['of a revision', paragraph(`<w:ins ${by('赵某')}>${run('甲')}</w:ins>`), creator(''), 1],
    ['of a comment', paragraph('<w:r><w:commentReference w:id="1"/></w:r>'), creator('李某'), 1],
    ['of a comment that stands nowhere', paragraph(run('甲')), creator(''), undefined],
  ])('%s', (_, body, properties, count) => {
    expect(opened(withProperties(body, properties)).remains().get('authors')).toBe(count);
  });
});
