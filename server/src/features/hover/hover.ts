// textDocument/hover: cell, claim or label at an offset. Findings stay with the diagnostics, so that nothing is said twice.

import type { Hover } from 'vscode-languageserver';
import type { Report } from '../../parse/model.ts';
import { rangeOf } from '../../text/lines.ts';
import { nodeAt, type NodeAtOffset } from '../places/node-at-offset.ts';
import { cellBlocks } from './cell.ts';
import { claimBlocks } from './claim-hover.ts';
import { columnBlocks, partBlocks, rowBlocks } from './labels.ts';
import { markup, type Block, type Markup } from './markup.ts';

export function hover(report: Report, offset: number, kind: Markup): Hover | null {
  const place = nodeAt(report, offset);
  if (place === null) return null;
  return { contents: markup(kind, blocksOf(report, place)), range: rangeOf(report.lines, place.span) };
}

function blocksOf(report: Report, place: NodeAtOffset): readonly Block[] {
  switch (place.kind) {
    case 'cell':
      return cellBlocks(report, place.cell);
    case 'claim':
      return claimBlocks(report, place.claim);
    case 'row':
      return rowBlocks(report, place.row);
    case 'column':
      return columnBlocks(report, place.header);
    case 'part':
      return partBlocks(report, place.section);
    default:
      return place satisfies never;
  }
}
