// Where do the tables stand in the outline, and how do they stand? From their heading or header to their last row.

import type { TableId } from '../../forms/form.ts';
import { tableOf } from '../../forms/index.ts';
import type { Report, Table } from '../../report/model.ts';
import { hanOf, hanOfName } from '../../text/han.ts';
import type { Span } from '../../text/span.ts';
import { standingWords } from '../table-standing.ts';
import type { Entry } from './nest.ts';
import { rowEntries } from './row-entries.ts';
import { lastPlaceOf, lineEnd, lineStart } from './words.ts';

/** Deeper than every heading: a table belongs to the heading above it. */
const TABLE_LEVEL = 4;

/** Words above the first row with which a table begins, where it has no heading of its own. */
const OPENING_WORDS: Readonly<Record<'proactive' | 'applications', readonly string[]>> = {
  proactive: ['信息内容'],
  applications: ['本列数据的勾稽关系', '申请人情况'],
};

const NAMES: Readonly<Partial<Record<TableId, string>>> = { applications: '申请办理情况表', disputes: '复议诉讼情况表' };

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
      name: tableOf(report.form.form, table.id)?.heading ?? NAMES[table.id] ?? table.id,
      detail: detailOf(report, table),
      level: TABLE_LEVEL,
      span: { start, end },
      selection: opening ?? firstWords(folded, span),
    });
    for (const entry of rowEntries(report, table, { start, end, level: TABLE_LEVEL + 1 })) found.push(entry);
    floor = span.end;
  }
  return found;
}

function byPlace({ tables }: Report): readonly { readonly table: Table; readonly span: Span }[] {
  return tables
    .flatMap((table) => (table.span === null ? [] : [{ table, span: table.span }]))
    .toSorted((one, other) => one.span.start - other.span.start);
}

function headingBefore({ sections }: Report, offset: number): number {
  return sections.findLast(({ heading }) => heading.end <= offset)?.heading.end ?? 0;
}

/** 第二十条第（五）项, or the first words of the header. */
function openingOf({ folded, form: { form } }: Report, id: TableId, above: Span): Span | null {
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
      return '未能读出';
    case 'missing':
      return '';
    default:
      return state satisfies never;
  }
}
