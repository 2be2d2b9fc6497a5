// Printed column headers of tables three and four, and block names of table four, found by their words. The parser reads values
// without them; hover and outline point at them.

import type { ColumnSpec, SectionId, TableId } from '../../forms/form.ts';
import { tableOf } from '../../forms/index.ts';
import type { ColumnHeader, Report, TableRow } from '../../parse/model.ts';
import { hanKey, hanOfName, isHan } from '../../text/han.ts';
import type { Span } from '../../text/span.ts';
import { MAX_HEADERS_REACH } from '../limits.ts';

export type PrintedHeader = Pick<ColumnHeader, 'table' | 'column' | 'span'>;

/** The Han characters of a part of the text, each with its offset. */
interface Stream {
  readonly key: string;
  readonly offsets: readonly number[];
}

/** The headers of tables three and four; those of table two the report knows itself. */
export function printedHeaders(report: Report): readonly PrintedHeader[] {
  return [...applicantHeaders(report), ...outcomeHeaders(report)];
}

/** The blocks of table four, whose values stand in one line below their names. */
export function printedBlocks(report: Report): readonly TableRow[] {
  const stream = streamBefore(report, 'disputes');
  const rows = report.tables.find(({ id }) => id === 'disputes')?.rows ?? [];
  return rows.flatMap((row) => {
    const spec = tableOf(report.detectedForm.form, 'disputes')?.rows.find(({ id }) => id === row.id);
    const [label] = spec === undefined ? [] : [spec.label, ...spec.aliases].flatMap((name) => occurrences(stream, name));
    return label === undefined ? [] : [{ ...row, label }];
  });
}

/** 其他 is part of 法人或其他组织 too: it counts only behind the other applicants. */
function applicantHeaders(report: Report): readonly PrintedHeader[] {
  const stream = streamBefore(report, 'applications');
  const columns = tableOf(report.detectedForm.form, 'applications')?.columns ?? [];
  const found: PrintedHeader[] = [];
  let last = -1;
  for (const column of columns) {
    const span = namesOf(column)
      .flatMap((name) => occurrences(stream, name))
      .find(({ start }) => column.id === 'total' || start > last);
    if (span === undefined) continue;
    last = Math.max(last, span.start);
    found.push({ table: 'applications', column: column.id, span });
  }
  return found;
}

/** Each outcome is printed once a block. */
function outcomeHeaders(report: Report): readonly PrintedHeader[] {
  const stream = streamBefore(report, 'disputes');
  const columns = tableOf(report.detectedForm.form, 'disputes')?.columns ?? [];
  return columns.flatMap((column) => occurrences(stream, column.label).map((span) => ({ table: 'disputes' as const, column: column.id, span })));
}

function namesOf({ label, aliases }: ColumnSpec): readonly string[] {
  return [label, ...aliases];
}

/** What is printed between the heading of the part and the first row or value of its table. */
function streamBefore(report: Report, table: TableId & SectionId): Stream {
  const start = report.sections.find(({ id }) => id === table)?.heading.end ?? -1;
  const first = Math.min(
    ...[...report.cells.values()].filter((cell) => cell.table === table).map(({ span }) => span.start),
    ...(report.tables.find(({ id }) => id === table)?.rows ?? []).filter(({ label }) => label.end > label.start).map(({ label }) => label.start),
  );
  const offsets: number[] = [];
  let key = '';
  if (start < 0 || !Number.isFinite(first)) return { key, offsets };
  for (let offset = start; offset < Math.min(first, start + MAX_HEADERS_REACH); offset++) {
    const unit = report.folded.charCodeAt(offset);
    if (!isHan(unit)) continue;
    key += String.fromCharCode(hanKey(unit));
    offsets.push(offset);
  }
  return { key, offsets };
}

function occurrences({ key, offsets }: Stream, name: string): readonly Span[] {
  const words = hanOfName(name);
  const spans: Span[] = [];
  for (let at = key.indexOf(words); at >= 0; at = key.indexOf(words, at + words.length)) {
    const start = offsets[at];
    const end = offsets[at + words.length - 1];
    if (start !== undefined && end !== undefined) spans.push({ start, end: end + 1 });
  }
  return spans;
}
