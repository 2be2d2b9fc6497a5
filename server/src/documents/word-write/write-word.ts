// Writes a printed report as a new .docx in the official layout (GB/T 9704—2012: A4, margins, fonts by name). No author, no date.

import { strToU8, type Zippable, zipSync } from 'fflate/browser';
import { writtenXml } from '../../text/written-xml.ts';
import type { PrintedBlock, PrintedCell, PrintedDocument, PrintedParagraph, PrintedTable } from '../printed.ts';

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

// The parts that are alike in all: styles, fonts, footers, settings, relationships; and the page.

const NAMESPACE =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** GB/T 9704—2012: A4, 37 mm above, 35 below, 28 left, 26 right; in twentieths of a point. */
const PAGE = { width: 11906, height: 16838, top: 2098, bottom: 1984, left: 1588, right: 1474, footer: 1400 };
const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;

const SECTION =
  '<w:sectPr><w:footerReference w:type="even" r:id="rId5"/><w:footerReference w:type="default" r:id="rId4"/>' +
  `<w:pgSz w:w="${PAGE.width}" w:h="${PAGE.height}"/>` +
  `<w:pgMar w:top="${PAGE.top}" w:right="${PAGE.right}" w:bottom="${PAGE.bottom}" w:left="${PAGE.left}" w:header="851" w:footer="${PAGE.footer}" w:gutter="0"/></w:sectPr>`;

/** Fonts of the standard, and what a machine without them may take instead. */
const FONTS: readonly (readonly [name: string, instead: string])[] = [
  ['方正小标宋简体', '华文中宋'],
  ['黑体', 'SimHei'],
  ['楷体_GB2312', '楷体'],
  ['仿宋_GB2312', '仿宋'],
  ['宋体', 'SimSun'],
];

interface StyleSpec {
  readonly id: string;
  /** As Word calls its own; of ours, in Chinese. */
  readonly name: string;
  readonly font: string;
  /** In half points: 32 is 三号, 44 二号, 18 小五, 28 四号. */
  readonly size: number;
  readonly paragraph: string;
}

const INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/>';
const LINES = '<w:spacing w:line="580" w:lineRule="exact"/>';
/** Off the grid of lines, so that table three fits one page. */
const DENSE = '<w:snapToGrid w:val="0"/><w:spacing w:line="260" w:lineRule="exact"/>';

const PARAGRAPH_STYLES: readonly StyleSpec[] = [
  {
    id: 'Title',
    name: 'Title',
    font: '方正小标宋简体',
    size: 44,
    paragraph: '<w:keepNext/><w:spacing w:after="580" w:line="640" w:lineRule="exact"/><w:jc w:val="center"/>',
  },
  { id: 'Heading1', name: 'heading 1', font: '黑体', size: 32, paragraph: `<w:keepNext/>${LINES}${INDENT}<w:outlineLvl w:val="0"/>` },
  { id: 'Heading2', name: 'heading 2', font: '楷体_GB2312', size: 32, paragraph: `<w:keepNext/>${LINES}${INDENT}<w:outlineLvl w:val="1"/>` },
  { id: 'Salutation', name: 'Salutation', font: '仿宋_GB2312', size: 32, paragraph: LINES },
  { id: 'BodyText', name: 'Body Text', font: '仿宋_GB2312', size: 32, paragraph: `${LINES}${INDENT}<w:jc w:val="both"/>` },
  { id: 'Signature', name: 'Signature', font: '仿宋_GB2312', size: 32, paragraph: `${LINES}<w:ind w:rightChars="400" w:right="1280"/><w:jc w:val="right"/>` },
  { id: 'TableHead', name: '年报表头', font: '黑体', size: 18, paragraph: `${DENSE}<w:jc w:val="center"/>` },
  { id: 'TableLabel', name: '年报栏目', font: '宋体', size: 18, paragraph: `${DENSE}<w:jc w:val="left"/>` },
  { id: 'TableNumber', name: '年报数字', font: '宋体', size: 18, paragraph: `${DENSE}<w:jc w:val="center"/>` },
  { id: 'TableGap', name: '年报表后', font: '宋体', size: 10, paragraph: '<w:spacing w:line="200" w:lineRule="exact"/>' },
  { id: 'Footer', name: 'footer', font: '宋体', size: 28, paragraph: '<w:snapToGrid w:val="0"/>' },
];

function styleXml({ id, name, font, size, paragraph }: StyleSpec): string {
  return (
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr>` +
    `<w:rPr><w:rFonts w:eastAsia="${font}"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:style>`
  );
}

const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
  .join('');

const STYLE_SHEET =
  `<w:styles ${NAMESPACE}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋_GB2312" w:cs="Times New Roman"/><w:kern w:val="2"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>` +
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>' +
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="40" w:type="dxa"/><w:right w:w="40" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
  `<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${BORDERS}</w:tblBorders></w:tblPr></w:style>` +
  `${PARAGRAPH_STYLES.map(styleXml).join('')}</w:styles>`;

/** — 1 —, outside: at the right on odd pages, at the left on even ones. */
function footer(side: 'left' | 'right'): string {
  const run = (content: string) => `<w:r>${content}</w:r>`;
  const field = ['<w:fldChar w:fldCharType="begin"/>', '<w:instrText xml:space="preserve"> PAGE </w:instrText>', '<w:fldChar w:fldCharType="end"/>'];
  const runs = ['<w:t xml:space="preserve">— </w:t>', ...field, '<w:t xml:space="preserve"> —</w:t>'].map(run).join('');
  return `<w:ftr ${NAMESPACE}><w:p><w:pPr><w:pStyle w:val="Footer"/><w:ind w:${side}Chars="100" w:${side}="280"/><w:jc w:val="${side}"/></w:pPr>${runs}</w:p></w:ftr>`;
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const BESIDE: readonly (readonly [id: string, kind: string, file: string])[] = [
  ['rId1', 'styles', 'styles.xml'],
  ['rId2', 'settings', 'settings.xml'],
  ['rId3', 'fontTable', 'fontTable.xml'],
  ['rId4', 'footer', 'footer1.xml'],
  ['rId5', 'footer', 'footer2.xml'],
];

const XML: readonly (readonly [name: string, xml: string])[] = [
  [
    '[Content_Types].xml',
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
      `<Override PartName="/word/document.xml" ContentType="${WORD_TYPE}.document.main+xml"/>` +
      `${BESIDE.map(([, kind, file]) => `<Override PartName="/word/${file}" ContentType="${WORD_TYPE}.${kind}+xml"/>`).join('')}</Types>`,
  ],
  [
    '_rels/.rels',
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
  ],
  [
    'word/_rels/document.xml.rels',
    `<Relationships xmlns="${PACKAGE}/relationships">${BESIDE.map(([id, kind, file]) => `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${file}"/>`).join('')}</Relationships>`,
  ],
  ['word/styles.xml', STYLE_SHEET],
  [
    'word/settings.xml',
    `<w:settings ${NAMESPACE}><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`,
  ],
  [
    'word/fontTable.xml',
    `<w:fonts ${NAMESPACE}>${FONTS.map(([name, instead]) => `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/><w:family w:val="auto"/></w:font>`).join('')}</w:fonts>`,
  ],
  ['word/footer1.xml', footer('right')],
  ['word/footer2.xml', footer('left')],
];

/** Name in the archive and content. The content types come first, as readers expect. */
const FIXED_PARTS = XML.map(([name, xml]) => [name, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`] as const);
