// Finds the values of a table of blocks that is printed as one row: together, in a table for each block,
// one a line, or run together in one number.

import { hanOf, hanOfName } from '../../../text/han.ts';
import type { Span } from '../../../text/span.ts';
import { isInConflict, type Surface } from '../../document/surface.ts';
import type { BlockNames } from './block-order.ts';
import { digitTokens, splitIntoBlocks } from '../cells/split.ts';
import { stackedCells } from '../cells/stacked.ts';
import { isCellItem, type Item } from '../lines/items.ts';
import { ADDED } from '../rows/added-names.ts';
import { namesOfColumns } from '../rows/form-rows.ts';

/** A sum over the blocks of 行政诉讼, which the form does not ask for. */
const SUM_OF_SUITS = /^(?:行政)?(?:复议)?(?:行政)?诉讼(?:案件)?(?:合计|总计|小计)$/u;
const TOTAL_NAME = /^(?:总计|合计)$/u;

export interface ValuesRequest {
  readonly surface: Surface;
  readonly region: Span;
  readonly names: BlockNames;
  readonly items: readonly Item[];
  /** Behind the cells of the form stands one more column. */
  readonly isAdded: boolean;
}

export interface BlockValues {
  /** What stands where the values are due. */
  readonly body: readonly Item[];
  /** Headers stand among the values. */
  readonly isTorn: boolean;
  /** One item a cell; null where their number does not tell. */
  readonly window: readonly Item[] | null;
  /** The cells were cut out of digits that had run together. */
  readonly isRunTogether: boolean;
  /** Of such digits that can be cut in several ways. */
  readonly readings: readonly (readonly number[])[] | null;
  /** Further whole rows without a header. */
  readonly left: readonly (readonly Item[])[];
}

export function blockValues(request: ValuesRequest): BlockValues {
  const { body, isTorn, left } = bodyOf(request);
  const all = request.names.places.length;
  const runTogether = isTorn ? null : splitRunTogether(request, body);
  const whole = isTorn ? null : windowOf(body, all);
  const window = isTorn ? null : (whole ?? runTogether?.items ?? stackedIn(request, body));
  return { body, isTorn, window, isRunTogether: runTogether !== null, readings: window === null && runTogether !== null ? runTogether.readings : null, left };
}

interface Body {
  readonly body: readonly Item[];
  readonly isTorn: boolean;
  readonly left: readonly (readonly Item[])[];
}

/** All values together; else the blocks, each under its own header; else what there is. */
function bodyOf({ surface, names, items, isAdded }: ValuesRequest): Body {
  const { rows, columns } = names.table;
  const all = names.places.length;
  const withoutLast = (chunks: readonly (readonly Item[])[]) => (isAdded ? chunks.map((chunk) => (chunk.length > all ? chunk.slice(0, -1) : chunk)) : chunks);
  const strict = withoutLast(chunksOf(items, () => true));
  // 总计 alone between two values is a header that an extractor dropped in the wrong place.
  const isTotal = (item: Item) => TOTAL_NAME.test(hanOf(surface.text.slice(item.start, item.end)));
  const chunks = withoutLast(chunksOf(items, (item) => !isTotal(item)));
  const isWhole = (chunk: readonly Item[]) => windowOf(chunk, all) !== null && chunk.some((item) => item.kind === 'value');
  const whole = strict.find(isWhole) ?? chunks.find(isWhole);
  const valued = chunks.filter((chunk) => chunk.some((item) => item.kind === 'value'));
  if (whole !== undefined) {
    const isLeft = (chunk: readonly Item[]) => chunk !== whole && isWhole(chunk) && !isInConflict(surface, chunk[0]?.start ?? 0);
    return { body: whole, isTorn: false, left: strict.includes(whole) ? strict.filter(isLeft) : [] };
  }
  const blocks = chunks.filter((chunk) => chunk.length === columns.length);
  if (blocks.length === rows.length && valued.every((chunk) => blocks.includes(chunk))) return { body: blocks.flat(), isTorn: false, left: [] };
  if (isInParts(valued, columns.length, all) || isList(surface, names, items)) return { body: valued.flat(), isTorn: false, left: [] };
  if (valued.length > 0) return { body: valued.flat(), isTorn: valued.length > 1, left: [] };
  // No number at all: the last row of blanks is the one to be filled.
  return { body: chunks.findLast((chunk) => chunk.length >= all) ?? [], isTorn: false, left: [] };
}

