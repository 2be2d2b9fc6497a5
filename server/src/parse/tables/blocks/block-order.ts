// The order in which the cells of a table of blocks are printed, in one row or each behind its name:
// read of its header where that stands whole, the blocks, their groups, and the results below each of them.

import type { ColumnSpec, RowSpec, TableSpec } from '../../../forms/form.ts';
import { hanOfName } from '../../../text/han.ts';
import { readCell } from '../../../text/numbers.ts';
import type { Span } from '../../../text/span.ts';
import type { Surface } from '../../document/surface.ts';
import type { TableProblem, TableRow } from '../../model.ts';
import type { Item } from '../lines/items.ts';
import { namesOf } from '../rows/row-names.ts';
import { headerNames, headerWords, type HeaderWord } from '../rows/header-words.ts';

/** The column that is the sum of the others. */
export const TOTAL = 'total';

/** A cell of the form: a block, which is a row of it, and a column. */
export interface Place {
  readonly spec: RowSpec;
  readonly column: ColumnSpec;
}

/** The cells in the order in which they are printed. */
export interface BlockOrder {
  readonly places: readonly Place[];
  readonly span: Span;
}

/** What a table of blocks is called by. */
export interface BlockNames {
  readonly table: TableSpec;
  /** The cells in the order of the form. */
  readonly places: readonly Place[];
  /** The headers over some of the blocks, by their Han characters. */
  readonly groups: readonly string[];
  /** Blocks that stand below no group, and groups: what the first line of the header names. */
  readonly tops: readonly string[];
  /** Every cell as a column of its own: 行政复议结果维持. */
  readonly combined: readonly ColumnSpec[];
}

const known = new WeakMap<TableSpec, BlockNames>();

export function blockNames(table: TableSpec): BlockNames {
  const names = known.get(table) ?? makeNames(table);
  known.set(table, names);
  return names;
}

function makeNames(table: TableSpec): BlockNames {
  const places = table.rows.flatMap((spec) => table.columns.map((column): Place => ({ spec, column })));
  const groups = [...new Set(table.rows.flatMap((row) => row.groups))];
  const combined = places.map(({ spec, column }, index): ColumnSpec => {
    const blocks = [spec.label, ...spec.aliases].flatMap((name) => [name, ...spec.groups.map((group) => group + name)]);
    const names = blocks.flatMap((block) => [column.label, ...column.aliases].map((name) => block + name));
    return { id: String(index), label: names[0] ?? '', aliases: names.slice(1), type: column.type };
  });
  const alone = table.rows.filter((row) => row.groups.length === 0).map(({ label }) => label);
  return { table, places, groups: groups.map(hanOfName), tops: [...alone, ...groups].map(hanOfName), combined };
}

export function isFormOrder({ places: own }: BlockNames, places: readonly Place[]): boolean {
  return places.every(({ spec, column }, index) => spec === own[index]?.spec && column === own[index].column);
}

/** The block that is called so, with the header over it or without. */
function blockNamed({ table: { rows }, groups }: BlockNames, key: string): RowSpec | undefined {
  return (
    rows.find((row) => namesOf(row).includes(key)) ??
    rows.find((row) => row.groups.length > 0 && namesOf(row).some((name) => groups.some((group) => key === group + name)))
  );
}

/** 行政诉讼（复议后起诉） */
export function isNamedLast(names: BlockNames, key: string): boolean {
  return blockNamed(names, key) !== undefined || names.table.rows.some((row) => key.endsWith(namesOf(row)[0] ?? key));
}

/** The cell that is called so: the block and the column in one name. */
function placeNamed(names: BlockNames, key: string): Place | undefined {
  const column = headerNames(names.combined).columns.get(key);
  return column === undefined ? undefined : names.places[Number(column.id)];
}

