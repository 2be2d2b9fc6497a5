// How does a table row become lines of fields? Word's cells hold paragraphs and whole tables; the engine reads one line a row, one field a cell.

import { MAX_STACKED_ROWS } from '../limits.ts';
import { type Block, type Cell, type Paragraph, type Row, type Table, textOf } from './blocks.ts';

/** One cell, as the line shows it. `cell` is counted from 1, with cells that belong to the one above. */
export interface Field {
  readonly cell: number;
  readonly paragraphs: readonly Paragraph[];
}

export type RowLines =
  | { readonly kind: 'fields'; readonly lines: readonly (readonly Field[])[]; readonly stacked: 'split' | 'unclear' | null }
  /** Tables stand in its cells: they are a page's layout, and each cell has lines of its own. */
  | { readonly kind: 'layout'; readonly cells: readonly { readonly cell: number; readonly blocks: readonly Block[] }[] };

export function linesOfRow({ cells }: Row): RowLines {
  const shown = cells.map((cell, index) => ({ cell: index + 1, content: cell })).filter(({ content }) => content.continues !== 'across' && !content.isGone);
  if (shown.some(({ content }) => isPage(content))) {
    return { kind: 'layout', cells: shown.map(({ cell, content }) => ({ cell, blocks: blocksOf(content) })) };
  }
  const fields = shown.flatMap(({ cell, content }) => fieldsOf(content).map((paragraphs) => ({ cell, paragraphs })));
  const stacked = unstack(fields);
  if (stacked === null) return { kind: 'fields', lines: [fields], stacked: null };
  return stacked === 'unclear' ? { kind: 'fields', lines: [fields], stacked } : { kind: 'fields', lines: stacked, stacked: 'split' };
}

/** Word shows nothing of what was left in a cell that belongs to the one above. */
function blocksOf({ blocks, continues }: Cell): readonly Block[] {
  return continues === 'down' ? [] : blocks;
}

/** A table with rows and columns of its own; one line or one column of values is still a cell or some of them. */
function isPage(cell: Cell): boolean {
  const blocks = blocksOf(cell);
  if (blocks.every(({ kind }) => kind === 'paragraph')) return false;
  const tables = blocks.filter((block) => block.kind === 'table');
  const [only] = tables;
  if (tables.length > 1 || only === undefined) return true;
  const rows = shownRows(only);
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  if (rows.some(({ cells }) => cells.some((each) => each.blocks.some(({ kind }) => kind === 'table')))) return true;
  const hasWords = blocks.some((block) => block.kind === 'paragraph' && !isBlank(block));
  return (rows.length > 1 && width > 1) || (hasWords && (rows.length > 1 || width > 1));
}

function fieldsOf(cell: Cell): readonly (readonly Paragraph[])[] {
  const blocks = blocksOf(cell);
  const nested = blocks.find((block) => block.kind === 'table');
  const own = blocks.filter((block) => block.kind === 'paragraph');
  if (nested === undefined) return [own];
  const rows = shownRows(nested);
  const [first] = rows;
  const within = (each: Cell) => blocksOf(each).filter((block) => block.kind === 'paragraph');
  if (rows.length === 1 && first !== undefined && first.cells.length > 1)
    return first.cells.filter(({ continues, isGone }) => continues !== 'across' && !isGone).map(within);
  // In the order in which they stand.
  return [blocks.flatMap((block) => (block.kind === 'paragraph' ? (isBlank(block) ? [] : [block]) : rows.flatMap(({ cells }) => cells.flatMap(within))))];
}

export function shownRows({ rows }: Table): readonly Row[] {
  return rows.filter(({ isGone }) => !isGone);
}

export function isBlank(paragraph: Paragraph): boolean {
  return textOf(paragraph).trim() === '';
}

const NUMBER = /^[\s\d０-９.．,，+\-－—–/]+$/u;

function isNumber(paragraph: Paragraph): boolean {
  return NUMBER.test(textOf(paragraph));
}

/**
 * Rows that stand one above the other in one row of the table, a paragraph each: taken apart where every column has as
 * many paragraphs, and so have the labels. Null where there are none.
 */
function unstack(fields: readonly Field[]): readonly (readonly Field[])[] | 'unclear' | null {
  const ofNumbers = fields.filter(({ paragraphs }) => {
    // Nearly every cell has one.
    if (paragraphs.length < 2) return false;
    const filled = paragraphs.filter((paragraph) => !isBlank(paragraph));
    return filled.length > 1 && filled.every(isNumber);
  });
  if (ofNumbers.length < 2) return null;
  const trimmed = fields.map(({ cell, paragraphs }) => ({ cell, paragraphs: trimBlank(paragraphs) }));
  const height = Math.max(...ofNumbers.map(({ cell }) => trimmed.find((field) => field.cell === cell)?.paragraphs.length ?? 0));
  const first = trimmed.findIndex(({ cell }) => cell === ofNumbers[0]?.cell);
  const labels = trimmed.slice(0, first);
  const values = trimmed.slice(first);
  const isEven = values.every(({ paragraphs }) => paragraphs.length === height && paragraphs.every((paragraph) => isNumber(paragraph) && !isBlank(paragraph)));
  const label = labels.at(-1);
  if (!isEven || height > MAX_STACKED_ROWS || label?.paragraphs.length !== height || label.paragraphs.some(isBlank)) return 'unclear';
  // A group's label stands once, on its first line.
  const line = (index: number) =>
    trimmed.map(({ cell, paragraphs }) => {
      const paragraph = paragraphs[index];
      const isWhole = paragraphs.length !== height;
      return { cell, paragraphs: isWhole ? (index === 0 ? paragraphs : []) : paragraph === undefined ? [] : [paragraph] };
    });
  return Array.from({ length: height }, (_, index) => line(index));
}

function trimBlank(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const first = paragraphs.findIndex((paragraph) => !isBlank(paragraph));
  const last = paragraphs.findLastIndex((paragraph) => !isBlank(paragraph));
  return first < 0 ? [] : paragraphs.slice(first, last + 1);
}
