// Everything on one line: with the digits of neighbouring cells glued together, and with spaces between the cells.

import type { Grid } from '../grid.ts';
import { type Layout, plainText, printBlocks } from './layout.ts';

function joined(grid: Grid, between: string): string {
  return grid.rows.map((row) => row.map((own) => own.text).join(between)).join(between);
}

export const oneLineGlued: Layout = {
  name: 'one-line-glued',
  glued: true,
  oneLine: true,
  render: (model) => printBlocks(model, { text: plainText, table: (grid) => joined(grid, ''), separator: '' }),
};

export const oneLineSpaced: Layout = {
  name: 'one-line-spaced',
  oneLine: true,
  render: (model) => printBlocks(model, { text: plainText, table: (grid) => joined(grid, ' '), separator: ' ' }),
};
