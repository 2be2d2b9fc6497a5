// Writes a printed report as a new .docx in the official layout (GB/T 9704—2012: A4, margins, fonts by name). No author, no date.

import { strToU8, zipSync, type Zippable } from 'fflate/browser';
import type { PrintedBlock, PrintedDocument, PrintedParagraph } from '../printed.ts';
import { escapeXml, FIXED_PARTS, NAMESPACE, SECTION } from './word-parts.ts';
import { wordTable } from './word-table.ts';

/** Zip has no time before; the same report gives the same bytes. */
const NO_TIME = '1980-01-01T00:00:00';

/** The bytes of a .docx. Never throws on any text: characters that XML cannot hold are left out. */
export function writeWord({ blocks }: PrintedDocument): Uint8Array {
  const body = blocks.map((block, index) => blockXml(block, blocks[index + 1])).join('');
  const document = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document ${NAMESPACE}><w:body>${body}${SECTION}</w:body></w:document>`;
  const parts: Zippable = {};
  for (const [name, xml] of [...FIXED_PARTS, ['word/document.xml', document] as const]) parts[name] = strToU8(xml);
  return zipSync(parts, { level: 6, mtime: NO_TIME });
}

function blockXml(block: PrintedBlock, next: PrintedBlock | undefined): string {
  if (block.kind === 'paragraph') return paragraphXml(block, next?.kind === 'table');
  // Two tables without a paragraph between them are one to Word, and none may end the body.
  return wordTable(block) + (next?.kind === 'paragraph' ? '' : '<w:p><w:pPr><w:pStyle w:val="TableGap"/></w:pPr></w:p>');
}

const STYLES: Readonly<Record<PrintedParagraph['role'], string>> = {
  title: 'Title',
  heading: 'Heading1',
  'sub-heading': 'Heading2',
  body: 'BodyText',
  signature: 'Signature',
};

function paragraphXml({ role, text, startsPage }: PrintedParagraph, keepNext: boolean): string {
  const properties = `<w:pStyle w:val="${STYLES[role]}"/>${keepNext ? '<w:keepNext/>' : ''}${startsPage === true ? '<w:pageBreakBefore/>' : ''}`;
  const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`);
  return `<w:p><w:pPr>${properties}</w:pPr><w:r>${lines.join('<w:br/>')}</w:r></w:p>`;
}
