// Writes changed words into their runs: in place, or as a deletion and an insertion where revisions are kept.

import type { Paragraph, Piece } from '../word/blocks.ts';
import { around, child, type Node, nodeAt, rawOf } from './part-tree.ts';
import { escaped, type PartWriter } from './part-writer.ts';
import { Refused } from './refusal.ts';

/** Characters `from` to `to` of a piece become `newText`. */
export interface PieceEdit {
  readonly piece: Piece;
  readonly paragraph: Paragraph;
  /** It stands for an element, as a tab. */
  readonly isElement: boolean;
  readonly from: number;
  readonly to: number;
  readonly newText: string;
}

interface Segment {
  readonly state: 'kept' | 'gone' | 'new';
  readonly text: string;
  /** An element of the run, as it is. */
  readonly raw: string | null;
}

export class RunWriter {
  private readonly writer: PartWriter;
  private readonly edits: PieceEdit[] = [];

  constructor(writer: PartWriter) {
    this.writer = writer;
  }

  add(edits: readonly PieceEdit[]): void {
    this.edits.push(...edits);
  }

  /** Throws `Refused`, so that nothing of a change is kept that cannot be made. */
  check(edits: readonly PieceEdit[]): void {
    for (const { piece, newText, isElement } of edits) {
      escaped(newText);
      const node = this.elementOf(piece);
      if (isElement && (node.close !== node.end || around(node, 'w:r') === null)) throw new Refused('paragraphs');
      if (node.name === 'm:t' && (this.writer.revision !== null || /[\t\n]/u.test(newText))) throw new Refused('math');
      if (this.isInCdata(node, piece) && /[\t\n]/u.test(newText)) throw new Refused('characters');
    }
  }

  finish(): void {
    const byRun = new Map<Node, PieceEdit[]>();
    for (const edit of this.edits) {
      const node = this.elementOf(edit.piece);
      const run = around(node, 'w:r') ?? node;
      byRun.set(run, [...(byRun.get(run) ?? []), edit]);
    }
    for (const [run, edits] of byRun) {
      if (this.writer.revision === null || run.name !== 'w:r') this.inPlace(edits);
      else this.asRevision(run, edits);
    }
  }

  private elementOf({ from }: Piece): Node {
    return nodeAt(this.writer.root, from);
  }

  private isInCdata({ content }: Node, { from }: Piece): boolean {
    const before = this.writer.xml.slice(content, from);
    return before.lastIndexOf('<![CDATA[') > before.lastIndexOf(']]>');
  }

  private inPlace(edits: readonly PieceEdit[]): void {
    const byElement = new Map<Node, PieceEdit[]>();
    for (const edit of edits) {
      const node = this.elementOf(edit.piece);
      byElement.set(node, [...(byElement.get(node) ?? []), edit]);
    }
    for (const [node, own] of byElement) {
      if (own.some(({ isElement }) => isElement)) this.besideElement(node, own);
      else this.inText(node, own);
    }
  }

  private besideElement(node: Node, edits: readonly PieceEdit[]): void {
    const text = edits.map(({ newText }) => this.writer.words(node, newText)).join('');
    const isGone = edits.some(({ from, to }) => to > from);
    const isBefore = edits.every(({ to }) => to === 0);
    if (isGone) this.writer.replace(node.at, node.end, text);
    else this.writer.replace(isBefore ? node.at : node.end, isBefore ? node.at : node.end, text);
  }

  private inText(node: Node, edits: readonly PieceEdit[]): void {
    const { xml } = this.writer;
    const sorted = edits.toSorted((one, other) => one.piece.from - other.piece.from || one.from - other.from || one.to - other.to);
    let text = '';
    let from = node.content;
    for (const { piece, newText, ...edit } of sorted) {
      const isPlain = piece.text.length === piece.to - piece.from;
      const [start, end] = isPlain
        ? [piece.from + edit.from, piece.from + edit.to]
        : edit.from === edit.to
          ? both(edit.from === 0 ? piece.from : piece.to)
          : [piece.from, piece.to];
      const rest = isPlain || edit.from === edit.to ? '' : piece.text.slice(edit.to);
      const begin = isPlain || edit.from === edit.to ? '' : piece.text.slice(0, edit.from);
      text += xml.slice(from, start) + this.inElement(node, begin + newText + rest, this.isInCdata(node, piece));
      from = end;
    }
    text += xml.slice(from, node.close);
    this.writer.replace(node.content, node.close, text);
    const opening = xml.slice(node.at, node.content);
    if (/^\s|\s$/u.test(text) && !/\sxml:space\s*=/u.test(opening)) this.writer.replace(node.content - 1, node.content - 1, ' xml:space="preserve"');
  }

