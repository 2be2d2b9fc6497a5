// HTML tables: as a site writes them, and as Word pastes them, with paragraphs, spans and entities in every cell.

import type { Grid, GridCell } from '../grid.ts';
import { type Layout, printBlocks } from './layout.ts';
import type { Block } from '../model.ts';
import type { Rng } from '../rng.ts';

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function spans({ rowSpan, colSpan }: GridCell): string {
  return (rowSpan > 1 ? ` rowspan="${rowSpan}"` : '') + (colSpan > 1 ? ` colspan="${colSpan}"` : '');
}

function tableOf(grid: Grid, cell: (own: GridCell) => string): string {
  const rows = grid.rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`);
  return `<table>\n${rows.join('\n')}\n</table>`;
}

function page(body: string): string {
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>信息公开</title></head>\n<body>\n<div class="content">\n${body}</div>\n</body></html>\n`;
}

function paragraph(block: Exclude<Block, { kind: 'table' }>): string {
  return `<p>${escape(block.text)}</p>`;
}

export const htmlPlain: Layout = {
  name: 'html-plain',
  markup: true,
  emptyCells: true,
  render: (model) =>
    page(
      printBlocks(model, {
        text: paragraph,
        table: (grid) => tableOf(grid, (own) => `<td${spans(own)}>${escape(own.text)}</td>`),
        separator: '\n',
      }),
    ),
};

/** A fragment without any page around it, tags in capitals, values in paragraphs of their own line. */
export const htmlCapitals: Layout = {
  name: 'html-capitals',
  markup: true,
  emptyCells: true,
  render: (model) =>
    printBlocks(model, {
      text: (block) => `<P>${escape(block.text)}</P>`,
      table: (grid) =>
        tableOf(grid, (own) => `\n  <TD${spans(own).toUpperCase()}>\n    <P>${escape(own.text)}</P>\n  </TD>`)
          .replaceAll('<tr>', '<TR>')
          .replaceAll('</tr>', '\n</TR>'),
      separator: '\n',
    }),
};

const STYLE = 'style="font-family:仿宋_GB2312;font-size:16px"';

function wordSpan(text: string): string {
  return `<span ${STYLE}>${text}</span>`;
}

export const htmlWord: Layout = {
  name: 'html-word',
  markup: true,
  emptyCells: true,
  render: (model, rng) =>
    page(
      printBlocks(model, {
        text: (block) => `<p class="MsoNormal" style="text-indent:2em">${wordSpan(`&nbsp;&nbsp;${escape(block.text)}`)}</p>`,
        table: (grid) => tableOf(grid, (own) => `<td${spans(own)} valign="center"><p class="MsoNormal">${wordCell(own, rng)}</p></td>`),
        separator: '\n',
      }),
    ),
};

/** Word breaks a label into runs wherever its proofing stopped, and pads numbers with no-break spaces. */
function wordCell(own: GridCell, rng: Rng): string {
  const text = escape(own.text);
  if (own.role === 'value') return wordSpan(rng.chance(0.3) ? `&nbsp;${text}` : text);
  if (text.includes('&') || !rng.chance(0.3)) return wordSpan(text);
  const cut = rng.int(1, Math.max(1, text.length - 1));
  return `${wordSpan(text.slice(0, cut))}${wordSpan(text.slice(cut))}<o:p></o:p>`;
}
