// JSON with the place of every value, read by jsonc-parser in its strict mode.

import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import type { Span } from './span.ts';
import { MAX_JSON_DEPTH } from './limits.ts';

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

/** What the library calls wrong, for a person; `InvalidSymbol` and the like are all “no value here”. */
const PROBLEMS: Partial<Record<ReturnType<typeof printParseErrorCode>, string>> = {
  PropertyNameExpected: '这里应当是带双引号的名称',
  ValueExpected: '这里应当是一个值',
  InvalidSymbol: '这里应当是一个值',
  ColonExpected: '名称后面应当是冒号',
  CommaExpected: '这里应当是逗号或结束的括号',
  CloseBraceExpected: '这里应当是逗号或“}”',
  CloseBracketExpected: '这里应当是逗号或“]”',
  EndOfFileExpected: '末尾有多余的内容',
  InvalidCommentToken: '这里不能写注释',
  UnexpectedEndOfComment: '这里不能写注释',
};
const BROKEN_STRING = '双引号没有配对，或其中有不能直接写的字符';

/** Strict JSON, as `JSON.parse` takes it; a byte-order mark before it is passed over. Never throws. */
export function readJson(text: string): JsonReading {
  const deep = tooDeepAt(text);
  if (deep !== null) return { problem: '括号套得太深', offset: deep };
  // A blank for the mark keeps every offset.
  const readable = text.startsWith('\ufeff') ? ` ${text.slice(1)}` : text;
  const errors: ParseError[] = [];
  const root = parseTree(readable, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  const [first] = errors;
  if (first !== undefined) return { problem: problemOf(first, text), offset: Math.min(first.offset, text.length) };
  return root === undefined ? { problem: '没有写完', offset: text.length } : { root: nodeOf(root) };
}

function problemOf({ error, offset }: ParseError, text: string): string {
  if (text.slice(offset).trim() === '') return '没有写完';
  return PROBLEMS[printParseErrorCode(error)] ?? BROKEN_STRING;
}

/** Where brackets are nested deeper than the library's recursion should go; brackets within strings do not count. */
function tooDeepAt(text: string): number | null {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]/gsu)) {
    if (token === '{' || token === '[') depth++;
    else if (token === '}' || token === ']') depth--;
    if (depth > MAX_JSON_DEPTH) return index;
  }
  return null;
}

function nodeOf({ type, offset, length, value, children = [] }: Node): JsonNode {
  const span = { start: offset, end: offset + length };
  if (type === 'object') return { kind: 'object', span, members: children.map(memberNode) };
  if (type === 'array') return { kind: 'array', span, items: children.map(nodeOf) };
  return { kind: 'scalar', span, value: value as string | number | boolean | null };
}

/** A tree without errors has both parts of each member. */
function memberNode({ children = [] }: Node): JsonMember {
  const [key, value] = children as [Node, Node];
  return { key: String(key.value), keySpan: { start: key.offset, end: key.offset + key.length }, value: nodeOf(value) };
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
