// Tab-separated tables in four flavours: as a browser copies them, as the full rectangle, with every merged cell
// repeated, and as the rectangle after an editor lost the row spans.

import { expand, type Grid, type GridCell } from '../grid.ts';
import type { Rng } from '../rng.ts';
import { type Layout, lines, plainText, printBlocks } from './layout.ts';

function layout(name: string, table: (grid: Grid, rng: Rng) => string): Layout {
  return {
    name,
    emptyCells: true,
    render: (model, rng) => printBlocks(model, { text: plainText, table: (grid) => `${table(grid, rng)}\n`, separator: '\n' }),
  };
}

export const browserTabs = layout('tabs-browser', (grid) => lines(grid.rows.map((row) => row.map((own) => own.text).join('\t'))));

export const gridTabs = layout('tabs-grid', (grid) => lines(expand(grid).map((row) => row.map(({ cell, origin }) => (origin ? cell.text : '')).join('\t'))));

export const repeatedTabs = layout('tabs-repeated', (grid) => lines(expand(grid).map((row) => row.map(({ cell }) => cell.text).join('\t'))));

export const lostSpanTabs = layout('tabs-lost-spans', (grid, rng) =>
  lines(grid.id === 'applications' ? shiftedRows(grid, rng) : expand(grid).map((row) => joinOrigins(row))),
);

function joinOrigins(row: ReturnType<typeof expand>[number]): string {
  return row.map(({ cell, origin }) => (origin ? cell.text : '')).join('\t');
}

const WIDTH = 10;

/** Rows whose row spans broke off begin further left; the missing columns come as trailing tabs. */
function shiftedRows(grid: Grid, rng: Rng): readonly string[] {
  const header = ['申请人情况\t\t\t\t\t\t总计\t', '\t自然人\t法人或其他组织\t\t\t\t\t\t', '\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t\t'];
  const corner = grid.rows[0]?.[0]?.text ?? '';
  const broken = rng.int(4, grid.rows.length - 3);
  const body = grid.rows.slice(3).map((row, index) => {
    const texts = row.map((own) => own.text);
    const lead = index >= broken ? 0 : leadingBlanks(row);
    return [...Array<string>(lead).fill(''), ...withLabelPadding(row, texts, index >= broken)].join('\t').padEnd(0);
  });
  return [`${corner}\t\t${header[0]}`, `\t${header[1]}`, `\t${header[2]}`, ...body.map(padTabs)];
}

function leadingBlanks(row: readonly GridCell[]): number {
  if (row.some((own) => own.role === 'group') && row[0]?.text.startsWith('三、') === true) return 0;
  const label = row.find((own) => own.role === 'label');
  if (label === undefined || label.colSpan === 3) return 0;
  return row.some((own) => own.role === 'group') || label.colSpan === 2 ? 1 : 2;
}

function withLabelPadding(row: readonly GridCell[], texts: readonly string[], broken: boolean): readonly string[] {
  const labels = row.filter((own) => own.role !== 'value').length;
  const wide = row.find((own) => own.role === 'label')?.colSpan === 3;
  const padding = wide || (broken && labels === 1 && row[0]?.text.startsWith('（') === false) ? [''] : [];
  return [...texts.slice(0, labels), ...padding, ...texts.slice(labels)];
}

function padTabs(line: string): string {
  const missing = WIDTH - line.split('\t').length;
  return line + '\t'.repeat(Math.max(0, missing));
}
