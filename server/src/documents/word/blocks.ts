// What is in the body of a document, before it is a text? Paragraphs and tables, in order, with the place of each word in its part.

import type { Lock } from '../document.ts';

export type Block = Paragraph | Table;

interface Piece {
  readonly text: string;
  /** Offsets into the part; as long as `text`, unless a character is written as an entity. */
  readonly from: number;
  readonly to: number;
  readonly lock: Lock | null;
}

export interface Paragraph {
  readonly kind: 'paragraph';
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
  /** Counted from 1 through the document. */
  readonly number: number;
  readonly rows: Row[];
}

export interface Row {
  readonly cells: Cell[];
  /** Deleted as a revision, or hidden. */
  isGone: boolean;
}

export interface Cell {
  readonly blocks: Block[];
  /** `across`: belongs to the cell before it. `down`: to the cell above; what was left in it is not shown. */
  continues: 'across' | 'down' | null;
  isGone: boolean;
}

export function newParagraph(): Paragraph {
  return { kind: 'paragraph', pieces: [], label: '', style: null, numbering: null, goesOn: false };
}

export function textOf({ label, pieces }: Paragraph): string {
  return pieces.length === 1 && label === '' ? (pieces[0]?.text ?? '') : label + pieces.map(({ text }) => text).join('');
}
