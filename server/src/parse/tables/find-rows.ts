// Region to rows with cells, the same steps for every table with row labels: items, labels, value groups, assignment, columns.

import type { Span } from '../../text/span.ts';
import { alignRow } from './cells/aligned.ts';
import { stackRows, type OpenRow } from './cells/stacked.ts';
import { learnReference, placeValues, type LabelledGroup, type PlaceOptions } from './cells/place.ts';
import type { Item } from './lines/items.ts';
import { lexRegion } from './lines/lex.ts';
import { assignGroups, type Assigned, type Assignment } from './rows/assign.ts';
import { brokenNumber, joinedAtPoints } from './rows/broken-numbers.ts';
import { formRowOf, lookupsOf, type FormRow } from './rows/form-rows.ts';
import { withoutPadding } from './cells/padding.ts';
import { printedColumns, withoutAdded, type PrintedColumns } from './cells/printed-columns.ts';
import { rowOf, spanOfValues, type FoundProblem, type FoundRow, type FoundRows, type RowsRequest, type Unplaced } from './rows/found-rows.ts';
import { claimTextCells, countValues, groupValues, withoutPageNumbers, type ValueGroup } from './rows/groups.ts';
import { withoutGroupPieces } from './rows/group-pieces.ts';
import type { LabelPlace } from './rows/label-stream.ts';
import { findLabels } from './rows/find-labels.ts';
import { isSideBySide, rowLabels } from './rows/row-labels.ts';
import type { TableId } from '../../forms/form.ts';
import { isInConflict, visibleText, type Surface } from '../document/surface.ts';

export function findRows(request: RowsRequest): FoundRows {
  const { surface, region, contextual, alternatives = [] } = request;
  const { widths, byId, specs, closers, columns } = lookupsOf(request.rows);
  const { items: written, delimiting } = lexRegion(surface, region, columns);
  const lexed = delimiting === 'spaces' ? joinedAtPoints(surface.text, written) : written;
  const counted = withoutGroupPieces(surface.text, withoutPageNumbers(lexed, widths), request.rows);
  const places = rowLabels(request, findLabels(surface.text, counted, specs, { closers, alternatives }));
  const items = claimTextCells(counted, places);
  const all = assignGroups(items, places, groupValues(items, delimiting), {
    width: (place) => byId.get(place.row)?.columns.length ?? 0,
    addsUp: (place, own) => adderOf(request, byId.get(place.row))?.(own) === true,
  });
  const assigned = surface.conflicts.length === 0 ? all : outsideConflicts(surface, all);
  const printed = printedColumns({ surface, items, places, assignments: assigned.rows, rowOf: (place) => byId.get(place.row), contextual });
  const printedOf = ({ start }: LabelPlace) => printed.find(({ rows }) => rows.start <= start && start < rows.end);
  const rowAt = rowsUnder(byId, printedOf);
  const own = withoutPadding(assigned.rows, (place) => rowAt(place)?.columns.length ?? 0).map((assignment) =>
    withoutAdded(assignment, printedOf(assignment.place), adderOf(request, rowAt(assignment.place))),
  );
  const placed = withoutBroken(request, lexed, placeRows({ ...request, rowAt }, items, own));
  const aligned = alignRows(request, placed);
  const bare = bareRows(rowAt, assigned, placed);
  const stacked = delimiting === 'spaces' ? stackRows(request, items, { placed: placed.rows, open: [...aligned.unplaced, ...bare] }) : [];
  const isOpen = ({ formRow }: { readonly formRow: FormRow }) => stacked.every((row) => row.formRow !== formRow);
  return {
    items,
    delimiting,
    rows: [...placed.rows, ...aligned.rows, ...stacked],
    bare: bare.filter(isOpen).map(({ formRow, label: { start, end } }) => ({ formRow, span: { start, end } })),
    loose: assigned.loose,
    unplaced: aligned.unplaced.filter(isOpen),
    problems: [
      ...placed.problems,
      ...printed.flatMap(({ table, problems }) => problems.map((problem) => ({ table, problem }))),
      ...conflictProblems(surface, places, rowAt),
    ],
    pulled: assigned.pulled.map((run) => run.flatMap((place) => rowAt(place)?.spec.id ?? [])),
    isDeclined: printed.some(({ isDeclined }) => isDeclined),
    sideBySide: isSideBySide(
      items,
      places.filter((place) => !contextual.has(place.row)),
    ),
  };
}

