// Which table's values were torn from their labels, so that nothing may be said about them?

import type { SectionSpec } from '../forms/form.ts';
import { sectionOfTable } from '../forms/index.ts';
import type { Report } from '../parse/model.ts';
import { partName, rowName } from '../findings/describe.ts';
import { problemsOf } from '../findings/problems.ts';
import type { Rule } from './rule.ts';
import type { RuleFinding } from '../findings/finding.ts';
import { firstLine } from '../parse/line-spans.ts';
import { listed } from '../findings/wording.ts';

export const tableUnreadable: Rule = {
  id: 'table-unreadable',
  class: '核实',
  summary: '表格的数字与项目名称已经分开，未读取。',
  check({ report }) {
    return report.interleaved ? [interleaved(report)] : report.form.form.sections.flatMap((part) => inPart(report, part));
  },
};

/** Said once for the whole text: every table is affected alike. */
function interleaved(report: Report): RuleFinding {
  const span = report.tables.find((table) => table.id === 'applications')?.span ?? { start: 0, end: 0 };
  return {
    message: '文中有两份报告左右并排或逐页交错，各表的数字分不清属于哪一份，没有读取，也没有核对。请把两份报告分开，一份一个文件，再核对。',
    span: firstLine(report, span),
  };
}

/** A loop of ours stood still and was ended: what it would have read is there, and nobody has looked at it. */
export function readingHalted(report: Report): RuleFinding {
  return {
    message: '这份年报没有读完，没有提示的地方不等于没有错误。这是程序的问题：请对照统一格式人工核对，并把不含内部信息的样例发给开发者。',
    span: firstLine(report, report.title?.span ?? report.sections[0]?.heading ?? { start: 0, end: 0 }),
  };
}

/** The blocks of table two are torn by one paste: one finding a part. */
function inPart(report: Report, part: SectionSpec): readonly RuleFinding[] {
  const { form } = report.form;
  const tables = report.tables.filter((table) => sectionOfTable(form, table.id) === part.id);
  const torn = problemsOf(report, 'unreadable').filter(({ table }) => tables.some(({ id }) => id === table));
  const wholes = tables.filter((table) => table.state === 'unreadable');
  const [first] = torn;
  if (first === undefined) return [];
  if (first.problem.by === 'columns') {
    return [{ message: `${partName(part)}的表头与各行的合计对不上：按表头的顺序不成立，按统一格式的顺序也不全成立，分不清各列是什么，没有读取，也没有核对。请核对表头与数字的顺序。`, span: firstLine(report, first.problem.span) }];
  }
  const rows = torn.flatMap(({ table, problem }) => problem.rows.map((row) => rowName(form, table, row)));
  const which = wholes.length === tables.length ? '' : `中${listed([...new Set(rows)], '行')}`;
  return [
    {
      message: `${partName(part)}的表格${which}的数字与项目名称对不上，没有读取，也没有核对。从PDF或网页复制时表格常被打散。请从原文档重新复制，或按行整理。`,
      span: firstLine(report, first.problem.span),
      related: torn.slice(1).map(({ problem }) => ({ message: '这里也没有读取', span: firstLine(report, problem.span) })),
    },
  ];
}
