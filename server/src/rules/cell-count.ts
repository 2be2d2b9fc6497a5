// Rule: a row with another number of values than the form has columns.

import type { Report } from '../parse/model.ts';
import { tableOf } from '../forms/index.ts';
import { rowMark, rowName, tableMark, tableName } from '../findings/describe.ts';
import { byTable, singlyOrTogether, type Some } from '../findings/grouping.ts';
import { problemsOf, type ProblemOf } from '../findings/problems.ts';
import type { Rule } from './rule.ts';
import type { RuleFinding } from '../findings/finding.ts';
import { MAX_LISTED } from '../findings/limits.ts';
import type { Span } from '../text/span.ts';
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
  const { form } = report.detectedForm;
  // Table four in one row: no block of it is meant.
  const isOneRow = expected > (tableOf(form, table)?.columns.length ?? expected);
  const name = isOneRow ? tableName(table) : rowName(form, table, problem.row);
  const figures = figuresOf(found, expected);
  return {
    key: [rowMark(form, table, problem.row), found === 0 ? '没有数字' : `有${found}个数字`],
    message: `${name}一行${figures}。无法确定各数属于哪一列，本行未核对。请补齐或删去。`,
    span: problem.span,
    ...(found === expected && withoutExtraTab(report, problem.span)),
    ...(found < expected ? { deferWhileTyping: true } : {}),
  };
}

/** One tab too many: two follow each other in one place only, and the last of the numbers is the sum of the others. */
function withoutExtraTab({ text }: Report, span: Span): Pick<RuleFinding, 'fixes'> {
  const fields = text.slice(span.start, span.end).split('\t');
  // Behind a label that reaches over columns of groups, empty fields are the form's own.
  const first = fields.findIndex((field, index) => index > 0 && field.trim() !== '');
  const empty = fields.findIndex((field, index) => index > first && field.trim() === '');
  const numbers = fields.slice(first).filter((field) => field.trim() !== '');
  if (first < 0 || empty < 0 || numbers.length !== fields.length - first - 1 || !numbers.every((field) => /^\d{1,9}$/u.test(field.trim()))) return {};
  const values = numbers.map(Number);
  const total = values.pop() ?? 0;
  if (values.length < 2 || values.reduce((sum, value) => sum + value, 0) !== total) return {};
  const start = span.start + fields.slice(0, empty).join('\t').length;
  const edits = [{ span: { start, end: start + 1 + (fields[empty]?.length ?? 0) }, newText: '' }];
  return { fixes: [{ title: `删去多出的一个制表符（${numbers.length}个数不变）`, kind: 'text', preferred: true, edits }] };
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
