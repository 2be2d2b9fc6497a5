// Keeps where we are while the body of a document is read (run, field, control), and what was left out.

import type { Lock, NoteKind } from '../document.ts';
import { BlockBuilder, newParagraph } from './blocks.ts';
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
  readonly runs: Run[];
  readonly fields: Field[];
}

const CONTENTS = /^\s*TOC\b/iu;
/** Figures, circled figures and marks; words that are raised are words. */
const NOTE_MARK = /^[\s[\]()（）〔〕［］【】\d０-９①-⑳*＊※†‡#,，、注-]+$/u;

export class BodyReader {
  readonly xml: string;
  readonly blocks = new BlockBuilder();
  readonly left = new Map<NoteKind, number>();
  private readonly styles: () => Styles;
  private readonly numbering: () => Numbering;
  private readonly stories: Story[] = [];
  private readonly controls: Control[] = [];
  private readonly choices: { taken: boolean }[] = [];
  private runs: Run[] = [];
  private fields: Field[] = [];
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

  openParagraph(at: number): void {
    const { blocks } = this;
    const before = blocks.container.at(-1);
    this.lastShown = '';
    this.leaving = null;
    if (before?.kind === 'paragraph' && before.goesOn) {
      // What holds for the whole is what the mark at the end says.
      before.goesOn = false;
      before.style = before.numbering = null;
      blocks.paragraph = before;
    } else {
      blocks.paragraph = newParagraph(at);
      blocks.container.push(blocks.paragraph);
    }
  }

  closeParagraph(): void {
    const { paragraph } = this.blocks;
    this.blocks.paragraph = null;
    if (paragraph === null || paragraph.goesOn || this.isInContents()) return;
    const { style } = paragraph;
    const ref = paragraph.numbering ?? (style === null ? null : this.styles().numbering(style));
    if (ref === null || ref.id === '0') return;
    const ofStyle = ref.id === null && style !== null ? this.styles().numbering(style) : null;
    paragraph.label = this.numbering().next({ id: ref.id ?? ofStyle?.id ?? null, level: ref.level ?? ofStyle?.level ?? null }, style);
  }

  setParagraphStyle(style: string | null): void {
    const { paragraph } = this.blocks;
    if (paragraph !== null && this.inParagraphProperties) paragraph.style = style;
  }

  setNumbering(change: { readonly id?: string | null; readonly level?: number }): void {
    const { paragraph } = this.blocks;
    if (paragraph === null || !this.inParagraphProperties) return;
    paragraph.numbering = { ...(paragraph.numbering ?? { id: null, level: null }), ...change };
  }

  markDeleted(): void {
    const { paragraph } = this.blocks;
    if (paragraph !== null) paragraph.goesOn = true;
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
  character(text: string, { at, behind }: { readonly at: number; readonly behind: number }): void {
    this.add(text, { from: at, to: behind, isFixed: true });
  }

  private add(text: string, { from, to, isFixed = false }: { readonly from: number; readonly to: number; readonly isFixed?: boolean }): void {
    const { paragraph } = this.blocks;
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
    paragraph.pieces.push({ text, from, to, lock: this.lock() ?? (isFixed ? 'between' : null) });
  }

  private reasonToLeave(text: string): 'hidden' | 'struck' | 'mark' | null {
    const run = this.runs.at(-1);
    const paragraphStyle = this.blocks.paragraph?.style ?? null;
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

  // Text boxes

  openBox(): void {
    this.stories.push({ runs: this.runs, fields: this.fields });
    this.runs = [];
    this.fields = [];
    this.blocks.openBox();
  }

  closeBox(): void {
    const story = this.stories.pop();
    if (story === undefined) return;
    this.runs = story.runs;
    this.fields = story.fields;
    this.blocks.closeBox();
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

/** Line breaks and tabs of the file are blanks to Word; to us they would end lines and cells. */
function unbroken(text: string): string {
  return /[\t\n\r]/u.test(text) ? text.replaceAll(/[\t\n\r]/gu, ' ') : text;
}
