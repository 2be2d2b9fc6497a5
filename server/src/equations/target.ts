// Target values of a row or column of table three: what the crossing equations ask for if all the rest is right.

import { splitKey, type CellKey, type EquationSpec } from '../forms/form.ts';
import type { Report } from '../parse/model.ts';
import { tidy } from '../text/numbers.ts';
import type { EquationState } from './evaluate.ts';

/**
 * For each cell of the line the value its crossing equations ask for, or null where they cannot tell or disagree.
 * The line's own cells count as unknown; so do equations along the line.
 */
export function targetOf(report: Report, equations: EquationState, line: readonly CellKey[]): readonly (number | null)[] {
  const own = new Set(line);
  return line.map((key) => {
    const asked = (equations.byCell.get(key) ?? []).flatMap(({ spec }) => {
      if (report.equationsUsedToSplit.includes(spec.id)) return [];
      const others = [...spec.left, ...spec.right].filter((other) => other !== key);
      if (others.some((other) => own.has(other))) return [];
      const value = solveFor(report, equations, spec, key);
      return value === null ? [] : [value];
    });
    const [first] = asked;
    return first !== undefined && asked.every((value) => value === first) && first >= 0 ? first : null;
  });
}

function solveFor(report: Report, equations: EquationState, spec: EquationSpec, key: CellKey): number | null {
  const left = sumWithout(report, equations, spec.left, key);
  const right = sumWithout(report, equations, spec.right, key);
  if (left === null || right === null) return null;
  return spec.left.includes(key) ? tidy(right - left) : tidy(left - right);
}

function sumWithout(report: Report, { filling }: EquationState, keys: readonly CellKey[], key: CellKey): number | null {
  let sum = 0;
  for (const each of keys) {
    if (each === key) continue;
    const reading = report.cells.get(each)?.reading;
    if (reading === undefined || reading.kind === 'unreadable') return null;
    sum += reading.kind === 'number' ? reading.value : (filling.get(each) ?? 0);
  }
  return sum;
}

/** Whether the values of a table row add up to the last of them. */
export function addsUp(values: readonly (number | null)[]): boolean {
  let sum = 0;
  for (const value of values) {
    if (value === null) return false;
    sum += value;
  }
  return sum === 2 * (values.at(-1) ?? 0);
}

/** The keys of a row, by the form's columns; of a column, by the form's rows. */
export function lineKeys(keys: Iterable<CellKey>, axis: 'row' | 'column', id: string): readonly CellKey[] {
  return [...keys].filter((key) => splitKey(key)[axis] === id);
}
