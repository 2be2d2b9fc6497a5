// Custom request: totals that differ from their sums, and the values they would get, to be confirmed first.

import { cellName } from '../../findings/describe.ts';
import { evaluateEquations } from '../../equations/evaluate.ts';
import { breaksBalance, recomputeTotals, type RecomputedTotal } from '../../equations/recompute.ts';
import type { TableId } from '../../forms/form.ts';
import type { Report } from '../../parse/model.ts';
import { parseReport } from '../../parse/parse.ts';
import { applyEdits } from '../../text/edits.ts';
import { shownChange, type ShownChange } from '../wire/shown-change.ts';

export interface Totals {
  readonly changes: readonly ShownChange[];
  /** A balance would be broken afterwards: then it was no total that was wrong. */
  readonly breaksBalance: boolean;
  /** Equations of the report once all is done: those that do not hold, and those that cannot be checked. */
  readonly afterwards: { readonly broken: number; readonly unchecked: number };
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
    afterwards: afterwards(report, recomputed),
  };
}

function afterwards(report: Report, recomputed: readonly RecomputedTotal[]): Totals['afterwards'] {
  const edits = recomputed.map(({ edit }) => edit);
  const { broken, unchecked } = evaluateEquations(edits.length === 0 ? report : parseReport(applyEdits(report.text, edits))).tally;
  return { broken, unchecked };
}
