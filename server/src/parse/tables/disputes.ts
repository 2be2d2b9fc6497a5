// Reads table four: blocks of cells in one row, as the form prints them; or a block a row, a result a row, a cell a row,
// in any order that its words tell.

import { cellKey, type CellKey, type TableSpec } from '../../forms/form.ts';
import { FORMS_NEWEST_FIRST, tableOf as tableOfForm } from '../../forms/index.ts';
import { hanOf } from '../../text/han.ts';
import type { Span } from '../../text/span.ts';
import type { Surface } from '../document/surface.ts';
import type { Cell, Table, TableProblem, TableRow } from '../model.ts';
import { addedLast, blockValues, chunksOf, claimTextCells, isGutted, tablePart, valueSpan } from './blocks/block-values.ts';
import {
  blockNames,
  blockOrder,
  holdingIn,
  isFormOrder,
  isNamedLast,
  orderProblem,
  pairedCells,
  resolveOrder,
  rowsOf,
  TOTAL,
  valueOf,
  type BlockNames,
  type Place,
} from './blocks/block-order.ts';
import { findRows } from './find-rows.ts';
import { isCellItem, type Item } from './lines/items.ts';
import { lexRegion } from './lines/lex.ts';
import { formRowOf, namesOfColumns } from './rows/form-rows.ts';
import { cellsOf, isMiscount, spanOfValues, type FoundRows, type RowsRequest } from './rows/found-rows.ts';
import { withoutPageNumbers } from './rows/groups.ts';
import { PlainHeaders } from './rows/header-words.ts';
import { namesOf } from './rows/row-names.ts';
import { readTurned } from './turned.ts';
import { chosenVersion, type Version } from './versions.ts';

export interface DisputesReading {
  readonly table: Table;
  readonly cells: readonly Cell[];
  readonly spent: readonly string[];
}

/** So many values too many are a slip; more are another table. */
const MAX_EXTRA = 3;
/** More copies are no versions. */
const MAX_VERSIONS = 8;
/** So many of the headers tell the table from a paragraph about disputes. */
const MIN_HEADERS = 2;
/** In narrow columns a header is broken after two of its characters, or before the last. */
const BROKEN_BEHIND = 2;

/** The tables of this part in any form, newest first; forms that have it in common have the same one. */
const TABLES: readonly TableSpec[] = [...new Set(FORMS_NEWEST_FIRST.flatMap((form) => tableOfForm(form, 'disputes') ?? []))];

