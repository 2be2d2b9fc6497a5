// Links between cells, equations and claims: what a cell's equations are, and which sentences quote it.

import { standings } from '../../rules/shared/claims.ts';
import { evaluateEquations, type EvaluatedEquation } from '../../equations/evaluate.ts';
import type { CellKey, EquationSpec } from '../../forms/form.ts';
import type { Claim, Interpretation } from '../../parse/prose/claim-model.ts';
import type { Cell, Report } from '../../parse/model.ts';
import type { Span } from '../../text/span.ts';

/** The equations of the form a cell stands in, rows first; none in table two. */
export function equationsOf(report: Report, key: CellKey): readonly EvaluatedEquation[] {
  return evaluateEquations(report).byCell.get(key) ?? [];
}

/**
 * How a claim is understood: the reading that fits, else the one whose value comes nearest, else the likeliest.
 * Null where the form has no cell for it.
 */
export function chosenReading(report: Report, claim: Claim): Interpretation | null {
  const fitting = claim.reading === null ? undefined : claim.readings[claim.reading];
  return fitting ?? standings({ report }, claim)?.[0].reading ?? claim.readings[0] ?? null;
}

/** The cells a claim quotes, those it divides by last; only cells that are there. */
export function cellsOfClaim(report: Report, claim: Claim): readonly Cell[] {
  const reading = chosenReading(report, claim);
  if (reading === null) return [];
  const keys = new Set([...reading.sum, ...(reading.over ?? [])]);
  return [...keys].flatMap((key) => report.cells.get(key) ?? []);
}

/** The claims whose chosen reading contains the cell, in the order of the text: the inverse of `cellsOfClaim`. */
export function claimsOfCell(report: Report, key: CellKey): readonly Claim[] {
  return report.claims.filter((claim) => cellsOfClaim(report, claim).some((cell) => cell.key === key));
}

/** Whether the cell is what the equation computes; a balance computes nothing. */
export function isTotalOf(spec: EquationSpec, key: CellKey): boolean {
  return isSum(spec) && spec.right.includes(key);
}

/** A row, column or block with its total, and no balance. */
export function isSum({ kind }: EquationSpec): boolean {
  return kind !== 'balance';
}

/** Where the cell stands; empty where it is not there. */
export function spansOfCell(report: Report, key: CellKey): readonly Span[] {
  const cell = report.cells.get(key);
  return cell === undefined ? [] : [cell.span];
}

/** Each place once, in the order of the text. */
export function inOrder(spans: readonly Span[]): readonly Span[] {
  const distinct = new Map(spans.map((span) => [`${span.start}-${span.end}`, span]));
  return [...distinct.values()].toSorted((one, other) => one.start - other.start);
}
