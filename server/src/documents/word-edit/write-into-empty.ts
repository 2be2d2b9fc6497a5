// Writes words into a paragraph that shows none, as an empty cell, with the look that its mark or its neighbours have.

import { around, attributeOf, child, contentOf, type Node, within } from './part-tree.ts';
import { escaped, isSwitchedOn, type PartWriter, placeholderOf } from './part-writer.ts';
import { Refused } from './refusal.ts';

interface Writing {
  /** The paragraph. */
  readonly node: Node;
  readonly newText: string;
  /** Else the words go behind what it holds. */
  readonly isEmpty: boolean;
  /** Runs nearby that look as the words should, nearest first. */
  readonly models: readonly Node[];
}

export function writeIntoEmpty(writer: PartWriter, { node, newText, isEmpty, models }: Writing): void {
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
