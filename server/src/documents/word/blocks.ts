// Paragraphs and tables of a document, in order, before they are a text; with the place of each word in its part. `at` is where an element begins there.

import type { Lock } from '../document.ts';

export type Block = Paragraph | Table;

export interface Piece {
  readonly text: string;
  /** Offsets into the part; as long as `text`, unless a character is written as an entity. */
  readonly from: number;
  readonly to: number;
  readonly lock: Lock | null;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly at: number;
  readonly pieces: Piece[];
  /** What automatic numbering puts before it. */
  label: string;
  style: string | null;
  numbering: NumberingRef | null;
  /** Its mark is deleted as a revision: it goes on in the next one. */
  goesOn: boolean;
}

export interface NumberingRef {
  readonly id: string | null;
  readonly level: number | null;
}

export interface Table {
  readonly kind: 'table';
  readonly at: number;
  /** Counted from 1 through the document. */
  readonly number: number;
  readonly rows: Row[];
}

export interface Row {
  readonly at: number;
  readonly cells: Cell[];
  /** Deleted as a revision, or hidden. */
  isGone: boolean;
}

export interface Cell {
  readonly at: number;
  readonly blocks: Block[];
  /** `across`: belongs to the cell before it. `down`: to the cell above; what was left in it is not shown. */
  continues: 'across' | 'down' | null;
  isGone: boolean;
}

export function newParagraph(at: number): Paragraph {
  return { kind: 'paragraph', at, pieces: [], label: '', style: null, numbering: null, goesOn: false };
}

export function textOf({ label, pieces }: Paragraph): string {
  return pieces.length === 1 && label === '' ? (pieces[0]?.text ?? '') : label + pieces.map(({ text }) => text).join('');
}

/** The story that a text box interrupts. */
interface Interrupted {
  readonly paragraph: Paragraph | null;
  readonly container: Block[];
  readonly box: Block[];
}

/** Where the next block goes: into the body, a cell, a text box. */
export class BlockBuilder {
  readonly body: Block[] = [];
  container: Block[] = this.body;
  paragraph: Paragraph | null = null;
  private readonly containers: Block[][] = [];
  private readonly tables: Table[] = [];
  private readonly rows: Row[] = [];
  private readonly cells: Cell[] = [];
  private readonly interrupted: Interrupted[] = [];
  private tableCount = 0;

  openTable(at: number): void {
    this.tableCount++;
    const table: Table = { kind: 'table', at, number: this.tableCount, rows: [] };
    this.container.push(table);
    this.tables.push(table);
    this.paragraph = null;
  }

  closeTable(): void {
    this.tables.pop();
  }

  openRow(at: number): void {
    const row: Row = { at, cells: [], isGone: false };
    this.tables.at(-1)?.rows.push(row);
    this.rows.push(row);
  }

  closeRow(): void {
    this.rows.pop();
  }

  dropRow(): void {
    const row = this.rows.at(-1);
    if (row !== undefined) row.isGone = true;
  }

  openCell(at: number): void {
    const cell: Cell = { at, blocks: [], continues: null, isGone: false };
    this.rows.at(-1)?.cells.push(cell);
    this.cells.push(cell);
    this.containers.push(this.container);
    this.container = cell.blocks;
  }

  closeCell(): void {
    this.cells.pop();
    this.container = this.containers.pop() ?? this.body;
    this.paragraph = null;
  }

  setCell(change: Partial<Pick<Cell, 'continues' | 'isGone'>>): void {
    const cell = this.cells.at(-1);
    if (cell !== undefined) Object.assign(cell, change);
  }

  openBox(): void {
    const box: Block[] = [];
    this.interrupted.push({ paragraph: this.paragraph, container: this.container, box });
    this.paragraph = null;
    this.container = box;
  }

  /** A box stands where its anchor does; one with a table, behind the words of that paragraph, which may be its heading. */
  closeBox(): void {
    const story = this.interrupted.pop();
    if (story === undefined) return;
    const { paragraph, container, box } = story;
    this.container = container;
    this.paragraph = paragraph;
    const isBefore = paragraph !== null && isWithoutWords(paragraph) && !box.some(({ kind }) => kind === 'table');
    const at = isBefore ? container.lastIndexOf(paragraph) : -1;
    if (at < 0) container.push(...box);
    else container.splice(at, 0, ...box);
  }
}

function isWithoutWords({ pieces }: Paragraph): boolean {
  return pieces.every(({ text }) => text.trim() === '');
}
