// Outline of a table: its node, groups such as （三）不予公开, and rows with their totals.

import { rowSpec, shortLabel } from '../../findings/describe.ts';
import { cellKey, type RowSpec, type TableId } from '../../forms/form.ts';
import { tableOf } from '../../forms/index.ts';
import { valueOf, type Report, type Table, type TableRow } from '../../parse/model.ts';
import { hanOf, hanOfName } from '../../text/han.ts';
import type { Span } from '../../text/span.ts';
import type { Entry } from './nest.ts';
import { lastPlaceOf, lineEnd, lineStart } from './outline-words.ts';
import { evaluateEquations } from '../../equations/evaluate.ts';

/** Deeper than every heading: a table belongs to the heading above it. */
const TABLE_LEVEL = 4;
const FIRST_ROW_LEVEL = TABLE_LEVEL + 1;

/** Words above the first row with which a table begins, where it has no heading of its own. */
const OPENING_WORDS: Readonly<Record<'proactive' | 'applications', readonly string[]>> = {
  proactive: ['信息内容'],
  applications: ['本列数据的勾稽关系', '申请人情况'],
};

const NAMES: Readonly<Partial<Record<TableId, string>>> = { applications: '表三', disputes: '表四' };
/** Rows that count no result: what group they stand under does not add them up. */
const SUM_ROW = 'total';
const ENUMERATOR = /(?:\([一二三四五六七]\)|[一二三四]、|[1-8][.、])[\s\u200b]*$/u;
const MAX_ENUMERATOR = 8;

export function tableEntries(report: Report): readonly Entry[] {
  const { folded } = report;
  const found: Entry[] = [];
  let floor = 0;
  for (const { table, span } of byPlace(report)) {
    const above = { start: Math.max(floor, headingBefore(report, span.start)), end: span.start };
    const opening = openingOf(report, table.id, above);
    const start = lineStart(folded, opening?.start ?? span.start, above.start);
    const end = lineEnd(folded, span.end);
    found.push({
      kind: 'table',
      name: tableOf(report.detectedForm.form, table.id)?.heading ?? NAMES[table.id] ?? table.id,
      detail: detailOf(report, table),
      level: TABLE_LEVEL,
      span: { start, end },
      selection: opening ?? firstWords(folded, span),
    });
    for (const entry of rowEntries(report, table, { start, end })) found.push(entry);
    floor = span.end;
  }
  return found;
}

/** The row's label with its enumerator. */
export function labelOf(folded: string, { label }: TableRow): Span {
  const before = ENUMERATOR.exec(folded.slice(Math.max(0, label.start - MAX_ENUMERATOR), label.start));
  return { start: label.start - (before?.[0].length ?? 0), end: label.end };
}

function byPlace({ tables }: Report): readonly { readonly table: Table; readonly span: Span }[] {
  return tables.flatMap((table) => (table.span === null ? [] : [{ table, span: table.span }])).toSorted((one, other) => one.span.start - other.span.start);
}

function headingBefore({ sections }: Report, offset: number): number {
  return sections.findLast(({ heading }) => heading.end <= offset)?.heading.end ?? 0;
}

/** 第二十条第（五）项, or the first words of the header. */
function openingOf({ folded, detectedForm: { form } }: Report, id: TableId, above: Span): Span | null {
  const spec = tableOf(form, id);
  if (spec?.section !== 'proactive' && spec?.section !== 'applications') return null;
  const heading = spec.heading === null ? null : lastPlaceOf(folded, hanOfName(spec.heading), above);
  if (heading !== null) return heading;
  const places = OPENING_WORDS[spec.section].flatMap((words) => lastPlaceOf(folded, words, above) ?? []);
  return places.toSorted((one, other) => one.start - other.start)[0] ?? null;
}

/** Table four begins with its header: the line, or the whole table where that line holds no word. */
function firstWords(folded: string, span: Span): Span {
  const line = { start: span.start, end: Math.min(lineEnd(folded, span.start), span.end) };
  return hanOf(folded.slice(line.start, line.end)) === '' ? span : line;
}

