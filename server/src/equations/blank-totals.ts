// Blank totals whose addends are all there, with the sum that belongs there.

import { definedTotal, type CellKey } from '../forms/form.ts';
import type { Cell } from '../parse/model.ts';
import type { EvaluatedReport } from './evaluate.ts';
import { mostlyBlank } from './mostly-blank.ts';

export interface BlankTotal {
  readonly cell: Cell;
  readonly value: number;
  readonly addends: readonly CellKey[];
}

/**
 * Blank totals whose value is not 0; those that are 0 belong to `cell-blank`, and those on whose value
 * row and column disagree to `unbalanced`. Where most of a table is blank nothing is worked out.
 */
export function blankTotals({ report, equations }: EvaluatedReport): readonly BlankTotal[] {
  const found = new Map<CellKey, BlankTotal>();
  const begun = mostlyBlank(report);
  for (const { spec } of equations.all) {
    const key = definedTotal(spec);
    if (key === undefined || found.has(key)) continue;
    const cell = report.cells.get(key);
    const value = equations.filling.get(key);
    const disputed = equations.byCell.get(key)?.some(({ status, spec: { right } }) => status === 'broken' && right[0] === key);
    if (cell !== undefined && !begun.has(cell.table) && value && disputed !== true) found.set(key, { cell, value, addends: spec.left });
  }
  return [...found.values()];
}

/** A sum of faulty addends (0.5) is no value for a total. */
export function isFillable({ value }: BlankTotal): boolean {
  return Number.isInteger(value);
}
