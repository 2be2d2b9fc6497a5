// Words in a table's header, and the columns or column groups they name.

import type { ColumnSpec } from '../../../forms/form.ts';
import { hanOf, hanOfName } from '../../../text/han.ts';
import type { Span } from '../../../text/span.ts';
import type { Item } from '../lines/items.ts';
import type { Surface } from '../../document/surface.ts';
import { namesOfColumn } from './form-rows.ts';
import { MAX_PLAIN_HEADERS, MAX_WRITING } from '../../limits.ts';
import { Turns } from '../../../text/turns.ts';

/** A word or a field of the header. */
export interface HeaderWord {
  readonly span: Span;
  readonly key: string;
  readonly line: number;
  /** The column that is called so; null where none is. */
  readonly column: ColumnSpec | null;
  /** The group of columns that is called so, if it is not over all of them. */
  readonly group: string | null;
  /** A word of the form that names no column: the corner, or a header over all columns. */
  readonly isFrame: boolean;
  /** The header over all columns. */
  readonly isOverAll: boolean;
  /** Put together from several words. */
  readonly isBroken: boolean;
}

/** What headers are made of: the names of columns, of groups over some of them, and of what stands over all or in the corner. */
export interface HeaderNames {
  readonly columns: ReadonlyMap<string, ColumnSpec>;
  readonly groups: ReadonlySet<string>;
  readonly frames: ReadonlySet<string>;
  readonly overAll: ReadonlySet<string>;
  /** First characters of the names of columns and groups. */
  readonly beginnings: ReadonlySet<string>;
  /** What names of columns and groups begin with: their first character, their first two, … */
  readonly heads: ReadonlySet<string>;
}

/** Names that people give the corner, which the form leaves to a note. */
const CORNERS = ['信息内容', '项目', '类别', '事项', '申请人', '指标', '办理结果', '项目名称'];
const NUMERAL = /^[一二三四五六七八九十]{1,3}$/u;
/** A name is broken into so many words at most. */
const MAX_PIECES = 3;
/** Words of a line, whatever stands between them; what stands in brackets belongs to its word. Headers are short, and the stack of a pattern that takes millions of characters is not long enough. */
const WORD = /(?:\([^()\n]{1,60}\)|[^\s,;、|]){1,64}/gu;

const known = new WeakMap<readonly ColumnSpec[], HeaderNames>();

export function headerNames(columns: readonly ColumnSpec[]): HeaderNames {
  const names = known.get(columns) ?? makeNames(columns);
  known.set(columns, names);
  return names;
}

function makeNames(columns: readonly ColumnSpec[]): HeaderNames {
  const byName = new Map<string, ColumnSpec>();
  // The printed name of one column is never taken for the variant of another.
  for (const column of columns) byName.set(namesOfColumn(column)[0] ?? '', column);
  for (const column of columns) for (const name of namesOfColumn(column)) if (!byName.has(name)) byName.set(name, column);
  const groups = [...new Set(columns.flatMap((column) => column.groups ?? []))];
  const isOverAll = (group: string) => columns.every((column) => column.groups?.includes(group) === true);
  const names = [...byName.keys(), ...groups.map(hanOfName)];
  return {
    columns: byName,
    groups: new Set(groups.filter((group) => !isOverAll(group)).map(hanOfName)),
    frames: new Set(CORNERS),
    overAll: new Set(groups.filter(isOverAll).map(hanOfName)),
    beginnings: new Set(names.map((name) => name.charAt(0))),
    heads: new Set(names.flatMap((name) => Array.from(name.slice(1), (_, at) => name.slice(0, at + 1)))),
  };
}

interface Piece extends Span {
  readonly line: number;
  readonly key: string;
  /** A field of its own, which no blank divides. */
  readonly isField: boolean;
}

/**
 * What the words of a header depend on: two headers of one writing have the same words. Reports are printed by few programs,
 * so that a header which says what the form says need not be read again.
 */
export class PlainHeaders {
  readonly #known = new Set<string>();