/** The blocks without a group in a table of their own, those of a group side by side in the next. */
function isInParts(valued: readonly (readonly Item[])[], width: number, all: number): boolean {
  const [first] = valued;
  return valued.length === 2 && first?.length === width && valued[1]?.length === all - width;
}

/** `结果维持：1` and so on, each figure behind its own name. */
function isList(surface: Surface, { table: { columns }, places }: BlockNames, items: readonly Item[]): boolean {
  const labels = columns.map((column) => hanOfName(column.label));
  const named = items.flatMap((item, index) => {
    const label = items[index - 1];
    if (item.kind !== 'value') return [];
    return [label?.kind === 'label' ? hanOf(surface.text.slice(label.start, label.end)) : ''];
  });
  return named.length === places.length && named.every((name, index) => name.endsWith(labels[index % columns.length] ?? name));
}

/** Values that no header interrupts, as far as `interrupts` says so. */
export function chunksOf(items: readonly Item[], interrupts: (label: Item) => boolean): readonly (readonly Item[])[] {
  const isStream = items.some((item) => item.field >= 0 && item.fields === 0);
  const valued = new Set(items.filter((item) => item.kind === 'value').map((item) => item.line));
  const labelled = new Set(items.filter((item) => item.kind === 'label').map((item) => item.line));
  const chunks: Item[][] = [[]];
  let line = -1;
  let delimited = false;
  for (const item of items) {
    if (!isCellItem(item)) {
      if (interrupts(item)) chunks.push([]);
      continue;
    }
    const counts = item.kind === 'value' || isStream || item.start < item.end || valued.has(item.line) || !labelled.has(item.line);
    if (!counts) continue;
    // A delimited line is a row of its own.
    if ((item.fields > 0 || delimited) && item.line !== line) chunks.push([]);
    line = item.line;
    delimited = item.fields > 0;
    chunks.at(-1)?.push(item);
  }
  return chunks.filter((chunk) => chunk.length > 0);
}

/** Exactly as many as there are cells, once empty fields at either end are taken off; where as many are filled, the others are gaps. */
function windowOf(body: readonly Item[], all: number): readonly Item[] | null {
  const isEmpty = (item: Item | undefined) => item !== undefined && item.kind === 'blank' && item.start === item.end;
  const filled = body.filter((item) => item.kind === 'value');
  if (filled.length === all) return filled;
  let start = 0;
  let end = body.length;
  while (end > start + all && isEmpty(body[end - 1])) end--;
  while (start < end - all && isEmpty(body[start])) start++;
  return end - start === all ? body.slice(start, end) : null;
}

interface RunTogether {
  /** The cells, where the sums leave one way to cut them. */
  readonly items: readonly Item[] | null;
  readonly readings: readonly (readonly number[])[];
}

/** Fewer values than cells but digits enough: neighbouring cells ran together. Null where that is not so. */
function splitRunTogether({ surface: { text }, names: { table, places } }: ValuesRequest, body: readonly Item[]): RunTogether | null {
  const [first] = body;
  // A number between blanks is one number.
  if (first === undefined || body.length !== 1 || first.kind !== 'value' || first.field >= 0) return null;
  const tokens = digitTokens(text, body);
  if (tokens === null || tokens.reduce((sum, token) => sum + token.digits.length, 0) < places.length) return null;
  const ways = splitIntoBlocks(tokens, table.rows.length, table.columns.length);
  const [only] = ways;
  const readings = ways.map((way) => way.map((number) => number.value));
  if (ways.length !== 1 || only === undefined) return { items: null, readings };
  return { items: only.map(({ start, end }) => ({ ...first, start, end, runTogether: true })), readings };
}

/** One cell a line, and an empty line for each that is blank, if the sums of most blocks then hold. */
function stackedIn({ surface, region, items, names: { table, places } }: ValuesRequest, body: readonly Item[]): readonly Item[] | null {
  const [first] = body;
  const above = first === undefined ? -1 : items.findLastIndex((item) => item.kind === 'label' && item.start < first.start);
  const stacked = above < 0 ? null : stackedCells({ surface, region, items }, above, places.length);
  if (stacked === null) return null;
  const { cells } = stacked;
  const width = table.columns.length;
  const values = cells.map(({ start, end }) => Number(surface.text.slice(start, end)));
  const agreeing = table.rows.filter((_, block) => {
    const own = values.slice(block * width, (block + 1) * width);
    return own.slice(0, -1).reduce((sum, value) => sum + value, 0) === own.at(-1);
  });
  return agreeing.length * 2 > table.rows.length ? cells : null;
}

