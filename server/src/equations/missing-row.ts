// Values that the sums leave for a missing row of table three.

import { cellKey, type CellKey, type RowSpec, type TableId } from '../forms/form.ts';
import { tableOf } from '../forms/index.ts';
import type { EvaluatedReport } from './evaluate.ts';
import { mostlyBlank } from './mostly-blank.ts';
import { isCount } from './system.ts';
import { addsUp, targetOf } from './target.ts';

export interface MissingRow {
  /** In the order of the form's columns. */
  readonly values: readonly number[];
  /** The cells that they were read off. */
  readonly basis: readonly CellKey[];
}

/** Null where the sums leave a cell open, contradict each other, or most of the table is blank: that is evidence of nothing. */
export function missingRow({ report, equations }: EvaluatedReport, table: TableId, row: RowSpec): MissingRow | null {
  const columns = tableOf(report.detectedForm.form, table)?.columns ?? [];
  const keys = columns.map(({ id }) => cellKey(table, row.id, id));
  if (keys.length === 0 || mostlyBlank(report).has(table)) return null;
  const values = targetOf(report, equations, keys).flatMap((value) => (value === null || !isCount(value) ? [] : [value]));
  if (values.length !== keys.length || !addsUp(values)) return null;
  const basis = keys.flatMap((key) => (equations.byCell.get(key) ?? []).flatMap(({ spec }) => [...spec.left, ...spec.right]));
  return { values, basis: basis.filter((key) => !keys.includes(key)) };
}
