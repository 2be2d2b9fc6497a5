// Changes one place of a JSON text; the rest of it stays as it was written, and taking the change back gives the former text:
// jsonc-parser's own `modify` breaks a list that stands on one line into lines.

import { nodeAt, readJson, type JsonNode, type JsonPath } from './json.ts';

/** What `JSON.stringify` takes. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** The text with `value` behind the last entry of the list at `path`; what is missing on the way there is made. */
export function appendJson(text: string, path: JsonPath, value: JsonValue): string {
  const list = nodeAt(rootOf(text), path);
  if (list === undefined) return putJson(text, path, [value]);
  if (list.kind !== 'array') throw new Error(`no list at ${path.join('/')}`);
  return insert(text, list, path.length, { last: list.items.at(-1), entry: value, label: '' });
}

/** The text with `value` at `path`, in place of what is there; what is missing on the way there is made. */
export function putJson(text: string, path: JsonPath, value: JsonValue): string {
  const present = nodeAt(rootOf(text), path);
  if (present !== undefined) return splice(text, present.span.start, present.span.end, render(text, value, path.length));
  const [key] = path.slice(-1);
  const parent = path.slice(0, -1);
  const holder = nodeAt(rootOf(text), parent);
  if (holder === undefined) return putJson(text, parent, { [String(key)]: value });
  if (holder.kind !== 'object') throw new Error(`nothing can be put in at ${parent.join('/')}`);
  return insert(text, holder, parent.length, { last: holder.members.at(-1)?.value, entry: value, label: `${JSON.stringify(key)}: ` });
}

/** The text without the item at `index` of the list at `path`, and without what divides it from the others. */
export function removeJson(text: string, path: JsonPath, index: number): string {
  const list = nodeAt(rootOf(text), path);
  const item = list?.kind === 'array' ? list.items[index] : undefined;
  if (list?.kind !== 'array' || item === undefined) return text;
  const [previous, next] = [list.items[index - 1], list.items[index + 1]];
  if (next !== undefined) return splice(text, item.span.start, next.span.start, '');
  if (previous !== undefined) return splice(text, previous.span.end, item.span.end, '');
  return splice(text, list.span.start + 1, list.span.end - 1, '');
}

/** A text of its own, for a new file. */
export function writeJson(value: JsonValue): string {
  return `${JSON.stringify(value, null, DEFAULT_INDENT)}\n`;
}

interface Entry {
  /** What the new entry comes behind. */
  readonly last: JsonNode | undefined;
  readonly entry: JsonValue;
  /** The name in front of a member's value. */
  readonly label: string;
}

/** Puts an entry into a bracket at `depth`: on a line of its own, or behind the others where they share a line. */
function insert(text: string, bracket: JsonNode, depth: number, { last, entry, label }: Entry): string {
  const { start, end } = bracket.span;
  const words = label + render(text, entry, depth + 1);
  const { lineBreak, indent } = styleOf(text);
  const isOneLine = last !== undefined && !text.slice(start, end).includes('\n') && !words.includes('\n');
  if (isOneLine) return splice(text, last.span.end, last.span.end, `, ${words}`);
  const line = `${lineBreak}${indent.repeat(depth + 1)}${words}`;
  if (last !== undefined) return splice(text, last.span.end, last.span.end, `,${line}`);
  return splice(text, start + 1, end - 1, `${line}${lineBreak}${indent.repeat(depth)}`);
}

function render(text: string, value: JsonValue, depth: number): string {
  const { lineBreak, indent } = styleOf(text);
  return JSON.stringify(value, null, indent).replaceAll('\n', lineBreak + indent.repeat(depth));
}

const DEFAULT_INDENT = '  ';

/** As the text has it so far. */
function styleOf(text: string): { readonly lineBreak: string; readonly indent: string } {
  const indent = /^[{[]?\r?\n([ \t]+)/u.exec(text.replace(/^\ufeff/u, ''))?.[1];
  return { lineBreak: text.includes('\r\n') ? '\r\n' : '\n', indent: indent ?? DEFAULT_INDENT };
}

/** Texts that cannot be read are never changed; the caller has read it before. */
export function rootOf(text: string): JsonNode {
  const reading = readJson(text);
  if ('problem' in reading) throw new Error('a damaged text is not changed');
  return reading.root;
}

function splice(text: string, start: number, end: number, words: string): string {
  return text.slice(0, start) + words + text.slice(end);
}
