// Printed columns of a table and their order, from its header; the sums of the rows confirm it, contradict it, or show a column
// without a header.

import type { ColumnSpec, TableId } from '../../../forms/form.ts';
import { readCell } from '../../../text/numbers.ts';
import type { Span } from '../../../text/span.ts';
import { CLEARLY, ColumnSums, MIN_TELLING } from './column-sums.ts';
import { windowsOf } from './place.ts';
import type { Item } from '../lines/items.ts';
import { MAX_ADDED_COLUMNS } from '../../limits.ts';
import type { TableProblem } from '../../model.ts';
import { visibleText, type Surface } from '../../document/surface.ts';
import { ADDED, SILENT } from '../rows/added-names.ts';
import type { Assignment } from '../rows/assign.ts';
import { columnOrder, isHeaderWord, type ColumnOrder } from '../rows/column-order.ts';
import type { FormRow } from '../rows/form-rows.ts';
import { countValues } from '../rows/groups.ts';
import { headerNames, headerWords, PlainHeaders, type HeaderWord } from '../rows/header-words.ts';
import type { LabelPlace } from '../rows/label-stream.ts';

export interface PrintedColumns {
  readonly table: TableId;
  /** The rows whose label begins here stand under them. */
  readonly rows: Span;
  /** Left to right; null for a column that the form does not have. */
  readonly order: readonly (ColumnSpec | null)[];
  readonly problems: readonly TableProblem[];
  /** Header and sums contradict each other: no value can be given to a column. */
  readonly isDeclined: boolean;
}

export interface ColumnsRequest {
  readonly surface: Surface;
  readonly items: readonly Item[];
  readonly places: readonly LabelPlace[];
  readonly assignments: readonly Assignment[];
  readonly rowOf: (place: LabelPlace) => FormRow | undefined;
  /** Short labels that count only behind a longer one. */
  readonly contextual: ReadonlySet<string>;
}

/** Begins the headers of each block of table two. */
const CORNER = /^信息内容/u;

/** Those tables or blocks whose columns are not simply those of the form. */
export function printedColumns(request: ColumnsRequest): readonly PrintedColumns[] {
  return zonesOf(request).flatMap((zone) => {
    const printed = printedIn(request, zone);
    return printed === null ? [] : [printed];
  });
}

interface Zone {
  readonly row: FormRow;
  readonly rows: Span;
  readonly header: readonly Item[];
  readonly assignments: readonly Assignment[];
}

/** From where the headers of a table or block begin to its first row, and its rows. */
function zonesOf({ surface: { text }, items, places, assignments, rowOf, contextual }: ColumnsRequest): readonly Zone[] {
  const isCorner = (item: Item) => item.kind === 'label' && CORNER.test(text.slice(item.start, item.end));
  const corners = items.flatMap((item, index) => (isCorner(item) && items[index - 1]?.line !== item.line ? [index] : []));
  const starts = corners.length > 0 ? corners : [0];
  return starts.flatMap((first, index) => {
    const start = items[first]?.start ?? 0;
    const end = items[starts[index + 1] ?? items.length]?.start ?? Number.POSITIVE_INFINITY;
    const place = places.find((each) => each.start >= start && each.start < end && !contextual.has(each.row));
    const row = place === undefined ? undefined : rowOf(place);
    if (place === undefined || row === undefined) return [];
    const before = items.slice(first, place.firstItem + 1);
    const header = before
      .slice(before.findLastIndex(({ kind }) => kind === 'prose') + 1)
      .map((item) => (item.end > place.start ? { ...item, end: Math.max(item.start, place.start) } : item));
    const rows = { start: place.start, end };
    return [{ row, rows, header, assignments: assignments.filter((each) => each.place.start >= rows.start && each.place.start < end) }];
  });
}

