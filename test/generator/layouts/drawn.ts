// Tables drawn with lines: box-drawing characters, and the dashes of a plain-text converter.

import { displayWidth } from '../../../server/src/text/width.ts';
import { expand, type Grid } from '../grid.ts';
import { padEnd, wrap } from './columns.ts';
import { type Layout, lines, plainText, printBlocks } from './layout.ts';

function rectangle(grid: Grid): readonly (readonly string[])[] {
  return expand(grid).map((row) => row.map(({ cell, origin }) => (origin ? cell.text : '')));
}

function columnWidths(grid: Grid, rows: readonly (readonly string[])[]): readonly number[] {
  return Array.from({ length: grid.width }, (_, column) => Math.max(2, ...rows.map((row) => displayWidth(row[column] ?? ''))));
}

export const boxDrawing: Layout = {
  name: 'box-drawing',
  emptyCells: true,
  render: (model) =>
    printBlocks(model, {
      text: plainText,
      table: (grid) => {
        const rows = rectangle(grid);
        const widths = columnWidths(grid, rows);
        const rule = (left: string, middle: string, right: string): string => left + widths.map((width) => '─'.repeat(width + 2)).join(middle) + right;
        const body = rows.map((row) => `│ ${widths.map((width, column) => padEnd(row[column] ?? '', width)).join(' │ ')} │`);
        return [rule('┌', '┬', '┐'), body.join(`\n${rule('├', '┼', '┤')}\n`), rule('└', '┴', '┘')].join('\n');
      },
      separator: '\n\n',
    }),
};

/** Dashes above and below, two blanks of margin; narrow header cells wrapped, rows close together or apart. */
export const dashedColumns: Layout = {
  name: 'dashed-columns',
  render: (model, rng) => {
    const gap = rng.pick(['\n', '\n\n']);
    const narrow = rng.chance(0.5);
    return printBlocks(model, {
      text: plainText,
      table: (grid) => {
        const rows = rectangle(grid).map((row) => row.map((text) => (narrow && /^\p{Script=Han}{4}$/u.test(text) ? wrap(text, 4) : [text])));
        const widths = columnWidths(
          grid,
          rows.map((row) => row.map(widest)),
        );
        const rule = `  ${widths.map((width) => '-'.repeat(width)).join(' ')}`;
        const body = rows.map((row) => {
          const height = Math.max(1, ...row.map((cell) => cell.length));
          return lines(Array.from({ length: height }, (_, line) => `  ${widths.map((width, column) => padEnd(row[column]?.[line] ?? '', width)).join(' ')}`));
        });
        return lines([rule, body.join(gap), rule]);
      },
      separator: '\n\n',
    });
  },
};

function widest(cell: readonly string[]): string {
  return cell.reduce((best, line) => (displayWidth(line) > displayWidth(best) ? line : best), '');
}