/** The order that the header above the values says; null where it is scattered, or not all there. */
export function blockOrder(surface: Surface, names: BlockNames, above: readonly Item[]): BlockOrder | null {
  const { columns } = names.table;
  const words = headerWords(surface, above, headerNames(columns)).filter(
    (word, index, all) => word.key !== all[index - 1]?.key || word.line !== all[index - 1]?.line,
  );
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return null;
  const span = { start: first.span.start, end: last.span.end };
  const flat = words.flatMap(({ key }) => placeNamed(names, key) ?? []);
  if (flat.length === names.places.length && new Set(flat).size === flat.length) return { places: flat, span };
  const blocks = blocksOf(names, words);
  const results = resultsOf(names, words);
  if (blocks === null || results === null) return null;
  return { places: blocks.flatMap((spec, place) => results(spec, place).map((column): Place => ({ spec, column }))), span };
}

/** The blocks left to right: those of a group where the name of the group stands, if each level stands on one line. */
function blocksOf(names: BlockNames, words: readonly HeaderWord[]): readonly RowSpec[] | null {
  const { rows } = names.table;
  const named = words.flatMap((word) => {
    const block = blockNamed(names, word.key);
    return block === undefined ? [] : [{ block, word }];
  });
  const group = words.find(({ key }) => names.groups.includes(key));
  const inGroup = named.filter(({ block }) => block.groups.length > 0);
  const alone = named.filter(({ block }) => block.groups.length === 0);
  const lines = (list: typeof named) => new Set(list.map(({ word }) => word.line));
  if (named.length !== rows.length || new Set(named.map(({ block }) => block)).size < rows.length || lines(inGroup).size > 1) return null;
  if (group === undefined) return lines(named).size === 1 ? named.map(({ block }) => block) : null;
  if (alone.some(({ word }) => word.line !== group.line)) return null;
  const before = alone.filter(({ word }) => word.span.start < group.span.start);
  const behind = alone.filter(({ word }) => word.span.start > group.span.start);
  return [...before, ...inGroup, ...behind].map(({ block }) => block);
}

type ColumnsOf = (block: RowSpec, place: number) => readonly ColumnSpec[];

/** The columns of each block: all on one line, or those of the blocks without a group above the others. */
function resultsOf({ table: { rows, columns } }: BlockNames, words: readonly HeaderWord[]): ColumnsOf | null {
  const width = columns.length;
  const lines = new Map<number, ColumnSpec[]>();
  for (const { column, line } of words) {
    if (column === null) continue;
    const own = lines.get(line);
    if (own === undefined) lines.set(line, [column]);
    else own.push(column);
  }
  const isWhole = (own: readonly ColumnSpec[]) => columns.every((column) => own.includes(column)) && own.length === width;
  const parts = (line: readonly ColumnSpec[]) => Array.from({ length: line.length / width }, (_, at) => line.slice(at * width, (at + 1) * width));
  const printed = [...lines.values()];
  const whole = printed.find((line) => line.length === width * rows.length);
  if (whole !== undefined) return parts(whole).every(isWhole) ? (_, place) => parts(whole)[place] ?? columns : null;
  const alone = rows.filter((row) => row.groups.length === 0);
  const [upper, lower, ...others] = printed;
  if (upper?.length !== width * alone.length || lower?.length !== width * (rows.length - alone.length) || others.length > 0) return null;
  const levels = [parts(upper), parts(lower)] as const;
  if (!levels.flat().every(isWhole)) return null;
  // On each level the block further left has the columns further left.
  const taken = [0, 0];
  return (block) => {
    const level = block.groups.length === 0 ? 0 : 1;
    const at = taken[level] ?? 0;
    taken[level] = at + 1;
    return levels[level][at] ?? columns;
  };
}