function printedIn(request: ColumnsRequest, zone: Zone): PrintedColumns | null {
  const { row, rows, header, assignments } = zone;
  const { columns } = row;
  const stacked = isStacked(assignments, columns.length);
  const sums = new ColumnSums(request.surface, assignments);
  let words: readonly HeaderWord[] | null = null;
  const read = () => (words ??= headerWords(request.surface, header, headerNames(columns)));
  const isPlain = plainHeadersOf(columns, stacked).has(request.surface, header, () => saysForm(read(), columns, stacked));
  const printed = (isPlain ? null : ofHeader(read(), columns, { sums, assignments, stacked })) ?? untitledColumn(request.surface, columns, sums, assignments);
  const own = (printed?.order ?? columns).filter((column) => column !== null);
  if (own.length === (printed?.order ?? columns).length && printed?.isDeclined !== true && sums.contradict(own))
    return { table: row.table, rows, order: own, problems: [], isDeclined: true };
  return printed === null ? null : { table: row.table, rows, ...printed };
}

interface Plain {
  readonly stacked: PlainHeaders;
  readonly others: PlainHeaders;
}

const plain = new WeakMap<readonly ColumnSpec[], Plain>();

function plainHeadersOf(columns: readonly ColumnSpec[], stacked: boolean): PlainHeaders {
  const known = plain.get(columns) ?? { stacked: new PlainHeaders(), others: new PlainHeaders() };
  plain.set(columns, known);
  return stacked ? known.stacked : known.others;
}

/** The header has the columns of the form in its order and no others, whatever stands in the rows. */
function saysForm(words: readonly HeaderWord[], columns: readonly ColumnSpec[], stacked: boolean): boolean {
  const said = columnOrder(words, columns, stacked);
  if (said === null) return withAdded(inForm(words, columns)) === null;
  const isSame = said.columns.length === columns.length && columns.every((column, index) => column === said.columns[index]);
  return isSame && said.leading.length === 0 && said.missing.length === 0 && (said.isWhole || withAdded(inForm(words, columns)) === null);
}

/** Most rows stand one cell a line. */
function isStacked(assignments: readonly Assignment[], width: number): boolean {
  const full = assignments.filter(({ group }) => group.items.length >= width);
  return full.length > 0 && full.filter(({ group }) => group.kind === 'run' && group.items[0]?.field === -1).length * 2 > full.length;
}

type Printed = Pick<PrintedColumns, 'order' | 'problems' | 'isDeclined'>;

interface Evidence {
  readonly sums: ColumnSums;
  readonly assignments: readonly Assignment[];
  /** The table stands one cell a line. */
  readonly stacked: boolean;
}

function ofHeader(words: readonly HeaderWord[], columns: readonly ColumnSpec[], { sums, assignments, stacked }: Evidence): Printed | null {
  const said = columnOrder(words, columns, stacked);
  if (said === null) return withAdded(inForm(words, columns));
  if (!said.isWhole) return ofScattered(said, columns, sums) ?? withAdded(inForm(words, columns));
  const { missing, span } = said;
  if (missing.length > 0) return lacking(said, columns, assignments) ?? withAdded(inForm(words, columns));
  const named = said.columns.filter((entry): entry is ColumnSpec => !isHeaderWord(entry));
  const extra = mostCells(assignments) - said.columns.length;
  const before = extra > 0 ? said.leading.slice(-Math.min(extra, said.leading.length)) : [];
  const entries = [...before, ...said.columns].slice(0, columns.length + MAX_ADDED_COLUMNS);
  const order = entries.map((entry) => (isHeaderWord(entry) ? null : entry));
  const added = withAdded(entries);
  if (named.every((column, index) => column === columns[index])) return added;
  const formOrder = inOrder(order, columns);
  const verdict = sums.between(order, formOrder);
  if (verdict === 'neither') return { order, problems: [], isDeclined: true };
  const moved: TableProblem = { kind: 'column-order', span, columns: named.map(({ id }) => id), by: verdict === 'second' ? 'sums' : 'header' };
  return { order: verdict === 'second' ? formOrder : order, problems: [...(added?.problems ?? []), moved], isDeclined: false };
}

