// How do the form's equations stand on the values of a report?

import type { CellKey, EquationSpec } from '../forms/form.ts';
import type { Report } from '../report/model.ts';
import type { EquationTally } from './finding.ts';

export interface EvaluatedEquation {
  readonly spec: EquationSpec;
  readonly status: 'holding' | 'broken' | 'unchecked';
  /** Sums of the known values, blanks as 0; null where a cell is absent or no number. */
  readonly left: number | null;
  readonly right: number | null;
  /** Cells of the equation that are there but blank. */
  readonly blanks: readonly CellKey[];
}

export interface EquationState {
  readonly all: readonly EvaluatedEquation[];
  readonly tally: EquationTally;
  /** Equations each cell stands in. */
  readonly byCell: ReadonlyMap<CellKey, readonly EvaluatedEquation[]>;
}

export function evaluateEquations(report: Report): EquationState {
  throw new Error(`not yet: ${report.text.length}`);
}
