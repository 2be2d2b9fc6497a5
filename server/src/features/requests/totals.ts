// Custom request: totals that differ from their sums, and the values they would get, to be confirmed first.

import { cellName } from '../../findings/describe.ts';
import { breaksBalance, recomputeTotals } from '../../equations/recompute.ts';
import type { TableId } from '../../forms/form.ts';
import type { Report } from '../../parse/model.ts';
import { shownChange, type ShownChange } from '../wire/shown-change.ts';

export interface Totals {
  readonly changes: readonly ShownChange[];
  /** A balance would be broken afterwards: then it was no total that was wrong. */
  readonly breaksBalance: boolean;
}

const TABLES: readonly TableId[] = ['applications', 'disputes'];

/** The totals of tables three and four that are not the sums of their addends, in the order of the form. */
export function totalsOf(report: Report): Totals {
  const recomputed = TABLES.flatMap((table) => recomputeTotals(report, table));
  return {
    changes: recomputed.map(({ key, from, to, edit }) =>
      shownChange(report.lines, { name: cellName(report.detectedForm.form, key), from: String(from ?? ''), to: String(to), edit }),
    ),
    breaksBalance: breaksBalance(report, recomputed),
  };
}
