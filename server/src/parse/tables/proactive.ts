// Reads table two: blocks one below the other, each with headers of its own.

import type { FormId, TableId, TableSpec } from '../../forms/form.ts';
import { byForm, FORMS_NEWEST_FIRST, tablesOfSection } from '../../forms/index.ts';
import { fold } from '../../text/fold.ts';
import { hanOf } from '../../text/han.ts';
import type { Span } from '../../text/span.ts';
import { countValues, type ValueGroup } from './rows/groups.ts';
import { hasForeignLabel } from './rows/assign.ts';
import { readHeaders, type HeadersReading } from './cells/headers.ts';
import type { Cell, Table, TableProblem } from '../model.ts';
import { formRowOf, type FormRow } from './rows/form-rows.ts';
import {
  cellsOf,
  haveFiguresBeside,
  isMiscount,
  rowOf,
  spanOfValues,
  unknownRows,
  type FoundRow,
  type FoundRows,
  type RowsRequest,
} from './rows/found-rows.ts';
import type { Surface } from '../document/surface.ts';
import { findRows } from './find-rows.ts';
import type { Item } from './lines/items.ts';
import { readTurned } from './turned.ts';
import { copiesOf, without, type Copies } from './versions.ts';

export interface ProactiveReading {
  readonly tables: readonly Table[];
  readonly cells: readonly Cell[];
}

/** The forms whose headers these are, newest first: those with the most of their words, unless they differ in theirs. */
export function formsOfHeaders(surface: Surface, region: Span | null): readonly FormId[] {
  if (region === null) return [];
  const key = hanOf(surface.text.slice(region.start, region.end));
  const scored = FORMS_NEWEST_FIRST.map((form) => ({ form, score: form.headerWords.filter((word) => key.includes(word)).length }));
  const best = Math.max(...scored.map(({ score }) => score));
  const fitting = scored.filter(({ score }) => score === best && score > 0).map(({ form }) => form);
  return fitting.every(({ headerWords }) => headerWords === fitting[0]?.headerWords) ? fitting.map(({ id }) => id) : [];
}

export function readProactive(original: string, surface: Surface, region: Span | null, form: FormId): ProactiveReading {
  const { specs, rows, all } = READ_BY_FORM[form];
  if (region === null) return { tables: specs.map((spec) => emptyTable(spec.id, 'missing', null)), cells: [] };
  const request: RowsRequest = { original, surface, region, rows: all, contextual: new Set() };
  const found = findRows(request);
  const copies = copiesOf(surface, found, (item) => opensBlock(surface, item));
  // A block of one row that comes again is a row that comes again.
  if (copies.some(({ table }) => found.rows.filter(({ row }) => row.table === table).length > 1))
    return readChosen(copies, (own) => readProactive(original, without(surface, own), region, form));
  const read = [...found.rows, ...readAlone(request, found), ...readDigits(request, found)];
  const turned = readTurnedBlocks(request, found, specs);
  const moved = new Set(found.problems.flatMap(({ table, problem }) => (problem.kind === 'column-order' || problem.kind === 'column-missing' ? [table] : [])));
  const headers = readHeaders(surface, found.items, specs, moved);
  const tables = specs.map((spec) => turned.get(spec.id)?.table ?? tableOf({ surface, found, read, spec, headers }));
  const cells = read.filter((row) => isOneOf(rows, row.formRow)).flatMap((row) => row.cells);
  const turnedCells = [...turned.values()].flatMap((block) => block.cells);
  return { tables: withStrangers(request, { tables, found, read, rows }), cells: [...cells, ...turnedCells] };
}

/** The heading of a block, or the corner of its headers. */
function opensBlock({ text }: Surface, item: Item): boolean {
  const key = item.kind === 'label' ? hanOf(text.slice(item.start, item.end)) : '';
  return HEADING.test(key) || key.startsWith('信息内容');
}

/** Of blocks that stand there several times one is read, and which is told. */
function readChosen(copies: readonly Copies[], readWithout: (spans: readonly Span[]) => ProactiveReading): ProactiveReading {
  const left = copies.map(({ table, copies: own, chosen }) => ({ table, chosen: chosen + 1, spans: own.filter((_, index) => index !== chosen) }));
  const reading = readWithout(left.flatMap(({ spans }) => spans));
  const tables = reading.tables.map((table) => {
    const own = left.find((one) => one.table === table.id);
    const [span] = own?.spans ?? [];
    if (own === undefined || span === undefined) return table;
    return { ...table, problems: [...table.problems, { kind: 'twice' as const, span, chosen: own.chosen, spans: own.spans }] };
  });
  return { ...reading, tables };
}

