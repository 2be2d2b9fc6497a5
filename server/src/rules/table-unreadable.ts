// Rule: a table whose values were torn from their labels, so that nothing may be said about them.

import { printedHeading, type SectionSpec } from '../forms/form.ts';
import { sectionOfTable } from '../forms/index.ts';
import type { Report } from '../parse/model.ts';
import { rowMark, rowName, tableNumber } from '../findings/describe.ts';
import { problemsOf, type ProblemOf } from '../findings/problems.ts';
import type { Rule } from './rule.ts';
import type { RuleFinding } from '../findings/finding.ts';
import { firstLine } from '../parse/line-spans.ts';
import { MAX_LISTED } from '../findings/limits.ts';
import { allOf, headed } from '../findings/wording.ts';

export const tableUnreadable: Rule = {
  id: 'table-unreadable',
  name: '表格未读取',
  class: '核实',
  summary: '表格的数字与项目名称已经分开，未读取。',
  check({ report }) {
    return report.interleaved ? [interleaved(report)] : report.detectedForm.form.sections.flatMap((part) => inPart(report, part));
  },
};

/** Said once for the whole text: every table is affected alike. */
function interleaved(report: Report): RuleFinding {
  const span = report.tables.find((table) => table.id === 'applications')?.span ?? { start: 0, end: 0 };
  return {
    key: ['左右并排或逐页交错'],
    message: '文中有两份年报左右并排或逐页交错。各表的数无法确定属于哪一份，未读取、未核对。请分成两个文件。',
    span: firstLine(report, span),
  };
}

/** A loop of ours stood still and was ended: what it would have read is there, and nobody has looked at it. */
export function readingHalted(report: Report): RuleFinding {
  return {
    key: ['没有读完'],
    message: '这份年报没有读完，没有提示的地方不等于没有错误。这是程序的问题：请对照统一格式人工核对，并把不含内部信息的样例发给开发者。',
    span: firstLine(report, report.title?.span ?? report.sections[0]?.heading ?? { start: 0, end: 0 }),
  };
}

/** The blocks of table two are torn by one paste: one finding a part. */
function inPart(report: Report, part: SectionSpec): readonly RuleFinding[] {
  const tables = report.tables.filter((table) => sectionOfTable(report.detectedForm.form, table.id) === part.id);
  const all = problemsOf(report, 'unreadable').filter(({ table }) => tables.some(({ id }) => id === table));
  const torn = all.filter(({ problem }) => problem.by !== 'order');
  return [
    ...unread(report, part, torn),
    ...inDoubt(
      report,
      part,
      all.filter((one) => !torn.includes(one)),
    ),
  ];
}

function unread(report: Report, part: SectionSpec, torn: readonly ProblemOf<'unreadable'>[]): readonly RuleFinding[] {
  const { form } = report.detectedForm;
  const tables = report.tables.filter((table) => sectionOfTable(form, table.id) === part.id);
  const wholes = tables.filter((table) => table.state === 'unreadable');
  const [first] = torn;
  if (first === undefined) return [];
  if (first.problem.by === 'columns') {
    return [
      {
        key: [printedHeading(part), '表头'],
        message: `${tableNumber(part.id)}的表头与各行总计不一致，未读取、未核对。按表头的顺序不成立，按统一格式的顺序也不全成立，无法确定各列。请核实表头与数字的顺序。`,
        span: firstLine(report, first.problem.span),
      },
    ];
  }
  const rows = torn.flatMap(({ table, problem }) => problem.rows.map((row) => rowName(form, table, row)));
  const names = [...new Set(rows)];
  const whole = wholes.length === tables.length;
  const head = whole ? `${tableNumber(part.id)}的数字与项目名称已经分开` : headed(`${tableNumber(part.id)}有${names.length}行的数字与项目名称分开：`, names);
  const marks = [...new Set(torn.flatMap(({ table, problem }) => problem.rows.map((row) => rowMark(form, table, row))))];
  return [
    {
      key: [printedHeading(part), ...(whole ? [] : marks.slice(0, MAX_LISTED))],
      message: `${head}。${whole ? '' : allOf(head, names, '行')}未读取、未核对。请从原文件重新复制，或把数字移回各行。`,
      span: firstLine(report, first.problem.span),
      related: torn.slice(1).map(({ problem }) => ({ message: '这里也未读取', span: firstLine(report, problem.span) })),
    },
  ];
}

/** Read in the order of the form, which nothing proves. */
function inDoubt(report: Report, part: SectionSpec, found: readonly ProblemOf<'unreadable'>[]): readonly RuleFinding[] {
  const { form } = report.detectedForm;
  const [first, ...others] = found;
  if (first === undefined) return [];
  const names = found.flatMap(({ table, problem }) => problem.rows.map((row) => rowName(form, table, row)));
  const marks = found.flatMap(({ table, problem }) => problem.rows.map((row) => rowMark(form, table, row)));
  const head = headed(`${tableNumber(part.id)}有${names.length}行的项目名称连在一起，数字在后面：`, names);
  return [
    {
      key: [printedHeading(part), '顺序', ...marks.slice(0, MAX_LISTED)],
      message: `${head}。${allOf(head, names, '行')}已按统一格式的顺序读取，合计不能证明这一顺序。请核实各行的数字。`,
      span: firstLine(report, first.problem.span),
      related: others.map(({ problem }) => ({ message: '这里也无法确定', span: firstLine(report, problem.span) })),
    },
  ];
}
