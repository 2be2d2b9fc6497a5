// Found rows of a table: rows with cells, labels without values, values without a label.

import type { CellKey, ColumnSpec, TableId } from '../../../forms/form.ts';
import { fold } from '../../../text/fold.ts';
import { readCell, tidy, type CellReading } from '../../../text/numbers.ts';
import type { Span } from '../../../text/span.ts';
import type { Delimiting, Item } from '../lines/items.ts';
import type { Cell, TableProblem, TableRow } from '../../model.ts';
import { trimSpan, type Surface } from '../../document/surface.ts';
import { hasForeignLabel } from './assign.ts';
import type { FormRow } from './form-rows.ts';
import { countValues, type ValueGroup } from './groups.ts';
import type { LabelPlace } from './label-stream.ts';

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
  readonly addsUp?: (items: readonly Item[], columns: readonly ColumnSpec[]) => boolean;
}

/** A row as it was found, before its cells are trusted. */
export interface FoundRow {
  readonly row: TableRow;
  readonly formRow: FormRow;
  readonly group: ValueGroup;
  readonly cells: readonly Cell[];
}

export interface FoundProblem {
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
  /** Rows whose labels stand one behind the other and whose values then follow in that order. */
  readonly pulled: readonly (readonly string[])[];
  /** Two reports printed side by side. */
  readonly sideBySide: boolean;
  /** Header and sums contradict each other: the values were read and are given to no column. */
  readonly isDeclined: boolean;
}

/** So many more values than columns are no slip but a torn table. */
const MAX_EXTRA_VALUES = 3;

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

/** A slip of counting, as against values torn from their rows. */
export function isMiscount(found: number, expected: number): boolean {
  return found <= expected + MAX_EXTRA_VALUES;
}

/** So far behind a label figures are looked for that could not be read as cells. */
const BESIDE = 120;

/** Whether most of these labels have figures behind them on their line all the same: a table that is not empty, only unreadable. */
export function haveFiguresBeside({ text }: Surface, bare: FoundRows['bare']): boolean {
  const beside = bare.filter(({ span }) => /^[^\r\n]*[0-9]/u.test(text.slice(span.end, span.end + BESIDE).replaceAll(/\([^()]*\)/gu, '')));
  return beside.length * 2 > bare.length;
}

/** What stands at the head or foot of every page: the title of the report, the number of the page. */
const PAGE_HEAD = /政府信息公开.{0,8}报告|第 ?[0-9]{1,4} ?页/u;

/** Values behind a label the form does not know, as many as a row has. */
export function unknownRows(request: RowsRequest, found: FoundRows, width: number): readonly Span[] {
  return found.loose
    .filter((group) => hasForeignLabel(found.items, group) && countValues(group) === width)
    .map((group) => {
      const label = found.items[group.first - 1];
      const start = label?.start ?? 0;
      return trimSpan(request.surface.text, { start, end: group.items.at(-1)?.end ?? start });
    })
    .filter(({ start, end }) => !PAGE_HEAD.test(request.surface.text.slice(start, lineEnd(request.surface.text, end))));
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return Math.min(end < 0 ? text.length : end, offset + BESIDE);
}

export function cellsOf(request: RowsRequest, formRow: FormRow, items: readonly Item[]): readonly Cell[] {
  const cells: Cell[] = [];
  formRow.keys.forEach((key, index) => {
    const [column, item] = [formRow.columns[index], items[index]];
    if (column !== undefined && item !== undefined) cells.push(cellOf(request, formRow, { key, column }, item));
  });
  return cells;
}

function cellOf(request: RowsRequest, formRow: FormRow, { key, column }: { readonly key: CellKey; readonly column: ColumnSpec }, span: Span): Cell {
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
    reading: unsigned(column, inUnits(column, readCell(text === shown || fold(text) === shown ? text : shown))),
  };
}

/** (31) can mean −31 where a change is counted. */
function unsigned(column: ColumnSpec, reading: CellReading): CellReading {
  return column.type === 'change' && reading.kind === 'number' && reading.notation.includes('wrapped') ? { kind: 'unreadable' } : reading;
}

const MULTIPLIERS: ReadonlyMap<string, number> = new Map([
  ['万', 1e4],
  ['亿', 1e8],
]);

/** `180.86万` counts 1808600; an amount is in 万元 by its header, and its unit is for a rule to judge. */
function inUnits(column: ColumnSpec, reading: CellReading): CellReading {
  const factor = reading.kind === 'number' && column.type !== 'money' ? MULTIPLIERS.get((reading.unit ?? '').charAt(0)) : undefined;
  if (factor === undefined || reading.kind !== 'number') return reading;
  const value = tidy(reading.value * factor);
  const sign = reading.sign === '+' ? '+' : '';
  return { ...reading, value, decimals: 0, plain: sign + String(value) };
}
