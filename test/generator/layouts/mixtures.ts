// Texts that are more than one table after another: tables broken by pages, converters that mix Markdown and HTML,
// loose HTML, and labels that stand beside one-row tables.

import { expand, type Grid, type GridCell } from '../grid.ts';
import { type Layout, lines, plainText, printBlocks } from './layout.ts';

const HEADER_ROWS = 3;

/** A rectangle of tabs, cut by a page: an empty line, and a group's label in two halves. */
export const tabsOverPages: Layout = {
  name: 'tabs-over-pages',
  emptyCells: true,
  render: (model, rng) =>
    printBlocks(model, {
      text: plainText,
      table: (grid) => {
        const rows = expand(grid).map((row) => row.map(({ cell, origin }) => (origin ? cell.text : '')));
        const cut = rng.int(4, rows.length - 2);
        if (grid.id === 'applications') breakGroup(rows, cut);
        const printed = rows.map((row) => row.join('\t'));
        return `${lines(grid.id === 'disputes' ? printed : [...printed.slice(0, cut), '', ...printed.slice(cut)])}\n`;
      },
      separator: '\n',
    }),
};

/** Moves the second half of the group label that spans the cut to the first row behind it. */
function breakGroup(rows: string[][], cut: number): void {
  const behind = rows[cut];
  if (behind === undefined || behind[1] !== '' || behind[2] === '') return;
  for (let index = cut - 1; index >= HEADER_ROWS; index--) {
    const row = rows[index];
    const group = row?.[1] ?? '';
    if (row === undefined || group === '') continue;
    row[1] = group.slice(0, 4);
    behind[1] = group.slice(4);
    return;
  }
}

/** Table three's header and corner come again on the second page. */
export const headerOnEveryPage: Layout = {
  name: 'header-on-every-page',
  render: (model, rng) =>
    printBlocks(model, {
      text: plainText,
      table: (grid) => {
        const rows = grid.rows.map((row) => row.map((own) => own.text).join(' '));
        if (grid.id !== 'applications') return lines(rows);
        const header = ['申请人情况', '自然人', '法人或其他组织', '总计', '商业', '企业', '科研', '机构', '社会公益', '组织', '法律服务', '机构 其他'];
        const corner = grid.rows[0]?.[0]?.text ?? '';
        const cut = rng.int(HEADER_ROWS + 2, rows.length - 3);
        return lines([...header, ...rows.slice(HEADER_ROWS, cut), corner, ...header, ...rows.slice(cut), corner]);
      },
      separator: '\n',
    }),
};

/** Browsers forgive all of this: no closing tags, attributes without quotes, comments, numeric entities, breaks. */
export const htmlLoose: Layout = {
  name: 'html-loose',
  markup: true,
  emptyCells: true,
  render: (model, rng) =>
    printBlocks(model, {
      text: (block) => (block.kind === 'heading' ? `<h2><strong>${block.text}</strong></h2>` : `<p>${block.text}<br>`),
      table: (grid) => {
        const cell = (own: GridCell): string => {
          const tag = own.role === 'header' || own.role === 'corner' ? 'th' : 'td';
          const text = own.role === 'header' && own.text.length === 4 ? `${own.text.slice(0, 2)}<br/>${own.text.slice(2)}` : own.text;
          return `<${tag} rowspan=${own.rowSpan} colspan=${own.colSpan}>${own.role === 'value' && rng.chance(0.2) ? '&#160;' : ''}${text}`;
        };
        const [head = '', ...body] = grid.rows.map((row) => `<tr>${row.map(cell).join('\n')}`);
        return `<!-- 表格 --><table border=1><thead>${head}<tbody>${body.join('\n')}</table>`;
      },
      separator: '\n',
    }),
};

/** Markdown from Word: bold headings, simple tables as pipes, the one with spans as HTML with paragraphs in its cells. */
export const markdownWithHtml: Layout = {
  name: 'markdown-with-html',
  emptyCells: true,
  markup: true,
  render: (model) =>
    printBlocks(model, {
      text: (block) => (block.kind === 'paragraph' || block.kind === 'signature' ? block.text : `**${block.text}**`),
      table: (grid) => (grid.id === 'applications' ? htmlTable(grid) : pipeTable(grid)),
      separator: '\n\n',
    }),
};

function htmlTable(grid: Grid): string {
  const cell = (own: GridCell): string => {
    const spans = (own.colSpan > 1 ? ` colspan="${own.colSpan}"` : '') + (own.rowSpan > 1 ? ` rowspan="${own.rowSpan}"` : '');
    const split = own.role === 'header' && own.text.length === 4;
    return `<td${spans}>${split ? `<p>${own.text.slice(0, 2)}</p>\n<p>${own.text.slice(2)}</p>` : own.text}</td>`;
  };
  const rows = grid.rows.map((row, index) => `<tr class="${index % 2 === 0 ? 'odd' : 'even'}">\n${row.map(cell).join('\n')}\n</tr>`);
  return `<table style="width:100%;">\n<colgroup>\n<col style="width: 7%" />\n</colgroup>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
}

function pipeTable(grid: Grid): string {
  const line = (row: readonly string[]): string => `| ${row.join(' | ')} |`;
  const rows = expand(grid).map((row) => row.map(({ cell, origin }) => (origin ? cell.text : '')));
  return lines([line(Array<string>(grid.width).fill('')), `|${'---|'.repeat(grid.width)}`, ...rows.map(line)]);
}

/** Every label a paragraph, its numbers a table of one row below it. */
export const numbersInOwnTables: Layout = {
  name: 'numbers-in-own-tables',
  render: (model) =>
    printBlocks(model, {
      text: plainText,
      table: (grid) =>
        grid.rows
          .flatMap((row) => {
            const numbers = row.filter((own) => own.role === 'value').map((own) => own.text);
            const rest = row.filter((own) => own.role !== 'value').map((own) => own.text);
            if (numbers.length === 0) return [rest.join(' ')];
            return [...rest, `| ${numbers.join(' | ')} |\n|${'---|'.repeat(numbers.length)}`];
          })
          .join('\n\n'),
      separator: '\n\n',
    }),
};
