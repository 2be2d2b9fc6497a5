// Columns put in or moved, header and values together: where the header stands on one line and each row too.

import { cellKey, type ColumnSpec, type TableId } from '../forms/form.ts';
import { tableOf } from '../forms/index.ts';
import { lineSpan } from '../parse/line-spans.ts';
import type { Cell, Report, Table } from '../parse/model.ts';
import { delimiterOf, type Delimiter } from '../parse/tables/lines/delimiter.ts';
import { namesOfColumn } from '../parse/tables/rows/form-rows.ts';
import type { Edit } from '../text/edits.ts';
import { hanOf } from '../text/han.ts';
import { isMarkup } from '../text/markup.ts';
import { lineOf } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { BLANK, insertion, STROKE, type Pieces } from './pieces.ts';

interface Header {
  readonly columns: readonly ColumnSpec[];
  /** The fields of the line, empty ones too where delimiters show them. */
  readonly fields: readonly Span[];
  /** Where the header of a column stands. */
  readonly spans: ReadonlyMap<ColumnSpec, Span>;
  readonly delimiter: Delimiter | null;
}

/** The missing columns with a header and a blank in each row; null where a row or the header is not written so plainly. */
export function insertColumns(
  report: Report,
  id: TableId,
  { span, missing }: { readonly span: Span; readonly missing: readonly string[] },
): readonly Edit[] | null {
  const header = headerAt(report, id, span);
  const table = report.tables.find((each) => each.id === id);
  if (header === null || table === undefined || !isPlain(table, 'column-missing')) return null;
  const printed = header.columns.filter(({ id: column }) => !missing.includes(column));
  const rows = rowsOf(report, table, printed);
  if (rows === null || header.fields.length < header.spans.size) return null;
  const runs = runsOf(header.columns, missing);
  const gap = header.delimiter === null ? STROKE : BLANK;
  const inHeader = headerEdits(header, runs);
  const inRows = runs.flatMap(({ columns, before, next }) =>
    rows.flatMap((cells) => put(header, { columns, before: cells.get(before ?? NONE)?.span, next: cells.get(next ?? NONE)?.span }, () => [gap])),
  );
  const ruling = header.delimiter === '|' ? rulingEdits(report, span, header, missing) : [];
  return inHeader === null ? null : [...inHeader, ...ruling, ...inRows].toSorted((one, other) => one.span.start - other.span.start);
}

/** The headers of columns whose values stand in the rows. */
export function nameColumns(
  report: Report,
  id: TableId,
  { span, missing }: { readonly span: Span; readonly missing: readonly string[] },
): readonly Edit[] | null {
  const header = headerAt(report, id, span);
  return header === null ? null : headerEdits(header, runsOf(header.columns, missing));
}

/** The columns in the order of the form: the words of the header and the values of each row change places alike. */
export function arrangeColumns(
  report: Report,
  id: TableId,
  { span, columns }: { readonly span: Span; readonly columns: readonly string[] },
): readonly Edit[] | null {
  const header = headerAt(report, id, span);
  const table = report.tables.find((each) => each.id === id);
  if (header === null || table === undefined || !isPlain(table, 'column-order')) return null;
  const due = header.columns.filter((column) => columns.includes(column.id));
  const printed = columns.flatMap((column) => due.find((spec) => spec.id === column) ?? []);
  const rows = rowsOf(report, table, due);
  if (rows === null || header.spans.size !== due.length || printed.length !== due.length) return null;
  const lines = [header.spans, ...rows.map((cells) => new Map([...cells].map(([column, cell]) => [column, cell.span])))];
  const textOf = (place: Span | undefined) => (place === undefined ? '' : report.text.slice(place.start, place.end));
  // Between blanks alone an empty cell has no place that could be taken.
  if (header.delimiter === null && lines.some((spans) => [...spans.values()].some((place) => place.start === place.end))) return null;
  return lines.flatMap((spans) =>
    printed.flatMap((column, index): readonly Edit[] => {
      const [place, newText] = [spans.get(column), textOf(spans.get(due[index] ?? column))];
      return place === undefined || textOf(place) === newText ? [] : [{ span: place, newText }];
    }),
  );
}

/** Nothing is told of the table but this. */
function isPlain({ problems, state }: Table, kind: 'column-missing' | 'column-order'): boolean {
  return state === 'read' && problems.every((problem) => problem.kind === kind);
}

/** The header in `span` if it stands on one line, each name once. */
function headerAt(report: Report, id: TableId, span: Span): Header | null {
  const columns = tableOf(report.detectedForm.form, id)?.columns ?? [];
  if (isMarkup(report.text) || lineOf(report.lines, span.start) !== lineOf(report.lines, span.end)) return null;
  const line = lineSpan(report, span.start);
  const delimiter = delimiterOf(report.folded.slice(line.start, line.end));
  const fields = fieldsOf(report.folded, line, delimiter);
  const spans = new Map<ColumnSpec, Span>();
  for (const field of fields) {
    const key = hanOf(report.folded.slice(field.start, field.end));
    const column = columns.find((each) => namesOfColumn(each)[0] === key) ?? columns.find((each) => namesOfColumn(each).includes(key));
    if (column === undefined) continue;
    if (spans.has(column)) return null;
    spans.set(column, field);
  }
  return { columns, fields, spans, delimiter };
}