/** The header of a column behind those of the form: a remark, or a sum over blocks, which the form does not ask for. */
export function addedLast({ text }: Surface, { tops, table: { columns } }: BlockNames, items: readonly Item[]): Span | null {
  // Beside the names of all blocks a sum is one of all of them; below them it is that of one.
  const over = new Map<number, Set<string>>();
  for (const item of items) {
    if (item.kind === 'value') break;
    const written = item.kind === 'label' ? hanOf(text.slice(item.start, item.end)) : '';
    const named = over.get(item.line) ?? new Set<string>();
    for (const top of tops) if (written.includes(top)) named.add(top);
    over.set(item.line, named);
  }
  const results = columns.map(({ label }) => hanOfName(label)).filter((label) => !TOTAL_NAME.test(label));
  for (const item of items) {
    if (item.kind === 'value') break;
    if (item.kind !== 'label') continue;
    const slice = text.slice(item.start, item.end);
    for (const { 0: word, index } of slice.matchAll(/\S{1,64}/gu)) {
      const key = hanOf(word);
      const isOverAll = over.get(item.line)?.size === tops.length && TOTAL_NAME.test(key) && !results.some((label) => hanOf(slice).includes(label));
      if (SUM_OF_SUITS.test(key) || isOverAll || (ADDED.test(key) && key !== '小计'))
        return { start: item.start + index, end: item.start + index + word.length };
    }
  }
  return null;
}

/** From the first header to the last value: what stands before and behind is prose, and read as such. */
export function tablePart({ text }: Surface, names: BlockNames, items: readonly Item[], body: readonly Item[]): readonly Item[] {
  const characters = headerCharacters(names);
  const isHeader = (item: Item) => {
    const key = item.kind === 'label' ? hanOf(text.slice(item.start, item.end)) : '';
    return key !== '' && Array.from(key).every((character) => characters.has(character));
  };
  const values = new Set(body);
  const isTable = (item: Item) => values.has(item) || isHeader(item);
  const first = items.findIndex(isTable);
  return first < 0 ? items : items.slice(first, items.findLastIndex(isTable) + 1);
}

const characters = new WeakMap<BlockNames, ReadonlySet<string>>();

/** The characters of its headers, however they are broken; a sentence about disputes has others. */
function headerCharacters(names: BlockNames): ReadonlySet<string> {
  const known = characters.get(names);
  if (known !== undefined) return known;
  const { rows, columns } = names.table;
  const words = [...rows.flatMap(({ label, aliases }) => [label, ...aliases].map(hanOfName)), ...names.groups, ...namesOfColumns(columns).flat()];
  const own = new Set(words.flatMap((word) => Array.from(word)));
  characters.set(names, own);
  return own;
}

/** A word among the values of a delimited row is a cell, though no number. */
export function claimTextCells(items: readonly Item[], { table, places }: BlockNames): readonly Item[] {
  const values = new Map<number, number>();
  for (const item of items) if (item.kind === 'value') values.set(item.line, (values.get(item.line) ?? 0) + 1);
  // 件数 before the fields of all cells names the row.
  const isRowLabel = ({ field, fields }: Item) => field === 0 && fields > places.length;
  return items.map((item) => {
    const isClaimed = item.kind === 'label' && item.fields >= places.length && (values.get(item.line) ?? 0) >= table.columns.length && !isRowLabel(item);
    return isClaimed ? { ...item, kind: 'value' as const } : item;
  });
}

/** One value below the other and less than half of them: an extractor dropped what it took for repetition. */
export function isGutted(body: readonly Item[], all: number): boolean {
  const isStacked = body.length > 0 && body.every((item, index) => item.fields === 0 && item.line !== body[index + 1]?.line);
  return isStacked && body.length * 2 < all;
}

export function valueSpan(body: readonly Item[], fallback: Span): Span {
  const [first, last] = [body[0], body.at(-1)];
  return first === undefined || last === undefined ? fallback : { start: first.start, end: last.end };
}
