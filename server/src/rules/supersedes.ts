// One mistake, one finding: which findings only repeat what another one already says?

import { rowKeyOf, type CellKey } from '../forms/form.ts';
import type { Finding } from '../findings/finding.ts';
import type { Rule } from './rule.ts';
import { carryOver } from './carry-over.ts';
import { cellAmbiguous } from './cell-ambiguous.ts';
import { cellBlank } from './cell-blank.ts';
import { cellCount } from './cell-count.ts';
import { cellNegative } from './cell-negative.ts';
import { cellNotInteger } from './cell-not-integer.ts';
import { procurementPair } from './procurement-pair.ts';
import { publishedOverTotal } from './published-over-total.ts';
import { regulationAuthority } from './regulation-authority.ts';
import { rowMissing } from './row-missing.ts';
import { rowUnknown } from './row-unknown.ts';
import { shiftedCells } from './shifted-cells.ts';
import { stockBelowFlow } from './stock-below-flow.ts';
import { stockNegative } from './stock-negative.ts';
import { totalBlank } from './total-blank.ts';
import { unbalanced } from './unbalanced.ts';
import { wrongCell } from './wrong-cell.ts';

interface Cover {
  /** The rules that say more. */
  readonly by: readonly Rule[];
  /** The rules that see the same mistake from another side. */
  readonly covered: readonly Rule[];
  readonly where: (finding: Finding, by: Finding) => boolean;
}

const IMPOSSIBLE_NUMBER = [cellNegative, cellNotInteger];
const BOUNDS = [stockBelowFlow, stockNegative, publishedOverTotal, procurementPair];

const COVERS: readonly Cover[] = [
  // What a displaced row looks like to rules that see single cells or count them.
  { by: [shiftedCells], covered: [cellCount, cellAmbiguous, cellBlank, totalBlank], where: (finding, line) => isWithin(finding, line) || isAt(finding, line) },
  // What a wrong value looks like to rules that see the cell alone.
  { by: [wrongCell], covered: [...IMPOSSIBLE_NUMBER, cellBlank], where: isWithin },
  // What last year says of it is among the evidence already.
  { by: [wrongCell, unbalanced], covered: [carryOver], where: isWithin },
  // What cannot be a number of cases keeps no bound, whichever it is.
  { by: IMPOSSIBLE_NUMBER, covered: [...BOUNDS, regulationAuthority], where: shareCell },
  // Nor does its block of table four add up; no other sum crosses it, so the cell stands out by itself.
  { by: IMPOSSIBLE_NUMBER, covered: [unbalanced], where: (finding, cell) => isOneRowOf('disputes', finding) && isWithin(cell, finding) },
  // A row under a misspelt name is both missing and unknown.
  { by: [rowMissing], covered: [rowUnknown], where: (finding, row) => finding.related.length === 0 && isInside(row, finding) },
  // Where there can be no 规章 at all, the row need not agree with itself.
  { by: [regulationAuthority], covered: BOUNDS, where: (finding, row) => finding.cells.every((key) => rowOf(key) === rowOf(row.cells[0])) },
];

/** Drops what another finding of the list covers; where its rule is off, nothing is lost. */
export function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const rules = new Set(findings.map(({ rule }) => rule));
  const covers = COVERS.filter(({ by }) => by.some(({ id }) => rules.has(id)));
  if (covers.length === 0) return [...findings];
  return findings.filter((finding) => {
    const isCovered = ({ by, covered, where }: Cover) =>
      isOf(covered, finding) && findings.some((other) => isOf(by, other) && where(finding, other));
    return !covers.some(isCovered);
  });
}

function isOf(rules: readonly Rule[], { rule }: Finding): boolean {
  return rules.some(({ id }) => id === rule);
}

function isWithin(finding: Finding, other: Finding): boolean {
  return finding.cells.length > 0 && finding.cells.every((key) => other.cells.includes(key));
}

function isAt(finding: Finding, other: Finding): boolean {
  return finding.span.start === other.span.start && finding.span.end === other.span.end;
}

function isInside({ span }: Finding, { span: line }: Finding): boolean {
  return line.start <= span.start && span.end <= line.end;
}

function shareCell(finding: Finding, other: Finding): boolean {
  return finding.cells.some((key) => other.cells.includes(key));
}

function isOneRowOf(table: string, { cells }: Finding): boolean {
  const row = rowOf(cells[0]);
  return row.startsWith(`${table}/`) && cells.every((key) => rowOf(key) === row);
}

function rowOf(key: CellKey | undefined): string {
  return key === undefined ? '' : rowKeyOf(key);
}
