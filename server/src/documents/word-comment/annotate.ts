// Comments put into a copy of a Word document at exact words; its text, its own comments and every other part stay.

import type { Annotated, DocumentComment } from '../document.ts';
import { openWord, type WordContent } from '../word/open-word.ts';
import { encodePart } from '../word/package.ts';
import { unitsOf } from '../word/render.ts';
import { treeOf } from '../word-edit/part-tree.ts';
import { PartWriter } from '../word-edit/part-writer.ts';
import { protectionOf } from '../word-edit/protection.ts';
import { REFUSALS } from '../word-edit/refusal.ts';
import { addEntry } from '../zip/add-entry.ts';
import { partKey, readDirectory } from '../zip/directory.ts';
import { replaceEntry } from '../zip/replace-entry.ts';
import { anchorsOf, writeMarks } from './comment-anchors.ts';
import { commentsPart, contentTypesWith, relationsWith } from './comments-part.ts';

/** `author` and `date` (ISO 8601) stand at each comment. */
export function annotate(content: WordContent, comments: readonly DocumentComment[], by: { readonly author: string; readonly date: string }): Annotated {
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
