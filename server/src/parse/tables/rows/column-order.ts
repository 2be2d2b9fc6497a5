// Order of a table's columns, by the words of its header.

import type { ColumnSpec } from '../../../forms/form.ts';
import { hanOfName } from '../../../text/han.ts';
import type { Span } from '../../../text/span.ts';
import { ADDED, SILENT } from './added-names.ts';
import type { HeaderWord } from './header-words.ts';

export interface ColumnOrder {
  /** Left to right: a column of the form, or the header of one that it does not have. */
  readonly columns: readonly (ColumnSpec | HeaderWord)[];
  /** Words before the first column: the corner, and headers of columns before it. */
  readonly leading: readonly HeaderWord[];
  /** Columns of the form that no word names. */
  readonly missing: readonly ColumnSpec[];
  /** The header stands in its own order, and is not the pieces of one that an extractor scattered. */
  readonly isWhole: boolean;
  /** Of a scattered header: names side by side, or alike in height, stand in another order than the form's. */
  readonly isMoved: boolean;
  readonly span: Span;
}

export function isHeaderWord(entry: ColumnSpec | HeaderWord): entry is HeaderWord {
  return 'span' in entry;
}

/** So many names on a line make it a line of headers, in which an unknown word is one too. */
const MIN_NAMES = 2;

/** The order that the words say; null where they name too few columns, or one twice. `stacked`: the table stands one cell a line. */
export function columnOrder(words: readonly HeaderWord[], columns: readonly ColumnSpec[], stacked: boolean): ColumnOrder | null {
  const own = withoutRepeats(headerOf(words, columns));
  const named = own.flatMap(({ column }) => (column === null ? [] : [column]));
  if (new Set(named).size < named.length || named.length * 2 <= columns.length) return null;
  const missing = columns.filter((column) => !named.includes(column));
  const isWhole = stacked ? isUnbroken(own) : standsTogether(own);
  const { order, leading } = arranged(own, stacked);
  const [first, last] = [own.find(({ column }) => column !== null), own.findLast(({ column }) => column !== null)];
  const isMoved = !isWhole && movesSiblings(own, columns, stacked);
  return { columns: order, leading, missing, isWhole, isMoved, span: { start: first?.span.start ?? 0, end: last?.span.end ?? 0 } };
}

/** A name that comes again on its line stands where another was due. */
function withoutRepeats(words: readonly HeaderWord[]): readonly HeaderWord[] {
  return words.map((word, index) => {
    const isAgain = word.column !== null && words.findIndex(({ column, line }) => column === word.column && line === word.line) < index;
    return isAgain ? { ...word, column: null } : word;
  });
}

/** One line that names all columns; else the words up to a name that comes again. */
function headerOf(words: readonly HeaderWord[], columns: readonly ColumnSpec[]): readonly HeaderWord[] {
  const lines = new Map<number, HeaderWord[]>();
  for (const word of words) {
    const line = lines.get(word.line);
    if (line === undefined) lines.set(word.line, [word]);
    else line.push(word);
  }
  for (const line of lines.values()) {
    const named = line.flatMap(({ column }) => (column === null ? [] : [column]));
    // A title row of merged cells written out names one column several times.
    if (columns.every((column) => named.includes(column)) && new Set(named).size === named.length) return line;
  }
  const seen = new Set<ColumnSpec>();
  const end = words.findIndex(({ column }) => {
    const isAgain = column !== null && seen.has(column) && seen.size === columns.length;
    if (column !== null) seen.add(column);
    return isAgain;
  });
  return end < 0 ? words : words.slice(0, end);
}

/** One name below the other, and nothing else: extractors scatter the pieces of a header of several rows, in any order. */
function isUnbroken(words: readonly HeaderWord[]): boolean {
  const first = words.findIndex(({ column }) => column !== null);
  return words
    .slice(first)
    .every(({ column, group, key, isBroken, isFrame }) => !isBroken && group === null && (column !== null || isFrame || ADDED.test(key)));
}

