// Which rows with values does the form not have?

import type { Report } from '../../report/model.ts';
import { fold } from '../../text/fold.ts';
import { tableName } from '../describe.ts';
import { byTable, problemsOf, type ProblemOf } from '../problems.ts';
import type { Rule, RuleFinding } from '../rule.ts';
import { listed } from '../wording.ts';

const MAX_SINGLE = 3;
/** A label is quoted up to this many characters. */
const MAX_QUOTED = 24;

export const rowUnknown: Rule = {
  id: 'row-unknown',
  class: '核实',
  summary: '表格里有统一格式没有的行。',
  check({ report }) {
    return byTable(problemsOf(report, 'row-unknown')).flatMap((found) =>
      found.length > MAX_SINGLE ? [finding(report, found)] : found.map((one) => finding(report, [one])),
    );
  },
};

function finding(report: Report, found: readonly [ProblemOf<'row-unknown'>, ...ProblemOf<'row-unknown'>[]]): RuleFinding {
  const [first] = found;
  const names = found.map(({ problem }) => `「${quote(problem.text)}」`);
  return {
    message: `${tableName(first.table)}有统一格式没有的${found.length === 1 ? '一行' : `${found.length}行`}：${listed(names, '行')}。增加的行不参加合计。请核对是否写错名称，不需要的请删去（${report.form.form.notice}）。`,
    span: first.problem.span,
    related: found.slice(1).map(({ problem }) => ({ message: '这一行也不在统一格式中', span: problem.span })),
  };
}

function quote(text: string): string {
  const plain = fold(text).replaceAll(/[\s\u200b]+/gu, ' ').trim();
  return plain.length > MAX_QUOTED ? `${plain.slice(0, MAX_QUOTED)}…` : plain;
}