/** Of two versions of a row nobody may read one. */
function outsideConflicts(surface: Surface, { rows, bare, loose, pulled }: Assigned): Assigned {
  return {
    pulled,
    rows: rows.filter(({ place }) => !isInConflict(surface, place.start)),
    bare: bare.filter(({ start }) => !isInConflict(surface, start)),
    loose: loose.filter(({ items }) => !isInConflict(surface, items[0]?.start ?? 0)),
  };
}

function conflictProblems(surface: Surface, places: readonly LabelPlace[], rowAt: RowAt): readonly FoundProblem[] {
  if (surface.conflicts.length === 0) return [];
  const rows = new Map<TableId, { readonly span: Span; readonly ids: Set<string> }>();
  for (const place of places) {
    const row = isInConflict(surface, place.start) ? rowAt(place) : undefined;
    if (row === undefined) continue;
    const known = rows.get(row.table) ?? { span: { start: place.start, end: place.end }, ids: new Set<string>() };
    known.ids.add(row.spec.id);
    rows.set(row.table, known);
  }
  return [...rows].map(([table, { span, ids }]) => ({ table, problem: { kind: 'conflict', span, rows: [...ids] } }));
}

/** The row of the form to which a label belongs, with its columns as they are printed. */
type RowAt = (place: LabelPlace) => FormRow | undefined;

function rowsUnder(byId: ReadonlyMap<string, FormRow>, printedOf: (place: LabelPlace) => PrintedColumns | undefined): RowAt {
  const made = new Map<FormRow, FormRow>();
  return (place) => {
    const row = byId.get(place.row);
    const order = printedOf(place)?.order.filter((column) => column !== null);
    if (row === undefined || order === undefined || (order.length === row.columns.length && order.every((column, index) => column === row.columns[index])))
      return row;
    const own = made.get(row) ?? formRowOf(row.table, row.spec, order);
    made.set(row, own);
    return own;
  };
}

/** Whether values add up in the columns of a row; null where it has no total. */
function adderOf({ addsUp }: RowsRequest, row: FormRow | undefined): ((items: readonly Item[]) => boolean) | null {
  return addsUp === undefined || row?.columns.some(({ id }) => id === 'total') !== true ? null : (items) => addsUp(items, row.columns);
}

interface PlacingRequest extends RowsRequest {
  readonly rowAt: RowAt;
}

interface Placed {
  readonly rows: readonly FoundRow[];
  readonly unplaced: readonly Unplaced[];
  readonly problems: readonly FoundProblem[];
  /** Labels with fewer blanks than cells and no value. */
  readonly blank: readonly LabelPlace[];
  /** Where the first row of each label stands. */
  readonly seen: ReadonlyMap<string, Span>;
}

