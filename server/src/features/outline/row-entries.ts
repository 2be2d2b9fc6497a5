// What does the outline show inside a table? Groups such as （三）不予公开, and rows with their totals.

import { rowSpec, shortLabel } from '../../check/describe.ts';
import { tidy } from '../../check/wording.ts';
import { cellKey, type RowSpec } from '../../forms/form.ts';
import { tableOf } from '../../forms/index.ts';
import { valueOf, type Report, type Table, type TableRow } from '../../report/model.ts';
import { hanOfName } from '../../text/han.ts';
import type { Span } from '../../text/span.ts';
import type { Entry } from './nest.ts';
import { lastPlaceOf, lineEnd, lineStart } from './words.ts';

/** Rows that count no result: what group they stand under does not add them up. */
const SUM_ROW = 'total';
const ENUMERATOR = /(?:\([一二三四五六七]\)|[一二三四]、|[1-8][.、])[\s\u200b]*$/u;
const MAX_ENUMERATOR = 8;

/** The rows of a table in the order of the text, with the groups they stand in; `level` is that of the outermost. */
export function rowEntries(report: Report, table: Table, within: Span & { readonly level: number }): readonly Entry[] {
  const rows: readonly Member[] = table.rows.flatMap((row) => {
    const spec = rowSpec(report.form.form, table.id, row.id);
    return spec === undefined ? [] : [{ row, spec }];
  });
  const found: Entry[] = [];
  const opened = new Set<string>();
  let floor = within.start;
  for (const { row, spec } of rows.toSorted((one, other) => one.row.span.start - other.row.span.start)) {
    const label = labelOf(report.folded, row);
    const above = { start: floor, end: Math.max(floor, label.start) };
    const groups = table.id === 'applications' ? spec.groups : [];
    groups.forEach((group, depth) => {
      if (opened.has(group)) return;
      opened.add(group);
      const members = rows.filter((member) => member.spec.groups[depth] === group);
      found.push(groupEntry(report, { name: group, level: within.level + depth, above, members }));
    });
    const start = lineStart(report.folded, Math.max(floor, row.span.start), floor);
    found.push({
      kind: 'row',
      name: shortLabel(spec),
      detail: valueWords(report, row, spec),
      level: within.level + groups.length,
      span: { start, end: Math.min(lineEnd(report.folded, row.span.end), within.end) },
      // The rows of table four have no label of their own.
      selection: label.end > label.start ? label : row.span,
    });
    floor = Math.max(floor, row.span.end);
  }
  return found;
}

/** The row's label with its enumerator. */
export function labelOf(folded: string, { label }: TableRow): Span {
  const before = ENUMERATOR.exec(folded.slice(Math.max(0, label.start - MAX_ENUMERATOR), label.start));
  return { start: label.start - (before?.[0].length ?? 0), end: label.end };
}

interface Member {
  readonly row: TableRow;
  readonly spec: RowSpec;
}

interface Group {
  readonly name: string;
  readonly level: number;
  /** Where its label is looked for: between the row before and its first row. */
  readonly above: Span;
  readonly members: readonly Member[];
}

function groupEntry(report: Report, { name, level, above, members }: Group): Entry {
  const { folded } = report;
  const words = hanOfName(name);
  const found = lastPlaceOf(folded, words, above) ?? lastPlaceOf(folded, words.slice(1), above);
  const selection = found !== null && folded.charAt(found.start - 1) === '(' ? { start: found.start - 1, end: found.end } : found;
  return {
    kind: 'group',
    name,
    detail: sumWords(report, name),
    level,
    span: { start: lineStart(folded, selection?.start ?? above.end, above.start), end: lineEnd(folded, Math.max(...members.map(({ row }) => row.span.end))) },
    selection: selection ?? { start: above.end, end: above.end },
  };
}

/** What the group's rows add up to, which the form does not print; nothing where one of them was not read. */
function sumWords(report: Report, group: string): string {
  const rows = tableOf(report.form.form, 'applications')?.rows.filter(({ id, groups }) => groups.includes(group) && id !== SUM_ROW) ?? [];
  const sums = rows.flatMap(({ id }) => valueOf(report, cellKey('applications', id, 'total')) ?? []);
  return sums.length === rows.length ? `合计 ${tidy(sums.reduce((sum, value) => sum + value, 0))}` : '';
}

/** 「合计 13」; where the form has no total, the values as they stand. */
function valueWords(report: Report, { table, id }: TableRow, { id: row }: RowSpec): string {
  const columns = tableOf(report.form.form, table)?.columns ?? [];
  const total = report.cells.get(cellKey(table, row, 'total'));
  if ((table === 'applications' || table === 'disputes') && total !== undefined) {
    return `合计 ${total.reading.kind === 'blank' ? '空白' : total.text.trim()}`;
  }
  const values = columns.flatMap((column) => report.cells.get(cellKey(table, id, column.id)) ?? []);
  return values.map(({ text, reading }) => (reading.kind === 'blank' ? '空白' : text.trim())).join('、');
}
