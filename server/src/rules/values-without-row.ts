// Rule: numbers of a table that stand under no row.

import { tableName } from '../findings/describe.ts';
import { byTable } from '../findings/grouping.ts';
import { problemsOf } from '../findings/problems.ts';
import { firstLine } from '../parse/line-spans.ts';
import type { Rule } from './rule.ts';

export const valuesWithoutRow: Rule = {
  id: 'values-without-row',
  name: '没有项目的数',
  class: '核实',
  summary: '表格里有一行数字没有项目名称。',
  check({ report }) {
    return byTable(problemsOf(report, 'loose')).map((found) => {
      const [{ table, problem }, ...others] = found;
      const count = others.length === 0 ? `有${problem.count}个数字` : `有${found.length}行数字`;
      return {
        key: [tableName(table), count],
        message: `${tableName(table)}${count}没有项目名称，未读取、未核对。请补上项目名称，或删去这些数字。`,
        span: firstLine(report, problem.span),
        related: others.map((other) => ({ message: '这一行数字也没有项目名称', span: firstLine(report, other.problem.span) })),
      };
    });
  },
};
