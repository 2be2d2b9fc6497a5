// Rows that may still be being typed, so that a finding about them has to wait.

import { splitKey } from '../forms/form.ts';
import type { Report, TableRow } from '../parse/model.ts';
import type { Span } from '../text/span.ts';
import type { EvaluatedEquation, EvaluatedReport } from '../equations/evaluate.ts';

/** Closing tags and bars may stand behind the last row. */
const MAX_CLOSING = 200;

/**
 * A row of these equations that may still be being typed: it has empty fields, or nothing is written behind it yet,
 * so that its last number may lack digits. A finding about it waits while that line is being changed.
 */
export function unfinishedRow({ report, equations }: EvaluatedReport, broken: readonly EvaluatedEquation[]): TableRow | null {
  const rows = report.tables.find((table) => table.id === 'applications')?.rows ?? [];
  const summed = new Set(broken.flatMap(({ spec }) => [...spec.left, ...spec.right]).map((key) => splitKey(key).row));
  const last = rows.find((row) => summed.has(row.id) && endsText(report, row.span));
  if (last !== undefined || equations.filling.size === 0) return last ?? null;
  const empty = new Set([...equations.filling.keys()].filter((key) => report.cells.get(key)?.text === '').map((key) => splitKey(key).row));
  return rows.find((row) => summed.has(row.id) && empty.has(row.id)) ?? null;
}

/** Nothing is written behind the span. */
export function endsText({ folded }: Report, { end }: Span): boolean {
  return folded.length - end <= MAX_CLOSING && folded.slice(end).trim() === '';
}
