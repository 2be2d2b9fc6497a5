// Which totals differ from their sums, and what would they become? Shown to the person before anything is changed.

import { cellName } from '../../check/describe.ts';
import { breaksBalance, recomputeTotals } from '../../check/locate/recompute.ts';
import type { TableId } from '../../forms/form.ts';
import type { Report } from '../../report/model.ts';
import type { Range } from '../../text/span.ts';
import { textEdit } from '../wire/text-edit.ts';

interface TotalChange {
  /** As findings name it: 「（一）予以公开·总计」. */
  readonly name: string;
  /** Null for a blank. */
  readonly from: number | null;
  readonly to: number;
  readonly range: Range;
  readonly newText: string;
}

export interface Totals {
  readonly changes: readonly TotalChange[];
  /** A balance would be broken afterwards: then it was no total that was wrong. */
  readonly breaksBalance: boolean;
}

const TABLES: readonly TableId[] = ['applications', 'disputes'];

/** The totals of tables three and four that are not the sums of their addends, in the order of the form. */
export function totalsOf(report: Report): Totals {
  const recomputed = TABLES.flatMap((table) => recomputeTotals(report, table));
  return {
    changes: recomputed.map(({ key, from, to, edit }) => ({
      name: cellName(report.form.form, key),
      from,
      to,
      ...textEdit(report.lines, edit),
    })),
    breaksBalance: breaksBalance(report, recomputed),
  };
}
