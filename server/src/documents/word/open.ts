// How is a Word document opened? Its part is found, read in one pass, and becomes a text with a map.

import type { OpenDocument } from '../document.ts';
import type { Archive } from '../zip/directory.ts';
import { ELEMENTS, TEXTS } from './elements.ts';
import { notesOf } from './notes.ts';
import { NO_NUMBERING, readNumbering } from './numbering.ts';
import { type Parts, type PartTrouble, partsOf } from './package.ts';
import { BodyReader } from './reader.ts';
import { render } from './render.ts';
import { NO_STYLES, readStyles } from './styles.ts';
import { scanXml, type XmlTrouble } from './xml.ts';

export type WordTrouble = PartTrouble | XmlTrouble | 'no-document';

export function openWord(archive: Archive): OpenDocument | WordTrouble {
  const parts = partsOf(archive);
  const name = parts.related(null, 'officeDocument');
  if (name === null) return whyNoDocument(parts);
  const part = parts.read(name);
  if (typeof part === 'string') return part === 'absent' ? 'no-document' : part;
  const troubles: WordTrouble[] = [];
  const beside = (kind: string) => besides(parts, parts.related(name, kind), troubles);
  const styles = once(() => told(readStyles, beside('styles'), troubles) ?? NO_STYLES);
  const numbering = once(() => told((xml) => readNumbering(xml, styles().numbering), beside('numbering'), troubles) ?? NO_NUMBERING);
  const reader = new BodyReader({ xml: part.xml, styles, numbering });
  const trouble = scanXml({ xml: part.xml, handlers: ELEMENTS, texts: TEXTS, reader }) ?? troubles[0];
  if (trouble !== undefined) return trouble;
  for (let field = 0; field < reader.openFields; field++) reader.count('unfinished-field');
  const { text, map, split, unclear } = render(reader.body);
  if (split + unclear > 0) reader.left.set('stacked', split + unclear);
  return { kind: 'word', text, map: map.finish(name), can: { edit: false, restructure: false }, notes: notesOf(reader.left) };
}

function whyNoDocument(parts: Parts): WordTrouble {
  const relations = parts.read('_rels/.rels');
  return typeof relations === 'string' && relations !== 'absent' ? relations : 'no-document';
}

/** Many documents need neither styles nor numbering. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** The text of a part beside the document, or null. One that is there and cannot be read is a trouble: it may hide words. */
function besides(parts: Parts, name: string | null, troubles: WordTrouble[]): string | null {
  const part = name === null ? 'absent' : parts.read(name);
  if (typeof part !== 'string') return part.xml;
  if (part !== 'absent') troubles.push(part);
  return null;
}

function told<Value extends object>(read: (xml: string) => Value | XmlTrouble, xml: string | null, troubles: WordTrouble[]): Value | null {
  if (xml === null) return null;
  const value = read(xml);
  if (typeof value !== 'string') return value;
  troubles.push(value);
  return null;
}