/** The order of a header whose pieces stand on several lines, where they or the sums leave no doubt of it; else null. */
function ofScattered({ columns: named, missing, isMoved, span }: ColumnOrder, columns: readonly ColumnSpec[], sums: ColumnSums): Printed | null {
  const order = named.map((entry) => (isHeaderWord(entry) ? null : entry));
  if (missing.length > 0 || order.every((column, index) => column === columns[index])) return null;
  // The names over all lines may stand anywhere: the form says where, unless the sums do.
  const inside = order.filter((column) => column !== null && siblingsOf(column, columns).length > 1 && column.groups !== undefined);
  let next = 0;
  const likely = isMoved ? columns.map((column) => (inside.includes(column) ? (inside[next++] ?? column) : column)) : columns;
  const { forFirst, forSecond } = sums.tell(order, likely);
  const chosen = forFirst >= MIN_TELLING && forFirst >= forSecond * CLEARLY ? order : isMoved ? likely : null;
  if (chosen === null) return null;
  const moved: TableProblem = { kind: 'column-order', span, columns: chosen.flatMap((column) => (column === null ? [] : [column.id])), by: 'header' };
  return { order: chosen, problems: [...(withAdded(named)?.problems ?? []), moved], isDeclined: false };
}

/** The columns below the same headers. */
function siblingsOf({ groups }: ColumnSpec, columns: readonly ColumnSpec[]): readonly ColumnSpec[] {
  return columns.filter((column) => column.groups?.join('/') === groups?.join('/'));
}

/** The columns of the form in its own order, in the same places. */
function inOrder(order: readonly (ColumnSpec | null)[], columns: readonly ColumnSpec[]): readonly (ColumnSpec | null)[] {
  const own = columns.filter((column) => order.includes(column));
  let next = 0;
  return order.map((column) => (column === null ? null : (own[next++] ?? null)));
}

/** The order of the form where the pieces of the header stand anyhow, each added column behind the one that it stands behind. */
function inForm(words: readonly HeaderWord[], columns: readonly ColumnSpec[]): readonly (ColumnSpec | HeaderWord)[] {
  const behind = new Map<ColumnSpec | null, HeaderWord[]>();
  const seen = new Set<string>();
  // Null: behind all columns; undefined: behind none.
  let last: ColumnSpec | null | undefined;
  for (const word of words) {
    if (word.isOverAll) last = null;
    else if (word.column !== null) last = word.column;
    else if (last !== undefined && ADDED.test(word.key) && !seen.has(word.key)) {
      // The headers come again on every page.
      seen.add(word.key);
      behind.set(last, [...(behind.get(last) ?? []), word]);
    }
  }
  return [...columns.flatMap((column) => [column, ...(behind.get(column) ?? [])]), ...(behind.get(null) ?? [])];
}

/** The columns of the form with those that stand beside them, all told but the numbers of lines. */
function withAdded(entries: readonly (ColumnSpec | HeaderWord)[]): Printed | null {
  const added = entries.filter(isHeaderWord);
  if (added.length === 0) return null;
  const problems = added.filter(({ key }) => !SILENT.test(key)).map(({ span }): TableProblem => ({ kind: 'column-added', span }));
  return { order: entries.map((entry) => (isHeaderWord(entry) ? null : entry)), problems, isDeclined: false };
}

/** The header lacks columns: the rows lack them too, or have them where the form does, or a word stands where a name is due. */
function lacking(said: ColumnOrder, columns: readonly ColumnSpec[], assignments: readonly Assignment[]): Printed | null {
  const { missing, span } = said;
  const order = said.columns.map((entry) => (isHeaderWord(entry) ? null : entry));
  const most = mostCells(assignments);
  const problem: TableProblem = { kind: 'column-missing', span, columns: missing.map(({ id }) => id) };
  if (most === order.length && most < columns.length) return { order, problems: [problem], isDeclined: false };
  // Of table two each header is told by itself, where it differs.
  const isSummed = columns.some(({ groups }) => groups !== undefined);
  if (isSummed && most === columns.length && isInFormOrder(said.columns, columns))
    return { order: columns, problems: [{ kind: 'column-unnamed', span, columns: missing.map(({ id }) => id) }], isDeclined: false };
  // A word stands where the name of a column is due: by its place it is that column, and what it says is told.
  const wrong = said.columns.flatMap((entry, index) => {
    const column = columns[index];
    return isHeaderWord(entry) && column !== undefined ? [{ entry, column }] : [];
  });
  const inPlace = said.columns.length === columns.length && said.columns.every((entry, index) => isHeaderWord(entry) || entry === columns[index]);
  if (!inPlace || most !== columns.length) return null;
  return {
    order: columns,
    problems: wrong.map(({ entry, column }): TableProblem => ({ kind: 'header', span: entry.span, text: entry.key, column: column.id })),
    isDeclined: false,
  };
}

