// Puts a line into the document, a paragraph or a table row that looks as its neighbours do, or takes one out that holds nothing but words.

import { MAX_PARAGRAPHS_AWAY } from '../limits.ts';
import type { Paragraph } from '../word/blocks.ts';
import type { RowUnit, Unit } from '../word/render.ts';
import { around, attributeOf, child, contentOf, type Node, nodeAt, rawOf, within } from './part-tree.ts';
import { escaped, type PartWriter } from './part-writer.ts';
import { Refused } from './refusal.ts';

interface PutIn {
  readonly units: readonly Unit[];
  /** Behind the unit of that number; -1: before the first. */
  readonly after: number;
  readonly line: string;
}

export function putIn(writer: PartWriter, { units, after, line }: PutIn): void {
  escaped(line);
  const [before, behind] = [units[after], units[after + 1]];
  const width = line.split('\t').length;
  const fits = (unit: Unit | undefined): unit is RowUnit => unit?.kind === 'row' && !unit.isStacked && unit.fields.length === width;
  const isInside = before?.kind === 'row' && behind?.kind === 'row' && before.table === behind.table;
  if (isInside || width > 1) {
    if (fits(before)) return putInRow(writer, { model: before, line, where: 'behind' });
    if (fits(behind)) return putInRow(writer, { model: behind, line, where: 'before' });
    if (isInside) throw new Refused('rows');
  }
  const [at, near] = placeBetween(writer, before, behind);
  writer.replace(at, at, newParagraph(writer, { near, line, model: modelFor({ units, after, line }) }));
}

/** Where a paragraph goes that stands in no table, and an element near it. */
function placeBetween({ root }: PartWriter, before: Unit | undefined, behind: Unit | undefined): readonly [number, Node] {
  if (before?.kind === 'paragraph') {
    const node = lastParagraphOf(root, before.fields[0].paragraphs[0]?.paragraph);
    if (node !== null) return [node.end, node];
  }
  if (behind?.kind === 'paragraph') {
    const node = firstParagraphOf(root, behind.fields[0].paragraphs[0]?.paragraph);
    if (node !== null) return [node.at, node];
  }
  const table = before?.kind === 'row' ? nodeAt(root, before.table.at) : null;
  if (table?.name !== 'w:tbl' || table.parent?.name === 'w:tc') throw new Refused('paragraphs');
  return [table.end, table];
}

/** One whose mark is deleted as a revision goes on in the next. */
function lastParagraphOf(root: Node, paragraph: Paragraph | undefined): Node | null {
  if (paragraph === undefined) return null;
  const last = paragraph.pieces.at(-1);
  return around(nodeAt(root, last === undefined ? paragraph.at : Math.max(paragraph.at, last.from)), 'w:p');
}

function firstParagraphOf(root: Node, paragraph: Paragraph | undefined): Node | null {
  return paragraph === undefined ? null : around(nodeAt(root, paragraph.at), 'w:p');
}

const HEADING = /^\s*[一二三四五六七八九十]+、/u;

/** A paragraph nearby that is a heading where the line is one, and has no automatic number. */
function modelFor({ units, after, line }: PutIn): Paragraph | null {
  const near = [units[after], units[after + 1], ...units.slice(Math.max(0, after - MAX_PARAGRAPHS_AWAY), Math.max(0, after)).toReversed()];
  const paragraphs = near.flatMap((unit) => (unit?.kind === 'paragraph' ? unit.fields[0].paragraphs.map(({ paragraph }) => paragraph) : []));
  const text = ({ pieces }: Paragraph) => pieces.map((piece) => piece.text).join('');
  const fits = (paragraph: Paragraph) => paragraph.label === '' && text(paragraph).trim() !== '' && HEADING.test(text(paragraph)) === HEADING.test(line);
  return paragraphs.find(fits) ?? null;
}

interface NewParagraph {
  readonly near: Node;
  readonly line: string;
  readonly model: Paragraph | null;
}

function newParagraph(writer: PartWriter, { near, line, model }: NewParagraph): string {
  const node = model === null ? null : firstParagraphOf(writer.root, model);
  const piece = model?.pieces.find(({ lock }) => lock === null);
  const run = piece === undefined ? null : around(nodeAt(writer.root, piece.from), 'w:r');
  const look = writer.propertiesOf(run);
  return paragraphLike(writer, { near, node, content: line === '' ? '' : writer.newRun(near, look, line) });
}

interface ParagraphLike {
  readonly near: Node;
  /** Whose properties it takes. */
  readonly node: Node | null;
  readonly content: string;
}

