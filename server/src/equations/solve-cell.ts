// Solves the equations for one cell as if it were blank: a total from its addends, an addend where everything else is there.

import { evaluateEquations } from './evaluate.ts';
import type { CellKey, EquationSpec } from '../forms/form.ts';
import { valueOf, type Report } from '../parse/model.ts';
import { tidy } from '../text/numbers.ts';

export interface Solution {
  readonly value: number;
  readonly spec: EquationSpec;
  /** What is added and what is taken away, in the order of the form. */
  readonly added: readonly number[];
  readonly taken: readonly number[];
  /** Blank addends that were read as 0. */
  readonly assumed: number;
}

/** One solution an equation, totals by rows and columns before balances; only counts, and nothing out of nothing. */
export function solutionsFor(report: Report, key: CellKey): readonly Solution[] {
  const equations = evaluateEquations(report).byCell.get(key) ?? [];
  const all = equations.flatMap(({ spec }) => solve(report, spec, key) ?? []);
  const certain = all.filter(({ assumed }) => assumed === 0);
  return certain.length > 0 ? certain : all;
}

/** The number a cell holds, or the one that its equations agree on; null where neither is known. */
export function knownValue(report: Report, key: CellKey): number | null {
  const written = valueOf(report, key);
  if (written !== null || report.cells.get(key)?.reading.kind === 'unreadable') return written;
  const [first, ...others] = solutionsFor(report, key);
  if (first === undefined || first.assumed > 0 || others.some(({ value }) => value !== first.value)) return null;
  return first.value;
}

function solve(report: Report, spec: EquationSpec, key: CellKey): Solution | null {
  const onRight = spec.right.includes(key);
  const others = (keys: readonly CellKey[]) => keys.filter((other) => other !== key);
  const added = others(onRight ? spec.left : spec.right);
  const taken = others(onRight ? spec.right : spec.left);
  const isTotal = onRight && spec.kind !== 'balance';
  const blanks = [...added, ...taken].filter((other) => valueOf(report, other) === null);
  const readable = blanks.every((other) => report.cells.get(other)?.reading.kind === 'blank');
  if (!readable || (!isTotal && blanks.length > 0) || blanks.length === added.length + taken.length) return null;
  const values = (keys: readonly CellKey[]) => keys.map((other) => valueOf(report, other) ?? 0);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const value = tidy(sum(values(added)) - sum(values(taken)));
  if (!Number.isInteger(value) || value < 0) return null;
  return { value, spec, added: values(added), taken: values(taken), assumed: blanks.length };
}
