// What does a JSON text say, and where? With places, so that it can be changed without touching the rest of it.

import type { Span } from './span.ts';
import { MAX_JSON_DEPTH } from './limits.ts';
import { Turns } from './turns.ts';

interface JsonMember {
  readonly key: string;
  /** With its quotation marks. */
  readonly keySpan: Span;
  readonly value: JsonNode;
}

export type JsonNode = { readonly span: Span } & (
  | { readonly kind: 'object'; readonly members: readonly JsonMember[] }
  | { readonly kind: 'array'; readonly items: readonly JsonNode[] }
  | { readonly kind: 'scalar'; readonly value: string | number | boolean | null }
);

/** `problem` is Chinese and speaks of what stands at `offset`. */
export type JsonReading = { readonly root: JsonNode } | { readonly problem: string; readonly offset: number };

const BLANK = /[ \t\r\n]*/uy;
const STRING = /"[^"\\]*(?:\\.[^"\\]*)*"/suy;
const BARE = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/uy;

/** Strict JSON, as `JSON.parse` takes it; a byte-order mark before it is passed over. Never throws. */
export function readJson(text: string): JsonReading {
  try {
    const cursor = { text, at: text.startsWith('\ufeff') ? 1 : 0 };
    const root = readValue(cursor, 0);
    skipBlanks(cursor);
    if (cursor.at < text.length) throw new Broken('末尾有多余的内容', cursor.at);
    return { root };
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    return { problem: error.problem, offset: error.offset };
  }
}

/** The value of the member of that name; of several the last one counts, as for `JSON.parse`. */
export function memberOf(node: JsonNode | undefined, key: string): JsonNode | undefined {
  return node?.kind === 'object' ? node.members.findLast((member) => member.key === key)?.value : undefined;
}

/** Names of members and places in lists, from the outermost. */
export type JsonPath = readonly (string | number)[];

/** What stands at `path`, if there is such a place. */
export function nodeAt(root: JsonNode, path: JsonPath): JsonNode | undefined {
  return path.reduce<JsonNode | undefined>((node, step) => {
    if (typeof step === 'string') return memberOf(node, step);
    return node?.kind === 'array' ? node.items[step] : undefined;
  }, root);
}

interface Cursor {
  readonly text: string;
  at: number;
}

/** Ends the reading from any depth; never leaves this file. */
class Broken extends Error {
  readonly problem: string;
  readonly offset: number;

  constructor(problem: string, offset: number) {
    super(problem);
    this.problem = problem;
    this.offset = offset;
  }
}

function readValue(cursor: Cursor, depth: number): JsonNode {
  skipBlanks(cursor);
  const start = cursor.at;
  const first = cursor.text[start];
  if (depth > MAX_JSON_DEPTH) throw new Broken('括号套得太深', start);
  if (first === '{') {
    const members = readList(cursor, '}', () => readMember(cursor, depth));
    return { kind: 'object', members, span: { start, end: cursor.at } };
  }
  if (first === '[') {
    const items = readList(cursor, ']', () => readValue(cursor, depth + 1));
    return { kind: 'array', items, span: { start, end: cursor.at } };
  }
  const value = first === '"' ? readString(cursor) : readBare(cursor);
  return { kind: 'scalar', value, span: { start, end: cursor.at } };
}

/** The entries between an opening bracket, where the cursor stands, and its closing one. */
function readList<Entry>(cursor: Cursor, closing: string, readEntry: () => Entry): readonly Entry[] {
  const entries: Entry[] = [];
  cursor.at++;
  skipBlanks(cursor);
  if (cursor.text[cursor.at] === closing) {
    cursor.at++;
    return entries;
  }
  const turns = new Turns(cursor.text.length);
  while (turns.more()) {
    entries.push(readEntry());
    skipBlanks(cursor);
    const next = cursor.text[cursor.at];
    if (next !== ',' && next !== closing) throw new Broken(next === undefined ? '没有写完' : `这里应当是逗号或“${closing}”`, cursor.at);
    cursor.at++;
    if (next === closing) return entries;
  }
  throw new Broken('没有写完', cursor.at);
}

function readMember(cursor: Cursor, depth: number): JsonMember {
  skipBlanks(cursor);
  if (cursor.text[cursor.at] !== '"') throw new Broken(cursor.at >= cursor.text.length ? '没有写完' : '这里应当是带双引号的名称', cursor.at);
  const start = cursor.at;
  const key = readString(cursor);
  const keySpan = { start, end: cursor.at };
  skipBlanks(cursor);
  if (cursor.text[cursor.at] !== ':') throw new Broken('名称后面应当是冒号', cursor.at);
  cursor.at++;
  return { key, keySpan, value: readValue(cursor, depth + 1) };
}

function readString(cursor: Cursor): string {
  const start = cursor.at;
  const word = take(cursor, STRING);
  try {
    return JSON.parse(word) as string;
  } catch {
    throw new Broken('双引号没有配对，或其中有不能直接写的字符', start);
  }
}

function readBare(cursor: Cursor): number | boolean | null {
  const start = cursor.at;
  const word = take(cursor, BARE);
  if (word === '') throw new Broken(start >= cursor.text.length ? '没有写完' : '这里应当是一个值', start);
  return JSON.parse(word) as number | boolean | null;
}

function skipBlanks(cursor: Cursor): void {
  take(cursor, BLANK);
}

/** What a sticky pattern matches at the cursor, which moves behind it; empty where it does not match. */
function take(cursor: Cursor, pattern: RegExp): string {
  pattern.lastIndex = cursor.at;
  const word = pattern.exec(cursor.text)?.[0] ?? '';
  cursor.at += word.length;
  return word;
}
