// Writes a Word document for a test, as small as Word would still open: parts, runs, paragraphs, cells.

import { strToU8, zipSync } from 'fflate';

export const TRANSITIONAL = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
export const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SPACES = [
  `xmlns:w="${TRANSITIONAL}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function run(text: string, properties = ''): string {
  const look = properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`;
  return `<w:r>${look}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

export function paragraph(content: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
}

export function cell(content: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
}

export function row(cells: string, properties = ''): string {
  return `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;
}

export function table(rows: string): string {
  return `<w:tbl><w:tblPr/><w:tblGrid/>${rows}</w:tbl>`;
}

export function documentXml(body: string): string {
  return `${HEAD}<w:document ${SPACES}><w:body>${body}<w:sectPr/></w:body></w:document>`;
}

export type PartContents = Readonly<Record<string, string | Uint8Array>>;

/** Parts beside the document, by the kind of their relationship: styles, numbering, comments. */
export type RelatedParts = Readonly<Record<string, string>>;

export function packageOf(document: string | Uint8Array, related: RelatedParts = {}): PartContents {
  const relations = Object.keys(related).map((kind, index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${kind}" Target="${kind}.xml"/>`);
  return {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': relationships(`<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/>`),
    'word/document.xml': document,
    'word/_rels/document.xml.rels': relationships(relations.join('')),
    ...Object.fromEntries(Object.entries(related).map(([kind, xml]) => [`word/${kind}.xml`, xml])),
  };
}

function relationships(inner: string): string {
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
}

export function zip(parts: PartContents): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content])));
}

/** A document with this body. */
export function docx(body: string, related: RelatedParts = {}): Uint8Array {
  return zip(packageOf(documentXml(body), related));
}