  /** Breaks and tabs end the element and begin it again. */
  private inElement(node: Node, text: string, isCdata: boolean): string {
    if (isCdata) return checked(text).replaceAll(']]>', ']]]]><![CDATA[>');
    const name = /^<([^\s/>]+)/u.exec(this.writer.xml.slice(node.at, node.content))?.[1] ?? '';
    return text
      .split(/([\t\n])/u)
      .map((part) => {
        if (part !== '\t' && part !== '\n') return escaped(part);
        return `</${name}>${this.writer.element(node, part === '\t' ? 'tab' : 'br', '')}<${name} xml:space="preserve">`;
      })
      .join('');
  }

  private asRevision(run: Node, edits: readonly PieceEdit[]): void {
    const { writer } = this;
    const opening = writer.xml.slice(run.at, run.content);
    const closing = writer.xml.slice(run.close, run.end);
    const ownProperties = child(run, 'w:rPr');
    const raw = ownProperties === null ? '' : rawOf(writer.xml, ownProperties);
    const outer = run.parent?.name === 'w:ins' ? run.parent : null;
    const text = grouped(this.segmentsOf(run, edits)).map(({ state, segments }) => {
      const content = segments.map((segment) => this.written(run, segment)).join('');
      if (state === 'kept') return opening + raw + content + closing;
      const own = writer.run(run, writer.propertiesOf(run), content);
      if (state === 'gone') return writer.revised(run, 'del', own);
      const added = writer.revised(run, 'ins', own);
      // What somebody else put in stays theirs, before and behind.
      return outer === null ? added : writer.xml.slice(outer.close, outer.end) + added + writer.reopened(outer);
    });
    writer.replace(run.at, run.end, text.join(''));
  }

  private written(run: Node, { state, text, raw }: Segment): string {
    return raw ?? this.writer.words(run, text, state === 'gone');
  }

  private segmentsOf(run: Node, edits: readonly PieceEdit[]): readonly Segment[] {
    const pieces = edits.flatMap(({ paragraph }) => paragraph.pieces);
    return run.children.flatMap((node): readonly Segment[] => {
      if (node.name === 'w:rPr') return [];
      const own = edits.filter(({ piece }) => piece.from >= node.at && piece.to <= node.end);
      if (own.length === 0) return [{ state: 'kept', text: '', raw: rawOf(this.writer.xml, node) }];
      const [first] = own;
      if (first?.isElement === true) return ofElement(own, rawOf(this.writer.xml, node));
      if (node.name !== 'w:t') throw new Refused('unclear');
      const within = [...new Set(pieces.filter(({ from, to }) => from >= node.at && to <= node.end))].toSorted((one, other) => one.from - other.from);
      return within.flatMap((piece) =>
        ofPiece(
          piece,
          own.filter((edit) => edit.piece === piece),
        ),
      );
    });
  }
}

function both(offset: number): readonly [number, number] {
  return [offset, offset];
}

function checked(text: string): string {
  escaped(text);
  return text;
}

function ofElement(edits: readonly PieceEdit[], raw: string): readonly Segment[] {
  const isGone = edits.some(({ from, to }) => to > from);
  const before = edits.filter(({ to }) => to === 0).map(({ newText }) => segment('new', newText));
  const behind = edits.filter(({ to }) => to > 0).map(({ newText }) => segment('new', newText));
  return [...before, { state: isGone ? 'gone' : 'kept', text: '', raw }, ...behind.filter(({ text }) => text !== '')];
}

function ofPiece({ text }: Piece, edits: readonly PieceEdit[]): readonly Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  for (const { from, to, newText } of edits.toSorted((one, other) => one.from - other.from || one.to - other.to)) {
    segments.push(segment('kept', text.slice(at, from)), segment('gone', text.slice(from, to)), segment('new', newText));
    at = to;
  }
  return [...segments, segment('kept', text.slice(at))].filter((each) => each.text !== '');
}

function segment(state: Segment['state'], text: string): Segment {
  return { state, text, raw: null };
}

function grouped(segments: readonly Segment[]): readonly { readonly state: Segment['state']; readonly segments: readonly Segment[] }[] {
  const groups: { state: Segment['state']; segments: Segment[] }[] = [];
  for (const each of segments) {
    const last = groups.at(-1);
    const before = last?.segments.at(-1);
    if (last === undefined || last.state !== each.state) groups.push({ state: each.state, segments: [each] });
    else if (before?.raw === null && each.raw === null) last.segments[last.segments.length - 1] = { ...each, text: before.text + each.text };
    else last.segments.push(each);
  }
  return groups;
}
