// Makes one text of paragraphs and tables: a line a paragraph, a line a table row with tabs between its cells; with the place of each.

import { MAX_STACKED_ROWS } from '../limits.ts';
import { type Block, type Cell, type Paragraph, type Row, type Table, textOf } from './blocks.ts';
import type { Span } from '../../text/span.ts';
import { type MapBuilder, newMapBuilder } from './map.ts';

export interface Rendered {
  readonly text: string;
  readonly map: MapBuilder;
  /** Table rows that hold several of ours, one above the other. */
  readonly split: number;
  readonly unclear: number;
}

/** A line of the text, without its break: a paragraph, or a table row with a field for each cell. */
export type Unit = ParagraphUnit | RowUnit;

interface ParagraphUnit extends Span {
  readonly kind: 'paragraph';
  readonly fields: readonly [UnitField];
}

export interface RowUnit extends Span {
  readonly kind: 'row';
  readonly fields: readonly UnitField[];
  readonly table: Table;
  readonly row: Row;
  /** One of several that stand one above the other in a row of the table. */
  readonly isStacked: boolean;
}

export interface UnitField extends Span {
  /** Null outside tables. */
  readonly cell: Cell | null;
  readonly paragraphs: readonly (Span & { readonly paragraph: Paragraph })[];
}

/** Each line with where its words come from: whoever changes the document asks for it. */
export function unitsOf(body: readonly Block[]): readonly Unit[] {
  const units: Unit[] = [];
  new Renderer(units).blocks(body);
  return units;
}

export function render(body: readonly Block[]): Rendered {
  const renderer = new Renderer(null);
  renderer.blocks(body);
  return { text: renderer.out.join(''), map: renderer.map, split: renderer.split, unclear: renderer.unclear };
}

interface CellPlace {
  readonly table: number;
  readonly row: number;
}

class Renderer {
  readonly out: string[] = [];
  readonly map = newMapBuilder();
  split = 0;
  unclear = 0;
  private at = 0;
  private readonly units: Unit[] | null;

  constructor(units: Unit[] | null) {
    this.units = units;
  }

  /** The depth of the document bounds how often this calls itself. */
  blocks(blocks: readonly Block[]): void {
    for (const block of blocks) {
      if (block.kind === 'table') this.table(block);
      else this.line(block);
    }
  }

  private line(paragraph: Paragraph): void {
    if (!isBlank(paragraph)) this.map.paragraph(this.at);
    const start = this.at;
    this.words(paragraph, 'line');
    const span = { start, end: this.at };
    this.units?.push({ kind: 'paragraph', ...span, fields: [{ ...span, cell: null, paragraphs: [{ ...span, paragraph }] }] });
    this.put('\n');
  }

  private table(table: Table): void {
    for (const [index, row] of table.rows.entries()) {
      if (row.isGone) continue;
      const place = { table: table.number, row: index + 1 };
      const lines = linesOfRow(row);
      if (lines.kind === 'layout') {
        for (const { cell, blocks } of lines.cells) {
          this.map.cell(this.at, { ...place, cell });
          this.blocks(blocks.filter((block) => block.kind === 'table' || !isBlank(block)));
        }
        continue;
      }
      if (lines.stacked === 'split') this.split++;
      if (lines.stacked === 'unclear') this.unclear++;
      for (const fields of lines.lines) this.fields(fields, { place, table, row, isStacked: lines.stacked !== null });
    }
    if (shownRows(table).length > 0) this.map.outside(this.at);
  }

  private fields(fields: readonly Field[], { place, ...unit }: Pick<RowUnit, 'table' | 'row' | 'isStacked'> & { readonly place: CellPlace }): void {
    const start = this.at;
    const known: UnitField[] = [];
    for (const [index, { cell, paragraphs }] of fields.entries()) {
      if (index > 0) this.put('\t');
      this.map.cell(this.at, { ...place, cell });
      const from = this.at;
      const spans: (Span & { readonly paragraph: Paragraph })[] = [];
      let isFirst = true;
      for (const paragraph of paragraphs) {
        if (paragraphs.length > 1 && isBlank(paragraph)) continue;
        // Paragraphs of a cell are apart: two numbers must not become one.
        if (!isFirst) this.put(' ');
        isFirst = false;
        const begin = this.at;
        this.words(paragraph, 'field');
        // Whoever only reads needs none of this.
        if (this.units !== null) spans.push({ start: begin, end: this.at, paragraph });
      }
      if (this.units === null) continue;
      const blank = isFirst ? emptiest(paragraphs).map((paragraph) => ({ start: from, end: from, paragraph })) : [];
      known.push({ start: from, end: this.at, cell: unit.row.cells[cell - 1] ?? null, paragraphs: [...spans, ...blank] });
    }
    this.units?.push({ kind: 'row', start, end: this.at, fields: known, ...unit });
    this.put('\n');
  }

  private words(paragraph: Paragraph, where: 'line' | 'field'): void {
    const { label, pieces } = paragraph;
    if (label !== '') {
      this.map.piece(this.at, label.length, { from: 0, to: 0, lock: 'numbering' });
      this.put(label);
    }
    for (const { text, from, to, lock } of pieces) {
      // Words of the file have none of these: they stand for an element.
      const shown = where === 'field' && (text === '\t' || text === '\n') ? ' ' : text;
      this.map.piece(this.at, shown.length, { from, to, lock });
      this.put(shown);
    }
  }

  private put(text: string): void {
    this.out.push(text);
    this.at += text.length;
  }
}

/** One cell, as the line shows it. `cell` is counted from 1, with cells that belong to the one above. */
interface Field {
  readonly cell: number;
  readonly paragraphs: readonly Paragraph[];
}

type RowLines =
  | { readonly kind: 'fields'; readonly lines: readonly (readonly Field[])[]; readonly stacked: 'split' | 'unclear' | null }
  /** Tables stand in its cells: they are a page's layout, and each cell has lines of its own. */
  | { readonly kind: 'layout'; readonly cells: readonly { readonly cell: number; readonly blocks: readonly Block[] }[] };

function linesOfRow({ cells }: Row): RowLines {
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

function shownRows({ rows }: Table): readonly Row[] {
  return rows.filter(({ isGone }) => !isGone);
}

function isBlank(paragraph: Paragraph): boolean {
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

/** Of the paragraphs of an empty cell the one to write into. */
function emptiest(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const empty = paragraphs.find((paragraph) => textOf(paragraph) === '') ?? paragraphs[0];
  return empty === undefined ? [] : [empty];
}
