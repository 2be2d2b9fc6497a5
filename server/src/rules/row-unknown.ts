// Which rows with values does the form not have?

import type { Report } from '../parse/model.ts';
import { tableName } from '../findings/describe.ts';
import { byTable, singlyOrTogether, type Some } from '../findings/grouping.ts';
import { problemsOf, type ProblemOf } from '../findings/problems.ts';
import type { Rule } from './rule.ts';
import type { RuleFinding } from '../findings/finding.ts';
import { listed, quoted } from '../findings/wording.ts';
import { MAX_LABEL_QUOTED } from '../findings/limits.ts';

export const rowUnknown: Rule = {
  id: 'row-unknown',
  class: '核实',
  summary: '表格里有统一格式以外的行。',
  check({ report }) {
    return singlyOrTogether(byTable(problemsOf(report, 'row-unknown')), { single: (one) => finding(report, [one]), together: (found) => finding(report, found) });
  },
};

function finding(report: Report, found: Some<ProblemOf<'row-unknown'>>): RuleFinding {
  const [first] = found;
  const names = found.map(({ problem }) => `「${quoted(problem.text, MAX_LABEL_QUOTED)}」`);
  return {
    message: `${tableName(first.table)}有统一格式没有的${found.length === 1 ? '一行' : `${found.length}行`}：${listed(names, '行')}。增加的行不参加合计。请核对是否写错名称，不需要的请删去（${report.form.form.notice}）。`,
    span: first.problem.span,
    related: found.slice(1).map(({ problem }) => ({ message: '这一行也不在统一格式中', span: problem.span })),
  };
}
