// Matches the typed prefix with names in Han characters or pinyin initials, where a name may stand.

import { initialsOf } from '../../rewrite/initials.ts';
import { isHan } from '../../text/han.ts';
import type { TypedLine } from '../places/spot-at-offset.ts';

export interface Match {
  /** Where the typed part of the name begins in the line. */
  readonly start: number;
  /** What of the name is not typed yet. */
  readonly rest: string;
  /** Nothing is typed: the name is offered for the place alone. */
  readonly bare: boolean;
}

/** Where a name may begin without further ado: at the head of a line or cell, or also at the head of a sentence. */
export type Head = 'line' | 'sentence';

/** Longer than every name. */
const MAX_TYPED = 40;
/** Within a sentence, fewer characters are ordinary words; at a head one will do. */
const MIN_WITHIN_SENTENCE = 4;
const MIN_OF_SENTENCE = 2;
/** Words of which these reports are full, so they announce no heading and no row. */
const ORDINARY = ['政府信息公开', '主动公开', '行政复议', '行政诉讼', '行政许可', '行政处罚', '行政强制', '规范性文件', '予以公开', '部分公开', '政府集中采购'];
/** What may stand before a name without making a sentence: blanks, cell borders, Markdown marks, enumerators. */
const LINE_HEAD = /(?:^|[\t|])[\s#>*-]*(?:(?:[一二三四五六]、|\([一二三四五六七]\)|[1-8][.、])\s*)?$/u;
const SENTENCE_HEAD = /[。;:]\s*$/u;

const initials = new Map<string, string>();

/** The names, then their initials. */
function keysOf(names: readonly string[]): readonly string[] {
  return [...names, ...names.map((name) => remembered(name))];
}

function remembered(name: string): string {
  const known = initials.get(name) ?? initialsOf(name);
  initials.set(name, known);
  return known;
}

function isHead(text: string, head: Head): boolean {
  return LINE_HEAD.test(text) || (head === 'sentence' && SENTENCE_HEAD.test(text));
}

/** The longest end of the line that begins one of the names; nothing typed fits at a head. */
export function matchTyped({ text }: TypedLine, names: readonly string[], head: Head): Match | null {
  const typed = text.slice(-MAX_TYPED);
  const keys = keysOf(names);
  for (let start = text.length - typed.length; start < text.length; start++) {
    if (!isTypedFrom(text, start)) continue;
    const end = text.slice(start).toLowerCase();
    const key = keys.find((candidate) => candidate.startsWith(end));
    if (key !== undefined && isAnnounced(text.slice(0, start), end, head)) {
      return { start, rest: key.slice(end.length), bare: false };
    }
  }
  return isHead(text, head) ? { start: text.length, rest: names[0] ?? '', bare: true } : null;
}

/** Initials begin where letters begin: `abbs` does not ask for 表三. */
function isTypedFrom(line: string, start: number): boolean {
  const first = line.charCodeAt(start);
  return isHan(first) || (isLetter(first) && !isLetter(line.charCodeAt(start - 1)));
}

function isLetter(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}

/**
 * The names of sentences are ordinary words of the reports' prose (行政复议, 主动公开): they announce one only where a
 * sentence begins, and not with their first character.
 */
function isAnnounced(before: string, typed: string, head: Head): boolean {
  if (head === 'sentence') return isHead(before, head) && typed.length >= MIN_OF_SENTENCE;
  return isHead(before, head) || standsOut(typed);
}

function standsOut(typed: string): boolean {
  return typed.length >= MIN_WITHIN_SENTENCE && !ORDINARY.some((word) => word.startsWith(typed));
}

/** An enumerator that is typed already is replaced along with the name. */
export function withEnumerator(enumerator: string, head: string): number {
  const trimmed = head.trimEnd();
  const folded = enumerator.replace('（', '(').replace('）', ')');
  return folded !== '' && trimmed.endsWith(folded) ? trimmed.length - folded.length : head.length;
}
