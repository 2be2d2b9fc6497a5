// Rule: a row with another number of values than the form has columns.

import type { Report } from '../parse/model.ts';
import { rowMark, rowName, tableMark, tableName } from '../findings/describe.ts';
import { byTable, singlyOrTogether, type Some } from '../findings/grouping.ts';
import { problemsOf, type ProblemOf } from '../findings/problems.ts';
import type { Rule } from './rule.ts';
import type { RuleFinding } from '../findings/finding.ts';
import { MAX_LISTED } from '../findings/limits.ts';
import { allOf, headed } from '../findings/wording.ts';

export const cellCount: Rule = {
  id: 'cell-count',
  name: '数字个数',
  class: '强制',
  summary: '表格某一行的数字个数与统一格式的列数不符。',
  check({ report }) {
    return singlyOrTogether(byTable(problemsOf(report, 'cell-count')), {
      single: (one) => single(report, one),
      together: (found) => together(report, found),
    });
  },
};

function single(report: Report, { table, problem }: ProblemOf<'cell-count'>): RuleFinding {
  const { found, expected } = problem;
  const name = rowName(report.detectedForm.form, table, problem.row);
  const figures = figuresOf(found, expected);
  return {
    key: [rowMark(report.detectedForm.form, table, problem.row), found === 0 ? '没有数字' : `有${found}个数字`],
    message: `${name}一行${figures}。无法确定各数属于哪一列，本行未核对。请补齐或删去。`,
    span: problem.span,
    ...(found < expected ? { deferWhileTyping: true } : {}),
  };
}

function figuresOf(found: number, expected: number): string {
  if (found === 0) return `没有数字，应有${expected}个`;
  // Enough numbers, but among empty fields or other words.
  if (found === expected) return `有${found}个数，但夹有未填的格或其他文字`;
  const lack = found < expected ? `少${expected - found}个` : `多${found - expected}个`;
  return `${lack}数（应有${expected}个）`;
}

function together(report: Report, found: Some<ProblemOf<'cell-count'>>): RuleFinding {
  const [first] = found;
  const names = found.map(({ table, problem }) => rowName(report.detectedForm.form, table, problem.row));
  const head = headed(`${tableName(first.table)}有${found.length}行的数字个数不符：`, names);
  return {
    key: [
      tableMark(first.table),
      `有${found.length}行`,
      ...found.slice(0, MAX_LISTED).map(({ table, problem }) => rowMark(report.detectedForm.form, table, problem.row)),
    ],
    message: `${head}。${allOf(head, names, '行')}无法确定各数属于哪一列，这些行未核对。请逐行补齐或删去。`,
    span: first.problem.span,
    deferWhileTyping: true,
    related: found.map(({ problem }, index) => ({
      message: `${names[index] ?? ''}有${problem.found}个，应有${problem.expected}个`,
      span: problem.span,
    })),
  };
}
