// textDocument/definition: from a total to its addends, from a sentence to its cells, from an addend to its totals.

import type { Cell, Report } from '../parse/model.ts';
import type { Span } from '../text/span.ts';
import { cellsOfClaim, equationsOf, inOrder, isSum, isTotalOf, spansOfCell } from './places/belonging.ts';
import { nodeAt, type NodeAtOffset } from './places/node-at-offset.ts';

export interface Definition {
  /** What was asked about. */
  readonly origin: Span;
  readonly targets: readonly Span[];
}

/** Null where nothing is defined: words, labels, headings. */
export function definition(report: Report, offset: number): Definition | null {
  const place = nodeAt(report, offset);
  const targets = place === null ? [] : definitionOf(report, place);
  return place === null || targets.length === 0 ? null : { origin: place.span, targets };
}

function definitionOf(report: Report, place: NodeAtOffset): readonly Span[] {
  switch (place.kind) {
    case 'cell':
      return definitionOfCell(report, place.cell);
    case 'claim':
      return cellsOfClaim(report, place.claim).map(({ span }) => span);
    default:
      return [];
  }
}

/** A cell outside all sums is its own definition: editors then show its references instead. */
function definitionOfCell(report: Report, { key, span }: Cell): readonly Span[] {
  const specs = equationsOf(report, key).map((equation) => equation.spec);
  const defining = specs.filter((spec) => isTotalOf(spec, key));
  const keys = defining.length > 0 ? defining.flatMap(({ left }) => left) : specs.filter(isSum).flatMap(({ right }) => right);
  const spans = inOrder(keys.flatMap((each) => spansOfCell(report, each)));
  return spans.length > 0 ? spans : [span];
}
