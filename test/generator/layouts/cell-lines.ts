// One cell a line, as paragraphs, crawlers and converters leave it: bare, spaced, centred, and with pipes.

import type { Grid, GridCell } from '../grid.ts';
import type { Rng } from '../rng.ts';
import { type Layout, plainText, printBlocks } from './layout.ts';

function layout(name: string, row: (cells: readonly GridCell[], grid: Grid, rng: Rng) => string, gap = '\n', traits: Pick<Layout, 'emptyCells'> = {}): Layout {
  return {
    name,
    ...traits,
    render: (model, rng) =>
      printBlocks(model, {
        text: plainText,
        table: (grid) => grid.rows.map((cells) => row(cells, grid, rng)).join(gap),
        separator: gap,
      }),
  };
}

function texts(cells: readonly GridCell[]): readonly string[] {
  return cells.map((own) => own.text);
}

/** Cells a span covers in this row: an extractor keeps them as bare pipes. */
function covered(cells: readonly GridCell[]): number {
  return cells.reduce((sum, own) => sum + own.colSpan - 1, 0);
}

/** An empty cell is an empty line, or two. */
export const cellLines = layout('cell-lines', (cells) => texts(cells).join('\n'), '\n', { emptyCells: true });

export const cellLinesBlank = layout('cell-lines-blank', (cells) => texts(cells).join('\n\n'), '\n\n', { emptyCells: true });

/** Word to text: each cell centred in the page, with the row's end as an empty line. */
export const cellLinesCentred = layout('cell-lines-centred', (cells) =>
  [...texts(cells).map((text) => ' '.repeat(Math.max(0, 40 - text.length)) + text), ''].join('\n'),
);

/** Merged columns leave a line of pipes behind; an empty cell is a lone pipe. */
export const cellLinesPipe = layout(
  'cell-lines-pipe',
  (cells) => {
    const rest = covered(cells);
    return [...texts(cells).map((text) => `${text} |`.trimStart()), ...(rest > 0 ? ['|'.repeat(rest)] : [])].join('\n');
  },
  '\n',
  { emptyCells: true },
);

export const cellLinesPipeLine = layout('cell-lines-pipe-line', (cells) =>
  texts(cells)
    .map((text) => `${text}\n|`)
    .join('\n'),
);

export const cellLinesLeadingPipe = layout('cell-lines-leading-pipe', (cells) => {
  const rest = covered(cells);
  const body = texts(cells).map((text) => `\n ${text}  | `);
  return `| ${body.join('')}${'|'.repeat(rest)}`.trimEnd();
});

/** Wrapped header words and labels take two paragraphs: （三） and 不予公开, 商业 and 企业. */
export const cellLinesSplit = layout(
  'cell-lines-split',
  (cells) =>
    cells
      .map((own) => {
        if (own.role === 'group') return own.text.replace(/^（(.)）/u, '（$1）\n\n');
        if (own.role === 'header' && own.text.length === 4) return `${own.text.slice(0, 2)}\n\n${own.text.slice(2)}`;
        return own.text;
      })
      .join('\n\n'),
  '\n\n',
);
