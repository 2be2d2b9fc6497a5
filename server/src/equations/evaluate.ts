// Evaluates the form's equations on the values of a report: holding, broken, or unchecked.

import type { CellKey, EquationSpec } from '../forms/form.ts';
import { valueOf, type Report } from '../parse/model.ts';
import { tidy } from '../text/numbers.ts';
import { fillBlanks, type Filling } from './blanks.ts';

/** How the form's own equations stand; `holding + broken + unchecked = total`. */
export interface EquationTally {
  readonly total: number;
  readonly holding: number;
  readonly broken: number;
  readonly unchecked: number;
}

/** Of a text that is no report. */
export const NO_EQUATIONS: EquationTally = { total: 0, holding: 0, broken: 0, unchecked: 0 };

/** A report with its equations evaluated: what diagnosis and wording work on. */
export interface EvaluatedReport {
  readonly report: Report;
  readonly equations: EquationState;
}

export interface EvaluatedEquation {
  readonly spec: EquationSpec;
  /**
   * `unchecked`: a cell is absent, unreadable, the equation was spent on splitting digits that had run together, or a blank
   * has to be computed from it first. A missing value is evidence of nothing.
   */
  readonly status: 'holding' | 'broken' | 'unchecked';
  /** Sums of the known values, blanks as `filling` reads them; null where a cell is absent or no number. */
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
  /** What each blank cell of tables three and four reads as. */
  readonly filling: Filling;
}

const evaluated = new WeakMap<Report, EquationState>();

/**
 * The form's own equations on the values of a report, evaluated once a report; total is the form's count even where a
 * whole table is missing.
 */
export function evaluateEquations(report: Report): EquationState {
  const known = evaluated.get(report);
  if (known !== undefined) return known;
  const state = evaluateAll(report);
  evaluated.set(report, state);
  return state;
}

function evaluateAll(report: Report): EquationState {
  const specs = report.detectedForm.form.equations;
  const filling = fillBlanks(report, specs);
  const all = specs.map((spec) => evaluate(report, filling, spec));
  const count = (status: EvaluatedEquation['status']) => all.filter((equation) => equation.status === status).length;
  const tally = { total: all.length, holding: count('holding'), broken: count('broken'), unchecked: count('unchecked') };
  let standing: EquationState['byCell'] | null = null;
  return {
    all,
    tally,
    filling,
    // A report without a mistake is not asked for it.
    get byCell() {
      standing ??= standingIn(all);
      return standing;
    },
  };
}

function standingIn(all: readonly EvaluatedEquation[]): EquationState['byCell'] {
  const byCell = new Map<CellKey, EvaluatedEquation[]>();
  for (const equation of all) {
    for (const key of [...equation.spec.left, ...equation.spec.right]) {
      const standing = byCell.get(key);
      if (standing === undefined) byCell.set(key, [equation]);
      else standing.push(equation);
    }
  }
  return byCell;
}

function evaluate(report: Report, filling: Filling, spec: EquationSpec): EvaluatedEquation {
  const blanks = filling.size === 0 ? [] : [...spec.left, ...spec.right].filter((key) => filling.has(key));
  const left = sum(report, filling, spec.left);
  const right = sum(report, filling, spec.right);
  if (left === null || right === null || report.equationsUsedToSplit.includes(spec.id)) {
    return { spec, status: 'unchecked', left, right, blanks };
  }
  const agrees = tidy(left - right) === 0;
  const open = blanks.filter((key) => filling.get(key) !== 0);
  if (agrees) return { spec, status: open.length === 0 ? 'holding' : 'unchecked', left, right, blanks };
  return { spec, status: canAbsorb(spec, filling, left - right) ? 'unchecked' : 'broken', left, right, blanks };
}

/** Undecided blanks can make up a difference only on the smaller side, since no count is negative. */
function canAbsorb(spec: EquationSpec, filling: Filling, difference: number): boolean {
  return (difference > 0 ? spec.right : spec.left).some((key) => filling.get(key) === null);
}

function sum(report: Report, filling: Filling, keys: readonly CellKey[]): number | null {
  let total = 0;
  for (const key of keys) {
    const reading = report.cells.get(key)?.reading;
    if (reading === undefined || reading.kind === 'unreadable') return null;
    total += reading.kind === 'number' ? reading.value : (filling.get(key) ?? 0);
  }
  return tidy(total);
}

/** Values of cells in the order given, blanks as the equations read them; absent cells count as 0. */
export function valuesOf({ report, equations }: { readonly report: Report; readonly equations: EquationState }, keys: readonly CellKey[]): readonly number[] {
  return keys.map((key) => valueOf(report, key) ?? equations.filling.get(key) ?? 0);
}