/**
 * Whether the columns of a group stand in another order than the form's. Of a header of several lines the highest cell
 * begins first: names on one line are compared, else those of one length, or all where a cell is a line.
 */
function movesSiblings(words: readonly HeaderWord[], columns: readonly ColumnSpec[], stacked: boolean): boolean {
  const groups = new Set(columns.map(groupOf));
  return [...groups].some((group) => {
    const own = words.flatMap(({ column, line }) => (column !== null && groupOf(column) === group && column.groups !== undefined ? [{ column, line }] : []));
    const isShared = own.some(({ line }, index) => own[index + 1]?.line === line);
    const compared = ({ column, line }: (typeof own)[number]) => (isShared ? line : stacked ? 0 : column.label.length);
    return own.some((one, index) =>
      own.slice(index + 1).some((other) => compared(one) === compared(other) && columns.indexOf(one.column) > columns.indexOf(other.column)),
    );
  });
}

function groupOf({ groups }: ColumnSpec): string {
  return groups?.join('/') ?? '';
}

/** The columns of each group on one line, and those of none on another. */
function standsTogether(words: readonly HeaderWord[]): boolean {
  const groups = new Set(words.flatMap(({ group }) => (group === null ? [] : [group])));
  const lines = new Map<string, Set<number>>();
  for (const { column, group, line } of words) {
    if (column === null && group === null) continue;
    const over = column === null ? '' : (innermost(column, groups) ?? '');
    lines.set(over, (lines.get(over) ?? new Set<number>()).add(line));
  }
  return [...lines.values()].every((own) => own.size === 1);
}

function innermost(column: ColumnSpec, groups: ReadonlySet<string>): string | undefined {
  return column.groups?.map(hanOfName).findLast((group) => groups.has(group));
}

/** The columns of a group stand where its name stands. */
function arranged(
  words: readonly HeaderWord[],
  stacked: boolean,
): { readonly order: readonly (ColumnSpec | HeaderWord)[]; readonly leading: readonly HeaderWord[] } {
  const top: (ColumnSpec | HeaderWord | (ColumnSpec | HeaderWord)[])[] = [];
  const slots = new Map<string, (ColumnSpec | HeaderWord)[]>();
  const leading: HeaderWord[] = [];
  const names = new Map<number, number>();
  for (const { line, column, group } of words) if (column !== null || group !== null) names.set(line, (names.get(line) ?? 0) + 1);
  // What stands behind the header over all columns stands behind them.
  const behind: HeaderWord[] = [];
  let isBehindAll = false;
  // Where the word before was put, if it stands on the same line.
  let at: { readonly line: number; readonly list: (ColumnSpec | HeaderWord)[] | null } | null = null;
  for (const word of words) {
    const { column, group, line } = word;
    if (word.isOverAll || column !== null || group !== null) isBehindAll = word.isOverAll;
    if (group !== null) {
      if (slots.has(group)) continue;
      const slot: (ColumnSpec | HeaderWord)[] = [];
      slots.set(group, slot);
      top.push(slot);
      at = { line, list: null };
    } else if (column !== null) {
      const list = slots.get(innermost(column, new Set(slots.keys())) ?? '') ?? null;
      (list ?? top).push(column);
      at = { line, list };
    } else if (word.isFrame || !isHeader(word, names.get(line) ?? 0, stacked)) continue;
    else if (isBehindAll) behind.push(word);
    else if (top.length === 0) leading.push(word);
    else if (at !== null && (at.line === line || stacked || ADDED.test(word.key))) (at.list ?? top).push(word);
  }
  return { order: [...top.flat(), ...behind], leading };
}

/** No header of a column is longer; what is, was said of the table. */
const MAX_HEADER = 14;

function isHeader({ key }: HeaderWord, names: number, stacked: boolean): boolean {
  if (key.length > MAX_HEADER) return false;
  return names >= MIN_NAMES || ADDED.test(key) || (stacked && SILENT.test(key));
}