/** The blocks of which no row was read, as far as their columns stand in their rows. */
function readTurnedBlocks(request: RowsRequest, found: FoundRows, specs: readonly TableSpec[]): ReadonlyMap<TableId, Block> {
  const turned = new Map<TableId, Block>();
  const open = specs.filter(({ id }) => found.rows.every(({ row }) => row.table !== id) && found.bare.some(({ formRow }) => formRow.table === id));
  if (open.length === 0) return turned;
  const headings = headingsIn(request, found);
  for (const spec of open) {
    const at = headings.findIndex(({ key }) => key.includes(hanOf(fold(spec.heading ?? ''))));
    const region = { start: headings[at]?.start ?? request.region.start, end: headings[at + 1]?.start ?? request.region.end };
    if (at < 0) continue;
    const items = found.items.filter(({ start, end }) => start >= region.start && end <= region.end);
    const reading = readTurned({ ...request, region }, items, spec);
    if (reading === null) continue;
    const { rows, span, header, cells } = reading;
    turned.set(spec.id, { table: { id: spec.id, state: 'read', span, rows, headers: [], problems: [{ kind: 'turned', span: header }] }, cells });
  }
  // One cell stands the same way in either.
  return specs.some(({ id, rows, columns }) => turned.has(id) && rows.length * columns.length > 1) ? turned : NONE_TURNED;
}

const NONE_TURNED: ReadonlyMap<TableId, Block> = new Map();

interface Block {
  readonly table: Table;
  readonly cells: readonly Cell[];
}

/** Where the headings of the blocks stand. */
function headingsIn({ surface: { text } }: RowsRequest, { items }: FoundRows): readonly { readonly start: number; readonly key: string }[] {
  return items.flatMap((item) => {
    const key = item.kind === 'label' ? hanOf(text.slice(item.start, item.end)) : '';
    return HEADING.test(key) ? [{ start: item.start, key }] : [];
  });
}

const HEADING = /^(?:条例)?第二十条第.?项/u;

/** The form's own rows, and those with the rows only other forms have. */
const READ_BY_FORM = byForm((form) => {
  const specs = tablesOfSection(form, 'proactive');
  const rows = rowsOf(specs);
  const all = FORMS_NEWEST_FIRST.reduce((known, other) => {
    const isKnown = (row: FormRow) => known.some((own) => own.spec.id === row.spec.id && own.table === row.table);
    return [...known, ...rowsOf(tablesOfSection(other, 'proactive')).filter((row) => !isKnown(row))];
  }, rows);
  return { specs, rows, all };
});

/** Its columns may stand in another order. */
function isOneOf(rows: readonly FormRow[], { table, spec }: FormRow): boolean {
  return rows.some((row) => row.table === table && row.spec.id === spec.id);
}

function rowsOf(specs: readonly TableSpec[]): readonly FormRow[] {
  return specs.flatMap((table) => table.rows.map((spec) => formRowOf(table.id, spec, table.columns)));
}

function emptyTable(id: TableId, state: Table['state'], span: Span | null): Table {
  return { id, state, span, rows: [], headers: [], problems: [] };
}

/**
 * A block with one row of one cell (行政许可) whose value was printed before its label:
 * between two block headings there is one value and one label, so there is no doubt.
 */
function readAlone(request: RowsRequest, found: FoundRows): readonly FoundRow[] {
  const { items } = found;
  const headings = items.flatMap((item, index) =>
    item.kind === 'label' && HEADING.test(hanOf(request.surface.text.slice(item.start, item.end))) ? [index] : [],
  );
  return found.bare.flatMap(({ formRow, span }) => {
    if (formRow.columns.length !== 1) return [];
    const at = items.findIndex((item) => item.start <= span.start && span.start < item.end);
    const from = headings.filter((heading) => heading < at).at(-1);
    const to = headings.find((heading) => heading > at) ?? items.length;
    if (from === undefined) return [];
    const inside = items.slice(from, to);
    const values = inside.filter((item) => item.kind === 'value');
    const labels = found.rows.some((row) => within(row.row.label, inside)) || found.bare.filter((bare) => within(bare.span, inside)).length > 1;
    const [value] = values;
    if (labels || values.length !== 1 || value === undefined) return [];
    const row = {
      table: formRow.table,
      id: formRow.spec.id,
      span: { start: Math.min(span.start, value.start), end: Math.max(span.end, value.end) },
      label: span,
      match: 'printed' as const,
    };
    return [{ row, formRow, group: { items: values, kind: 'run' as const, first: from }, cells: cellsOf(request, formRow, values) }];
  });
}