export function readDisputes(original: string, surface: Surface, region: Span | null): DisputesReading {
  const names = blockNames(tableIn(surface, region));
  const missing: DisputesReading = { table: tableOf('missing', null, [], []), cells: [], spent: [] };
  if (region === null) return missing;
  const { rows, columns } = names.table;
  const all = names.places.length;
  const lexed = lexRegion(surface, region, [namesOfColumns(columns)]);
  const items = claimTextCells(withoutPageNumbers(lexed.items, new Set([all])), names);
  const key = hanOf(items.flatMap((item) => (item.kind === 'label' ? [surface.text.slice(item.start, item.end)] : [])).join(''));
  const isListed = items.filter((item) => isCellItem(item) && item.fields === columns.length).length >= all;
  if (headersIn(key, names) < MIN_HEADERS && !isListed) return missing;
  const request: BlockRequest = { original, surface, region, names, items };
  const worded = readByLabels(request);
  if (worded !== null) return worded;
  const versions = versionsIn(request);
  if (versions.length > 1) return readVersions(request, versions);
  const isPlain = isPlainHeader(request);
  const added = isPlain ? null : addedLast(surface, names, items);
  const { body, isTorn, isRunTogether, window, readings, left } = blockValues({ surface, region, names, items, isAdded: added !== null });
  const span = valueSpan(tablePart(surface, names, items, body), region);
  const values = body.filter((item) => item.kind === 'value').length;
  if (values === 0 && body.length < all) return { ...missing, table: tableOf('empty', span, [], []) };
  const start = (window ?? body)[0]?.start ?? 0;
  const above = items.filter((item) => item.kind === 'label' && item.end <= start);
  const order = isRunTogether || isPlain ? null : blockOrder(surface, names, above);
  if (window === null) {
    const said = order === null || isFormOrder(names, order.places) ? null : order;
    const row = (said?.places ?? names.places)[0]?.spec.id ?? '';
    const cells = said === null ? {} : { cells: said.places.map(keyOf) };
    const moved = said === null ? [] : [orderProblem(names, said, 'header')];
    const place = valueSpan(body, span);
    if (readings !== null) return { ...missing, table: tableOf('read', span, [], [{ kind: 'ambiguous', row, span: place, readings, ...cells }, ...moved]) };
    const isUnreadable = isTorn || values > all + MAX_EXTRA || isGutted(body, all);
    const problem: TableProblem = isUnreadable
      ? { kind: 'unreadable', span, rows: rows.map(({ id }) => id) }
      : { kind: 'cell-count', row, span: place, found: values, expected: all, ...cells };
    return { ...missing, table: tableOf(isUnreadable ? 'unreadable' : 'read', span, [], [problem, ...(isUnreadable ? [] : moved)]) };
  }
  const { places, problems } = resolveOrder(surface, names, order, window);
  const problemsOfAll: readonly TableProblem[] = [
    ...(added === null ? [] : [{ kind: 'column-added' as const, span: added }]),
    ...problems,
    ...left.map((chunk): TableProblem => ({ kind: 'loose', span: valueSpan(chunk, span), count: chunk.filter(({ kind }) => kind === 'value').length })),
  ];
  return {
    table: tableOf('read', span, rowsOf(names, places, window), problemsOfAll),
    cells: cellsIn(request, places, window),
    spent: isRunTogether ? rows.map((row) => `block-total/${row.id}`) : [],
  };
}

const plain = new WeakMap<BlockNames, PlainHeaders>();

/** The header has the blocks and columns of the form in its order, and no others. */
function isPlainHeader({ surface, names, items }: BlockRequest): boolean {
  const known = plain.get(names) ?? new PlainHeaders();
  plain.set(names, known);
  const value = items.findIndex(({ kind }) => kind === 'value');
  const above = items.slice(0, Math.max(0, value)).filter(({ kind }) => kind === 'label');
  return known.has(surface, above, () => {
    const order = blockOrder(surface, names, above);
    return (order === null || isFormOrder(names, order.places)) && addedLast(surface, names, items) === null;
  });
}

/** The form's own table of this part whose blocks are named here; the newest where all are, or none. */
function tableIn({ text }: Surface, region: Span | null): TableSpec {
  const [newest] = TABLES;
  if (newest === undefined) throw new Error('no form has table four');
  if (region === null || TABLES.length === 1) return newest;
  const key = hanOf(text.slice(region.start, region.end));
  const named = ({ rows, columns }: TableSpec) =>
    [...rows.map((row) => namesOf(row)), ...namesOfColumns(columns)].filter((own) => own.some((name) => key.includes(name)));
  const scored = TABLES.map((table) => ({ table, lacking: table.rows.length + table.columns.length - named(table).length, size: table.rows.length }));
  const fewest = Math.min(...scored.map(({ lacking }) => lacking));
  // Of tables that lack nothing the largest has the most of what stands here.
  return scored.filter(({ lacking }) => lacking === fewest).toSorted((one, other) => other.size - one.size)[0]?.table ?? newest;
}

interface BlockRequest extends Pick<RowsRequest, 'original' | 'surface' | 'region'> {
  readonly names: BlockNames;
  readonly items: readonly Item[];
}

/** How many columns are named here, whole or by what a line break left of their names. */
function headersIn(key: string, { table: { columns } }: BlockNames): number {
  const labels = columns.flatMap(({ id, label }) => (id === TOTAL ? [] : [label]));
  return labels.filter((label) => key.includes(label) || key.includes(label.slice(BROKEN_BEHIND)) || key.includes(label.slice(0, -1))).length;
}

