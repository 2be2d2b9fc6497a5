// textDocument/documentHighlight: a sum with its total, a sentence with its cells.

import type { DocumentHighlight } from 'vscode-languageserver';
import type { CellKey } from '../forms/form.ts';
import type { Report } from '../parse/model.ts';
import { rangeOf } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { cellsOfClaim, claimsOfCell, equationsOf, isTotalOf } from './places/belonging.ts';
import { nodeAt } from './places/node-at-offset.ts';

/** LSP's numbers: what a total is made of is read, the total itself is written, whatever else must agree is text. */
const TEXT = 1;
const READ = 2;
const WRITE = 3;

type Kind = typeof TEXT | typeof READ | typeof WRITE;

export function documentHighlights(report: Report, offset: number): DocumentHighlight[] | null {
  const place = nodeAt(report, offset);
  const kinds = new Map<Span, Kind>();
  if (place?.kind === 'cell') highlightCell(report, place.cell.key, kinds);
  else if (place?.kind === 'claim') {
    kinds.set(place.claim.numberSpan, WRITE);
    for (const { span } of cellsOfClaim(report, place.claim)) kinds.set(span, READ);
  } else return null;
  return [...kinds].map(([span, kind]) => ({ range: rangeOf(report.lines, span), kind }));
}

/**
 * A total is shown with its own addends and its balance, not with the sums it is an addend of: those would hide which
 * cells make it up. Any other cell is shown with all its equations.
 */
function highlightCell(report: Report, key: CellKey, kinds: Map<Span, Kind>): void {
  const mark = (each: CellKey, kind: Kind) => {
    const span = report.cells.get(each)?.span;
    if (span !== undefined && (kinds.get(span) ?? 0) < kind) kinds.set(span, kind);
  };
  const specs = equationsOf(report, key).map((equation) => equation.spec);
  const isTotal = specs.some((spec) => isTotalOf(spec, key));
  for (const spec of specs) {
    if (spec.kind === 'balance') [...spec.left, ...spec.right].forEach((each) => mark(each, TEXT));
    else if (!isTotal || isTotalOf(spec, key)) {
      spec.left.forEach((each) => mark(each, READ));
      spec.right.forEach((each) => mark(each, WRITE));
    }
  }
  mark(key, TEXT);
  for (const { numberSpan } of claimsOfCell(report, key)) kinds.set(numberSpan, TEXT);
}