/** Cells that ran together are read only where there is one digit for each of them: table two has no equations to tell where to cut. */
function readDigits(request: RowsRequest, found: FoundRows): readonly FoundRow[] {
  return found.unplaced.flatMap(({ formRow, label, group }) => {
    const [run] = group.items;
    const width = formRow.columns.length;
    if (run === undefined || !isGluedRun(group, width) || run.end - run.start !== width) return [];
    if (!isBehindLabel(request, label, run) || hasLostBlanks(request, found, formRow)) return [];
    const items = formRow.columns.map((_, index) => ({ ...run, start: run.start + index, end: run.start + index + 1 }));
    return [rowOf(request, { formRow, label, group }, items)];
  });
}

/** Words between label and digits name one column, and a dash behind them stands for the next: then the digits are one number. */
function isBehindLabel({ surface: { text } }: RowsRequest, label: Span, run: Span): boolean {
  return hanOf(text.slice(label.end, run.start)) === '' && !/[-–—─/]/u.test(text.charAt(run.end));
}

/** Another row of the block has fewer digits than cells, or none at all: blank cells left none, here too perhaps. */
function hasLostBlanks({ rows }: RowsRequest, found: FoundRows, { table, columns }: FormRow): boolean {
  const digitsOf = ({ items }: ValueGroup) => items.reduce((sum, { start, end }) => sum + end - start, 0);
  const isWhole = (row: FormRow) =>
    found.rows.some(({ formRow }) => formRow === row) || found.unplaced.some(({ formRow, group }) => formRow === row && digitsOf(group) >= columns.length);
  return rows.some((row) => row.table === table && row.columns === columns && !isWhole(row));
}

/** One value below the other: too few of them, with a bare row beside, were dropped or torn away. */
function isRun(group: ValueGroup): boolean {
  return group.kind === 'run' && group.items.every((item) => item.field < 0) && !group.items.some((item) => item.runTogether);
}

/** One run of digits, cut out of running text, where several cells should stand. */
function isGluedRun(group: ValueGroup, width: number): boolean {
  const [run] = group.items;
  return run !== undefined && group.items.length === 1 && run.runTogether && run.end - run.start >= width && width > 1;
}

function within(span: Span, items: readonly Span[]): boolean {
  return span.start >= (items[0]?.start ?? 0) && span.end <= (items.at(-1)?.end ?? 0);
}

interface TableParts {
  readonly surface: Surface;
  readonly found: FoundRows;
  readonly read: readonly FoundRow[];
  readonly spec: TableSpec;
  readonly headers: HeadersReading;
}

function tableOf({ surface, found, read, spec, headers }: TableParts): Table {
  const rows = read.filter((row) => row.row.table === spec.id).map((row) => row.row);
  const isOpen = ({ formRow }: { readonly formRow: FormRow }) => formRow.table === spec.id && !rows.some((row) => row.id === formRow.spec.id);
  const open: OpenRows = { bare: found.bare.filter(isOpen), unplaced: found.unplaced.filter(isOpen), anyRead: rows.length > 0 };
  const span = spanOf([...rows.map((row) => row.span), ...open.bare.map((entry) => entry.span), ...open.unplaced.map(({ label }) => label)]);
  const torn = isTorn(open) || hasLooseValues(found, open) || (!open.anyRead && haveFiguresBeside(surface, open.bare));
  const own = <Entry extends { readonly table: TableId }>(entries: readonly Entry[]) => entries.filter(({ table }) => table === spec.id);
  const problems = [...[...own(found.problems), ...own(headers.problems)].map(({ problem }) => problem), ...doubts(found, read, spec)];
  const state = rows.length > 0 ? 'read' : span === null ? 'missing' : torn ? 'unreadable' : 'empty';
  const missed = span === null ? [] : torn ? [unreadable(span, open)] : shortfalls(open);
  return { id: spec.id, state, span, rows, headers: own(headers.headers), problems: [...problems, ...missed] };
}