/** Each figure behind the name of its column, below the name of its block, or behind both in one; null where they do not stand so. */
export function pairedCells(surface: Surface, names: BlockNames, items: readonly Item[]): (BlockOrder & { readonly items: readonly Item[] }) | null {
  const { columns } = names.table;
  const places: Place[] = [];
  const cells: Item[] = [];
  let block: RowSpec | undefined;
  let column: ColumnSpec | undefined;
  let first: Item | undefined;
  for (const item of items) {
    if (item.kind === 'prose' || (item.kind === 'blank' && item.start === item.end)) continue;
    if (item.kind === 'label') {
      const words = headerWords(surface, [item], headerNames(columns));
      for (const { key } of words) {
        const both = placeNamed(names, key);
        const own = both?.spec ?? blockNamed(names, key);
        block = own ?? block;
        column = both?.column ?? headerNames(columns).columns.get(key) ?? (own === undefined ? column : undefined);
      }
      if (block !== undefined) first ??= item;
      continue;
    }
    if (block === undefined || column === undefined) return null;
    const [spec, own] = [block, column];
    if (places.some((place) => place.spec === spec && place.column === own)) return null;
    places.push({ spec, column: own });
    cells.push(item);
    column = undefined;
  }
  const last = cells.at(-1);
  if (first === undefined || last === undefined || places.length < names.places.length) return null;
  return { places, items: cells, span: { start: first.start, end: last.end } };
}

/** In how many blocks the total is the sum of the others. */
export function holdingIn({ table: { rows } }: BlockNames, places: readonly Place[], valueAt: (index: number, place: Place) => number | undefined): number {
  const rest = new Map(rows.map((row) => [row.id, 0]));
  places.forEach((place, index) => {
    const value = valueAt(index, place) ?? 0;
    rest.set(place.spec.id, (rest.get(place.spec.id) ?? 0) + (place.column.id === TOTAL ? -value : value));
  });
  return [...rest.values()].filter((left) => left === 0).length;
}

/** The order of the header, unless the sums of the blocks hold only in that of the form. */
export function resolveOrder(
  { text }: Surface,
  names: BlockNames,
  order: BlockOrder | null,
  window: readonly Item[],
): { readonly places: readonly Place[]; readonly problems: readonly TableProblem[] } {
  if (order === null || isFormOrder(names, order.places)) return { places: names.places, problems: [] };
  const values = window.map((item) => valueOf(text, item));
  const holding = (places: readonly Place[]) => holdingIn(names, places, (index) => values[index]);
  const bySums = holding(names.places) > holding(order.places);
  return { places: bySums ? names.places : order.places, problems: [orderProblem(names, order, bySums ? 'sums' : 'header')] };
}

export function valueOf(text: string, { start, end }: Span): number {
  const reading = readCell(text.slice(start, end));
  return reading.kind === 'number' ? reading.value : 0;
}

export function orderProblem({ table: { rows, columns } }: BlockNames, { places, span }: BlockOrder, by: 'header' | 'sums'): TableProblem {
  const blocks = [...new Set(places.map(({ spec }) => spec))];
  const columnsOf = (block: RowSpec | undefined) => places.filter(({ spec }) => spec === block).map(({ column }) => column.id);
  const isMoved = blocks.some((spec, index) => spec !== rows[index]);
  const [first, ...others] = blocks;
  const isInOrder = (block: RowSpec | undefined) => columnsOf(block).every((id, index) => id === columns[index]?.id);
  const other = isInOrder(first) ? others.find((block) => !isInOrder(block)) : undefined;
  return {
    kind: 'column-order',
    span,
    columns: columnsOf(first),
    by,
    ...(isMoved && { rows: blocks.map(({ id }) => id) }),
    ...(other !== undefined && { block: { row: other.id, columns: columnsOf(other) } }),
  };
}

/** The blocks in the order in which they are printed. */
export function rowsOf(names: BlockNames, places: readonly Place[], window: readonly Item[]): readonly TableRow[] {
  return [...new Set(places.map(({ spec }) => spec))].map((spec) => {
    const own = window.filter((_, index) => places[index]?.spec === spec);
    const start = Math.min(...own.map((item) => item.start));
    return {
      table: names.table.id,
      id: spec.id,
      span: { start, end: Math.max(...own.map((item) => item.end)) },
      label: { start, end: start },
      match: 'printed',
    };
  });
}
