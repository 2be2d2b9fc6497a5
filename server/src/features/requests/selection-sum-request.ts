// Custom request: the sum of the selected numbers, and the total of the form that it equals.

import { cellName } from '../../findings/describe.ts';
import { evaluateEquations, type EvaluatedEquation } from '../../equations/evaluate.ts';
import { tidy } from '../../text/numbers.ts';
import type { CellKey } from '../../forms/form.ts';
import { valueOf, type Report } from '../../parse/model.ts';
import type { Span } from '../../text/span.ts';
import { figuresOf } from '../places/prose-figures.ts';

export interface SelectionSum {
  /** Numbers that were added; a selected total is not added to its own parts. */
  readonly count: number;
  readonly sum: number;
  /** The total these numbers make up, or should; null where they are no whole row, column or side of a balance. */
  readonly total: { readonly name: string; readonly value: number; readonly agrees: boolean } | null;
}

/** Cells of the tables first; figures of the prose where fewer than two cells are selected. Null below two numbers. */
export function sumOfSelection(report: Report, selected: readonly Span[]): SelectionSum | null {
  const isSelected = ({ start, end }: Span) => selected.some((span) => span.start <= start && end <= span.end);
  const keys = [...report.cells.values()].filter(({ span, reading }) => reading.kind === 'number' && isSelected(span)).map(({ key }) => key);
  if (keys.length >= 2) return sumOfCells(report, keys);
  const figures = figuresOf(report).filter(({ span, measure }) => measure !== '%' && isSelected(span));
  if (figures.length < 2) return null;
  return { count: figures.length, sum: tidy(figures.reduce((sum, { value }) => sum + value, 0)), total: null };
}

function sumOfCells(report: Report, keys: readonly CellKey[]): SelectionSum {
  const all = new Set(keys);
  // Two cells lie in one equation at most: rows and columns cross in one cell.
  const match = evaluateEquations(report).all.flatMap((equation) => matchOf(report, all, equation) ?? [])[0];
  if (match === undefined) return { count: keys.length, sum: sum(report, keys), total: null };
  const { added, right, value } = match;
  const name = right.map((key) => cellName(report.detectedForm.form, key)).join('加');
  const total = sum(report, added);
  return { count: added.length, sum: total, total: { name, value, agrees: total === value } };
}

interface Match {
  readonly added: readonly CellKey[];
  readonly right: readonly CellKey[];
  readonly value: number;
}

/** The selection lies in one side of the equation, perhaps with its totals, and misses nothing that counts. */
function matchOf(report: Report, all: ReadonlySet<CellKey>, { spec, right: value }: EvaluatedEquation): Match | null {
  if (value === null) return null;
  const added = spec.left.filter((key) => all.has(key));
  const totals = spec.right.filter((key) => all.has(key));
  if (added.length < 2 || added.length + totals.length !== all.size) return null;
  if (totals.length > 0 && totals.length < spec.right.length) return null;
  const missed = spec.left.filter((key) => !all.has(key) && (valueOf(report, key) ?? 0) !== 0);
  const whole = missed.length === 0;
  return whole || sum(report, added) === value ? { added, right: spec.right, value } : null;
}

function sum(report: Report, keys: readonly CellKey[]): number {
  return tidy(keys.reduce((total, key) => total + (valueOf(report, key) ?? 0), 0));
}