function paragraphLike(writer: PartWriter, { near, node, content }: ParagraphLike): string {
  const own = node === null ? null : child(node, 'w:pPr');
  const kept = own === null ? '' : writer.without(own, ['w:numPr', 'w:rPr', 'w:sectPr', 'w:pPrChange']);
  const look = own === null ? '' : writer.propertiesOf(own);
  const mark = writer.mark(near, 'ins');
  // The mark comes first among the properties, and those of the mark behind all of the paragraph's.
  const ofMark = mark === '' ? look : look === '' ? writer.element(near, 'rPr', mark) : look.replace(/^<[^>]*>/u, (opening) => opening + mark);
  if (ofMark === '') return writer.element(near, 'p', kept + content);
  const properties = kept === '' ? writer.element(near, 'pPr', ofMark) : kept.replace(/<\/[^>]*>$/u, (closing) => ofMark + closing);
  return writer.element(near, 'p', properties + content);
}

interface NewRow {
  readonly model: RowUnit;
  readonly line: string;
  readonly where: 'before' | 'behind';
}

/** Made anew cell by cell: ids, bookmarks, notes, comments and controls of the model stay its own. */
function putInRow(writer: PartWriter, { model, line, where }: NewRow): void {
  const { xml, root } = writer;
  const row = nodeAt(root, model.row.at);
  const shown = model.row.cells.filter(({ continues, isGone }) => continues !== 'across' && !isGone);
  const cells = row.children.filter(({ name }) => name === 'w:tc');
  const isPlain = row.name === 'w:tr' && cells.length === model.row.cells.length && shown.length === model.fields.length;
  if (!isPlain || row.children.some(({ name }) => name === 'w:sdt' || name === 'w:customXml')) throw new Refused('rows');
  const texts = line.split('\t');
  const content = cells.map((cell, index) => {
    const own = model.row.cells[index];
    const field = own === undefined ? -1 : shown.indexOf(own);
    return newCell(writer, { cell, text: field < 0 ? '' : (texts[field] ?? '') });
  });
  const properties = child(row, 'w:trPr');
  const kept = properties === null ? '' : writer.without(properties, ['w:ins', 'w:del', 'w:trPrChange', 'w:tblHeader']);
  const mark = writer.mark(row, 'ins');
  const ofRow =
    mark === '' ? kept : kept === '' || kept.endsWith('/>') ? writer.element(row, 'trPr', mark) : kept.replace(/<\/[^>]*>$/u, (closing) => mark + closing);
  const exceptions = child(row, 'w:tblPrEx');
  const at = where === 'behind' ? row.end : row.at;
  writer.replace(at, at, writer.element(row, 'tr', (exceptions === null ? '' : rawOf(xml, exceptions)) + ofRow + content.join('')));
}

function newCell(writer: PartWriter, { cell, text }: { readonly cell: Node; readonly text: string }): string {
  const { xml } = writer;
  const properties = child(cell, 'w:tcPr');
  const merge = properties === null ? null : child(properties, 'w:vMerge');
  // A cell that goes down over several rows goes on, unless something stands in the new one.
  const isBelow = merge !== null && text === '';
  const kept = properties === null ? '' : writer.without(properties, ['w:vMerge', 'w:cellIns', 'w:cellDel', 'w:cellMerge', 'w:tcPrChange']);
  const below = isBelow ? writer.element(cell, 'vMerge', '') : '';
  const paragraph = child(cell, 'w:p');
  const run = [...within(cell)].find(({ name, ...each }) => name === 'w:r' && isVisible(xml, each as Node)) ?? null;
  const content = text === '' ? '' : writer.newRun(cell, writer.propertiesOf(run), text);
  return writer.element(cell, 'tc', withMerge(writer, { cell, kept, below }) + paragraphLike(writer, { near: cell, node: paragraph, content }));
}

/** The order of a cell's properties is fixed: the merge stands behind the width and the span. */
function withMerge(writer: PartWriter, { cell, kept, below }: { readonly cell: Node; readonly kept: string; readonly below: string }): string {
  if (below === '') return kept;
  if (kept === '') return writer.element(cell, 'tcPr', below);
  const before = /^<[^>]*>(?:\s*<[\w:]*(?:cnfStyle|tcW|gridSpan|hMerge)\b[^>]*\/>)*/u.exec(kept)?.[0] ?? '';
  return before + below + kept.slice(before.length);
}

function isVisible(xml: string, run: Node): boolean {
  const properties = child(run, 'w:rPr');
  return (
    properties === null ||
    !properties.children.some(({ name, ...each }) => /:(?:vanish|d?strike|vertAlign|rStyle)$/u.test(name) && attributeOf(xml, each as Node, 'val') !== '0')
  );
}

/** What would be lost with the words. */
const HOLDS_MORE = new Set([
  'w:sectPr',
  'w:bookmarkStart',
  'w:bookmarkEnd',
  'w:commentRangeStart',
  'w:commentRangeEnd',
  'w:commentReference',
  'w:footnoteReference',
  'w:endnoteReference',
  'w:drawing',
  'w:pict',
  'w:object',
  'w:fldChar',
  'w:fldSimple',
  'w:sdt',
  'w:del',
  'w:ins',
  'w:moveFrom',
  'w:moveTo',
  'mc:AlternateContent',
]);

