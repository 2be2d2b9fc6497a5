// Recomputes the totals of a table from their addends, as a list of changes that is shown before anything is done.

import { definedTotal, splitKey, TOTALS_DEEP, type CellKey, type TableId } from '../forms/form.ts';
import { valueOf, type Report } from '../parse/model.ts';
import type { Edit } from '../text/edits.ts';
import { isCount } from './system.ts';

export interface RecomputedTotal {
  readonly key: CellKey;
  /** Null for a blank. */
  readonly from: number | null;
  readonly to: number;
  readonly edit: Edit;
}

/**
 * The totals of a table that differ from their sums, in the order of the form; the corner of （七） follows the totals
 * above it. Totals with an addend that is no number are left out, and the balance is left alone: it has no total.
 */
export function recomputeTotals(report: Report, table: TableId): readonly RecomputedTotal[] {
  const specs = report.detectedForm.form.equations.filter((spec) => spec.table === table);
  const computed = new Map<CellKey, number>();
  for (let pass = 0; pass < TOTALS_DEEP; pass++) {
    for (const spec of specs) {
      const total = definedTotal(spec);
      const values = spec.left.map((key) => computed.get(key) ?? valueOf(report, key));
      if (total !== undefined && values.every((value) => value !== null))
        computed.set(
          total,
          values.reduce<number>((sum, value) => sum + (value ?? 0), 0),
        );
    }
  }
  return [...computed].flatMap(([key, to]) => {
    const cell = report.cells.get(key);
    const from = valueOf(report, key);
    if (cell === undefined || from === to || !isCount(to)) return [];
    return [{ key, from, to, edit: { span: cell.span, newText: String(to) } }];
  });
}

/** Whether recomputing leaves a balance broken: then a total was not the mistake, and the person is told before. */
export function breaksBalance(report: Report, totals: readonly RecomputedTotal[]): boolean {
  const value = (key: CellKey) => totals.find((total) => total.key === key)?.to ?? valueOf(report, key);
  const sum = (keys: readonly CellKey[]) => keys.reduce((all, key) => all + (value(key) ?? 0), 0);
  const columns = new Set(totals.map(({ key }) => splitKey(key).column));
  return report.detectedForm.form.equations.some(({ kind, left, right }) => {
    const column = splitKey(right[0] as CellKey).column;
    const known = [...left, ...right].every((key) => value(key) !== null);
    return kind === 'balance' && known && columns.has(column) && sum(left) !== sum(right);
  });
}
