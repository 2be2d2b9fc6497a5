// A table with rows and columns exchanged: the columns of the form stand in its rows, and its rows in the header.

import { cellKey, printedLabel, splitKey, type ColumnSpec, type RowSpec, type TableSpec } from '../../forms/form.ts';
import { hanOf } from '../../text/han.ts';
import type { Span } from '../../text/span.ts';
import type { Cell, TableRow } from '../model.ts';
import { findRows } from './find-rows.ts';
import { namesOfColumns, type FormRow } from './rows/form-rows.ts';
import { headerNames, headerWords } from './rows/header-words.ts';
import type { RowsRequest } from './rows/found-rows.ts';
import type { Item } from './lines/items.ts';

export interface TurnedReading {
  readonly cells: readonly Cell[];
  /** The labels in the header. */
  readonly rows: readonly TableRow[];
  readonly span: Span;
  readonly header: Span;
}

type TurnedRequest = Pick<RowsRequest, 'original' | 'surface' | 'region'>;

/** What a table is: its columns, and the rows that it may have. */
type Table = Pick<TableSpec, 'id' | 'columns' | 'rows'>;

/** Every column of the form has its row, and most rows of the form are named in the header; null where a table does not stand so. */
export function readTurned(request: TurnedRequest, items: readonly Item[], { id: table, columns, rows }: Table): TurnedReading | null {
  const { original, surface, region } = request;
  const value = items.findIndex(({ kind }) => kind === 'value');
  if (!namesColumn(surface.text, items[value - 1], columns)) return null;
  // Beside the first value stands the label of its row, which may be called as a row of the form is.
  const above = items.slice(0, Math.max(0, value)).filter(({ line }, index) => index < value - 1 || line !== items[value]?.line);
  const words = headerWords(surface, above, headerNames(asColumns(rows)));
  const labels = words.flatMap(({ column, span }) => (column === null ? [] : [{ column, span }]));
  const [first, last] = [labels[0], labels.at(-1)];
  const ids = labels.map(({ column }) => column.id);
  if (first === undefined || last === undefined || labels.length * 2 <= rows.length || new Set(ids).size < ids.length) return null;
  const turnedRows = columns.map(({ id, label, aliases, type }): FormRow => {
    const spec: RowSpec = { id, enumerator: '', label, aliases, groups: [], basis: [] };
    return { table, spec, columns: labels.map(({ column }) => ({ ...column, type })), keys: ids.map((row) => cellKey(table, row, id)) };
  });
  const turned = findRows({ original, surface, region: { start: last.span.end, end: region.end }, rows: turnedRows, contextual: new Set() });
  if (turned.rows.length < columns.length || turned.problems.length > 0) return null;
  // Row and column of a cell are those of the form, whichever stands upright.
  const cells = turned.rows.flatMap((row) => row.cells.map((cell): Cell => ({ ...cell, row: splitKey(cell.key).row, column: splitKey(cell.key).column })));
  const header = { start: first.span.start, end: last.span.end };
  const end = Math.max(...turned.rows.map(({ row }) => row.span.end));
  return {
    cells,
    rows: labels.map(({ column, span }): TableRow => ({ table, id: column.id, span, label: span, match: 'printed' })),
    span: { start: header.start, end },
    header,
  };
}

/** Whether the word before the first value is the name of a column: otherwise no row of such a table begins there. */
function namesColumn(text: string, label: Item | undefined, columns: readonly ColumnSpec[]): boolean {
  if (label?.kind !== 'label') return false;
  const key = hanOf(text.slice(label.start, label.end));
  return namesOfColumns(columns).some((names) => names.some((name) => key.endsWith(name)));
}

const known = new WeakMap<readonly RowSpec[], readonly ColumnSpec[]>();

function asColumns(rows: readonly RowSpec[]): readonly ColumnSpec[] {
  const columns = known.get(rows) ?? rows.map(asColumn);
  known.set(rows, columns);
  return columns;
}

function asColumn(spec: RowSpec): ColumnSpec {
  return { id: spec.id, label: spec.label, aliases: [...spec.aliases, printedLabel(spec)], type: 'count' };
}
