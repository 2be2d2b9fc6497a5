// A printed report as one HTML file without script: A4 in print, the tables with merged cells, nothing loaded from elsewhere.

import type { PrintedBlock, PrintedCell, PrintedDocument, PrintedParagraph, PrintedTable } from '../../documents/printed.ts';

const STYLE = `
@page { size: A4; margin: 37mm 26mm 35mm 28mm; }
body { max-width: 156mm; margin: 2em auto; color: #000; background: #fff; font: 16pt/29pt "仿宋_GB2312", "仿宋", FangSong, STFangsong, serif; }
h1 { margin: 0 0 29pt; font: 22pt/32pt "方正小标宋简体", "华文中宋", STZhongsong, SimSun, serif; text-align: center; }
h2 { margin: 0; text-indent: 2em; font: 16pt/29pt "黑体", SimHei, "Heiti SC", sans-serif; break-after: avoid; }
h3 { margin: 0; text-indent: 2em; font: 16pt/29pt "楷体_GB2312", "楷体", KaiTi, STKaiti, serif; break-after: avoid; }
p { margin: 0; text-indent: 2em; text-align: justify; }
p.signature { margin-right: 4em; text-indent: 0; text-align: right; }
table { width: 100%; margin: 6pt 0; border-collapse: collapse; table-layout: fixed; font: 9pt/13pt "宋体", SimSun, serif; }
th, td { padding: 1pt 2pt; border: 0.5pt solid #000; font-weight: normal; text-align: center; overflow-wrap: anywhere; }
th.label { text-align: left; }
tr { break-inside: avoid; }
@media print { body { max-width: none; margin: 0; } h2.page { break-before: page; } }
`;

/** A page of its own. Every text of the report is escaped. */
export function htmlPage({ title, blocks }: PrintedDocument): string {
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${htmlFragment({ blocks })}
</body>
</html>
`;
}

/** Headings, paragraphs and tables alone, as the editor of a content system takes them. */
function htmlFragment({ blocks }: Pick<PrintedDocument, 'blocks'>): string {
  return blocks.map(blockHtml).join('\n');
}

function blockHtml(block: PrintedBlock): string {
  return block.kind === 'table' ? tableHtml(block) : paragraphHtml(block);
}

const TAGS: Readonly<Record<PrintedParagraph['role'], string>> = {
  title: 'h1',
  heading: 'h2',
  'sub-heading': 'h3',
  salutation: 'p',
  body: 'p',
  signature: 'p',
};

function paragraphHtml({ role, text, startsPage }: PrintedParagraph): string {
  const name = role === 'signature' ? ' class="signature"' : startsPage === true ? ' class="page"' : '';
  return `<${TAGS[role]}${name}>${escapeHtml(text).replaceAll('\n', '<br>')}</${TAGS[role]}>`;
}

function tableHtml({ grid, headerRows, rows }: PrintedTable): string {
  const whole = grid.reduce((sum, width) => sum + width, 0);
  const columns = grid.map((width) => `<col style="width:${((100 * width) / whole).toFixed(2)}%">`).join('');
  const lines = rows.map((cells) => `<tr>${cells.map(cellHtml).join('')}</tr>`);
  const head = headerRows === 0 ? '' : `<thead>\n${lines.slice(0, headerRows).join('\n')}\n</thead>\n`;
  return `<table>\n<colgroup>${columns}</colgroup>\n${head}<tbody>\n${lines.slice(headerRows).join('\n')}\n</tbody>\n</table>`;
}

function cellHtml({ text, role, columns, rows }: PrintedCell): string {
  const spans = `${columns === 1 ? '' : ` colspan="${columns}"`}${rows === 1 ? '' : ` rowspan="${rows}"`}`;
  const [open, tag] = role === 'number' ? ['<td', 'td'] : role === 'label' ? ['<th class="label" scope="row"', 'th'] : ['<th', 'th'];
  return `${open}${spans}>${escapeHtml(text)}</${tag}>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
