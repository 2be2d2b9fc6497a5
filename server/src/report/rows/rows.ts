// Region → rows with cells. The same steps serve every table that has row labels:
// items, labels, value groups, which belongs to which, which value stands in which column.

import { cellKey, type CellKey, type ColumnSpec, type RowSpec, type TableId } from '../../forms/form.ts';
import { fold } from '../../text/fold.ts';
import { hanOfName } from '../../text/han.ts';
import { readCell } from '../../text/numbers.ts';
import type { Span } from '../../text/span.ts';
import { alignRow } from '../cells/aligned.ts';
import { assignGroups, hasForeignLabel, type Assignment } from './assign.ts';
import { countValues, groupValues, withoutPageNumbers, type ValueGroup } from './groups.ts';
import type { Delimiting, Item } from '../lines/items.ts';
import { findLabels, type LabelPlace } from './labels.ts';
import { lexRegion } from '../lines/lex.ts';
import type { Cell, TableProblem, TableRow } from '../model.ts';
import { learnReference, placeValues } from '../cells/place.ts';
import type { Surface } from '../surface.ts';
import { readingOf, trimSpan } from '../surface.ts';

/** A row of the form together with the table it belongs to. */
export interface FormRow {
  readonly table: TableId;
  readonly spec: RowSpec;
  readonly columns: readonly ColumnSpec[];
  /** Of its cells, one a column: the same strings for every report, so that no map hashes them anew. */
  readonly keys: readonly CellKey[];
}

export function formRowOf(table: TableId, spec: RowSpec, columns: readonly ColumnSpec[]): FormRow {
  return { table, spec, columns, keys: columns.map((column) => cellKey(table, spec.id, column.id)) };
}

export interface RowsRequest {
  readonly original: string;
  readonly surface: Surface;
  readonly region: Span;
  readonly rows: readonly FormRow[];
  /** Short labels that only count behind a longer one: their ids (总计, 其他). */
  readonly contextual: ReadonlySet<string>;
  /** Sets of rows of which a report has one or the other. */
  readonly alternatives?: readonly (readonly string[])[];
  /** A row whose label is only a group label wherever one of `beside` occurs. */
  readonly groupLabel?: { readonly row: string; readonly beside: readonly string[] };
  /** Whether the values of one row add up among themselves; left out where rows have no total. */
  readonly addsUp?: (items: readonly Item[]) => boolean;
}

/** A row as it was found, before its cells are trusted. */
export interface FoundRow {
  readonly row: TableRow;
  readonly formRow: FormRow;
  readonly group: ValueGroup;
  readonly cells: readonly Cell[];
}

interface FoundProblem {
  readonly table: TableId;
  readonly problem: TableProblem;
}

/** A row whose values do not fit its columns. */
export interface Unplaced {
  readonly formRow: FormRow;
  readonly label: LabelPlace;
  readonly group: ValueGroup;
  readonly found: number;
}

export interface FoundRows {
  readonly items: readonly Item[];
  readonly delimiting: Delimiting;
  readonly rows: readonly FoundRow[];
  /** Labels of the form that have no values. */
  readonly bare: readonly { readonly formRow: FormRow; readonly span: Span }[];
  /** Values that no label claims. */
  readonly loose: readonly ValueGroup[];
  /** Rows whose values could not be placed, with all their value items. */
  readonly unplaced: readonly Unplaced[];
  readonly problems: readonly FoundProblem[];
  /** Two reports printed side by side. */
  readonly sideBySide: boolean;
}

/** Shorter headers (其他, 总计) occur inside labels. */
const MIN_CLOSER = 4;
/** So many more values than columns are no slip but a torn table. */
const MAX_EXTRA_VALUES = 3;