/** Labels one behind the other and their values below: no sum of table two tells whose they are. */
function doubts(found: FoundRows, read: readonly FoundRow[], { id }: TableSpec): readonly TableProblem[] {
  return found.pulled.flatMap((run): readonly TableProblem[] => {
    const rows = read.filter(({ row }) => row.table === id && run.includes(row.id));
    const [first, last] = [rows[0], rows.at(-1)];
    const isAlike = rows.every(({ cells }) => cells.every(({ text }, index) => text === first?.cells[index]?.text));
    if (first === undefined || last === undefined || isAlike) return [];
    return [{ kind: 'unreadable', span: { start: first.row.label.start, end: last.row.span.end }, rows: rows.map(({ row }) => row.id), by: 'order' }];
  });
}

/** Rows of one block that were not read. */
interface OpenRows {
  readonly bare: FoundRows['bare'];
  readonly unplaced: FoundRows['unplaced'];
  readonly anyRead: boolean;
}

/** Values of several rows stand behind the last of their labels, or too few of them one below the other. */
function isTorn({ bare, unplaced, anyRead }: OpenRows): boolean {
  return unplaced.some(({ formRow, group, found }) => {
    const width = formRow.columns.length;
    if (!isMiscount(found, width) || (bare.length > 0 && found > width)) return true;
    return isRun(group) && (bare.length > 0 || !anyRead);
  });
}

function hasLooseValues(found: FoundRows, { bare }: OpenRows): boolean {
  return bare.length > 0 && found.loose.some((group) => group.kind === 'run');
}

function unreadable(span: Span, { bare, unplaced }: OpenRows): TableProblem {
  return { kind: 'unreadable', span, rows: [...bare, ...unplaced].map(({ formRow }) => formRow.spec.id) };
}

/** What each row lacks; labels without any value only count where other rows have some. */
function shortfalls({ bare, unplaced, anyRead }: OpenRows): readonly TableProblem[] {
  const counted = unplaced.map((entry): TableProblem => {
    const { formRow, group, found } = entry;
    const span = spanOfValues(entry);
    const { length } = formRow.columns;
    return isGluedRun(group, length)
      ? { kind: 'ambiguous', row: formRow.spec.id, span, readings: [] }
      : { kind: 'cell-count', row: formRow.spec.id, span, found, expected: length };
  });
  const empty = bare.map(({ formRow, span }): TableProblem => ({
    kind: 'cell-count',
    row: formRow.spec.id,
    span,
    found: 0,
    expected: formRow.columns.length,
  }));
  return anyRead ? [...counted, ...empty] : counted;
}

function spanOf(spans: readonly Span[]): Span | null {
  if (spans.length === 0) return null;
  return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) };
}

/** So many numbers side by side are a row. */
const MIN_LOOSE = 3;
/** As many values as the rows of its blocks have in the form in force. */
const STRANGERS_WIDTHS = [1, 3];

/** Rows of the other generation, and labels no generation knows, are told at the table they follow. */
function withStrangers(
  request: RowsRequest,
  parts: { readonly tables: readonly Table[]; readonly found: FoundRows; readonly read: readonly FoundRow[]; readonly rows: readonly FormRow[] },
): readonly Table[] {
  const spans = [
    ...parts.read.filter((row) => !isOneOf(parts.rows, row.formRow)).map((row) => row.row.span),
    ...STRANGERS_WIDTHS.flatMap((width) => unknownRows(request, parts.found, width)),
  ].sort((a, b) => a.start - b.start);
  const loose = parts.found.loose.filter((group) => group.kind === 'line' && countValues(group) >= MIN_LOOSE && !hasForeignLabel(parts.found.items, group));
  return parts.tables.map((table, index) => {
    const next = parts.tables.slice(index + 1).find((other) => other.span !== null)?.span?.start ?? Number.POSITIVE_INFINITY;
    const start = table.span?.start ?? Number.POSITIVE_INFINITY;
    const isTurned = table.problems.some(({ kind }) => kind === 'turned');
    const isOwn = (span: Span) => span.start >= start && span.start < next;
    if (isTurned) return table;
    const problems = spans.filter(isOwn).map((span): TableProblem => ({ kind: 'row-unknown', span, text: request.original.slice(span.start, span.end) }));
    const isTornTable = table.problems.some(({ kind }) => kind === 'unreadable');
    for (const { items } of isTornTable ? [] : loose) {
      const span = { start: items[0]?.start ?? 0, end: items.at(-1)?.end ?? 0 };
      const count = items.filter(({ kind }) => kind === 'value').length;
      const isWhole = parts.rows.some(({ table: id, columns }) => id === table.id && columns.length === count);
      if (isOwn(span) && isWhole) problems.push({ kind: 'loose', span, count });
    }
    if (problems.length === 0) return table;
    return { ...table, problems: [...table.problems, ...problems] };
  });
}
