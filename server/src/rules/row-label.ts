// Rule: row labels worded otherwise than the form.

import type { TableId } from '../forms/form.ts';
import type { Report, TableRow } from '../parse/model.ts';
import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import { rowSpec, tableMark, tableName } from '../findings/describe.ts';
import { byTable, singlyOrTogether, type Some } from '../findings/grouping.ts';
import type { Rule } from './rule.ts';
import type { RuleFinding } from '../findings/finding.ts';
import { compact } from '../findings/compare.ts';
import { MAX_LABEL_QUOTED, MAX_LISTED, MAX_WORDS_SHOWN } from '../findings/limits.ts';
import { asWritten, marked, quoted, quotedApart, titled } from '../findings/wording.ts';

interface Deviation {
  readonly table: TableId;
  readonly span: Span;
  /** Folded. */
  readonly written: string;
  /** As it stands in the text. */
  readonly shown: string;
  readonly printed: string;
}

/** More characters than these are no slip in a name. */
const HEAD = /(?<!\p{Script=Han})\p{Script=Han}{1,3}"?$/u;
const TAIL = /^\p{Script=Han}{1,8}(?!\p{Script=Han})/u;
/** As much text as shows whether they match. */
const AROUND = 9;

export const rowLabel: Rule = {
  id: 'row-label',
  name: '项目名称',
  class: '提示',
  ofForm: true,
  quiet: true,
  summary: '表格的项目名称与统一格式的文字不同。',
  check({ report }) {
    const deviations = report.tables.flatMap((table) => table.rows.flatMap((row) => deviation(report, row)));
    return singlyOrTogether(byTable(deviations), { single: (one) => finding([one]), together: finding });
  },
};

/** Only labels that stand in one piece can be compared and replaced; a wrapped one has values or breaks inside. */
function deviation(report: Report, row: TableRow): readonly Deviation[] {
  if (row.match === 'printed') return [];
  const printed = rowSpec(report.detectedForm.form, row.table, row.id)?.label ?? '';
  const label = { start: withHead(report, row.label.start), end: withTail(report, row.label.end) };
  if (extendsPrinted(report, label, printed)) return [];
  const written = report.folded.slice(label.start, label.end);
  if (/[\n\r\t|<\d]/u.test(written)) return [];
  if (compact(written) === compact(printed)) return [];
  return [{ table: row.table, span: { start: label.start, end: withCloser(report, label.end, printed) }, written, shown: asWritten(report, label), printed }];
}

/** 可能危及“三安全一稳定”: more words around the printed ones are no deviation, and the printed ones put in again would stand twice. */
function extendsPrinted(report: Report, { start, end }: Span, printed: string): boolean {
  return compact(report.folded.slice(Math.max(0, start - AROUND), end + 1)).includes(compact(printed));
}

/** 属干国家秘密: what stands directly before a shorter name of the row is its beginning, miswritten; a group's name is longer. */
function withHead(report: Report, start: number): number {
  const [head = ''] = HEAD.exec(report.folded.slice(Math.max(0, start - AROUND), start)) ?? [];
  return start - head.length;
}

/** 公开出版书籍: what goes on where the printed name was left is as much a part of it. */
function withTail(report: Report, end: number): number {
  const [tail = ''] = TAIL.exec(report.folded.slice(end, end + AROUND)) ?? [];
  return end + tail.length;
}

/** The bracket or quote that closes the label belongs to it where the printed one ends with it too. */
function withCloser(report: Report, end: number, printed: string): number {
  return fold(printed).at(-1) === report.folded[end] ? end + 1 : end;
}

function finding(found: Some<Deviation>): RuleFinding {
  const [first] = found;
  const pairs = found.map(({ shown, printed }) =>
    quotedApart(shown, printed, MAX_WORDS_SHOWN)
      .map((words) => `“${words}”`)
      .join('应为'),
  );
  const head = found.length === 1 ? `${tableName(first.table)}的${pairs[0] ?? ''}` : `${tableName(first.table)}有${found.length}个项目名称与统一格式不同`;
  return {
    key: [tableMark(first.table), ...found.slice(0, MAX_LISTED).flatMap(({ written, printed }) => [written, printed])],
    message: `${head}。${found.length === 1 ? '' : `${pairs.slice(0, MAX_LISTED).join('，')}${pairs.length > MAX_LISTED ? '等' : ''}。`}请改为统一格式的项目名称。`,
    span: first.span,
    related: found.slice(1).map(({ span, printed }) => ({ message: `应为${marked(printed)}`, span })),
    fixes: [
      {
        title:
          found.length === 1
            ? titled(`改为${marked(first.printed)}`, `改为“${quoted(first.printed, MAX_LABEL_QUOTED)}”`)
            : `${found.length}个项目名称改为统一格式`,
        kind: 'text',
        preferred: true,
        edits: found.map(({ span, printed }) => ({ span, newText: printed })),
      },
    ],
  };
}