export function findRows(request: RowsRequest): FoundRows {
  const lexed = lexRegion(request.surface, request.region);
  const { delimiting } = lexed;
  const { widths, byId, specs, closers } = lookupsOf(request.rows);
  const counted = withoutPageNumbers(lexed.items, widths);
  const hints = { closers, alternatives: request.alternatives ?? [] };
  const places = withoutGroupLabel(request, keepInContext(withoutRepeats(findLabels(request.surface.text, counted, specs, hints)), request.contextual));
  const items = claimTextCells(counted, places);
  const groups = groupValues(items, delimiting);
  const width = (place: LabelPlace) => byId.get(place.row)?.columns.length ?? 0;
  const assigned = assignGroups(items, places, groups, width);
  const labelled = ({ place, group }: Assignment) => ({ group, width: width(place), labelField: items[place.lastItem]?.field ?? -1 });
  const options = {
    reference: learnReference(assigned.rows.map(labelled)),
    addsUp: request.addsUp ?? null,
    textOf: (item: Item) => readingOf(request.surface.text, item),
  };

  const rows: FoundRow[] = [];
  const unplaced: Unplaced[] = [];
  const problems: FoundProblem[] = [];
  const seen = new Map<string, Span>();
  const blankRows: Assignment[] = [];
  for (const { place, group } of assigned.rows) {
    const formRow = byId.get(place.row);
    if (formRow === undefined) continue;
    if (countValues(group) === 0 && group.items.length < formRow.columns.length) {
      blankRows.push({ place, group });
      continue;
    }
    const span = spanOfValues({ label: place, group });
    const first = seen.get(place.row);
    if (first !== undefined) {
      // 总计 stands in many a header: there it is no second row, whatever follows.
      const isRow = !request.contextual.has(place.row) || group.items.length === formRow.columns.length;
      if (countValues(group) > 0 && isRow) problems.push({ table: formRow.table, problem: { kind: 'row-duplicate', row: formRow.spec.id, span, first } });
      continue;
    }
    const placing = placeValues(labelled({ place, group }), options);
    seen.set(place.row, span);
    if (placing.kind === 'placed') {
      const row = { table: formRow.table, id: formRow.spec.id, span, label: { start: place.start, end: place.end }, match: place.match };
      rows.push({ row, formRow, group, cells: cellsOf(request, formRow, placing.items) });
    } else if (placing.kind === 'ambiguous') {
      problems.push({ table: formRow.table, problem: { kind: 'ambiguous', row: formRow.spec.id, span, readings: [] } });
    } else {
      unplaced.push({ formRow, label: place, group, found: placing.found });
    }
  }
  const complete = rows.filter((row) => row.group.items.length === row.formRow.columns.length && isOneLine(row.group));
  const groupsOfComplete = complete.map((row) => row.group);
  const unread: Unplaced[] = [];
  for (const entry of unplaced) {
    const row = alignedRow(request, groupsOfComplete, entry);
    if (row === null) unread.push(entry);
    else rows.push(row);
  }
  const bare = [...assigned.bare, ...blankRows.map(({ place }) => place)]
    .filter((place) => !seen.has(place.row))
    .flatMap((place) => {
      const formRow = byId.get(place.row);
      return formRow === undefined ? [] : [{ formRow, span: { start: place.start, end: place.end } }];
    })
    .filter((entry, index, all) => all.findIndex((other) => other.formRow === entry.formRow) === index);
  return {
    items,
    delimiting,
    rows,
    bare,
    loose: assigned.loose,
    unplaced: unread,
    problems,
    sideBySide: isSideBySide(items, places.filter((place) => !request.contextual.has(place.row))),
  };
}

/** What follows from the rows of a table alone, made once a form. */
interface Lookups {
  /** Of rows with more than one cell. */
  readonly widths: ReadonlySet<number>;
  /** By the ids of `specs`, which name the table too. */
  readonly byId: ReadonlyMap<string, FormRow>;
  readonly specs: readonly RowSpec[];
  readonly closers: readonly string[];
}

const lookups = new WeakMap<readonly FormRow[], Lookups>();

function lookupsOf(rows: readonly FormRow[]): Lookups {
  const known = lookups.get(rows) ?? makeLookups(rows);
  lookups.set(rows, known);
  return known;
}

function makeLookups(rows: readonly FormRow[]): Lookups {
  const idOf = (row: FormRow) => `${row.table}/${row.spec.id}`;
  return {
    widths: new Set(rows.map((row) => row.columns.length).filter((width) => width > 1)),
    byId: new Map(rows.map((row) => [idOf(row), row])),
    specs: rows.map((row) => ({ ...row.spec, id: idOf(row) })),
    closers: closersOf(rows),
  };
}

/** The Han characters of headers and group labels behind which a row may begin. */
function closersOf(rows: readonly FormRow[]): readonly string[] {
  const names = rows.flatMap((row) => [...row.spec.groups, ...row.columns.flatMap((column) => [column.label, ...column.aliases])]);
  return [...new Set(names.map((name) => hanOfName(name.replace(/^（?[一二三四五六七]）?、?/u, ''))))].filter((name) => name.length >= MIN_CLOSER);
}

/** A row of too few values in aligned columns: read where complete rows show the columns and the row then adds up. */
function alignedRow(request: RowsRequest, complete: readonly ValueGroup[], entry: Unplaced): FoundRow | null {
  const { addsUp, surface } = request;
  const { formRow, group } = entry;
  const width = formRow.columns.length;
  if (addsUp === undefined || !isOneLine(group) || group.items.length < 2 || group.items.length >= width) return null;
  const items = alignRow(surface.text, group, complete, width);
  return items === null || !addsUp(items) ? null : rowOf(request, entry, items);
}

