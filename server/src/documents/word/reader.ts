// What is kept while the body of a document is read? Where we are (cell, paragraph, run, field), and what was left out.

import type { Lock, NoteKind } from '../document.ts';
import { type Block, type Cell, newParagraph, type Paragraph, type Row, type Table } from './blocks.ts';
import type { Numbering } from './numbering.ts';
import type { RunLook, Styles } from './styles.ts';

/** Which part of a field are we in? Its instruction is no text, its result is; of a table of contents neither. */
interface Field {
  stage: 'instruction' | 'result';
  instruction: string;
  isContents: boolean;
}

interface Run extends RunLook {
  style: string | null;
}

interface Control {
  inProperties: boolean;
  isPlaceholder: boolean;
  isBound: boolean;
  isContents: boolean;
}

/** The story that a text box interrupts. */
interface Story {
  readonly paragraph: Paragraph | null;
  readonly runs: Run[];
  readonly fields: Field[];
  readonly container: Block[];
  readonly box: Block[];
}

const CONTENTS = /^\s*TOC\b/iu;
/** Figures, circled figures and marks; words that are raised are words. */
const NOTE_MARK = /^[\s[\]()（）〔〕［］【】\d０-９①-⑳*＊※†‡#,，、注-]+$/u;

export class BodyReader {
  readonly xml: string;
  readonly body: Block[] = [];
  readonly left = new Map<NoteKind, number>();
  private readonly styles: () => Styles;
  private readonly numbering: () => Numbering;
  private container: Block[] = this.body;
  private readonly containers: Block[][] = [];
  private readonly tables: Table[] = [];
  private readonly rows: Row[] = [];
  private readonly cells: Cell[] = [];
  private readonly stories: Story[] = [];
  private readonly controls: Control[] = [];
  private readonly choices: { taken: boolean }[] = [];
  private runs: Run[] = [];
  private fields: Field[] = [];
  private paragraph: Paragraph | null = null;
  private tableCount = 0;
  /** The last words of this paragraph were left out: those behind them belong to the same place. */
  private leaving: NoteKind | null = null;
  private lastShown = '';
  inWords = false;
  inInstruction = false;
  inParagraphProperties = false;
  inRowProperties = false;
  inCellProperties = false;

  constructor({ xml, styles, numbering }: { readonly xml: string; readonly styles: () => Styles; readonly numbering: () => Numbering }) {
    this.xml = xml;
    this.styles = styles;
    this.numbering = numbering;
  }

  count(kind: NoteKind): void {
    this.left.set(kind, (this.left.get(kind) ?? 0) + 1);
  }

  // Paragraphs and runs

  openParagraph(): void {
    const before = this.container.at(-1);
    this.lastShown = '';
    this.leaving = null;
    if (before?.kind === 'paragraph' && before.goesOn) {
      // What holds for the whole is what the mark at the end says.
      before.goesOn = false;
      before.style = before.numbering = null;
      this.paragraph = before;
    } else {
      this.paragraph = newParagraph();
      this.container.push(this.paragraph);
    }
  }

  closeParagraph(): void {
    const { paragraph } = this;
    this.paragraph = null;
    if (paragraph === null || paragraph.goesOn || this.isInContents()) return;
    const { style } = paragraph;
    const ref = paragraph.numbering ?? (style === null ? null : this.styles().numbering(style));
    if (ref === null || ref.id === '0') return;
    const ofStyle = ref.id === null && style !== null ? this.styles().numbering(style) : null;
    paragraph.label = this.numbering().next({ id: ref.id ?? ofStyle?.id ?? null, level: ref.level ?? ofStyle?.level ?? null }, style);
  }

  setParagraphStyle(style: string | null): void {
    if (this.paragraph !== null && this.inParagraphProperties) this.paragraph.style = style;
  }

  setNumbering(change: { readonly id?: string | null; readonly level?: number }): void {
    if (this.paragraph === null || !this.inParagraphProperties) return;
    this.paragraph.numbering = { ...(this.paragraph.numbering ?? { id: null, level: null }), ...change };
  }

  markDeleted(): void {
    if (this.paragraph !== null) this.paragraph.goesOn = true;
  }

  openRun(): void {
    this.runs.push({ hidden: undefined, struck: undefined, raised: undefined, style: null });
  }

  closeRun(): void {
    this.runs.pop();
  }

  get run(): Run | null {
    return this.inParagraphProperties || this.controls.at(-1)?.inProperties === true ? null : (this.runs.at(-1) ?? null);
  }

  // Words

  words(from: number, to: number): void {
    if (this.inInstruction) {
      const field = this.fields.at(-1);
      if (field !== undefined && field.instruction.length < 64) field.instruction += this.xml.slice(from, Math.min(to, from + 64));
    } else if (this.inWords) this.add(unbroken(this.xml.slice(from, to)), { from, to });
  }

  entity(codePoint: number, from: number, to: number): void {
    if (this.inWords) this.add(unbroken(String.fromCodePoint(codePoint)), { from, to });
  }

  /** A character that the document writes as an element, as a tab. */
  character(text: string): void {
    this.add(text, { from: 0, to: 0, isFixed: true });
  }

  private add(text: string, { from, to, isFixed = false }: { readonly from: number; readonly to: number; readonly isFixed?: boolean }): void {
    const { paragraph } = this;
    if (paragraph === null || text === '') return;
    if (!this.isInResult() || this.isInContents() || this.controls.some(({ isPlaceholder }) => isPlaceholder)) return;
    const left = this.reasonToLeave(text);
    if (left !== null) {
      if (left !== 'mark' && this.leaving !== left && text.trim() !== '') {
        this.count(left);
        this.leaving = left;
      }
      return;
    }
    if (!isFixed) this.leaving = null;
    this.lastShown = text.trimEnd().at(-1) ?? this.lastShown;
    paragraph.pieces.push({ text, from, to, lock: isFixed ? 'between' : this.lock() });
  }

  private reasonToLeave(text: string): 'hidden' | 'struck' | 'mark' | null {
    const run = this.runs.at(-1);
    const paragraphStyle = this.paragraph?.style ?? null;
    if (run === undefined) return null;
    if (run.style === null && paragraphStyle === null && !run.hidden && !run.struck && !run.raised) return null;
    const ofRun = this.styles().look(run.style);
    const ofParagraph = this.styles().look(paragraphStyle);
    // In styles of both kinds it is switched on and off again.
    if (run.hidden ?? (ofRun.hidden === true) !== (ofParagraph.hidden === true)) return 'hidden';
    if (run.struck ?? (ofRun.struck === true) !== (ofParagraph.struck === true)) return 'struck';
    // A raised figure behind a word or a number is the mark of a note; behind a letter it is a power: km².
    const raised = run.raised ?? ofRun.raised ?? false;
    return raised && NOTE_MARK.test(text) && this.lastShown !== '' && !/[a-z]/iu.test(this.lastShown) ? 'mark' : null;
  }

  private lock(): Lock | null {
    if (this.fields.length > 0) return 'field';
    return this.controls.some(({ isBound }) => isBound) ? 'control' : null;
  }

  // Fields

  fieldCharacter(type: string | null): void {
    const field = this.fields.at(-1);
    if (type === 'begin') this.fields.push({ stage: 'instruction', instruction: '', isContents: false });
    else if (type === 'end') this.fields.pop();
    else if (type === 'separate' && field !== undefined) {
      field.stage = 'result';
      field.isContents = CONTENTS.test(field.instruction);
    }
  }

  openSimpleField(instruction: string | null): void {
    this.fields.push({ stage: 'result', instruction: '', isContents: CONTENTS.test(instruction ?? '') });
  }

  closeSimpleField(): void {
    this.fields.pop();
  }

  get openFields(): number {
    return this.fields.length;
  }

  private isInResult(): boolean {
    return this.fields.every(({ stage }) => stage === 'result');
  }

  private isInContents(): boolean {
    return this.fields.some(({ isContents }) => isContents) || this.controls.some(({ isContents }) => isContents);
  }

  // Content controls

  openControl(): void {
    this.controls.push({ inProperties: false, isPlaceholder: false, isBound: false, isContents: false });
  }

  closeControl(): void {
    this.controls.pop();
  }

  setControl(change: Partial<Control>): void {
    const control = this.controls.at(-1);
    if (control !== undefined && (control.inProperties || change.inProperties !== undefined)) Object.assign(control, change);
  }

  // Tables

  openTable(): void {
    this.tableCount++;
    const table: Table = { kind: 'table', number: this.tableCount, rows: [] };
    this.container.push(table);
    this.tables.push(table);
    this.paragraph = null;
  }

  closeTable(): void {
    this.tables.pop();
  }

  openRow(): void {
    const row: Row = { cells: [], isGone: false };
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

  openCell(): void {
    const cell: Cell = { blocks: [], continues: null, isGone: false };
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

  setCell(change: Partial<Cell>): void {
    const cell = this.cells.at(-1);
    if (cell !== undefined && this.inCellProperties) Object.assign(cell, change);
  }

  // Text boxes

  openBox(): void {
    const box: Block[] = [];
    this.stories.push({ paragraph: this.paragraph, runs: this.runs, fields: this.fields, container: this.container, box });
    this.runs = [];
    this.fields = [];
    this.paragraph = null;
    this.container = box;
  }

  /** A box stands where its anchor does; one with a table, behind the words of that paragraph, which may be its heading. */
  closeBox(): void {
    const story = this.stories.pop();
    if (story === undefined) return;
    const { paragraph, runs, fields, container, box } = story;
    this.runs = runs;
    this.fields = fields;
    this.container = container;
    this.paragraph = paragraph;
    const isBefore = paragraph !== null && textIsEmpty(paragraph) && !box.some(({ kind }) => kind === 'table');
    const at = isBefore ? container.lastIndexOf(paragraph) : -1;
    if (at < 0) container.push(...box);
    else container.splice(at, 0, ...box);
  }

  // What is there twice, for programs of two ages

  openChoices(): void {
    this.choices.push({ taken: false });
  }

  closeChoices(): void {
    this.choices.pop();
  }

  /** Whether this is the first of the ways to say the same. */
  takeChoice(): boolean {
    const choices = this.choices.at(-1);
    if (choices === undefined) return true;
    const isFirst = !choices.taken;
    choices.taken = true;
    return isFirst;
  }
}

function textIsEmpty({ pieces }: Paragraph): boolean {
  return pieces.every(({ text }) => text.trim() === '');
}

/** Line breaks and tabs of the file are blanks to Word; to us they would end lines and cells. */
function unbroken(text: string): string {
  return /[\t\n\r]/u.test(text) ? text.replaceAll(/[\t\n\r]/gu, ' ') : text;
}
