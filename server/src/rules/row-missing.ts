// Rule: rows of the form that a table lacks.

import type { RowSpec } from '../forms/form.ts';
import { tableOf } from '../forms/index.ts';
import type { Report, Table } from '../parse/model.ts';
import type { Span } from '../text/span.ts';
import { rowMark, rowName, tableName } from '../findings/describe.ts';
import type { Fix, RuleFinding } from '../findings/finding.ts';
import type { Edit } from '../text/edits.ts';
import { misnamedRows, missingRuns, type MisnamedRow } from './shared/misnamed-rows.ts';
import { isInside } from './shared/overlap.ts';
import { fillGaps } from '../insertion/fill-gaps.ts';
import { missingRow } from '../equations/missing-row.ts';
import type { Rule, RuleContext } from './rule.ts';
import { insertRows } from '../insertion/rows.ts';
import { firstLine } from '../parse/line-spans.ts';
import { allOf, cut, headed, marked, quoted, titled } from '../findings/wording.ts';
import { MAX_GAPS, MAX_LABEL_QUOTED, MAX_LISTED, MAX_WORDS_SHOWN } from '../findings/limits.ts';

export const rowMissing: Rule = {
  id: 'row-missing',
  name: '缺少项目',
  class: '强制',
  ofForm: true,
  summary: '表格缺少统一格式中的一行或几行。',
  // A row under a misspelt name is both missing and unknown.
  supersedes: [{ rules: ['row-unknown'], where: (finding, row) => finding.related.length === 0 && isInside(row, finding) }],
  check(context) {
    return context.report.tables.flatMap((table) => inTable(context, table));
  },
};

function inTable(context: RuleContext, table: Table): readonly RuleFinding[] {
  const gaps = missingRuns(context.report, table);
  if (gaps.length > MAX_GAPS) return [finding(context, table, gaps)];
  return gaps.map((gap) => finding(context, table, [gap]));
}

function finding(context: RuleContext, table: Table, gaps: readonly (readonly RowSpec[])[]): RuleFinding {
  const { report } = context;
  const { form } = report.detectedForm;
  const missing = gaps.flat();
  const [misnamed] = missing.length === 1 ? misnamedRows(report).filter(({ row }) => row === missing[0]) : [];
  if (misnamed !== undefined) return underAnotherName(report, table, misnamed);
  const names = missing.map((row) => rowName(form, table.id, row.id));
  const trailing = missing.at(-1)?.id === tableOf(form, table.id)?.rows.at(-1)?.id;
  const edits = gaps.map((gap) => insertRows(report, table, gap));
  const [only = ''] = names;
  const single = names.length === 1;
  const head = single ? `${tableName(table.id)}缺少${only}一行` : headed(`${tableName(table.id)}缺少${names.length}行：`, names);
  const marks = missing.map((row) => rowMark(form, table.id, row.id));
  return {
    key: [...marks.slice(0, MAX_LISTED), ...(marks.length > MAX_LISTED ? [`等${marks.length}行`] : [])],
    message: `${head}。${single ? '' : allOf(head, names, '行')}统一格式的各行都要保留，没有发生的通行填0。请补上。`,
    span: place(report, table, missing),
    ...(trailing ? { deferWhileTyping: true } : {}),
    fixes: edits.includes(null) ? [] : fixesOf(context, { table, missing, edits: edits.flatMap((each) => each ?? []) }),
  };
}

/** A second row put in beside it would count nothing. */
function underAnotherName(report: Report, table: Table, { row, name }: MisnamedRow): RuleFinding {
  const written = report.text.slice(name.start, name.end);
  return {
    key: [rowMark(report.detectedForm.form, table.id, row.id), cut(written, MAX_LABEL_QUOTED)],
    message: `${tableName(table.id)}“${quoted(written, MAX_WORDS_SHOWN)}”应为${rowName(report.detectedForm.form, table.id, row.id)}。名称不符，这一行未核对。请核实后改正项目名称。`,
    span: name,
    fixes: [
      {
        title: titled(`项目名称改为${marked(row.label)}`, `项目名称改为“${quoted(row.label, MAX_LABEL_QUOTED)}”`),
        kind: 'text',
        preferred: false,
        edits: [{ span: name, newText: row.label }],
      },
    ],
  };
}

interface Insertion {
  readonly table: Table;
  readonly missing: readonly RowSpec[];
  readonly edits: readonly Edit[];
}

/** First the row alone: its numbers are in the register. The sums know them only if all other rows are right. */
function fixesOf(context: RuleContext, { table, missing, edits }: Insertion): readonly Fix[] {
  const [row, ...others] = missing;
  if (row === undefined) return [];
  if (others.length > 0) return [{ title: `补上缺少的${missing.length}行（待填）`, kind: 'text', preferred: false, edits }];
  const name = rowName(context.report.detectedForm.form, table.id, row.id);
  const blank: Fix = { title: titled(`补上${name}一行（待填）`, '补上缺少的一行（待填）'), kind: 'text', preferred: false, edits };
  const left = missingRow(context, table.id, row);
  const filled = left === null ? null : fillGaps(edits, left.values.map(String));
  if (left === null || filled === null) return [blank];
  const values = `按合计推算填入 ${left.values.join('、')}`;
  return [
    blank,
    {
      title: titled(`补上${name}一行，${values}`, `补上缺少的一行，${values}`, '补上缺少的一行，按合计推算填入各数'),
      kind: 'value',
      preferred: false,
      basis: left.basis,
      edits: filled,
    },
  ];
}

/** The line of the row before the gap, where the missing one would be typed; else the table's first row. */
function place(report: Report, table: Table, missing: readonly RowSpec[]): Span {
  const order = (tableOf(report.detectedForm.form, table.id)?.rows ?? []).map((row) => row.id);
  const firstRank = order.indexOf(missing[0]?.id ?? '');
  const places = placesOf(table).sort((one, other) => order.indexOf(one.row) - order.indexOf(other.row));
  const before = places.filter(({ row }) => order.indexOf(row) < firstRank).at(-1) ?? places[0];
  return firstLine(report, before?.span ?? table.span ?? { start: 0, end: 0 });
}

interface RowPlace {
  readonly row: string;
  readonly span: Span;
}

/** Rows that were read, and rows still being typed. */
function placesOf(table: Table): RowPlace[] {
  const read = table.rows.map((row) => ({ row: row.id, span: { start: row.label.start, end: row.span.end } }));
  const begun = table.problems.filter((problem) => problem.kind === 'cell-count');
  return [...read, ...begun];
}
