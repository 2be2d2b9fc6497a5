// Rows that a table may have by the form: columns, keys, and lookups computed before any text is read.

import { cellKey, type CellKey, type ColumnSpec, type RowSpec, type TableId } from '../../../forms/form.ts';
import { hanOfName } from '../../../text/han.ts';

/** Shorter headers (其他, 总计) occur inside labels. */
const MIN_CLOSER = 4;

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

/** What follows from the rows of a table alone, made once a form. */
export interface Lookups {
  /** Of rows with more than one cell. */
  readonly widths: ReadonlySet<number>;
  /** By the ids of `specs`, which name the table too. */
  readonly byId: ReadonlyMap<string, FormRow>;
  readonly specs: readonly RowSpec[];
  readonly closers: readonly string[];
  /** Of each table, how its columns are called, by their Han characters. */
  readonly columns: readonly (readonly (readonly string[])[])[];
}

const lookups = new WeakMap<readonly FormRow[], Lookups>();

export function lookupsOf(rows: readonly FormRow[]): Lookups {
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
    columns: [...new Set(rows.map((row) => row.columns))].map(namesOfColumns),
  };
}

export function namesOfColumns(columns: readonly ColumnSpec[]): readonly (readonly string[])[] {
  return columns.map(namesOfColumn);
}

/** By their Han characters: the printed header first, then its variants; what stands in brackets (单位：万元，保留4位小数) is a note of the form. */
export function namesOfColumn({ label, aliases }: ColumnSpec): readonly string[] {
  return [label, ...aliases].map((name) => hanOfName(name.replace(/（.*）/u, '')));
}

/** The Han characters of headers and group labels behind which a row may begin. */
function closersOf(rows: readonly FormRow[]): readonly string[] {
  const names = rows.flatMap((row) => [...row.spec.groups, ...row.columns.flatMap((column) => [column.label, ...column.aliases])]);
  return [...new Set(names.map((name) => hanOfName(name.replace(/^（?[一二三四五六七]）?、?/u, ''))))].filter((name) => name.length >= MIN_CLOSER);
}
