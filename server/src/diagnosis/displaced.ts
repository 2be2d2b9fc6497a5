// Which rows are displaced by a lost or an extra value, and what would put them right?

import type { Report } from '../parse/model.ts';
import type { EquationState } from '../equations/evaluate.ts';
import { problemsOf } from '../findings/problems.ts';
import type { Displaced } from './displacement.ts';
import { rowsOfOtherFields } from './field-rows.ts';
import { miscount } from './miscount.ts';

/** More such rows in one table have another cause than a slip. */
const MAX_ROWS = 3;

/** Rows of six, eight, fourteen or sixteen values, and rows whose empty label field was taken for a value. */
export function displacedCounts(report: Report, equations: EquationState): readonly Displaced[] {
  const miscounted = [...problemsOf(report, 'cell-count'), ...problemsOf(report, 'ambiguous')];
  const rows = miscounted.length > MAX_ROWS ? [] : miscounted.flatMap(({ table, problem }) => miscount(report, equations, table, problem));
  return [...rows, ...rowsOfOtherFields(report, equations)];
}
