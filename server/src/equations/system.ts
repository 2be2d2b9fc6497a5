// Linear system of one table: its checkable equations, their residuals, and the cells that stand in them.

import type { CellKey, EquationSpec } from '../forms/form.ts';
import { valueOf, type Report } from '../parse/model.ts';
import type { EquationState, EvaluatedEquation } from './evaluate.ts';
import { tidy } from '../text/numbers.ts';

/** One cell's part in one equation: +1 on the left side, -1 on the right. */
interface Term {
  readonly equation: number;
  readonly sign: number;
}

/** Cells and equations are numbered; `residuals` are left minus right, 0 where the equation holds. */
export interface System {
  readonly keys: readonly CellKey[];
  readonly indexOf: ReadonlyMap<CellKey, number>;
  readonly values: readonly number[];
  readonly equations: readonly EvaluatedEquation[];
  readonly residuals: readonly number[];
  readonly ofCell: readonly (readonly Term[])[];
  readonly ofEquation: readonly (readonly number[])[];
}

/** A cell and what has to be added to its value. */
export interface Delta {
  readonly cell: number;
  readonly by: number;
}

/** Only equations that were checked count: an absent or undecided cell takes its equations out. */
export function systemOf(report: Report, { byCell, filling }: EquationState, equations: readonly EvaluatedEquation[]): System {
  const active = equations.filter((equation) => equation.status !== 'unchecked');
  const keys = [...new Set(active.flatMap((equation) => cellsOf(equation.spec)))].filter((key) => byCell.has(key));
  const indexOf = new Map(keys.map((key, index) => [key, index]));
  const ofCell: Term[][] = keys.map(() => []);
  const ofEquation = active.map(({ spec }, equation) => {
    const add = (sign: number) => (key: CellKey) => {
      const cell = indexOf.get(key) ?? 0;
      ofCell[cell]?.push({ equation, sign });
      return cell;
    };
    return [...spec.left.map(add(1)), ...spec.right.map(add(-1))];
  });
  return {
    keys,
    indexOf,
    values: keys.map((key) => valueOf(report, key) ?? filling.get(key) ?? 0),
    equations: active,
    residuals: active.map(({ left, right }) => tidy((left ?? 0) - (right ?? 0))),
    ofCell,
    ofEquation,
  };
}

function cellsOf(spec: EquationSpec): readonly CellKey[] {
  return [...spec.left, ...spec.right];
}

/** The residuals once `deltas` are added. */
export function residualsAfter(system: System, deltas: readonly Delta[]): number[] {
  const residuals = [...system.residuals];
  for (const { cell, by } of deltas) {
    for (const { equation, sign } of system.ofCell[cell] ?? []) {
      residuals[equation] = tidy((residuals[equation] ?? 0) + sign * by);
    }
  }
  return residuals;
}

/** How many equations stay broken once `deltas` are added. */
export function brokenAfter(system: System, deltas: readonly Delta[]): number {
  return residualsAfter(system, deltas).filter((residual) => residual !== 0).length;
}

/** Whether a cell may hold this: the form's counts are whole and not negative. */
export function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

/** The broken equations a set of cells stands in. */
export function brokenOf(system: System, cells: readonly number[]): readonly EvaluatedEquation[] {
  const touched = new Set(cells.flatMap((cell) => (system.ofCell[cell] ?? []).map((term) => term.equation)));
  return [...touched]
    .sort((one, other) => one - other)
    .flatMap((index) => {
      const equation = system.equations[index];
      return equation !== undefined && system.residuals[index] !== 0 ? [equation] : [];
    });
}
