// Changes words where they stand: the text of the runs they touch, and nothing else of them.

import type { Span } from '../../text/span.ts';
import type { Paragraph, Piece } from '../word/blocks.ts';
import type { Unit, UnitField } from '../word/render.ts';
import { around, attributeOf, child, contentOf, type Node, nodeAt, within } from './part-tree.ts';
import { escaped, isSwitchedOn, type PartWriter, placeholderOf } from './part-writer.ts';
import { reasonOf, Refused } from './refusal.ts';
import { type PieceEdit, RunWriter } from './run-writer.ts';

interface WordsChange {
  readonly unit: Unit;
  readonly field: UnitField;
  readonly span: Span;
  readonly newText: string;
}

interface Placed extends Span {
  /** Null: automatic numbering. */
  readonly piece: Piece | null;
  readonly paragraph: Paragraph;
}

export class FieldWords {
  private readonly writer: PartWriter;
  private readonly runs: RunWriter;

  constructor(writer: PartWriter) {
    this.writer = writer;
    this.runs = new RunWriter(writer);
  }

  /** Throws `Refused` where the words cannot be changed; nothing of the change is kept then. */
  add({ unit, field, span, newText }: WordsChange): void {
    const placed = piecesOf(field);
    const edits = this.deletions(placed, span);
    if (newText !== '') {
      const first = edits.findIndex(({ isElement }) => !isElement);
      const edit = edits[first];
      if (edit !== undefined) edits[first] = { ...edit, newText };
      else {
        const insertion = this.insertion(placed, span.start, newText);
        if (insertion === null) return this.intoGap({ unit, field, span, newText }, edits);
        edits.push(insertion);
      }
    }
    this.runs.check(edits);
    this.runs.add(edits);
  }

  finish(): void {
    this.runs.finish();
  }

  private deletions(placed: readonly Placed[], span: Span): PieceEdit[] {
    const edits: PieceEdit[] = [];
    let covered = 0;
    for (const { piece, paragraph, start, end } of placed) {
      if (end <= span.start || start >= span.end) continue;
      if (piece === null) throw new Refused('numbering');
      const isElement = this.isElement(piece);
      if (piece.lock !== null && !isElement) throw new Refused(reasonOf(piece.lock));
      if (piece.lock !== null && piece.lock !== 'between') throw new Refused(reasonOf(piece.lock));
      const [from, to] = [Math.max(0, span.start - start), Math.min(end, span.end) - start];
      covered += to - from;
      edits.push({ piece, paragraph, isElement, from, to, newText: '' });
    }
    // Between the paragraphs of a cell stands a blank that is in no run.
    if (covered !== span.end - span.start) throw new Refused('paragraphs');
    return edits;
  }

  /** As Word does: what is typed looks like what stands before it. */
  private insertion(placed: readonly Placed[], offset: number, newText: string): PieceEdit | null {
    const usable = (each: Placed) => each.piece !== null && (each.piece.lock === null || each.piece.lock === 'between');
    const before = placed.findLast(({ end }) => end === offset);
    const behind = placed.find(({ start }) => start === offset);
    const candidates = [before, behind].filter((each) => each !== undefined && usable(each));
    const chosen = candidates.find((each) => each?.piece != null && !this.isElement(each.piece)) ?? candidates[0];
    if (chosen?.piece == null) return null;
    const at = chosen === before ? chosen.end - chosen.start : 0;
    return { piece: chosen.piece, paragraph: chosen.paragraph, isElement: this.isElement(chosen.piece), from: at, to: at, newText };
  }

  /** Where no words stand that could take more: an empty paragraph, or the end of one behind a field. */
  private intoGap({ unit, field, span, newText }: WordsChange, edits: readonly PieceEdit[]): void {
    const at = field.paragraphs.find(({ start, end }) => start <= span.start && span.start <= end);
    if (at === undefined) throw new Refused('merged');
    const node = around(nodeAt(this.writer.root, at.paragraph.at), 'w:p');
    if (node === null) throw new Refused('unclear');
    const pieces = piecesOf(field).filter(({ paragraph }) => paragraph === at.paragraph);
    const isEmpty = pieces.every(({ piece }) => piece === null);
    const before = pieces.find(({ end }) => end === span.start)?.piece ?? null;
    const lock = before?.lock ?? null;
    if (!isEmpty && (span.start !== at.end || around(node, 'w:fldSimple') !== null || lock === null))
      throw new Refused(lock === null ? 'numbering' : reasonOf(lock));
    // What continues a number that cannot be changed changes it.
    if (lock !== null && /\d$/u.test(before?.text ?? '') && /^[\d.,]/u.test(newText)) throw new Refused(reasonOf(lock));
    this.runs.check(edits);
    writeIntoEmpty(this.writer, { node, newText, isEmpty, models: this.modelsOf(unit, field) });
    this.runs.add(edits);
  }

