// Tables as lists: comma-separated values with and without quotation marks, semicolons and 、 between the cells, and rows in
// which each figure stands behind the name of its column.

import { expand, type Grid, type GridCell } from '../grid.ts';
import { type Layout, lines, plainText, printBlocks } from './layout.ts';

function layout(name: string, table: (grid: Grid) => string, traits: Pick<Layout, 'emptyCells' | 'commas'> = {}): Layout {
  return { name, ...traits, render: (model) => printBlocks(model, { text: plainText, table, separator: '\n' }) };
}

const FIGURE = /^[-+]?[0-9.]*$/u;

function rectangle(grid: Grid): readonly (readonly string[])[] {
  return expand(grid).map((row) => row.map(({ cell, origin }) => (origin ? cell.text : '')));
}

export const commas = layout('commas', (grid) => lines(rectangle(grid).map((row) => row.join(','))), { emptyCells: true, commas: true });

/** A spreadsheet quotes what is no number. */
export const quotedCommas = layout(
  'commas-quoted',
  (grid) => lines(rectangle(grid).map((row) => row.map((text) => (FIGURE.test(text) ? text : `"${text.replaceAll('"', '""')}"`)).join(','))),
  { emptyCells: true, commas: true },
);

export const semicolons = layout('semicolons', (grid) => lines(grid.rows.map((row) => row.map(({ text }) => text).join('；'))));

export const enumerationCommas = layout('enumeration-commas', (grid) => lines(grid.rows.map((row) => row.map(({ text }) => text).join('、'))));

export const namedFigures = layout('named-figures', (grid) => named(grid, { before: ' ', behind: '', between: '、' }));

export const namedCounts = layout('named-counts', (grid) => named(grid, { before: '', behind: '件', between: '，' }), { commas: true });

export const namedWithColons = layout('named-with-colons', (grid) => named(grid, { before: '：', behind: '', between: '；' }));

interface Signs {
  readonly before: string;
  readonly behind: string;
  readonly between: string;
}

const APPLICANTS = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
const RESULTS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const BLOCKS = ['行政复议', '行政诉讼（未经复议直接起诉）', '行政诉讼（复议后起诉）'];

/** `一、本年新收政府信息公开申请数量：自然人 12、商业企业 0、…` */
function named({ id, rows }: Grid, signs: Signs): string {
  if (id === 'disputes') {
    const values = valuesOf(rows.at(-1) ?? []);
    return lines(BLOCKS.map((block, index) => listed(block, RESULTS, values.slice(index * RESULTS.length, (index + 1) * RESULTS.length), signs)));
  }
  let headers: readonly string[] = APPLICANTS;
  const printed: string[] = [];
  for (const row of rows) {
    const label = row.find(({ role }) => role === 'label');
    if (row.every(({ role }) => role === 'header') && id === 'proactive') headers = row.slice(1).map(({ text }) => text);
    if (row[0]?.role === 'heading') printed.push(row[0].text);
    printed.push(...row.filter(({ role }) => role === 'group').map(({ text }) => text));
    if (label !== undefined) printed.push(listed(label.text, headers, valuesOf(row), signs));
  }
  return lines(printed);
}

function valuesOf(row: readonly GridCell[]): readonly string[] {
  return row.flatMap(({ role, text }) => (role === 'value' ? [text] : []));
}

function listed(label: string, names: readonly string[], values: readonly string[], { before, behind, between }: Signs): string {
  return `${label}：${values.map((value, index) => `${names[index] ?? ''}${before}${value}${behind}`).join(between)}`;
}