function detailOf(report: Report, { id, state }: Table): string {
  switch (state) {
    case 'read':
      return standingWords(report, id) ?? '';
    case 'empty':
      return '未填';
    case 'unreadable':
      return '未读取';
    case 'missing':
      return '';
    default:
      return state satisfies never;
  }
}

function rowEntries(report: Report, table: Table, within: Span): readonly Entry[] {
  const rows = table.rows.flatMap((row) => {
    const spec = rowSpec(report.detectedForm.form, table.id, row.id);
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
      found.push(groupEntry(report, { name: group, level: FIRST_ROW_LEVEL + depth, above, members }));
    });
    const start = lineStart(report.folded, Math.max(floor, row.span.start), floor);
    found.push({
      kind: 'row',
      name: shortLabel(spec),
      detail: valueWords(report, row, spec),
      level: FIRST_ROW_LEVEL + groups.length,
      span: { start, end: Math.min(lineEnd(report.folded, row.span.end), within.end) },
      // The rows of table four have no label of their own.
      selection: label.end > label.start ? label : row.span,
    });
    floor = Math.max(floor, row.span.end);
  }
  return found;
}

interface Group {
  readonly name: string;
  readonly level: number;
  /** Where its label is looked for: between the row before and its first row. */
  readonly above: Span;
  readonly members: readonly { readonly row: TableRow; readonly spec: RowSpec }[];
}

function groupEntry(report: Report, { name, level, above, members }: Group): Entry {
  const { folded } = report;
  const words = hanOfName(name);
  const found = lastPlaceOf(folded, words, above) ?? lastPlaceOf(folded, words.slice(1), above);
  const selection = found !== null && folded.charAt(found.start - 1) === '(' ? { start: found.start - 1, end: found.end } : found;
  const sums = members.filter(({ spec }) => spec.id !== SUM_ROW).map(({ row }) => valueOf(report, cellKey(row.table, row.id, 'total')));
  const known = sums.flatMap((sum) => (sum === null ? [] : [sum]));
  return {
    kind: 'group',
    name,
    detail: known.length === sums.length ? `共${known.reduce((sum, value) => sum + value, 0)}件` : '',
    level,
    span: { start: lineStart(folded, selection?.start ?? above.end, above.start), end: lineEnd(folded, Math.max(...members.map(({ row }) => row.span.end))) },
    selection: selection ?? { start: above.end, end: above.end },
  };
}

/** `总计 13`; where the form has no total, the values as they stand. */
function valueWords(report: Report, { table, id }: TableRow, { id: row }: RowSpec): string {
  const columns = tableOf(report.detectedForm.form, table)?.columns ?? [];
  const total = report.cells.get(cellKey(table, row, 'total'));
  if ((table === 'applications' || table === 'disputes') && total !== undefined) {
    return total.reading.kind === 'blank' ? '总计未填' : `总计 ${total.text.trim()}`;
  }
  const values = columns.flatMap((column) => report.cells.get(cellKey(table, id, column.id)) ?? []);
  return values.map(({ text, reading }) => (reading.kind === 'blank' ? '未填' : text.trim())).join('、');
}

/** 「勾稽 39/39」, with what is wrong or could not be judged behind it; null for a table without equations. */
function standingWords(report: Report, table: TableId): string | null {
  const own = evaluateEquations(report).all.filter(({ spec }) => spec.table === table);
  if (own.length === 0) return null;
  const count = (status: (typeof own)[number]['status']) => own.filter((equation) => equation.status === status).length;
  const [broken, unchecked] = [count('broken'), count('unchecked')];
  // An empty table holds in every one, and is not done for that.
  const blanks = new Set(own.flatMap((equation) => equation.blanks)).size;
  const holding = own.filter((equation) => equation.status === 'holding' && equation.blanks.length === 0).length;
  const notes = [...(broken > 0 ? [`${broken}条不成立`] : []), ...(unchecked > 0 ? [`${unchecked}条未核对`] : []), ...(blanks > 0 ? [`未填${blanks}格`] : [])];
  return `勾稽 ${holding}/${own.length}${notes.length === 0 ? '' : `（${notes.join('，')}）`}`;
}
