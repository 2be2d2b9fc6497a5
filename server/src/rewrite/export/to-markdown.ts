// A printed report as Markdown: headings by level, tables with bars, merged cells at their first place.

import type { PrintedBlock, PrintedCell, PrintedDocument, PrintedParagraph, PrintedTable } from '../../documents/printed.ts';

const MARKS: Readonly<Record<PrintedParagraph['role'], string>> = {
  title: '# ',
  heading: '## ',
  'sub-heading': '### ',
  salutation: '',
  body: '',
  signature: '',
};

/** Ends in a line break. Signs that Markdown takes for its own are escaped, so that the text reads as it did. */
export function markdown({ blocks }: Pick<PrintedDocument, 'blocks'>): string {
  return `${blocks.map(blockLines).join('\n\n')}\n`;
}

function blockLines(block: PrintedBlock): string {
  if (block.kind === 'paragraph') {
    const text = escapeMarkdown(block.text.replaceAll('\n', ''));
    return MARKS[block.role] === '' ? escapeStart(text) : MARKS[block.role] + text;
  }
  return blocksOf(block).map(tableLines).join('\n\n');
}

function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>]/gu, String.raw`\$&`);
}

/** A mark at the beginning of a paragraph would make it a list, a heading or a table. */
function escapeStart(text: string): string {
  return text.replace(/^(?:[-+#|]|[0-9]{1,9}[.)](?=\s|$))/u, (mark) => mark.replace(/.$/u, String.raw`\$&`));
}

/** Markdown merges nothing: where a row has one cell for all columns, a table of its own begins. */
function blocksOf({ grid, rows }: PrintedTable): readonly PrintedTable['rows'][] {
  const starts = rows.flatMap((cells, index) => (cells.length === 1 && cells[0]?.columns === grid.length ? [index] : []));
  const bounds = [...new Set([0, ...starts, rows.length])];
  return bounds.slice(0, -1).map((start, index) => rows.slice(start, bounds[index + 1]));
}

function tableLines(rows: readonly (readonly PrintedCell[])[]): string {
  const flat = flatRows(rows);
  const lines = flat.map((cells) => `| ${cells.map((text) => escapeMarkdown(text).replaceAll('|', String.raw`\|`)).join(' | ')} |`);
  const [head = '', ...rest] = lines;
  return [head, `|${' --- |'.repeat(flat[0]?.length ?? 0)}`, ...rest].join('\n');
}

/** Every row of one width; of a merged cell all but its first place are empty, and columns that begin nowhere are left out. */
function flatRows(rows: readonly (readonly PrintedCell[])[]): readonly (readonly string[])[] {
  const width = Math.max(...rows.map((cells) => cells.reduce((sum, { columns }) => sum + columns, 0)));
  const taken = rows.map(() => Array.from({ length: width }, () => false));
  const begins = new Set<number>();
  const flat = rows.map((cells, at) => {
    const texts = Array.from({ length: width }, () => '');
    let column = 0;
    for (const { text, columns, rows: height } of cells) {
      while (column < width && taken[at]?.[column] === true) column++;
      texts[column] = text;
      begins.add(column);
      for (const row of taken.slice(at, at + height)) row.fill(true, column, column + columns);
      column += columns;
    }
    return texts;
  });
  return flat.map((texts) => texts.filter((_, column) => begins.has(column)));
}
