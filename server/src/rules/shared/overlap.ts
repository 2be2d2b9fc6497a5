// Whether two findings are about the same place: what a rule's `supersedes` asks.

import { rowKeyOf, type CellKey } from '../../forms/form.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Supersession } from '../rule.ts';

export function isWithin(finding: Finding, other: Finding): boolean {
  return finding.cells.length > 0 && finding.cells.every((key) => other.cells.includes(key));
}

export function isAt(finding: Finding, other: Finding): boolean {
  return finding.span.start === other.span.start && finding.span.end === other.span.end;
}

export function isInside({ span }: Finding, { span: line }: Finding): boolean {
  return line.start <= span.start && span.end <= line.end;
}

function shareCell(finding: Finding, other: Finding): boolean {
  return finding.cells.some((key) => other.cells.includes(key));
}

function isOneRowOf(table: string, { cells }: Finding): boolean {
  const row = rowOf(cells[0]);
  return row.startsWith(`${table}/`) && cells.every((key) => rowOf(key) === row);
}

export function rowOf(key: CellKey | undefined): string {
  return key === undefined ? '' : rowKeyOf(key);
}

/** Bounds within a row of table two, and what no number at all of that kind breaks besides. */
export const BOUNDS = ['stock-below-flow', 'stock-negative', 'published-over-total', 'procurement-pair'];

/** What a cell that cannot be a number of cases supersedes: no bound holds, whichever it is, and its block of table four adds up no more. */
export const IMPOSSIBLE_NUMBER_SUPERSEDES: readonly Supersession[] = [
  { rules: [...BOUNDS, 'regulation-authority'], where: shareCell },
  // No other sum crosses a block of table four, so the cell stands out by itself.
  { rules: ['unbalanced'], where: (finding, cell) => isOneRowOf('disputes', finding) && isWithin(cell, finding) },
];
