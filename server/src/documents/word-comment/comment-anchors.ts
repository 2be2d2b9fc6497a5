// Places of comments in a Word part: range marks before and behind the words, runs cut where the words begin or end within them.

import type { Span } from '../../text/span.ts';
import type { WordContent } from '../word/open-word.ts';
import type { Unit, UnitField } from '../word/render.ts';
import { around, child, type Node, nodeAt, prefixOf, rawOf } from '../word-edit/part-tree.ts';
import type { PartWriter } from '../word-edit/part-writer.ts';

/** Offsets of the part at which the two marks go; `cut` where a run is cut there. */
interface Anchor {
  readonly at: number;
  /** The run and the text element in it that are ended and begun again. */
  readonly cut: { readonly run: Node; readonly text: Node } | null;
}

export interface Anchors {
  readonly start: Anchor;
  readonly end: Anchor;
  /** An element near, whose prefix the marks take. */
  readonly near: Node;
}

/** Null where nothing of the document could hold a comment. */
export function anchorsOf(
  { document }: WordContent,
  span: Span,
  { writer, units }: { readonly writer: PartWriter; readonly units: readonly Unit[] },
): Anchors | null {
  const sources =
    span.end > span.start ? document.map.sourceOf(span).filter((source) => source.lock !== 'numbering' && source.span.end > source.span.start) : [];
  const [first, last] = [sources[0], sources.at(-1)];
  if (first === undefined || last === undefined) return inParagraph(writer, paragraphAt(span.start, units));
  const [startNode, endNode] = [nodeAt(writer.root, first.span.start), nodeAt(writer.root, last.span.end - 1)];
  const [start, end] = [anchorAt(writer, startNode, first.span.start, 'start'), anchorAt(writer, endNode, last.span.end, 'end')];
  if (start === null || end === null) return inParagraph(writer, paragraphAt(span.start, units));
  return { start, end, near: startNode };
}

/** A control's content, and what a run holds besides words (a text box, ruby), take no marks: these go around it. */
function anchorAt({ xml }: PartWriter, node: Node, offset: number, side: 'start' | 'end'): Anchor | null {
  const inner = around(node, 'w:r');
  const run = outermost(node, 'w:r');
  if (inner === null || run === null) return null;
  const whole = outermostInline(run) ?? run;
  const around_ = { at: side === 'start' ? whole.at : whole.end, cut: null };
  if (whole !== inner || node.name !== 'w:t' || xml.slice(node.content, node.close).includes('<![CDATA[')) return around_;
  const isAtEdge = side === 'start' ? offset <= node.content && isFirst(inner, node) : offset >= node.close && inner.children.at(-1) === node;
  return isAtEdge ? around_ : { at: offset, cut: { run: inner, text: node } };
}

function outermost(node: Node, name: string): Node | null {
  let found: Node | null = null;
  for (let each: Node | null = node; each !== null; each = each.parent) if (each.name === name) found = each;
  return found;
}

/** The control or simple field within a paragraph that the run lies in. */
function outermostInline(run: Node): Node | null {
  let found: Node | null = null;
  for (let each = run.parent; each !== null && each.name !== 'w:p'; each = each.parent) if (each.name === 'w:sdt' || each.name === 'w:fldSimple') found = each;
  return found;
}

function isFirst(run: Node, node: Node): boolean {
  return run.children.find(({ name }) => name !== 'w:rPr') === node;
}

/** Words that are not there, as in a blank cell: both marks at the end of its paragraph. */
function inParagraph({ root, xml }: PartWriter, at: number | null): Anchors | null {
  const node = at === null ? null : nodeAt(root, at);
  const inner = around(node, 'w:p');
  const box = inner === null ? null : outermost(inner, 'w:txbxContent');
  const paragraph = box === null ? inner : around(box.parent, 'w:p');
  if (paragraph === null || paragraph.close === paragraph.end || rawOf(xml, paragraph).endsWith('/>'))
    return paragraph === null ? null : emptyParagraph(paragraph);
  return { start: { at: paragraph.close, cut: null }, end: { at: paragraph.close, cut: null }, near: paragraph };
}

/** `<w:p/>` has no inside: it is opened by whoever writes the marks. */
function emptyParagraph(paragraph: Node): Anchors {
  return { start: { at: paragraph.at, cut: null }, end: { at: paragraph.at, cut: null }, near: paragraph };
}

function paragraphAt(offset: number, units: readonly Unit[]): number | null {
  const unit = units.findLast(({ start }) => start <= offset) ?? units[0];
  const fields: readonly UnitField[] = unit?.fields ?? [];
  const field = fields.findLast(({ start }) => start <= offset) ?? fields[0];
  const own = field?.paragraphs.find(({ start, end }) => start <= offset && offset <= end) ?? field?.paragraphs[0];
  const inCell = field?.cell?.blocks.find((block) => block.kind === 'paragraph');
  return own?.paragraph.at ?? inCell?.at ?? null;
}

/** Writes the marks of a comment around its words; `mark` makes an element of that name with the comment's id. */
export function writeMarks(writer: PartWriter, { start, end, near }: Anchors, mark: (node: Node, name: string) => string, preserved: Set<Node>): void {
  const reference = writer.element(near, 'r', mark(near, 'commentReference'));
  const [before, behind] = [mark(near, 'commentRangeStart'), mark(near, 'commentRangeEnd') + reference];
  if (start.at === near.at && end.at === near.at && near.name === 'w:p') return intoEmpty(writer, near, before + behind);
  put(writer, start, before, preserved);
  put(writer, end, behind, preserved);
}

function intoEmpty(writer: PartWriter, paragraph: Node, marks: string): void {
  const opening = writer.xml.slice(paragraph.at, paragraph.end);
  writer.replace(paragraph.at, paragraph.end, `${opening.replace(/\s*\/>$/u, '>')}${marks}</${prefixOf(writer.xml, paragraph)}p>`);
}

function put(writer: PartWriter, { at, cut }: Anchor, marks: string, preserved: Set<Node>): void {
  if (cut === null) return writer.replace(at, at, marks);
  const { xml } = writer;
  const { run, text } = cut;
  const properties = child(run, 'w:rPr');
  const opening = `<${prefixOf(xml, run)}r>${properties === null ? '' : rawOf(xml, properties)}`;
  const name = `${prefixOf(xml, text)}t`;
  writer.replace(at, at, `</${name}></${prefixOf(xml, run)}r>${marks}${opening}<${name} xml:space="preserve">`);
  // Blanks at the cut belong to the words.
  if (preserved.has(text) || /\sxml:space\s*=/u.test(xml.slice(text.at, text.content))) return;
  preserved.add(text);
  writer.replace(text.content - 1, text.content - 1, ' xml:space="preserve"');
}