/** Nothing but columns of the form, in its order. */
function isInFormOrder(named: ColumnOrder['columns'], columns: readonly ColumnSpec[]): boolean {
  const places = named.map((entry) => (isHeaderWord(entry) ? -1 : columns.indexOf(entry)));
  return places.every((place, index) => place > (places[index - 1] ?? -1));
}

/** How many values most rows have; 0 where no number of them is that of most. */
function mostCells(assignments: readonly Assignment[]): number {
  const counts = new Map<number, number>();
  for (const { group } of assignments) {
    const count = countValues(group);
    if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1);
  }
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return [...counts].find(([, count]) => count * 2 > all)?.[0] ?? 0;
}

/** So many rows, and nearly all of them, have one cell more than the form has columns. */
const MIN_ROWS = 8;
const NEARLY_ALL = 0.85;

/** A column without a header, by what stands in it: the one without which the rows add up, or words where numbers are due. */
function untitledColumn(surface: Surface, columns: readonly ColumnSpec[], sums: ColumnSums, assignments: readonly Assignment[]): Printed | null {
  const width = columns.length + 1;
  const wide = assignments.filter(({ group }) => countValues(group) === width && group.items.length === width);
  if (columns.length < 3 || wide.length < MIN_ROWS || wide.length < assignments.length * NEARLY_ALL) return null;
  const textAt = (at: number) => wide.map(({ group }) => visibleText(surface.text, group.items[at] ?? { start: 0, end: 0 }));
  const without = (at: number) => [...columns.slice(0, at), null, ...columns.slice(at)];
  const places = Array.from({ length: width }, (_, at) => at);
  const ofWords = places.filter((at) => textAt(at).every((text) => readCell(text).kind === 'unreadable'));
  const adding = places.filter((at) => {
    const { hold, fail } = sums.count(without(at));
    return hold > 0 && fail * MIN_ROWS <= hold;
  });
  const counted = places.filter((at) => isCounting(textAt(at).map(Number)));
  const [at, ...others] = ofWords.length > 0 ? ofWords : adding.length > 1 ? adding.filter((place) => counted.includes(place)) : adding;
  if (at === undefined || others.length > 0) return null;
  const first = wide[0]?.group.items[at];
  const isReported = first !== undefined && !counted.includes(at);
  const problems: readonly TableProblem[] = isReported ? [{ kind: 'column-added', span: { start: first.start, end: first.end }, untitled: true }] : [];
  return { order: without(at), problems, isDeclined: false };
}

/** 1, 2, 3, … */
function isCounting(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1);
}

/** The values of a row without those of added columns, where it has a cell for each. */
export function withoutAdded(
  { place, group }: Assignment,
  printed: PrintedColumns | undefined,
  addsUp: ((items: readonly Item[]) => boolean) | null,
): Assignment {
  if (printed === undefined || printed.order.every((column) => column !== null)) return { place, group };
  const { order } = printed;
  // Empty fields beside the row are cells of merged labels, or close the line.
  const windows = windowsOf(group.items, order.length).map((from) =>
    group.items.slice(from, from + order.length).filter((_cell, index) => order[index] !== null),
  );
  const agreeing = windows.length > 1 && addsUp !== null ? windows.filter(addsUp) : windows;
  const gapsOf = (items: readonly Item[]) => items.filter(({ kind }) => kind === 'blank').length;
  const fewest = Math.min(...agreeing.map(gapsOf));
  const [items, ...others] = agreeing.filter((window) => gapsOf(window) === fewest);
  return items === undefined || others.length > 0 ? { place, group } : { place, group: { ...group, items } };
}
