// Comments put into a copy of a Word document at exact words; its text, its own comments and every other part stay.

import type { Authorship } from '../../text/authorship.ts';
import type { Annotated, DocumentComment } from '../document.ts';
import { openWord, type WordContent } from '../word/open-word.ts';
import { encodePart } from '../word/package.ts';
import { type Unit, type UnitField, unitsOf } from '../word/render.ts';
import { around, child, type Node, nodeAt, prefixOf, rawOf, treeOf } from '../word-part/part-tree.ts';
import { PartWriter } from '../word-part/part-writer.ts';
import { protectionOf } from '../word-part/protection.ts';
import { REFUSALS } from '../word-part/refusal.ts';
import { addEntry } from '../zip/add-entry.ts';
import { partKey, readDirectory } from '../zip/directory.ts';
import { replaceEntry } from '../zip/replace-entry.ts';
import type { Span } from '../../text/span.ts';
import { writtenXml } from '../../text/written-xml.ts';

/** `author` and `date` (ISO 8601) stand at each comment. */
export function annotate(content: WordContent, comments: readonly DocumentComment[], by: Authorship): Annotated {
  const { locked } = protectionOf(content);
  if (locked !== null) return { problem: REFUSALS[locked] };
  const { part, parts, body, document } = content;
  if (comments.length === 0) return { bytes: content.archive.bytes };
  const existing = parts.related(part.name, 'comments');
  const known = existing === null ? null : parts.read(existing);
  if (typeof known === 'string') return { problem: REFUSALS.unclear };
  const written = commentsPart(known?.xml ?? null, { comments, ...by, isStrict: part.xml.includes('http://purl.oclc.org/ooxml/wordprocessingml/main') });
  const writer = new PartWriter(part.xml, treeOf(part.xml), null);
  const units = unitsOf(body);
  const preserved = new Set<ReturnType<typeof treeOf>>();
  comments.forEach((comment, index) => {
    const anchors = anchorsOf(content, comment.span, { writer, units });
    if (anchors === null) return;
    writeMarks(writer, anchors, (node, name) => writer.element(node, name, '', writer.attributes({ id: String(written.firstId + index) })), preserved);
  });
  const files = new Package(content);
  files.replace(part.name, writer.result());
  if (existing === null) files.add(written.xml);
  else files.replace(existing, written.xml);
  const bytes = files.bytes();
  const again = bytes === null ? 'damaged' : readDirectory(bytes);
  const read = typeof again === 'string' ? again : openWord(again);
  return bytes !== null && typeof read !== 'string' && read.document.text === document.text ? { bytes } : { problem: REFUSALS.unclear };
}

/** Parts changed one after the other. */
class Package {
  private readonly content: WordContent;
  private archive: WordContent['archive'] | null;

  constructor(content: WordContent) {
    this.content = content;
    this.archive = content.archive;
  }

  bytes(): Uint8Array | null {
    return this.archive?.bytes ?? null;
  }

  replace(name: string, xml: string): void {
    const entry = this.archive?.entries.get(partKey(name));
    const before = this.content.parts.read(name);
    if (this.archive === null || entry === undefined || typeof before === 'string') return this.fail();
    this.take(replaceEntry(this.archive, entry, encodePart(before.bytes, xml)));
  }

  /** The part of the comments, beside the document, and what names it. */
  add(xml: string): void {
    const { part, parts } = this.content;
    const slash = part.name.lastIndexOf('/');
    const folder = part.name.slice(0, slash + 1);
    const name = this.freeName(folder);
    const relations = `${folder}_rels/${part.name.slice(slash + 1)}.rels`;
    const [types, related] = [parts.read('[Content_Types].xml'), parts.read(relations)];
    if (typeof types === 'string') return this.fail();
    this.replace('[Content_Types].xml', contentTypesWith(types.xml, `/${name}`));
    const isStrict = part.xml.includes('http://purl.oclc.org/ooxml/wordprocessingml/main');
    const target = name.slice(folder.length);
    if (typeof related === 'string') this.put(relations, relationsWith(null, { target, isStrict }));
    else this.replace(relations, relationsWith(related.xml, { target, isStrict }));
    this.put(name, xml);
  }

  private freeName(folder: string): string {
    const names = ['comments.xml', 'gouji-comments.xml'].map((name) => folder + name);
    return names.find((name) => this.archive?.entries.has(partKey(name)) !== true) ?? `${folder}gouji-comments-2.xml`;
  }

  private put(name: string, xml: string): void {
    if (this.archive !== null) this.take(addEntry(this.archive, name, new TextEncoder().encode(xml)));
  }

  private take(bytes: Uint8Array): void {
    const archive = readDirectory(bytes);
    this.archive = typeof archive === 'string' ? null : archive;
  }

