// Values torn from their labels, as some extractors leave a table: nobody may guess whose they are.

import type { Grid, GridCell } from '../grid.ts';
import type { Rng } from '../rng.ts';
import { type Layout, plainText, printBlocks } from './layout.ts';

function layout(name: string, table: (grid: Grid, rng: Rng) => readonly string[], separator: string): Layout {
  return {
    name,
    torn: true,
    render: (model, rng) => printBlocks(model, { text: plainText, table: (grid) => table(grid, rng).join(separator), separator }),
  };
}

function labels(grid: Grid): readonly string[] {
  return grid.rows.flatMap((row) => row.filter((own) => own.role !== 'value').map((own) => own.text));
}

function values(row: readonly GridCell[]): readonly string[] {
  return row.filter((own) => own.role === 'value').map((own) => own.text);
}

/** All labels, then the columns of numbers one below the other. */
export const tornColumns = layout(
  'torn-columns',
  (grid) => {
    const rows = grid.rows.map(values).filter((row) => row.length > 0);
    const width = Math.max(...rows.map((row) => row.length));
    const columns = Array.from({ length: width }, (_, column) => rows.flatMap((row) => row.slice(column, column + 1)));
    return [...labels(grid), ...columns.flat()];
  },
  '\n\n',
);

/** An extractor that drops every line it has printed before: most zeros and repeated words are gone. */
export const tornRepeats: Layout = {
  name: 'torn-repeats',
  torn: true,
  render: (model) => {
    const text = printBlocks(model, {
      text: plainText,
      table: (grid) => grid.rows.flatMap((row) => row.map((own) => own.text)).join('\n'),
      separator: '\n',
    });
    return `${[...new Set(text.split('\n'))].join('\n')}\n`;
  },
};