/** The stretches in which one whole row after the other stands, each below a header of its own. */
function versionsIn({ items, region, names }: BlockRequest): readonly Span[] {
  const whole = chunksOf(items, () => true).filter((chunk) => chunk.length === names.places.length && chunk.some(({ kind }) => kind === 'value'));
  if (whole.length < 2 || whole.length > MAX_VERSIONS) return [];
  const ends = whole.map((chunk) => chunk.at(-1)?.end ?? region.end);
  const isHeaded = whole.every(
    (chunk, index) =>
      index === 0 ||
      items.filter(({ kind, start }) => kind === 'label' && start >= (ends[index - 1] ?? 0) && start < (chunk[0]?.start ?? 0)).length >=
        names.table.columns.length,
  );
  return isHeaded ? ends.map((end, index) => ({ start: ends[index - 1] ?? region.start, end: index === ends.length - 1 ? region.end : end })) : [];
}

/** One table after the other: one is read, and which is reported. */
function readVersions({ original, surface, names }: BlockRequest, regions: readonly Span[]): DisputesReading {
  const readings = regions.map((region) => readDisputes(original, surface, region));
  const holds = ({ cells }: DisputesReading) => {
    const values = new Map(cells.map(({ key, reading }) => [key, reading.kind === 'number' ? reading.value : 0] as const));
    return holdingIn(names, names.places, (_, { spec, column }) => values.get(keyOf({ spec, column }))) === names.table.rows.length;
  };
  const chosen = chosenVersion(
    surface,
    readings.map((reading, index): Version => ({
      region: regions[index] ?? { start: 0, end: 0 },
      start: reading.table.span?.start ?? 0,
      holds: holds(reading),
    })),
  );
  const reading = readings[chosen];
  const others = readings.flatMap(({ table: { span } }, index) => (index === chosen || span === null ? [] : [span]));
  const [span] = others;
  if (reading === undefined || span === undefined) return readings[0] ?? { table: tableOf('missing', null, [], []), cells: [], spent: [] };
  return { ...reading, table: { ...reading.table, problems: [...reading.table.problems, { kind: 'twice', span, chosen: chosen + 1, spans: others }] } };
}

/** Words beside their values: every cell by its name, a block a row, or a result a row. */
function readByLabels(request: BlockRequest): DisputesReading | null {
  const { surface, names, items } = request;
  const all = names.places.length;
  const isPaired = items.filter(({ kind }, index) => kind === 'value' && items[index - 1]?.kind === 'label').length >= all;
  const paired = isPaired ? pairedCells(surface, names, items) : null;
  if (paired !== null) {
    const problems = isFormOrder(names, paired.places) ? [] : [orderProblem(names, paired, 'header')];
    return {
      table: tableOf('read', paired.span, rowsOf(names, paired.places, paired.items), problems),
      cells: cellsIn(request, paired.places, paired.items),
      spent: [],
    };
  }
  const isBeside = (item: Item, index: number) => item.kind === 'label' && items[index + 1]?.line === item.line && isCellItem(items[index + 1] ?? item);
  const beside = items.filter(isBeside).map(({ start, end }) => hanOf(surface.text.slice(start, end)));
  const { rows, columns } = names.table;
  if (beside.filter((key) => isNamedLast(names, key)).length >= rows.length) return readRows(request);
  const results = new Set(namesOfColumns(columns).flat());
  return beside.filter((key) => results.has(key)).length >= columns.length ? readTurnedBlocks(request) : null;
}

