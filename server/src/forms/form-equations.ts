// The equations of tables three and four, derived from their rows and columns.

import { cellKey, type EquationSpec, type TableSpec } from './form.ts';

/** Rows that are not results: they stand outside the sum of （七）. */
const NOT_RESULTS = new Set(['new', 'carried-in', 'total', 'carried-out']);

/** One sum a row, then one sum and one balance a column: 25 + 7 + 7 on the 2021 form, 23 + 7 + 7 on the 2019 one. */
export function applicationEquations({ rows, columns }: TableSpec): readonly EquationSpec[] {
  const applicants = columns.filter((column) => column.id !== 'total');
  const results = rows.filter((row) => !NOT_RESULTS.has(row.id));
  const key = (row: string, column: string) => cellKey('applications', row, column);
  const rowTotals = rows.map<EquationSpec>((row) => ({
    id: `row-total/${row.id}`,
    kind: 'row-total',
    table: 'applications',
    left: applicants.map((column) => key(row.id, column.id)),
    right: [key(row.id, 'total')],
  }));
  const columnTotals = columns.map<EquationSpec>((column) => ({
    id: `column-total/${column.id}`,
    kind: 'column-total',
    table: 'applications',
    left: results.map((row) => key(row.id, column.id)),
    right: [key('total', column.id)],
  }));
  const balances = columns.map<EquationSpec>((column) => ({
    id: `balance/${column.id}`,
    kind: 'balance',
    table: 'applications',
    left: [key('new', column.id), key('carried-in', column.id)],
    right: [key('total', column.id), key('carried-out', column.id)],
  }));
  return [...rowTotals, ...columnTotals, ...balances];
}

/** One sum for each of the blocks of table four. */
export function disputeEquations({ id, rows, columns }: TableSpec): readonly EquationSpec[] {
  return rows.map((row) => ({
    id: `block-total/${row.id}`,
    kind: 'block-total',
    table: id,
    left: columns.filter((column) => column.id !== 'total').map((column) => cellKey(id, row.id, column.id)),
    right: [cellKey(id, row.id, 'total')],
  }));
}
