// How are the numbers of a row written whose cells could not be told: too few, too many, or none behind its label?

import type { Edit } from '../../text/edits.ts';
import type { TableId } from '../../forms/form.ts';
import { delimiterOf, type Delimiter } from '../../parse/tables/lines/delimiter.ts';
import type { Report } from '../../parse/model.ts';
import { isHan } from '../../text/han.ts';
import { lineOf } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';

/** As it is set before a value. */
const WRITTEN: Readonly<Record<Delimiter, string>> = { '\t': '\t', '|': ' | ' };
/** What closes a label behind its last character. */
const CLOSING = /^["):]*/u;

/** One edit that sets all numbers of the row, or null where its label and its numbers do not stand on one line. */
export function rowEdit(report: Report, { table, row }: { readonly table: TableId; readonly row: string }, values: readonly string[]): Edit | null {
  const problem = report.tables.find(({ id }) => id === table)?.problems.find((each) => each.kind === 'cell-count' && each.row === row);
  if (problem === undefined || table === 'disputes') return null;
  const line = lineOf(report.lines, problem.span.start);
  const lineEnd = report.lines.ends[line] ?? report.text.length;
  if (problem.span.end > lineEnd) return null;
  const start = labelEnd(report.folded, problem.span);
  const rest = report.folded.slice(start, lineEnd);
  const bar = rest.trimEnd().endsWith('|') ? ' |' : '';
  const delimiter = delimiterOf(rest) ?? (report.folded.slice(0, start).includes('\t') ? '\t' : null);
  const separator = delimiter === null ? ' ' : WRITTEN[delimiter];
  return { span: { start, end: start + rest.trimEnd().length }, newText: values.map((value) => separator + value).join('') + bar };
}

/** Behind the last Han character, and what closes it: numbers have none. */
function labelEnd(folded: string, { start, end }: Span): number {
  let at = end;
  while (at > start && !isHan(folded.charCodeAt(at - 1))) at--;
  return at + (CLOSING.exec(folded.slice(at, at + 4))?.[0].length ?? 0);
}
