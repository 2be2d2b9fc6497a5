// Where in a report an offset lies that may stand between things: its part, its table, the rows around it, and what of its line stands before.

import type { ProsePart } from '../../rewrite/sentences/templates.ts';
import type { TableId } from '../../forms/form.ts';
import type { Cell, Report, TableRow } from '../../parse/model.ts';
import { lineOf } from '../../text/lines.ts';
import { touches } from '../../text/span.ts';
import { nodeAt } from './node-at-offset.ts';

/** The cursor's line up to the cursor, folded. */
export interface TypedLine {
  readonly text: string;
  /** Offset of its first character. */
  readonly start: number;
}

export interface Spot {
  readonly offset: number;
  readonly line: TypedLine;
  /** Null where the text is no report yet. */
  readonly part: ProsePart | null;
  /** The table within whose rows the offset lies. */
  readonly table: TableId | null;
  /** The last row that ends before the offset, and the first that begins behind it, in that table or part. */
  readonly before: TableRow | null;
  readonly after: TableRow | null;
  /** A cell with a value or room for one. */
  readonly cell: Cell | null;
}

export function spotAt(report: Report, offset: number): Spot {
  const start = report.lines.starts[lineOf(report.lines, offset)] ?? 0;
  const line = { text: report.folded.slice(start, offset), start };
  if (!report.recognised) return { offset, line, part: null, table: null, before: null, after: null, cell: null };
  const section = report.sections.findLast(({ heading }) => heading.start <= offset);
  const inside = report.tables.find(({ span }) => span !== null && touches(span, offset));
  const rows = report.tables.flatMap((table) => table.rows).filter(({ label }) => label.end > label.start);
  const place = nodeAt(report, offset);
  return {
    offset,
    line,
    part: section?.id ?? 'preamble',
    table: inside?.id ?? null,
    before: nearest(
      rows.filter((row) => row.span.end <= offset),
      (row) => -row.span.end,
    ),
    after: nearest(
      rows.filter((row) => row.label.start >= offset),
      (row) => row.label.start,
    ),
    cell: place?.kind === 'cell' ? place.cell : null,
  };
}

function nearest(rows: readonly TableRow[], distance: (row: TableRow) => number): TableRow | null {
  return rows.toSorted((one, other) => distance(one) - distance(other))[0] ?? null;
}