/** Without the blanks around them. */
function fieldsOf(folded: string, { start, end }: Span, delimiter: Delimiter | null): readonly Span[] {
  const pattern = delimiter === null ? /\S+/gu : delimiter === '\t' ? /[^\t]*/gu : /[^|]*/gu;
  return [...folded.slice(start, end).matchAll(pattern)].map(({ 0: field, index }) => {
    const from = start + index + (field.trim() === '' ? 0 : field.length - field.trimStart().length);
    return { start: from, end: from + field.trim().length };
  });
}

/** Each row with its cells by column; null where one lacks a cell or runs over lines. */
function rowsOf(report: Report, { id, rows }: Table, columns: readonly ColumnSpec[]): readonly ReadonlyMap<ColumnSpec, Cell>[] | null {
  const all = rows.map((row) => {
    const cells = new Map(
      columns.flatMap((column) => {
        const cell = report.cells.get(cellKey(id, row.id, column.id));
        return cell === undefined ? [] : [[column, cell] as const];
      }),
    );
    const lines = new Set([...cells.values()].map(({ span }) => lineOf(report.lines, span.start)));
    return cells.size === columns.length && lines.size === 1 ? cells : null;
  });
  return all.length === 0 || all.includes(null) ? null : all.flatMap((cells) => cells ?? []);
}

/** Missing columns side by side, and those beside them. */
interface Run {
  readonly columns: readonly ColumnSpec[];
  readonly before: ColumnSpec | null;
  readonly next: ColumnSpec | null;
}

const NONE: ColumnSpec = { id: '', label: '', aliases: [], type: 'count' };

function runsOf(columns: readonly ColumnSpec[], missing: readonly string[]): readonly Run[] {
  const runs: { readonly columns: ColumnSpec[]; readonly before: ColumnSpec | null; next: ColumnSpec | null }[] = [];
  let before: ColumnSpec | null = null;
  let isOpen = false;
  for (const column of columns) {
    const run = isOpen ? runs.at(-1) : undefined;
    if (missing.includes(column.id)) {
      if (run === undefined) runs.push({ columns: [column], before, next: null });
      else run.columns.push(column);
      isOpen = true;
      continue;
    }
    if (run !== undefined) run.next = column;
    before = column;
    isOpen = false;
  }
  return runs;
}

/** Into the empty fields that stand there for them, else between the neighbours. */
function headerEdits(header: Header, runs: readonly Run[]): readonly Edit[] | null {
  const edits = runs.map(({ columns, before, next }) => {
    const place = { columns, before: header.spans.get(before ?? NONE), next: header.spans.get(next ?? NONE) };
    if ((before !== null && place.before === undefined) || (next !== null && place.next === undefined)) return null;
    const { before: left, next: right } = place;
    const empty = header.fields.filter(
      ({ start, end }) => start === end && (left === undefined || start > left.end) && (right === undefined || start < right.start),
    );
    if (header.delimiter === '\t' && left !== undefined && empty.length === columns.length)
      return columns.map((column, index): Edit => ({ span: empty[index] ?? left, newText: column.label }));
    return put(header, place, ({ label }) => [label]);
  });
  return edits.includes(null) ? null : edits.flatMap((own) => own ?? []);
}

const BETWEEN = { '\t': '\t', '|': ' | ' } as const;

/** One field for each column, behind the one before or ahead of the next. */
function put(
  { delimiter }: Header,
  { columns, before, next }: { readonly columns: readonly ColumnSpec[]; readonly before: Span | undefined; readonly next: Span | undefined },
  piecesOf: (column: ColumnSpec) => Pieces,
): readonly Edit[] {
  const between = delimiter === null ? '  ' : BETWEEN[delimiter];
  const pieces = columns.map(piecesOf);
  if (before !== undefined)
    return [
      insertion(
        before.end,
        pieces.flatMap((own) => [between, ...own]),
      ),
    ];
  return next === undefined
    ? []
    : [
        insertion(
          next.start,
          pieces.flatMap((own) => [...own, between]),
        ),
      ];
}

/** Markdown's row of dashes below the header has as many fields as it. */
function rulingEdits(report: Report, span: Span, header: Header, missing: readonly string[]): readonly Edit[] {
  const line = lineOf(report.lines, span.start) + 1;
  const below = { start: report.lines.starts[line] ?? 0, end: report.lines.ends[line] ?? 0 };
  const dashes = /-{2,}(?=\s*:?\s*\|?\s*$)/u.exec(report.folded.slice(below.start, below.end));
  const isRuling = /^[\s|:-]+$/u.test(report.folded.slice(below.start, below.end)) && header.fields.length > 0;
  if (!isRuling || dashes === null) return [];
  return [
    insertion(
      below.start + dashes.index + dashes[0].length,
      missing.map(() => ' | ---'),
    ),
  ];
}
