// textDocument/references: all cells and sentences that must agree with a cell or a claim.

import type { ReferenceContext } from 'vscode-languageserver';
import type { CellKey } from '../forms/form.ts';
import type { Report } from '../parse/model.ts';
import type { Span } from '../text/span.ts';
import { cellsOfClaim, claimsOfCell, equationsOf, inOrder, spansOfCell } from './places/belonging.ts';
import { nodeAt } from './places/node-at-offset.ts';

/** In the order of the text; the place itself counts as the declaration. */
export function references(report: Report, offset: number, { includeDeclaration }: ReferenceContext): readonly Span[] {
  const place = nodeAt(report, offset);
  if (place === null) return [];
  const own = includeDeclaration ? [place.span] : [];
  switch (place.kind) {
    case 'cell':
      return inOrder([...own, ...relatedCells(report, place.cell.key), ...claimsOfCell(report, place.cell.key).map(({ numberSpan }) => numberSpan)]);
    case 'claim':
      return inOrder([...(includeDeclaration ? [place.claim.numberSpan] : []), ...cellsOfClaim(report, place.claim).map(({ span }) => span)]);
    default:
      return [];
  }
}

/** The other cells of all equations of a cell. */
function relatedCells(report: Report, key: CellKey): readonly Span[] {
  const keys = equationsOf(report, key).flatMap(({ spec }) => [...spec.left, ...spec.right]);
  return keys.filter((each) => each !== key).flatMap((each) => spansOfCell(report, each));
}
