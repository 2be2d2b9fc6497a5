// Reads the tags and words of a part in one pass, with offsets into it. A scanner of our own: it leaps from mark
// to mark, and a document costs less than with the tokenizer for pages, which looks at every character.

import { Turns } from '../../text/turns.ts';
import { MAX_DEPTH, MAX_PREFIXES } from '../limits.ts';
import type { Attributes, ElementHandler, Handlers, TextHandler } from './element-handlers.ts';
import { NAMESPACES } from './names.ts';
import { entityAt, EQUALS, GREATER, nameEnd, skipBlank, SLASH, unescaped } from './xml-characters.ts';

export type XmlTrouble = 'malformed' | 'too-deep';

interface Scan<Reader> {
  readonly xml: string;
  readonly handlers: Handlers<Reader>;
  readonly texts?: TextHandler<Reader>;
  readonly reader: Reader;
}

/** Null where the part was read to its end. */
export function scanXml<Reader>(scan: Scan<Reader>): XmlTrouble | null {
  return new Scanner(scan).run();
}

interface Open<Reader> {
  readonly rawName: string;
  readonly handler: ElementHandler<Reader> | null;
  /** The prefixes outside, where the element declares some of its own. */
  readonly outer: ReadonlyMap<string, string | null> | null;
}

const PASSED_BY = null;
const DOUBLE_QUOTE = 0x22;
const QUOTE = 0x27;
const BANG = 0x21;
const QUESTION = 0x3f;
/** And below it what ends a line. */
const BLANK = 0x20;

/** The life of one part. Attributes are kept as offsets: most are never asked for. */
class Scanner<Reader> implements Attributes {
  private trouble: XmlTrouble | null = null;
  private readonly xml: string;
  private readonly handlers: Handlers<Reader>;
  private readonly texts: TextHandler<Reader> | null;
  private readonly reader: Reader;
  private readonly stack: Open<Reader>[] = [];
  private prefixes: ReadonlyMap<string, string | null> = new Map();
  /** What each name means under these prefixes. */
  private known = new Map<string, ElementHandler<Reader> | null>();
  /** How deep the element lies whose content is skipped, or 0. */
  private skipping = 0;
  /** Four offsets an attribute: where its name and its value begin and end. */
  private readonly attributes: number[] = [];
  private count = 0;
  at = 0;
  behind = 0;
  private declares = false;
  /** Where the attributes begin that nobody has asked for yet, or -1. */
  private unread = -1;
  private rooted = false;
  /** The next `&`, at or behind where we are. */
  private nextEntity = -1;
  /** The next `'` and the next declaration of a prefix, likewise. */
  private nextQuote = -1;
  private nextDeclaration = -1;

  constructor({ xml, handlers, texts, reader }: Scan<Reader>) {
    this.xml = xml;
    this.handlers = handlers;
    this.texts = texts ?? null;
    this.reader = reader;
  }

  run(): XmlTrouble | null {
    const { xml } = this;
    let at = 0;
    const turns = new Turns(xml.length);
    while (turns.more() && at < xml.length && this.trouble === null) {
      const mark = xml.indexOf('<', at);
      const end = mark < 0 ? xml.length : mark;
      if (end > at) this.text(at, end);
      at = mark < 0 ? end : this.markup(mark);
    }
    return this.trouble ?? (this.rooted && this.stack.length === 0 ? null : 'malformed');
  }

  get(localName: string): string | null {
    if (this.unread >= 0) {
      const from = this.unread;
      this.unread = -1;
      this.readAttributes(from);
    }
    for (let at = 0; at < this.count; at += 4) {
      const begin = this.attributes[at] ?? 0;
      const start = (this.attributes[at + 1] ?? 0) - localName.length;
      if (start < begin || !this.xml.startsWith(localName, start)) continue;
      if (start === begin || this.xml[start - 1] === ':') return this.valueAt(at);
    }
    return null;
  }

  private valueAt(at: number): string {
    return unescaped(this.xml.slice(this.attributes[at + 2], this.attributes[at + 3]));
  }

