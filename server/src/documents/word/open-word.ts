// Opens a Word document: its part is found, read in one pass, and becomes a text with a map.

import type { DocumentNote, DocumentRemains, NoteKind, OpenDocument, RemainKind } from '../document.ts';
import type { Block } from './blocks.ts';
import type { Archive } from '../zip/directory.ts';
import { ELEMENTS, TEXTS } from './elements.ts';
import { NO_NUMBERING, readNumbering } from './numbering.ts';
import { type Parts, partsOf, type PartTrouble } from './package.ts';
import { BodyReader } from './reader.ts';
import { render } from './render.ts';
import { NO_STYLES, readStyles } from './styles.ts';
import { scanXml, type XmlTrouble } from './xml.ts';
import { MAX_AUTHORS } from '../limits.ts';
import type { Handlers } from './element-handlers.ts';

export type WordTrouble = PartTrouble | XmlTrouble | 'no-document';

/** What was read, with all that changing it needs. */
export interface WordContent {
  readonly document: Omit<OpenDocument, 'can' | 'refusals' | 'save' | 'annotate' | 'clean'>;
  readonly archive: Archive;
  readonly parts: Parts;
  readonly part: { readonly name: string; readonly xml: string; readonly bytes: Uint8Array };
  readonly body: readonly Block[];
}

export function openWord(archive: Archive): WordContent | WordTrouble {
  const parts = partsOf(archive);
  const name = parts.related(null, 'officeDocument');
  if (name === null) return whyNoDocument(parts);
  const part = parts.read(name);
  if (typeof part === 'string') return part === 'absent' ? 'no-document' : part;
  const troubles: WordTrouble[] = [];
  const beside = (kind: string) => besides(parts, parts.related(name, kind), troubles);
  const styles = once(() => orNull(readStyles, beside('styles'), troubles) ?? NO_STYLES);
  const numbering = once(() => orNull((xml) => readNumbering(xml, styles().numbering), beside('numbering'), troubles) ?? NO_NUMBERING);
  const reader = new BodyReader({ xml: part.xml, styles, numbering });
  const trouble = scanXml({ xml: part.xml, handlers: ELEMENTS, texts: TEXTS, reader }) ?? troubles[0];
  if (trouble !== undefined) return trouble;
  for (let field = 0; field < reader.openFields; field++) reader.count('unfinished-field');
  const { text, map, split, unclear } = render(reader.blocks.body);
  if (split + unclear > 0) reader.left.set('stacked', split + unclear);
  const marked = () => {
    const comments = reader.left.has('comments') ? besides(parts, parts.related(name, 'comments'), []) : null;
    return [...(reader.left.has('revisions') ? [part.xml] : []), ...(comments === null ? [] : [comments])];
  };
  const document = {
    kind: 'word' as const,
    text,
    map: map.finish(name),
    notes: notesOf(reader.left),
    remains: () => remainsOf(reader.left, authorsIn(parts, marked())),
  };
  return { document, archive, parts, part: { name, ...part }, body: reader.blocks.body };
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

function orNull<Value extends object>(read: (xml: string) => Value | XmlTrouble, xml: string | null, troubles: WordTrouble[]): Value | null {
  if (xml === null) return null;
  const value = read(xml);
  if (typeof value !== 'string') return value;
  troubles.push(value);
  return null;
}

/** What stands in the document and is no part of the text. */
const MESSAGES: Readonly<Record<NoteKind, (count: number) => string>> = {
  hidden: (count) => `有${count}处隐藏文字，未读入。报送前请在 Word 或 WPS 中显示隐藏文字并处理`,
  struck: (count) => `有${count}处带删除线的文字，未读入。报送前请删除，或去掉删除线`,
  comments: (count) => `有${count}条批注，未读入。报送前请删除`,
  revisions: (count) => `有${count}处修订，按接受修订后的文字读取。报送前请接受或拒绝全部修订`,
  stacked: (count) => `有${count}行表格在一行里叠放了几行数据，请对照原文核对，最好在 Word 或 WPS 中拆成一行一项`,
  'unfinished-field': (count) => `有${count}个域不完整，其后的文字可能没有读到。请在 Word 或 WPS 中打开，全选后按 Ctrl+Shift+F9，保存后再检查`,
  included: (count) => `有${count}处内容嵌在另一个文件里，没有读到。请在 Word 或 WPS 中打开，重新保存后再检查`,
  pictures: (count) => `有${count}张图片，图片里的文字和表格不能读取`,
  objects: (count) => `有${count}个嵌入的对象（如电子表格），里面的内容不能读取`,
};

const REMAINS: readonly (NoteKind & RemainKind)[] = ['revisions', 'comments', 'hidden', 'struck'];

function remainsOf(left: ReadonlyMap<NoteKind, number>, authors: readonly string[]): DocumentRemains {
  const counts: readonly (readonly [RemainKind, number])[] = [...REMAINS.map((kind) => [kind, left.get(kind) ?? 0] as const), ['authors', authors.length]];
  return new Map(counts.filter(([, count]) => count > 0));
}

const ORDER: readonly NoteKind[] = ['stacked', 'unfinished-field', 'included', 'hidden', 'struck', 'comments', 'revisions', 'pictures', 'objects'];

function notesOf(left: ReadonlyMap<NoteKind, number>): readonly DocumentNote[] {
  return ORDER.flatMap((kind) => {
    const count = left.get(kind) ?? 0;
    return count === 0 ? [] : [{ kind, count, message: MESSAGES[kind](count) }];
  });
}

/** What office programs write where nobody gave a name. */
const NOBODY = /^(?:administrator|admin|user|owner|windows 用户|微软用户|用户|作者|author|unknown|python-docx|microsoft office user|勾稽|wps.*)$/iu;

interface Reader {
  readonly xml: string;
  readonly names: Set<string>;
  isName: boolean;
}

const NAME = { open: (reader: Reader) => void (reader.isName = true), close: (reader: Reader) => void (reader.isName = false) };
const PROPERTIES: Handlers<Reader> = new Map([
  ['dc:creator', NAME],
  ['cp:lastModifiedBy', NAME],
]);

/** `marked`: the parts whose revisions and comments have authors. */
function authorsIn(parts: Parts, marked: readonly string[]): readonly string[] {
  const names = new Set<string>();
  const properties = parts.related(null, 'core-properties');
  const part = properties === null ? 'absent' : parts.read(properties);
  if (typeof part !== 'string') {
    const texts = { text: (reader: Reader, start: number, end: number) => void (reader.isName && add(names, reader.xml.slice(start, end))), entity: () => {} };
    scanXml({ xml: part.xml, handlers: PROPERTIES, texts, reader: { xml: part.xml, names, isName: false } });
  }
  for (const xml of marked) for (const [, name = ''] of xml.matchAll(/\s\w+:author\s*=\s*"([^"]*)"/gu)) add(names, name);
  return [...names];
}

function add(names: Set<string>, name: string): void {
  const plain = name.trim();
  if (plain !== '' && !NOBODY.test(plain) && names.size < MAX_AUTHORS) names.add(plain);
}
