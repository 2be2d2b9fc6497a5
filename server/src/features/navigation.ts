// Where do a number's parts stand, and what counts it in? Definition goes from a total to its addends, from a sentence to
// its cells, from an addend to the totals that count it in; references go to everything that has to agree with a cell.

import type { CellKey, EquationSpec } from '../forms/form.ts';
import type { Claim } from '../report/claims/claim.ts';
import type { Cell, Report } from '../report/model.ts';
import type { Span } from '../text/span.ts';
import { cellsOfClaim, claimsOfCell, equationsOf, placeAt, type Place } from './places/place.ts';

export interface Definition {
  /** What was asked about. */
  readonly origin: Span;
  readonly targets: readonly Span[];
}

/** Null where nothing is defined: words, labels, headings. */
export function definition(report: Report, offset: number): Definition | null {
  const place = placeAt(report, offset);
  const targets = place === null ? [] : definitionOf(report, place);
  return place === null || targets.length === 0 ? null : { origin: place.span, targets };
}

/** In the order of the text; the place itself counts as the declaration. */
export function references(report: Report, offset: number, includeDeclaration: boolean): readonly Span[] {
  const place = placeAt(report, offset);
  if (place === null) return [];
  const own = includeDeclaration ? [place.span] : [];
  switch (place.kind) {
    case 'cell':
      return inOrder([...own, ...relatedCells(report, place.cell.key), ...claimsOfCell(report, place.cell.key).map(numberOf)]);
    case 'claim':
      return inOrder([...(includeDeclaration ? [place.claim.numberSpan] : []), ...cellsOfClaim(report, place.claim).map(spanOfCell)]);
    default:
      return [];
  }
}

function definitionOf(report: Report, place: Place): readonly Span[] {
  switch (place.kind) {
    case 'cell':
      return definitionOfCell(report, place.cell);
    case 'claim':
      return cellsOfClaim(report, place.claim).map(spanOfCell);
    default:
      return [];
  }
}

/** A cell outside all sums is its own definition: editors then show its references instead. */
function definitionOfCell(report: Report, { key, span }: Cell): readonly Span[] {
  const specs = equationsOf(report, key).map((equation) => equation.spec);
  const defining = specs.filter((spec) => isTotalOf(spec, key));
  const keys = defining.length > 0 ? defining.flatMap(({ left }) => left) : specs.filter(isSum).flatMap(({ right }) => right);
  const spans = inOrder(keys.flatMap((each) => cellSpan(report, each)));
  return spans.length > 0 ? spans : [span];
}

/** The other cells of all equations of a cell. */
function relatedCells(report: Report, key: CellKey): readonly Span[] {
  const keys = equationsOf(report, key).flatMap(({ spec }) => [...spec.left, ...spec.right]);
  return keys.filter((each) => each !== key).flatMap((each) => cellSpan(report, each));
}

/** Whether the cell is what the equation computes; a balance computes nothing. */
export function isTotalOf(spec: EquationSpec, key: CellKey): boolean {
  return isSum(spec) && spec.right.includes(key);
}

function isSum({ kind }: EquationSpec): boolean {
  return kind !== 'balance';
}

function cellSpan(report: Report, key: CellKey): readonly Span[] {
  const cell = report.cells.get(key);
  return cell === undefined ? [] : [cell.span];
}

function spanOfCell({ span }: Cell): Span {
  return span;
}

function numberOf({ numberSpan }: Claim): Span {
  return numberSpan;
}

/** Each place once, in the order of the text. */
function inOrder(spans: readonly Span[]): readonly Span[] {
  const distinct = new Map(spans.map((span) => [`${span.start}-${span.end}`, span]));
  return [...distinct.values()].toSorted((one, other) => one.start - other.start);
}