  private fail(): void {
    this.archive = null;
  }
}

/** Offsets of the part at which the two marks go; `cut` where a run is cut there. */
interface Anchor {
  readonly at: number;
  /** The run and the text element in it that are ended and begun again. */
  readonly cut: { readonly run: Node; readonly text: Node } | null;
}

interface Anchors {
  readonly start: Anchor;
  readonly end: Anchor;
  /** An element near, whose prefix the marks take. */
  readonly near: Node;
}

/** Null where nothing of the document could hold a comment. */
function anchorsOf({ document }: WordContent, span: Span, { writer, units }: { readonly writer: PartWriter; readonly units: readonly Unit[] }): Anchors | null {
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
function writeMarks(writer: PartWriter, { start, end, near }: Anchors, mark: (node: Node, name: string) => string, preserved: Set<Node>): void {
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

// The part that holds the comments, and the entries of relationships and content types that name it.

const TRANSITIONAL = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';

interface NewComments {
  readonly comments: readonly DocumentComment[];
  readonly author: string;
  readonly date: string;
  readonly isStrict: boolean;
}

/** `xml` is the part as it is, or null where the document has none; `firstId` is that of the first new comment. */
function commentsPart(xml: string | null, { comments, author, date, isStrict }: NewComments): { readonly xml: string; readonly firstId: number } {
  const firstId =
    xml === null ? 0 : Math.max(-1, ...[...xml.matchAll(/<[\w.-]*:?comment\b[^>]*?[\s:]id\s*=\s*["'](\d{1,9})["']/gu)].map(([, id]) => Number(id))) + 1;
  const [, prefix = 'w:', name = 'comments'] = /<((?:[\w.-]+:)?)(comments)\b/u.exec(xml ?? '') ?? [];
  // Attributes need a prefix, also where the elements have none.
  const own = prefix === '' ? 'gouji:' : prefix;
  const declaration = prefix === '' ? ` xmlns:gouji="${isStrict ? STRICT : TRANSITIONAL}"` : '';
  const added = comments
    .map(({ text }, index) => {
      const attributes = `${own}id="${firstId + index}" ${own}author="${attribute(author)}" ${own}date="${attribute(date)}" ${own}initials="${attribute(author.slice(0, 1))}"`;
      const paragraphs = text
        .split('\n')
        .map((line) => `<${prefix}p><${prefix}r><${prefix}t xml:space="preserve">${writtenXml(line)}</${prefix}t></${prefix}r></${prefix}p>`);
      return `<${prefix}comment${declaration} ${attributes}>${paragraphs.join('')}</${prefix}comment>`;
    })
    .join('');
  if (xml === null)
    return {
      xml: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${isStrict ? STRICT : TRANSITIONAL}">${added}</w:comments>`,
      firstId,
    };
  const closing = `</${prefix}${name}>`;
  const at = xml.lastIndexOf(closing);
  if (at >= 0) return { xml: xml.slice(0, at) + added + xml.slice(at), firstId };
  // <w:comments …/>
  return { xml: xml.replace(/\/>\s*$/u, `>${added}${closing}`), firstId };
}

function contentTypesWith(xml: string, partName: string): string {
  return beforeEnd(xml, 'Types', (prefix) => `<${prefix}Override PartName="${partName}" ContentType="${CONTENT_TYPE}"/>`);
}

/** `xml` null: the document names no other part yet. */
function relationsWith(xml: string | null, { target, isStrict }: { readonly target: string; readonly isStrict: boolean }): string {
  const type = isStrict
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships/comments'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';
  const relation = (prefix: string) => `<${prefix}Relationship Id="rIdGoujiComments" Type="${type}" Target="${target}"/>`;
  if (xml === null) return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${RELATIONS}">${relation('')}</Relationships>`;
  return beforeEnd(xml, 'Relationships', relation);
}

function beforeEnd(xml: string, name: string, content: (prefix: string) => string): string {
  const closing = new RegExp(`</((?:[\\w.-]+:)?)${name}\\s*>\\s*$`, 'u').exec(xml);
  if (closing !== null) return xml.slice(0, closing.index) + content(closing[1] ?? '') + xml.slice(closing.index);
  const empty = new RegExp(`<((?:[\\w.-]+:)?)${name}\\b[^>]*(/>)\\s*$`, 'u').exec(xml);
  if (empty === null) return xml;
  const [, prefix = ''] = empty;
  return `${xml.slice(0, xml.lastIndexOf('/>'))}>${content(prefix)}</${prefix}${name}>`;
}

function attribute(text: string): string {
  return writtenXml(text).replaceAll('"', '&quot;').replaceAll(/\s+/gu, ' ');
}