export function takeOut(writer: PartWriter, units: readonly Unit[], index: number): void {
  const unit = units[index];
  if (unit?.kind === 'row') takeOutRow(writer, unit, units);
  else if (unit !== undefined) takeOutParagraph(writer, unit);
}

function takeOutParagraph(writer: PartWriter, unit: Unit): void {
  const paragraph = unit.fields[0]?.paragraphs[0]?.paragraph;
  const node = paragraph === undefined ? null : around(nodeAt(writer.root, paragraph.at), 'w:p');
  if (paragraph === undefined || node === null) throw new Refused('unclear');
  const isWhole = paragraph.pieces.every(({ from, to, lock }) => from >= node.at && to <= node.end && (lock === null || lock === 'between'));
  const others = node.parent?.children.filter(({ name }) => name === 'w:p') ?? [];
  const follows = node.parent?.children[node.parent.children.indexOf(node) + 1]?.name;
  // A cell, a box or a part ends in a paragraph, and two tables are kept apart by one.
  const isNeeded = others.length < 2 || (node.parent?.name === 'w:tc' && others.at(-1) === node) || follows === 'w:tbl';
  if (!isWhole || isNeeded || [...within(node)].some(({ name }) => HOLDS_MORE.has(name))) throw new Refused('paragraphs');
  if (writer.revision === null) writer.replace(node.at, node.end, '');
  else writer.replace(node.at, node.end, deletedParagraph(writer, node));
}

/** The paragraph with all its runs deleted, and its mark. */
function deletedParagraph(writer: PartWriter, node: Node): string {
  const properties = child(node, 'w:pPr');
  const mark = writer.mark(node, 'del');
  const ofMark = properties === null ? null : child(properties, 'w:rPr');
  const marked =
    ofMark === null || ofMark.close === ofMark.end
      ? writer.element(node, 'rPr', mark)
      : writer.xml.slice(ofMark.at, ofMark.content) + mark + writer.xml.slice(ofMark.content, ofMark.end);
  const inner = properties === null || properties.close === properties.end ? '' : withoutChild(writer, properties, 'w:rPr');
  const change = properties === null ? null : child(properties, 'w:pPrChange');
  const at = change === null ? inner.length : inner.length - rawOf(writer.xml, change).length;
  const ofParagraph = writer.element(node, 'pPr', inner.slice(0, at) + marked + inner.slice(at));
  const runs = node.children.filter((each) => each.name !== 'w:pPr').map((each) => deletedRun(writer, each));
  return writer.element(node, 'p', ofParagraph + runs.join(''));
}

function withoutChild(writer: PartWriter, node: Node, name: string): string {
  const gone = child(node, name);
  const content = contentOf(writer.xml, node);
  return gone === null ? content : content.slice(0, gone.at - node.content) + content.slice(gone.end - node.content);
}

function deletedRun(writer: PartWriter, node: Node): string {
  const raw = rawOf(writer.xml, node);
  if (node.name !== 'w:r') return raw;
  return writer.revised(node, 'del', raw.replaceAll(/(<\/?(?:[\w.-]+:)?)t(?=[\s>/])/gu, '$1delText'));
}

function takeOutRow(writer: PartWriter, unit: Unit & { readonly kind: 'row' }, units: readonly Unit[]): void {
  const node = nodeAt(writer.root, unit.row.at);
  const rows = unit.table.rows.filter(({ isGone }) => !isGone);
  const next = rows[rows.indexOf(unit.row) + 1];
  const begins = [...within(node)].some((each) => each.name === 'w:vMerge' && /restart/u.test(rawOf(writer.xml, each)));
  const goesOn = next?.cells.some(({ continues }) => continues === 'down') === true;
  const isOne = units.filter((each) => each.kind === 'row' && each.row === unit.row).length === 1;
  const holdsMore = [...within(node)].some(({ name }) => HOLDS_MORE.has(name) || name === 'w:tbl');
  if (node.name !== 'w:tr' || rows.length < 2 || !isOne || holdsMore || (begins && goesOn)) throw new Refused('rows');
  if (writer.revision === null) return writer.replace(node.at, node.end, '');
  for (const each of within(node)) if (each.name === 'w:r') writer.replace(each.at, each.end, deletedRun(writer, each));
  const properties = child(node, 'w:trPr');
  const mark = writer.mark(node, 'del');
  if (properties === null) return writer.replace(node.content, node.content, writer.element(node, 'trPr', mark));
  if (properties.close === properties.end) return writer.replace(properties.at, properties.end, writer.element(node, 'trPr', mark));
  writer.replace(properties.close, properties.close, mark);
}