  /** `isPlain` is asked once for each writing. */
  has({ text }: Surface, items: readonly Item[], isPlain: () => boolean): boolean {
    let writing = '';
    let line = items[0]?.line ?? 0;
    for (const item of items) {
      if (item.kind !== 'label') continue;
      writing += '\n'.repeat(Math.min(item.line - line, MAX_LINES_BELOW + 1)) + (item.fields > 0 ? '\t' : '\r') + text.slice(item.start, item.end);
      line = item.line;
      if (writing.length > MAX_WRITING) return isPlain();
    }
    if (this.#known.has(writing)) return true;
    if (!isPlain()) return false;
    if (this.#known.size >= MAX_PLAIN_HEADERS) this.#known.clear();
    this.#known.add(writing);
    return true;
  }
}

/** The words of label items in order; a name that is broken into neighbouring words is one. */
export function headerWords({ text }: Surface, items: readonly Item[], names: HeaderNames): readonly HeaderWord[] {
  const pieces = items.flatMap((item): readonly Piece[] => {
    if (item.kind !== 'label') return [];
    if (item.fields > 0) return [{ start: item.start, end: item.end, line: item.line, key: keyOf(text.slice(item.start, item.end)), isField: true }];
    return [...text.slice(item.start, item.end).matchAll(WORD)].map((word) => {
      const start = item.start + word.index;
      return { start, end: start + word[0].length, line: item.line, key: keyOf(word[0]), isField: false };
    });
  });
  const words: HeaderWord[] = [];
  const turns = new Turns(pieces.length);
  for (let at = 0; turns.more() && at < pieces.length;) {
    const length = lengthAt(pieces, at, names);
    const [first, last] = [pieces[at], pieces[at + length - 1]];
    if (first === undefined || last === undefined) break;
    words.push(wordOf({ start: first.start, end: last.end }, joined(pieces, at, length), { names, line: first.line, isBroken: length > 1 }));
    at += length;
  }
  return joinedOverLines(words, names);
}

function wordOf(
  { start, end }: Span,
  key: string,
  { names, line, isBroken }: { readonly names: HeaderNames; readonly line: number; readonly isBroken: boolean },
): HeaderWord {
  return {
    span: { start, end },
    key,
    line,
    column: names.columns.get(key) ?? null,
    group: names.groups.has(key) ? key : null,
    // The numeral of the first row may stand here by itself.
    isFrame: key === '' || names.frames.has(key) || names.overAll.has(key) || NUMERAL.test(key),
    isOverAll: names.overAll.has(key),
    isBroken,
  };
}

/** The end of a name stands so many lines below its beginning at most. */
const MAX_LINES_BELOW = 2;

/** `社会公益 法律服务` above `组织 机构`: a name whose end stands on a line below, the ends in the order of the beginnings. */
function joinedOverLines(words: readonly HeaderWord[], names: HeaderNames): readonly HeaderWord[] {
  // A printed name is whole; 其他 is no beginning of 其他组织.
  const isHead = ({ key, column, group }: HeaderWord) => group === null && names.heads.has(key) && (column === null || hanOfName(column.label) !== key);
  if (!words.some(isHead)) return words;
  const taken = new Set<HeaderWord>();
  const whole = words.map((word, index) => {
    if (!isHead(word) || taken.has(word)) return word;
    const end = words
      .slice(index + 1)
      .find(
        (other) =>
          !taken.has(other) &&
          other.line > word.line &&
          other.line - word.line <= MAX_LINES_BELOW &&
          (names.columns.has(word.key + other.key) || names.groups.has(word.key + other.key)),
      );
    if (end === undefined) return word;
    taken.add(end);
    return wordOf(word.span, word.key + end.key, { names, line: word.line, isBroken: true });
  });
  return whole.filter((word) => !taken.has(word));
}

/** What stands in brackets is a note of the form. */
function keyOf(text: string): string {
  const whole = hanOf(text);
  return whole === '' ? '' : hanOf(text.replaceAll(/\([^()]*\)/gu, '')) || whole;
}

/** No header is longer; what is, was said of the table. */
const MAX_KEY = 16;

function lengthAt(pieces: readonly Piece[], at: number, names: HeaderNames): number {
  const first = pieces[at];
  if (first === undefined || first.isField || first.key.length > MAX_KEY || !names.beginnings.has(first.key.charAt(0))) return 1;
  let key = first.key;
  let length = 1;
  for (let more = 1; more < MAX_PIECES; more++) {
    const piece = pieces[at + more];
    if (piece === undefined || piece.isField) break;
    key += piece.key;
    if (names.columns.has(key) || names.groups.has(key)) length = more + 1;
  }
  return length;
}

function joined(pieces: readonly Piece[], at: number, length: number): string {
  return pieces
    .slice(at, at + length)
    .map(({ key }) => key)
    .join('');
}