  /** From a `<` to behind what it begins. */
  private markup(mark: number): number {
    switch (this.xml.charCodeAt(mark + 1)) {
      case SLASH:
        return this.closing(mark + 2);
      case BANG:
        return this.declaration(mark);
      case QUESTION:
        return this.past('?>', mark);
      default:
        return this.opening(mark + 1);
    }
  }

  private declaration(mark: number): number {
    if (this.xml.startsWith('<!--', mark)) return this.past('-->', mark + 4);
    // No part may have a document type: it could define words that stand nowhere.
    if (!this.xml.startsWith('<![CDATA[', mark)) return this.fail('malformed');
    const start = mark + '<![CDATA['.length;
    const end = this.past(']]>', start);
    if (this.trouble === null && this.skipping === 0) this.texts?.text(this.reader, start, end - ']]>'.length);
    return end;
  }

  private past(mark: string, from: number): number {
    const at = this.xml.indexOf(mark, from);
    return at < 0 ? this.fail('malformed') : at + mark.length;
  }

  private text(start: number, end: number): void {
    if (this.skipping > 0 || this.texts === null) return;
    if (this.nextEntity < start) this.nextEntity = this.next('&', start);
    if (this.nextEntity >= end) this.texts.text(this.reader, start, end);
    else this.textWithEntities(start, end);
  }

  private next(words: string, at: number): number {
    const found = this.xml.indexOf(words, at);
    return found < 0 ? this.xml.length : found;
  }

  private textWithEntities(start: number, end: number): void {
    let at = start;
    const turns = new Turns(end - start);
    while (turns.more() && at < end) {
      const entity = Math.min(this.nextEntity, end);
      if (entity > at) this.texts?.text(this.reader, at, entity);
      if (entity === end) return;
      const written = entityAt(this.xml, entity, end);
      const codePoint = unescaped(written).codePointAt(0);
      if (written === '' || codePoint === undefined || unescaped(written) === written) return void this.fail('malformed');
      at = entity + written.length;
      this.texts?.entity(this.reader, codePoint, { start: entity, end: at });
      this.nextEntity = this.next('&', at);
    }
  }

  private opening(start: number): number {
    const { xml } = this;
    let at = nameEnd(xml, start);
    if (at === start) return this.fail('malformed');
    const rawName = xml.slice(start, at);
    this.count = 0;
    this.declares = false;
    this.unread = -1;
    if (xml.charCodeAt(at) !== GREATER) {
      const end = this.endOfTag(at);
      if (end >= 0) this.unread = at;
      at = end >= 0 ? end : this.readAttributes(at);
    }
    if (this.trouble !== null) return xml.length;
    const isEmpty = xml.charCodeAt(at) === SLASH;
    if (isEmpty && xml.charCodeAt(at + 1) !== GREATER) return this.fail('malformed');
    this.rooted = true;
    this.at = start - 1;
    this.behind = isEmpty ? at + 2 : at + 1;
    this.begin(rawName, isEmpty);
    return this.behind;
  }

  private begin(rawName: string, isEmpty: boolean): void {
    const outer = this.declares ? this.declare() : null;
    const handler = this.skipping > 0 ? PASSED_BY : this.handlerOf(rawName);
    if (!isEmpty) {
      this.stack.push({ rawName, handler, outer });
      if (this.stack.length > MAX_DEPTH) return void this.fail('too-deep');
    } else if (outer !== null) this.leave(outer);
    if (handler === PASSED_BY) return;
    const isSkipped = handler.open?.(this.reader, this) === 'skip';
    if (isEmpty) handler.close?.(this.reader, this);
    else if (isSkipped) this.skipping = this.stack.length;
  }

