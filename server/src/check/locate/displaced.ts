// Which rows are displaced by a lost or an extra value, and what would put them right?

import type { CellKey, TableId } from '../../forms/form.ts';
import type { Report } from '../../report/model.ts';
import type { Span } from '../../text/span.ts';
import type { EquationState } from '../equations.ts';
import type { Edit } from '../finding.ts';
import { problemsOf } from '../problems.ts';
import type { Alignment } from './alignment.ts';
import { rowsOfOtherFields } from './field-rows.ts';
import { miscount } from './miscount.ts';

export interface Displaced {
  readonly kind: 'displaced';
  readonly table: TableId;
  readonly axis: 'row' | 'column';
  readonly id: string;
  readonly span: Span;
  readonly cells: readonly CellKey[];
  /** Values as they stand. */
  readonly found: readonly string[];
  /** Best first; one only where the equations across the row leave no choice. */
  readonly candidates: readonly DisplacedCandidate[];
  /** All equations across the line agree on the one candidate. */
  readonly sure: boolean;
}

export interface DisplacedCandidate {
  readonly alignment: Alignment | null;
  readonly values: readonly number[];
  readonly edits: readonly Edit[];
}

/** More such rows in one table have another cause than a slip. */
const MAX_ROWS = 3;

/** Rows of six, eight, fourteen or sixteen values, and rows whose empty label field was taken for a value. */
export function displacedCounts(report: Report, equations: EquationState): readonly Displaced[] {
  const miscounted = [...problemsOf(report, 'cell-count'), ...problemsOf(report, 'ambiguous')];
  const rows = miscounted.length > MAX_ROWS ? [] : miscounted.flatMap(({ table, problem }) => miscount(report, equations, table, problem));
  return [...rows, ...rowsOfOtherFields(report, equations)];
}
