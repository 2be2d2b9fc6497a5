// The clean copy of a document: nothing is left that is not to be published, its text and every other entry stay.

import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { generateDocument } from './generate.ts';
import { KINDS } from './kinds.ts';
import { opened } from './read.ts';
import { cell, documentXml, docx, packageOf, paragraph, row, run, table, TRANSITIONAL, zip } from './write-docx.ts';

/** `CLEANED=100 npx vitest run test/documents/clean.test.ts` takes so many of each kind. */
const COUNT = Number(process.env['CLEANED'] ?? 1);
const BY = 'w:id="1" w:author="王某" w:date="2026-01-05T09:00:00Z"';

function cleaned(bytes: Uint8Array): Uint8Array {
  const result = opened(bytes).clean();
  if ('problem' in result) throw new Error(result.problem);
  return result.bytes;
}

function bodyOf(bytes: Uint8Array): string {
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
  return xml.slice(xml.indexOf('<w:body>') + '<w:body>'.length, xml.indexOf('<w:sectPr/></w:body>'));
}

const GONE = '<w:r><w:delText>7</w:delText></w:r>';

describe('as Word accepts it', () => {
  test.each([
    ['put in and taken out', paragraph(`<w:del ${BY}>${GONE}</w:del><w:ins ${BY}>${run('8')}</w:ins>`), paragraph(run('8'))],
    ['taken out of what was put in', paragraph(`${run('8')}<w:ins ${BY}><w:del ${BY}>${GONE}</w:del></w:ins>`), paragraph(run('8'))],
    [
      'properties before',
      paragraph(`<w:r><w:rPr><w:b/><w:rPrChange ${BY}><w:rPr/></w:rPrChange></w:rPr><w:t>8</w:t></w:r>`),
      paragraph('<w:r><w:rPr><w:b/></w:rPr><w:t>8</w:t></w:r>'),
    ],
    [
      'paragraphs whose mark between is deleted: the properties are the last one’s',
      paragraph(run('甲'), `<w:keepNext/><w:rPr><w:del ${BY}/></w:rPr>`) + paragraph(run('乙'), '<w:pStyle w:val="B"/>'),
      paragraph(run('甲') + run('乙'), '<w:pStyle w:val="B"/>'),
    ],
    ['a paragraph that was put in', paragraph(run('甲'), `<w:rPr><w:ins ${BY}/></w:rPr>`), paragraph(run('甲'), '<w:rPr></w:rPr>')],
    [
      'a row that is deleted',
      table(row(cell(paragraph(run('甲')))).replace('<w:trPr>', `<w:trPr><w:del ${BY}/>`) + row(cell(paragraph(run('乙'))))),
      table(row(cell(paragraph(run('乙'))))),
    ],
    [
      'comments',
      paragraph(`<w:commentRangeStart w:id="0"/>${run('甲')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`),
      paragraph(run('甲')),
    ],
    [
      'hidden words',
      paragraph(run('甲') + run('乙', '<w:vanish/>') + run('丙', '<w:vanish w:val="0"/>')),
      paragraph(run('甲') + run('丙', '<w:vanish w:val="0"/>')),
    ],
  ])('%s', (_, body, after) => expect(bodyOf(cleaned(docx(body)))).toBe(after));
});

test('headers and notes too; comments and names of persons are emptied', () => {
  const W = `xmlns:w="${TRANSITIONAL}"`;
  const type = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';
  const core = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties';
  const parts = packageOf(documentXml(paragraph(run('甲'))), {
    header: `<w:hdr ${W}>${paragraph(`<w:ins ${BY}>${run('页眉')}</w:ins>`)}</w:hdr>`,
    comments: `<?xml version="1.0"?>\n<w:comments ${W}><w:comment ${BY}>${paragraph(run('批'))}</w:comment></w:comments>`,
    theme: '<a/>',
  });
  const bytes = zip({
    ...parts,
    '_rels/.rels': String(parts['_rels/.rels']).replace(
      '</Relationships>',
      `<Relationship Id="r9" Type="${type}" Target="docProps/core.xml"/></Relationships>`,
    ),
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="${core}" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>王某</dc:creator><cp:revision>3</cp:revision></cp:coreProperties>`,
  });
  const after = cleaned(bytes);
  const read = (name: string) => strFromU8(unzipSync(after)[name] ?? new Uint8Array());
  expect(read('word/header.xml')).toBe(`<w:hdr ${W}>${paragraph(run('页眉'))}</w:hdr>`);
  expect(read('word/comments.xml')).toBe(`<?xml version="1.0"?>\n<w:comments ${W}></w:comments>`);
  expect(read('docProps/core.xml')).toContain('<dc:creator></dc:creator><cp:revision>3</cp:revision>');
  expect(strFromU8(after)).not.toContain('王某');
});

test('what could not be removed is told, and nothing written', () => {
  const deleted = table(row(cell(paragraph(run('甲')), `<w:cellDel ${BY}/>`) + cell(paragraph(run('乙')))));
  expect(opened(docx(deleted)).clean()).toEqual({ problem: expect.stringContaining('没有写出') as unknown });
});

describe('over all kinds: the text and every other entry stay', () => {
  test.each(KINDS.map((kind) => [kind.name, kind] as const))('%s', (_, kind) => {
    for (let seed = 0; seed < COUNT; seed++) {
      const { bytes } = generateDocument(seed, kind);
      const before = opened(bytes);
      const after = cleaned(bytes);
      const again = opened(after);
      expect(again.text).toBe(before.text);
      expect([...again.remains().keys()].filter((each) => each !== 'struck')).toEqual([]);
      const [was, is] = [unzipSync(bytes), unzipSync(after)];
      expect(Object.keys(is)).toEqual(Object.keys(was));
      for (const [name, content] of Object.entries(was)) if (name !== 'word/document.xml') expect(is[name]).toEqual(content);
      if (before.remains().size === 0) expect(after).toEqual(bytes);
    }
  });
});