  /** The `>` or `/` of a tag whose attributes need not be read to find it: no prefix is declared, and the mark is in no value. Else -1. */
  private endOfTag(from: number): number {
    const { xml } = this;
    const mark = xml.indexOf('>', from);
    if (this.nextQuote < from) this.nextQuote = this.next("'", from);
    if (this.nextDeclaration < from) this.nextDeclaration = this.next('xmlns', from);
    if (mark < 0 || this.nextQuote < mark || this.nextDeclaration < mark) return -1;
    const end = xml.charCodeAt(mark - 1) === SLASH ? mark - 1 : mark;
    if (end === from) return end;
    // Behind `="` or `=" ` a value begins, and the mark may be a character of it.
    const before = xml.charCodeAt(end - 2);
    return xml.charCodeAt(end - 1) === DOUBLE_QUOTE && before !== EQUALS && before > BLANK ? end : -1;
  }

  /** To the `>` or `/` behind them. */
  private readAttributes(from: number): number {
    const { xml, attributes } = this;
    let at = skipBlank(xml, from);
    const turns = new Turns(xml.length - from);
    while (turns.more() && at < xml.length) {
      const unit = xml.charCodeAt(at);
      if (unit === GREATER || unit === SLASH) return at;
      const end = nameEnd(xml, at);
      const equals = skipBlank(xml, end);
      const open = skipBlank(xml, equals + 1);
      const quote = xml.charCodeAt(open);
      const close =
        end === at || xml.charCodeAt(equals) !== EQUALS || (quote !== DOUBLE_QUOTE && quote !== QUOTE)
          ? -1
          : xml.indexOf(quote === QUOTE ? "'" : '"', open + 1);
      if (close < 0) return this.fail('malformed');
      attributes[this.count] = at;
      attributes[this.count + 1] = end;
      attributes[this.count + 2] = open + 1;
      attributes[this.count + 3] = close;
      this.count += 4;
      if (xml.startsWith('xmlns', at)) this.declares = true;
      at = skipBlank(xml, close + 1);
    }
    return this.fail('malformed');
  }

  private closing(start: number): number {
    const { xml } = this;
    const top = this.stack.pop();
    const end = start + (top?.rawName.length ?? 0);
    const mark = skipBlank(xml, end);
    if (top === undefined || !xml.startsWith(top.rawName, start) || xml.charCodeAt(mark) !== GREATER) return this.fail('malformed');
    if (this.skipping > this.stack.length) this.skipping = 0;
    this.at = start - 2;
    this.behind = mark + 1;
    if (this.skipping === 0) top.handler?.close?.(this.reader, this);
    if (top.outer !== null) this.leave(top.outer);
    return this.behind;
  }

  private fail(trouble: XmlTrouble): number {
    this.trouble ??= trouble;
    return this.xml.length;
  }

  private handlerOf(rawName: string): ElementHandler<Reader> | null {
    const known = this.known.get(rawName);
    if (known !== undefined) return known;
    const colon = rawName.indexOf(':');
    const prefix = this.prefixes.get(colon < 0 ? '' : rawName.slice(0, colon)) ?? null;
    const handler = prefix === null ? PASSED_BY : (this.handlers.get(`${prefix}:${rawName.slice(colon + 1)}`) ?? PASSED_BY);
    this.known.set(rawName, handler);
    return handler;
  }

  /** Takes up the prefixes of the element that begins; gives back those around it. */
  private declare(): ReadonlyMap<string, string | null> {
    const outer = this.prefixes;
    const inner = new Map(outer);
    for (let at = 0; at < this.count; at += 4) {
      const name = this.xml.slice(this.attributes[at], this.attributes[at + 1]);
      if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
      const address = this.valueAt(at);
      inner.set(name.slice('xmlns:'.length), NAMESPACES.get(address) ?? null);
    }
    if (inner.size > MAX_PREFIXES) this.fail('malformed');
    if ([...inner].some(([prefix, name]) => outer.get(prefix) !== name)) {
      this.prefixes = inner;
      this.known = new Map();
    }
    return outer;
  }

  private leave(outer: ReadonlyMap<string, string | null>): void {
    if (outer === this.prefixes) return;
    this.prefixes = outer;
    this.known = new Map();
  }
}
