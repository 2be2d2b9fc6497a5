// Takes a line out of the document: a paragraph that holds nothing but words, or a table row that no merged cell begins in.

import type { Unit } from '../word/render.ts';
import { around, child, contentOf, type Node, nodeAt, rawOf, within } from './part-tree.ts';
import type { PartWriter } from './part-writer.ts';
import { Refused } from './refusal.ts';

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
