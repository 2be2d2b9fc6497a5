// Pipe rows: with and without outer pipes, with merged cells left empty, as Markdown, as twenty small tables.

import { displayWidth } from '../../../server/src/text/width.ts';
import { padEnd } from './columns.ts';
import { expand, type Grid, type GridCell } from '../grid.ts';
import { type Layout, lines, plainText, printBlocks } from './layout.ts';
import type { Rng } from '../rng.ts';

function layout(name: string, table: (grid: Grid, rng: Rng) => string, traits: Pick<Layout, 'emptyCells'> = {}): Layout {
  return {
    name,
    ...traits,
    render: (model, rng) => printBlocks(model, { text: plainText, table: (grid) => table(grid, rng), separator: '\n\n' }),
  };
}

function texts(cells: readonly GridCell[]): readonly string[] {
  return cells.map((own) => own.text);
}

/** Every cell keeps its pipes, also an empty one. */
const COUNTABLE = { emptyCells: true } as const;

export const pipesOuter = layout('pipes-outer', (grid) => lines(grid.rows.map((row) => `| ${texts(row).join(' | ')} |`)), COUNTABLE);

export const pipesBare = layout('pipes-bare', (grid) => lines(grid.rows.map((row) => texts(row).join(' | '))));

export const pipesTrailing = layout('pipes-trailing', (grid) => lines(grid.rows.map((row) => `${texts(row).join(' | ')} |`)), COUNTABLE);

/** Merged columns stay as bare pipes at the row's end. */
export const pipesTrailingDouble = layout('pipes-trailing-double', (grid) =>
  lines(
    grid.rows.map((row) => {
      const rest = row.reduce((sum, own) => sum + own.colSpan - 1, 0);
      return `| ${texts(row).join(' | ')} |${'|'.repeat(rest)} `.trimEnd();
    }),
  ),
);

/** The rectangle with covered places empty, without leading pipe. */
export const pipesEmptyMerged = layout(
  'pipes-empty-merged',
  (grid) => lines(expand(grid).map((row) => `${row.map(({ cell, origin }) => (origin ? cell.text : '')).join(' | ')} |`.replaceAll(/ {2,}/gu, ' '))),
  COUNTABLE,
);

/** Markdown as converters write it: padded columns, an empty header row and a separator row. */
export const pipesMarkdown = layout(
  'pipes-markdown',
  (grid) => {
    const rows = expand(grid).map((row) => row.map(({ cell, origin }) => (origin ? cell.text : '')));
    const widths = Array.from({ length: grid.width }, (_, column) => Math.max(3, ...rows.map((row) => displayWidth(row[column] ?? ''))));
    const padded = (row: readonly string[]): string => `| ${widths.map((width, column) => padEnd(row[column] ?? '', width)).join(' | ')} |`;
    const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
    return lines([padded([]), rule, ...rows.map(padded)]);
  },
  COUNTABLE,
);

/** As a recogniser of scanned pages splits them: each row or group a little table of its own below a heading. */
export const pipesSmallTables: Layout = {
  name: 'pipes-small-tables',
  emptyCells: true,
  render: (model) =>
    printBlocks(model, {
      text: (block) => (block.kind === 'title' ? `# ${block.text}` : block.kind === 'heading' ? `## ${block.text}` : block.text),
      table: smallTables,
      separator: '\n\n',
    }),
};

function markdown(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (row: readonly string[]): string => `| ${row.join(' | ')} |`;
  return lines([line(header), `|${header.map(() => '---').join('|')}|`, ...rows.map(line)]);
}

function smallTables(grid: Grid): string {
  if (grid.id === 'proactive') return proactiveTables(grid);
  if (grid.id === 'disputes') return disputeTables(grid);
  return applicationTables(grid);
}

function proactiveTables(grid: Grid): string {
  const parts: string[] = [];
  for (let index = 0; index < grid.rows.length; index++) {
    if (grid.rows[index]?.[0]?.role !== 'heading') continue;
    const next = grid.rows.findIndex((row, other) => other > index && row[0]?.role === 'heading');
    const [heading = [], header = [], ...body] = grid.rows.slice(index, next === -1 ? undefined : next);
    parts.push(`### ${texts(heading).join('')}`, markdown(texts(header), body.map(texts)));
  }
  return parts.join('\n\n');
}

function disputeTables(grid: Grid): string {
  const names = ['行政复议', '行政诉讼（未经复议直接起诉）', '行政诉讼（复议后起诉）'];
  const header = texts(grid.rows[2]?.slice(0, 5) ?? []);
  const values = texts(grid.rows.at(-1) ?? []);
  return names.map((name, index) => `### ${name}\n\n${markdown(header, [values.slice(index * 5, index * 5 + 5)])}`).join('\n\n');
}

const SMALL_HEADER = ['类别', '数据1', '数据2', '数据3', '数据4', '数据5', '数据6', '总计'];

function applicationTables(grid: Grid): string {
  const parts = [grid.rows[0]?.[0]?.text ?? ''];
  let open: (readonly string[])[] = [];
  const close = (): void => {
    if (open.length > 0) parts.push(markdown(SMALL_HEADER, open));
    open = [];
  };
  for (const row of grid.rows.slice(3)) {
    const groups = row.filter((own) => own.role === 'group').map((own) => own.text);
    const label = row.find((own) => own.role === 'label');
    if (groups.length > 0 || label?.colSpan !== 1) close();
    parts.push(...groups.map((group) => `### ${group}`));
    open.push(texts(row.filter((own) => own.role !== 'group')));
  }
  close();
  return parts.join('\n\n');
}
