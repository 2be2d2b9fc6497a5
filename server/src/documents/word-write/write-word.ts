// Writes a printed report as a new .docx in the official layout (GB/T 9704—2012: A4, margins, fonts by name). No author, no date.

import { strToU8, zipSync, type Zippable } from 'fflate/browser';
import { writtenXml } from '../../text/written-xml.ts';
import type { PrintedBlock, PrintedDocument, PrintedParagraph, PrintedCell, PrintedTable } from '../printed.ts';
import { FIXED_PARTS, NAMESPACE, SECTION, TEXT_WIDTH } from './word-parts.ts';

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
  salutation: 'Salutation',
  body: 'BodyText',
  signature: 'Signature',
};

function paragraphXml({ role, text, startsPage }: PrintedParagraph, keepNext: boolean): string {
  const properties = `<w:pStyle w:val="${STYLES[role]}"/>${keepNext ? '<w:keepNext/>' : ''}${startsPage === true ? '<w:pageBreakBefore/>' : ''}`;
  const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${writtenXml(line)}</w:t>`);
  return `<w:p><w:pPr>${properties}</w:pPr><w:r>${lines.join('<w:br/>')}</w:r></w:p>`;
}

/** Of a row of one line, in twentieths of a point: thirty of them and the header stand on one page. */
const ROW_HEIGHT = 350;
/** More rows than a page has are not kept together. */
const ROWS_OF_A_PAGE = 36;
/** A table of few rows has room. */
const FEW_ROWS = 16;
const ROOMY_HEIGHT = 480;

function wordTable({ grid, headerRows, rows }: PrintedTable): string {
  const widths = widthsOf(grid);
  const gridXml = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const places = placesOf(rows, grid.length);
  const rowsXml = places
    .map((cells, index) =>
      rowXml(cells, {
        widths,
        isHeader: index < headerRows,
        keepsNext: index < places.length - 1 && places.length <= ROWS_OF_A_PAGE,
        height: rows.length > FEW_ROWS ? ROW_HEIGHT : ROOMY_HEIGHT,
      }),
    )
    .join('');
  return `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${gridXml}</w:tblGrid>${rowsXml}</w:tbl>`;
}

/** WPS takes the widths of the grid, Word those of the cells: they add up to the same. */
function widthsOf(grid: readonly number[]): readonly number[] {
  const whole = grid.reduce((sum, width) => sum + width, 0);
  const widths = grid.map((width) => Math.floor((width / whole) * TEXT_WIDTH));
  const rest = TEXT_WIDTH - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, index) => (index === 0 ? width + rest : width));
}

/** A cell at its place in a row; `continued` where it began in a row above. */
interface Placed {
  readonly cell: PrintedCell;
  readonly column: number;
  readonly continued: boolean;
}

/** Every row with all cells that cover it, from left to right. A cell that finds no room is left out. */
function placesOf(rows: PrintedTable['rows'], width: number): readonly (readonly Placed[])[] {
  const grid: (Placed | null)[][] = rows.map(() => Array.from({ length: width }, () => null));
  rows.forEach((cells, at) => {
    let column = 0;
    for (const cell of cells) {
      while (column < width && grid[at]?.[column] !== null) column++;
      if (column + cell.columns > width) break;
      for (let row = at; row < Math.min(rows.length, at + cell.rows); row++) {
        grid[row]?.fill({ cell, column, continued: row > at }, column, column + cell.columns);
      }
      column += cell.columns;
    }
  });
  return grid.map((row) => row.filter((placed, column): placed is Placed => placed?.column === column));
}

interface RowShape {
  readonly widths: readonly number[];
  readonly isHeader: boolean;
  readonly keepsNext: boolean;
  readonly height: number;
}

function rowXml(places: readonly Placed[], { widths, isHeader, keepsNext, height }: RowShape): string {
  const properties = `<w:cantSplit/><w:trHeight w:val="${height}" w:hRule="atLeast"/>${isHeader ? '<w:tblHeader/>' : ''}`;
  return `<w:tr><w:trPr>${properties}</w:trPr>${places.map((placed) => cellXml(placed, widths, keepsNext)).join('')}</w:tr>`;
}

function cellXml({ cell, column, continued }: Placed, widths: readonly number[], keepNext: boolean): string {
  const width = widths.slice(column, column + cell.columns).reduce((sum, each) => sum + each, 0);
  const span = cell.columns === 1 ? '' : `<w:gridSpan w:val="${cell.columns}"/>`;
  const merge = cell.rows === 1 ? '' : continued ? '<w:vMerge/>' : '<w:vMerge w:val="restart"/>';
  const properties = `<w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${merge}<w:vAlign w:val="center"/></w:tcPr>`;
  const style = cell.role === 'label' ? 'TableLabel' : cell.role === 'header' ? 'TableHead' : 'TableNumber';
  const text = continued || cell.text === '' ? '' : `<w:r><w:t xml:space="preserve">${writtenXml(cell.text)}</w:t></w:r>`;
  return `<w:tc>${properties}<w:p><w:pPr><w:pStyle w:val="${style}"/>${keepNext ? '<w:keepNext/>' : ''}</w:pPr>${text}</w:p></w:tc>`;
}