/** A block a row. */
function readRows({ original, surface, region, names }: BlockRequest): DisputesReading | null {
  const { rows: blocks, columns } = names.table;
  const rows = formRowsOf(names);
  const found = findRows({
    original,
    surface,
    region,
    rows,
    contextual: new Set(),
    addsUp: (own, order) => {
      const total = order.findIndex(({ id }) => id === TOTAL);
      return own.reduce((sum, item, at) => sum + (at === total ? -1 : 1) * valueOf(surface.text, item), 0) === 0;
    },
  });
  const isMiscounted = found.unplaced.every((entry) => isMiscount(entry.found, columns.length));
  if (found.rows.length === 0 || found.rows.length + found.unplaced.length !== blocks.length || !isMiscounted) return null;
  const read = [...found.rows].sort((a, b) => a.row.span.start - b.row.span.start);
  const labelled = [...read.map(({ row }) => row.span), ...found.unplaced.map(spanOfValues)];
  const span = { start: Math.min(...labelled.map(({ start }) => start)), end: Math.max(...labelled.map(({ end }) => end)) };
  const places = [
    ...read.map(({ formRow, row }) => ({ formRow, start: row.span.start })),
    ...found.unplaced.map(({ formRow, label }) => ({ formRow, start: label.start })),
  ]
    .toSorted((one, other) => one.start - other.start)
    .flatMap(({ formRow }) => formRow.columns.map((column): Place => ({ spec: formRow.spec, column })));
  const reported = [...found.problems.map(({ problem }) => problem), ...miscounts(found)];
  const isMoved = blocks.some((spec, index) => spec !== places[index * columns.length]?.spec);
  const own = isMoved && reported.every(({ kind }) => kind !== 'column-order') ? [orderProblem(names, { places, span }, 'header')] : [];
  return {
    table: tableOf(
      'read',
      span,
      read.map(({ row }) => row),
      [...reported, ...own],
    ),
    cells: read.flatMap(({ cells }) => cells),
    spent: [],
  };
}

function miscounts({ unplaced }: FoundRows): readonly TableProblem[] {
  return unplaced.map((entry): TableProblem => ({
    kind: 'cell-count',
    row: entry.formRow.spec.id,
    span: spanOfValues(entry),
    found: entry.found,
    expected: entry.formRow.columns.length,
  }));
}

/** A result a row, and a block a column. */
function readTurnedBlocks(request: BlockRequest): DisputesReading | null {
  const turned = readTurned(request, request.items, request.names.table);
  if (turned === null || turned.rows.length < request.names.table.rows.length) return null;
  const { rows, span, header, cells } = turned;
  return { table: tableOf('read', span, rows, [{ kind: 'turned', span: header }]), cells, spent: [] };
}

const rowsOfTable = new WeakMap<BlockNames, RowsRequest['rows']>();

function formRowsOf(names: BlockNames): RowsRequest['rows'] {
  const rows = rowsOfTable.get(names) ?? names.table.rows.map((spec) => formRowOf(names.table.id, spec, names.table.columns));
  rowsOfTable.set(names, rows);
  return rows;
}

function keyOf({ spec, column }: Place): CellKey {
  return cellKey('disputes', spec.id, column.id);
}

/** The cells of the form that stand at these places. */
function cellsIn(request: BlockRequest, places: readonly Place[], window: readonly Item[]): readonly Cell[] {
  const rows = formRowsOf(request.names);
  const own: RowsRequest = { ...request, rows, contextual: new Set() };
  if (places === request.names.places) {
    const width = request.names.table.columns.length;
    return rows.flatMap((row, at) => cellsOf(own, row, window.slice(at * width, (at + 1) * width)));
  }
  return request.names.table.rows.flatMap((spec) => {
    const at = places.flatMap((place, index) => (place.spec === spec ? [index] : []));
    const columns = at.flatMap((index) => places[index]?.column ?? []);
    return cellsOf(
      own,
      formRowOf('disputes', spec, columns),
      at.flatMap((index) => window[index] ?? []),
    );
  });
}

function tableOf(state: Table['state'], span: Span | null, rows: readonly TableRow[], problems: readonly TableProblem[]): Table {
  return { id: 'disputes', state, span, rows, headers: [], problems };
}
