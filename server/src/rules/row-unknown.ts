// Rule: rows with values that the form does not have.

import { tableMark, tableName } from '../findings/describe.ts';
import { byTable, singlyOrTogether, type Some } from '../findings/grouping.ts';
import { problemsOf, type ProblemOf } from '../findings/problems.ts';
import type { Rule } from './rule.ts';
import type { RuleFinding } from '../findings/finding.ts';
import { allOf, cut, headed, quoted } from '../findings/wording.ts';
import { MAX_LABEL_QUOTED, MAX_LISTED, MAX_WORDS_SHOWN } from '../findings/limits.ts';

export const rowUnknown: Rule = {
  id: 'row-unknown',
  name: '多出的项目',
  class: '核实',
  ofForm: true,
  summary: '表格里有统一格式以外的行。',
  check({ report }) {
    return singlyOrTogether(byTable(problemsOf(report, 'row-unknown')), { single: (one) => finding([one]), together: finding });
  },
};

/** The words before its first number. */
function labelOf(text: string): string {
  return text.replace(/(?<=\S)\s+[-+]?\d[\s\S]*$/u, '');
}

function finding(found: Some<ProblemOf<'row-unknown'>>): RuleFinding {
  const [first] = found;
  const names = found.map(({ problem }) => `“${quoted(labelOf(problem.text), MAX_WORDS_SHOWN)}”`);
  const head = headed(`${tableName(first.table)}有统一格式以外的${found.length === 1 ? '一行' : `${found.length}行`}`, names);
  return {
    key: [tableMark(first.table), ...found.slice(0, MAX_LISTED).map(({ problem }) => cut(problem.text, MAX_LABEL_QUOTED))],
    message: `${head}。${allOf(head, names, '行')}未计入总计。请核实项目名称，多余的请删去。`,
    span: first.problem.span,
    related: found.slice(1).map(({ problem }) => ({ message: '这一行也不在统一格式中', span: problem.span })),
  };
}