  /** Runs that look as a number in this cell should, nearest first. */
  private modelsOf(unit: Unit, field: UnitField): readonly Node[] {
    const index = unit.fields.indexOf(field);
    const near = [...unit.fields.slice(0, index).toReversed(), ...unit.fields.slice(index + 1)];
    return near.flatMap(({ paragraphs }) => {
      const piece = paragraphs.flatMap(({ paragraph }) => paragraph.pieces).find(({ lock }) => lock === null);
      const run = piece === undefined ? null : around(nodeAt(this.writer.root, piece.from), 'w:r');
      return run === null ? [] : [run];
    });
  }

  private isElement({ from }: Piece): boolean {
    return this.writer.xml[from] === '<';
  }
}

function piecesOf({ paragraphs }: UnitField): readonly Placed[] {
  return paragraphs.flatMap(({ paragraph, start: begin, end: finish }) => {
    // A paragraph that is only there to be written into shows nothing.
    if (begin === finish) return [];
    let at = begin;
    const place = (piece: Piece | null, length: number): Placed => {
      at += length;
      return { piece, paragraph, start: at - length, end: at };
    };
    const label = paragraph.label === '' ? [] : [place(null, paragraph.label.length)];
    return [...label, ...paragraph.pieces.map((piece) => place(piece, piece.text.length))];
  });
}

// An empty paragraph, with the look that its mark or its neighbours have

interface Writing {
  /** The paragraph. */
  readonly node: Node;
  readonly newText: string;
  /** Else the words go behind what it holds. */
  readonly isEmpty: boolean;
  /** Runs nearby that look as the words should, nearest first. */
  readonly models: readonly Node[];
}

function writeIntoEmpty(writer: PartWriter, { node, newText, isEmpty, models }: Writing): void {
  escaped(newText);
  const control = placeholderOf(writer.xml, node);
  const properties = ownLook(writer, node) ?? lookOf(writer, models[0] ?? null);
  const run = writer.newRun(node, properties, newText);
  if (control !== null && isEmpty) return intoControl(writer, { control, node, run });
  if (around(node, 'w:fldSimple') !== null) throw new Refused('field');
  append(writer, node, run);
}

function append(writer: PartWriter, paragraph: Node, content: string): void {
  if (paragraph.content < paragraph.end || paragraph.close < paragraph.end) return writer.replace(paragraph.close, paragraph.close, content);
  const opening = writer.xml.slice(paragraph.at, paragraph.end);
  const name = /^<([^\s/>]+)/u.exec(opening)?.[1] ?? '';
  writer.replace(paragraph.at, paragraph.end, `${opening.replace(/\s*\/>$/u, '>')}${content}</${name}>`);
}

/** Of a run that is there without words, or of the paragraph's mark. */
function ownLook(writer: PartWriter, paragraph: Node): string | null {
  const run = paragraph.children.find(({ name, ...each }) => name === 'w:r' && isShown(writer, { name, ...each }));
  const ofRun = run === undefined ? '' : lookOf(writer, run);
  if (ofRun !== '') return ofRun;
  const properties = child(paragraph, 'w:pPr');
  return (properties === null ? '' : lookOf(writer, properties)) || null;
}

function lookOf(writer: PartWriter, node: Node | null): string {
  return node === null || !isShown(writer, node) ? '' : writer.propertiesOf(node);
}

function isShown({ xml }: PartWriter, node: Node): boolean {
  const properties = child(node, 'w:rPr');
  if (properties === null) return true;
  const has = (name: string) => isSwitchedOn(xml, child(properties, name));
  const raised = child(properties, 'w:vertAlign');
  return (
    !has('w:vanish') &&
    !has('w:strike') &&
    !has('w:dstrike') &&
    (raised === null || attributeOf(xml, raised, 'val') !== 'superscript') &&
    child(properties, 'w:rStyle') === null
  );
}

interface IntoControl {
  readonly control: Node;
  readonly node: Node;
  readonly run: string;
}

/** The hint goes, and what says that it is one. */
function intoControl(writer: PartWriter, { control, node, run }: IntoControl): void {
  const properties = child(control, 'w:sdtPr');
  const content = child(control, 'w:sdtContent');
  if (properties === null || content === null || properties.children.some((each) => isLock(writer, each))) throw new Refused('control');
  const isInline = control.at > node.at;
  const hints = [...within(isInline ? content : node)].filter(({ name }) => name === 'w:r');
  const isPlain = !isInline || content.children.every(({ name }) => name === 'w:r');
  if (!isPlain || hints.some((hint) => /<\w*:?(?:drawing|pict|object|fldChar)\b/u.test(contentOf(writer.xml, hint)))) throw new Refused('control');
  const mark = child(properties, 'w:showingPlcHdr');
  if (mark !== null) writer.replace(mark.at, mark.end, '');
  if (isInline) return writer.replace(content.content, content.close, run);
  for (const hint of hints) writer.replace(hint.at, hint.end, '');
  append(writer, node, run);
}

function isLock({ xml }: PartWriter, property: Node): boolean {
  if (property.name === 'w:lock') return /content/iu.test(attributeOf(xml, property, 'val') ?? '');
  return property.name === 'w:dataBinding' || property.name === 'w:dropDownList';
}
