// Inserts a missing table of the form, or a block of table two: empty, in the layout of the report.

import type { TableSpec } from '../forms/form.ts';
import { lineBreak, lineSpan } from '../parse/line-spans.ts';
import type { Report, Section } from '../parse/model.ts';
import type { Edit } from '../text/edits.ts';
import { blockOf } from './imitate.ts';
import { tablePieces } from './parts.ts';
import { insertion, takesLines } from './pieces.ts';

/** The whole table of a part below its heading; null in markup. */
export function insertTable(report: Report, section: Section): Edit | null {
  if (!takesLines(report)) return null;
  const newline = lineBreak(report);
  return insertion(lineSpan(report, section.heading.end).end, [newline, newline, ...tablePieces(report, section.id)]);
}

/** A block of table two below the block before it, where a block is lines and each row one of them; else null. */
export function insertBlock(report: Report, spec: TableSpec): Edit | null {
  const order = report.detectedForm.form.tables;
  const before = order[order.indexOf(spec) - 1];
  const last = report.tables.find((table) => table.id === before?.id)?.rows.at(-1);
  const place = last === undefined ? null : blockOf(report, last);
  if (place === null || lineSpan(report, place.start).end !== place.end) return null;
  return insertion(place.end, [lineBreak(report), ...tablePieces(report, spec.id)]);
}
