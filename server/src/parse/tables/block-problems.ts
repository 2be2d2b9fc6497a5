// What is told of the blocks of table two: rows that lack values, torn or glued ones, labels and numbers of nobody.

import type { TableId, TableSpec } from '../../forms/form.ts';
import type { Span } from '../../text/span.ts';
import type { Surface } from '../document/surface.ts';
import type { Table, TableProblem } from '../model.ts';
import type { HeadersReading } from './cells/headers.ts';
import { hasForeignLabel } from './rows/assign.ts';
import type { FormRow } from './rows/form-rows.ts';
import { haveFiguresBeside, isMiscount, spanOfValues, unknownRows, type FoundRow, type FoundRows, type RowsRequest } from './rows/found-rows.ts';
import { countValues, type ValueGroup } from './rows/groups.ts';

/** Its columns may stand in another order. */
export function isOneOf(rows: readonly FormRow[], { table, spec }: FormRow): boolean {
  return rows.some((row) => row.table === table && row.spec.id === spec.id);
}

/** One value below the other: too few of them, with a bare row beside, were dropped or torn away. */
function isRun(group: ValueGroup): boolean {
  return group.kind === 'run' && group.items.every((item) => item.field < 0) && !group.items.some((item) => item.runTogether);
}

/** One run of digits, cut out of running text, where several cells should stand. */
export function isGluedRun(group: ValueGroup, width: number): boolean {
  const [run] = group.items;
  return run !== undefined && group.items.length === 1 && run.runTogether && run.end - run.start >= width && width > 1;
}

interface TableParts {
  readonly surface: Surface;
  readonly found: FoundRows;
  readonly read: readonly FoundRow[];
  readonly spec: TableSpec;
  readonly headers: HeadersReading;
}

/** A block with its rows, and what was seen of those that were not read. */
export function blockTable({ surface, found, read, spec, headers }: TableParts): Table {
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
export function withStrangers(
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
