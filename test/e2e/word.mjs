// Word documents for journeys: a draft with its rows as tables, and what stands in a document on disk.

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PART = 'word/document.xml';

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const run = (text) => `<w:r><w:rPr><w:rFonts w:eastAsia="仿宋"/></w:rPr><w:t xml:space="preserve">${escape(text)}</w:t></w:r>`;
const paragraph = (text) => `<w:p>${text === '' ? '' : run(text)}</w:p>`;

/** A line that ends in two numbers or more is a row, a cell each. */
export function documentOf(draft) {
  const body = draft
    .replace(/\n$/u, '')
    .split('\n')
    .map((line) => {
      const [, label = '', numbers = ''] = /^(.*?)((?:(?:^|\s)\d+){2,})$/u.exec(line) ?? [];
      if (numbers === '') return paragraph(line);
      const cells = [...(label === '' ? [] : [label]), ...numbers.trim().split(/\s/u)];
      return `<w:tbl><w:tblPr/><w:tblGrid/><w:tr>${cells.map((text) => `<w:tc><w:tcPr/>${paragraph(text)}</w:tc>`).join('')}</w:tr></w:tbl>`;
    })
    .join('')
    // Rows that follow one another are one table.
    .replaceAll('</w:tbl><w:tbl><w:tblPr/><w:tblGrid/>', '');
  return zipSync({
    '[Content_Types].xml': strToU8(
      `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="${PART}"/></Relationships>`,
    ),
    [PART]: strToU8(`${HEAD}<w:document xmlns:w="${MAIN}"><w:body>${body}<w:sectPr/></w:body></w:document>`),
    'docProps/app.xml': strToU8(`${HEAD}<Properties/>`),
  });
}

/** The document's own part, and every other entry as bytes. */
export function partsOf(bytes) {
  const { [PART]: part, ...others } = unzipSync(new Uint8Array(bytes));
  return { xml: strFromU8(part), others: Object.fromEntries(Object.entries(others).map(([name, content]) => [name, strFromU8(content, true)])) };
}

/** The part with one cell changed. */
export function withCell(xml, from, to) {
  const [before, after] = [run(from), run(to)];
  if (xml.split(before).length !== 2) throw new Error(`expected exactly one cell of ${from}`);
  return xml.replace(before, after);
}

/** A number as the result of a field, which Word works out itself. */
export function withField(bytes, number) {
  const { [PART]: part, ...others } = unzipSync(bytes);
  const xml = strFromU8(part).replace(run(number), `<w:fldSimple w:instr=" =SUM(LEFT) ">${run(number)}</w:fldSimple>`);
  return zipSync({ ...others, [PART]: strToU8(xml) });
}