/** The row that `items` make of an entry, from its label to its last cell. */
export function rowOf(request: RowsRequest, entry: Omit<Unplaced, 'found'>, items: readonly Item[]): FoundRow {
  const { formRow, label, group } = entry;
  const { start, end, match } = label;
  const span = { start, end: Math.max(end, items.at(-1)?.end ?? 0) };
  const row = { table: formRow.table, id: formRow.spec.id, span, label: { start, end }, match };
  return { row, formRow, group, cells: cellsOf(request, formRow, items) };
}

/** From the label of a row to the last of its values. */
export function spanOfValues({ label, group }: Pick<Unplaced, 'label' | 'group'>): Span {
  return { start: label.start, end: Math.max(label.end, group.items.at(-1)?.end ?? 0) };
}

/** Whole values side by side with nothing but blanks between them. */
function isOneLine({ items }: ValueGroup): boolean {
  return items.every((item) => item.field < 0 && !item.glued && item.line === items[0]?.line);
}

/** A slip of counting, as against values torn from their rows. */
export function isMiscount(found: number, expected: number): boolean {
  return found <= expected + MAX_EXTRA_VALUES;
}

/** Values behind a label the form does not know, as many as a row has. */
export function unknownRows(request: RowsRequest, found: FoundRows, width: number): readonly Span[] {
  return found.loose
    .filter((group) => hasForeignLabel(found.items, group) && countValues(group) === width)
    .map((group) => {
      const label = found.items[group.first - 1];
      const start = label?.start ?? 0;
      return trimSpan(request.surface.text, { start, end: group.items.at(-1)?.end ?? start });
    });
}

export function cellsOf(request: RowsRequest, formRow: FormRow, items: readonly Item[]): readonly Cell[] {
  const cells: Cell[] = [];
  formRow.keys.forEach((key, index) => {
    const [column, item] = [formRow.columns[index], items[index]];
    if (column !== undefined && item !== undefined) cells.push(cellOf(request, formRow, { key, column }, item));
  });
  return cells;
}

function cellOf(
  request: RowsRequest,
  formRow: FormRow,
  { key, column }: { readonly key: CellKey; readonly column: ColumnSpec },
  span: Span,
): Cell {
  const text = request.original.slice(span.start, span.end);
  const shown = request.surface.text.slice(span.start, span.end);
  return {
    key,
    table: formRow.table,
    row: formRow.spec.id,
    column: column.id,
    type: column.type,
    span: { start: span.start, end: span.end },
    text,
    // Markup inside a cell is no part of its number; where there is none, the original tells its notation.
    reading: readCell(text === shown || fold(text) === shown ? text : shown),
  };
}

/** （六）其他处理 is a row on the older form and heads three rows on the newer one. */
function withoutGroupLabel({ groupLabel }: RowsRequest, places: readonly LabelPlace[]): readonly LabelPlace[] {
  if (groupLabel === undefined || !places.some((place) => groupLabel.beside.includes(place.row))) return places;
  return places.filter((place) => place.row !== groupLabel.row);
}

/** 总计 and 其他 stand in the header too: they are rows only behind a label that cannot be mistaken. */
function keepInContext(places: readonly LabelPlace[], contextual: ReadonlySet<string>): readonly LabelPlace[] {
  if (contextual.size === 0) return places;
  const first = places.find((place) => !contextual.has(place.row));
  if (first === undefined) return [];
  return places.filter((place) => !contextual.has(place.row) || place.start > first.start);
}

/** Words in the fields behind a row's label stand where numbers are due: 见附件 is a cell, not another label. */
function claimTextCells(items: readonly Item[], places: readonly LabelPlace[]): readonly Item[] {
  const labelOf = new Map<number, number>();
  const labels = new Set<number>();
  for (const place of places) {
    const item = items[place.lastItem];
    if (item !== undefined && item.fields > 0) labelOf.set(item.line, place.lastItem);
    for (let index = place.firstItem; index <= place.lastItem; index++) labels.add(index);
  }
  return items.map((item, index) => {
    const label = labelOf.get(item.line);
    const claimed = item.kind === 'label' && item.fields > 0 && label !== undefined && index > label && !labels.has(index);
    return claimed ? { ...item, kind: 'value' as const } : item;
  });
}

/** Merged cells written out in every field they span: one label, not several. */
function withoutRepeats(places: readonly LabelPlace[]): readonly LabelPlace[] {
  return places.filter((place, index) => {
    const next = places[index + 1];
    return next === undefined || next.row !== place.row || next.firstItem !== place.lastItem + 1;
  });
}

function isSideBySide(items: readonly Item[], places: readonly LabelPlace[]): boolean {
  const seen = new Set<string>();
  let twice = 0;
  for (const place of places) {
    const key = `${items[place.firstItem]?.line}:${place.row}`;
    if (seen.has(key)) twice++;
    seen.add(key);
  }
  return twice >= 2;
}
