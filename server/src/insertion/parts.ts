// Inserts a missing part or table: headings, labels and empty cells; every word is left to the clerk.

import { printedHeading, type SectionSpec } from '../forms/form.ts';
import { piecesOf, type Layout, type SkeletonLine } from '../forms/skeletons/skeleton.ts';
import { skeletonOf } from '../forms/skeletons/skeletons.ts';
import type { Report } from '../parse/model.ts';
import { lineBreak, lineSpan } from '../parse/line-spans.ts';
import { BLANK, type Pieces } from './pieces.ts';

/** Heading, then the table of the part or room for its text. */
export function partPieces(report: Report, section: SectionSpec): Pieces {
  const newline = lineBreak(report);
  const table = tablePieces(report, section.id);
  return [printedHeading(section), newline, newline, ...(table.length === 0 ? [BLANK] : table)];
}

/** The table of a part or one block of table two, by the id of its skeleton; empty where the part has none. */
export function tablePieces(report: Report, id: string): Pieces {
  return emptyPieces(report, skeletonOf(report.detectedForm.form.id, `table/${id}`)?.lines ?? []);
}

/** Lines of a skeleton in the layout and with the line breaks of the report; its places are left to fill in. */
export function emptyPieces(report: Report, lines: readonly SkeletonLine[]): Pieces {
  return piecesOf({ lines }, { layout: layoutOf(report), lineBreak: lineBreak(report) }).map((piece) => (typeof piece === 'string' ? piece : BLANK));
}

/** Bars where the report's own rows stand between bars; else tabs, as Word and WPS paste them. */
function layoutOf(report: Report): Layout {
  const barred = report.tables
    .flatMap((table) => table.rows)
    .some(({ span }) => {
      const line = lineSpan(report, span.start);
      return report.text.slice(line.start, line.end).trimStart().startsWith('|');
    });
  return barred ? 'bars' : 'tabs';
}