/** The values of each label in their columns, as far as count and delimiters leave no doubt. */
function placeRows(request: PlacingRequest, items: readonly Item[], assignments: readonly Assignment[]): Placed {
  const { rowAt } = request;
  const labelled = ({ place, group }: Assignment): LabelledGroup => ({
    group,
    width: rowAt(place)?.columns.length ?? 0,
    labelField: items[place.lastItem]?.field ?? -1,
  });
  const options: Omit<PlaceOptions, 'addsUp'> = {
    reference: learnReference(assignments.map(labelled)),
    textOf: (item) => visibleText(request.surface.text, item),
  };
  const rows: FoundRow[] = [];
  const unplaced: Unplaced[] = [];
  const problems: FoundProblem[] = [];
  const blank: LabelPlace[] = [];
  const seen = new Map<string, Span>();
  for (const assignment of assignments) {
    const { place: label, group } = assignment;
    const formRow = rowAt(label);
    if (formRow === undefined) continue;
    const { table, spec, columns } = formRow;
    if (countValues(group) === 0 && group.items.length < columns.length) {
      blank.push(label);
      continue;
    }
    const span = spanOfValues({ label, group });
    const first = seen.get(label.row);
    if (first !== undefined) {
      // 总计 stands in many a header: there it is no second row, whatever follows.
      const isRow = !request.contextual.has(label.row) || group.items.length === columns.length;
      if (countValues(group) > 0 && isRow) problems.push({ table, problem: { kind: 'row-duplicate', row: spec.id, span, first } });
      continue;
    }
    seen.set(label.row, span);
    const placing = placeValues(labelled(assignment), { ...options, addsUp: adderOf(request, formRow) });
    if (placing.kind === 'placed') {
      const found = rowOf(request, { formRow, label, group }, placing.items);
      rows.push({ ...found, row: { ...found.row, span } });
    } else if (placing.kind === 'ambiguous') {
      problems.push({ table, problem: { kind: 'ambiguous', row: spec.id, span, readings: [] } });
    } else {
      unplaced.push({ formRow, label, group, found: placing.found });
    }
  }
  return { rows, unplaced, problems, blank, seen };
}

/** Where a row has no total to prove it and its last number may go on in the next line, that cell is told, not read. */
function withoutBroken({ surface, addsUp }: RowsRequest, items: readonly Item[], placed: Placed): Placed {
  if (addsUp !== undefined) return placed;
  const problems: FoundProblem[] = [];
  const rows = placed.rows.map((row) => {
    const problem = brokenNumber(surface, items, row);
    if (problem === null) return row;
    problems.push(problem);
    return { ...row, cells: row.cells.slice(0, -1) };
  });
  return problems.length === 0 ? placed : { ...placed, rows, problems: [...placed.problems, ...problems] };
}

/** Rows of too few values in aligned columns: read where complete rows show the columns and the row then adds up. */
function alignRows(request: RowsRequest, { rows, unplaced }: Placed): Pick<Placed, 'rows' | 'unplaced'> {
  const complete = rows.filter((row) => row.group.items.length === row.formRow.columns.length && isOneLine(row.group)).map((row) => row.group);
  const aligned: FoundRow[] = [];
  const open: Unplaced[] = [];
  for (const entry of unplaced) {
    const row = alignedRow(request, complete, entry);
    if (row === null) open.push(entry);
    else aligned.push(row);
  }
  return { rows: aligned, unplaced: open };
}

function alignedRow(request: RowsRequest, complete: readonly ValueGroup[], entry: Unplaced): FoundRow | null {
  const { surface } = request;
  const { formRow, group } = entry;
  const width = formRow.columns.length;
  const addsUp = adderOf(request, formRow);
  if (addsUp === null || !isOneLine(group) || group.items.length < 2 || group.items.length >= width) return null;
  const items = alignRow(surface.text, group, complete, width);
  return items === null || !addsUp(items) ? null : rowOf(request, entry, items);
}

/** Whole values side by side with nothing but blanks between them. */
function isOneLine({ items }: ValueGroup): boolean {
  return items.every((item) => item.field < 0 && !item.runTogether && item.line === items[0]?.line);
}

/** The first label of each row that has values nowhere. */
function bareRows(rowAt: RowAt, { bare }: Assigned, { blank, seen }: Placed): readonly OpenRow[] {
  const first = new Map<FormRow, LabelPlace>();
  for (const label of [...bare, ...blank]) {
    const formRow = rowAt(label);
    if (formRow !== undefined && !seen.has(label.row) && !first.has(formRow)) first.set(formRow, label);
  }
  return [...first].map(([formRow, label]) => ({ formRow, label }));
}
