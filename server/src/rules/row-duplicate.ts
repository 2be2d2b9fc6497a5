// Rule: a row of the form that stands twice in its table.

import type { Report, TableProblem } from '../parse/model.ts';
import { rowMark, rowName, tableMark, tableName, wholeTable } from '../findings/describe.ts';
import type { Fix, RuleFinding } from '../findings/finding.ts';
import { byPart, singlyOrTogether, type Some } from '../findings/grouping.ts';
import { problemsOf, type ProblemOf } from '../findings/problems.ts';
import type { Rule } from './rule.ts';
import { firstLine, lineSpan } from '../parse/line-spans.ts';
import { lineOf } from '../text/lines.ts';
import { MAX_LISTED } from '../findings/limits.ts';
import { allOf, headed } from '../findings/wording.ts';

type Duplicate = Extract<TableProblem, { readonly kind: 'row-duplicate' }>;

export const rowDuplicate: Rule = {
  id: 'row-duplicate',
  name: '项目重复',
  class: '强制',
  summary: '统一格式中的同一行在表格里出现两次。',
  check({ report }) {
    return singlyOrTogether(byPart(report.detectedForm.form, problemsOf(report, 'row-duplicate')), {
      single: (one) => single(report, one),
      together: (found) => together(report, found),
    });
  },
};

function single(report: Report, { table, problem }: ProblemOf<'row-duplicate'>): RuleFinding {
  return {
    key: [tableMark(table), rowMark(report.detectedForm.form, table, problem.row)],
    message: `${tableName(table)}的${rowName(report.detectedForm.form, table, problem.row)}一行出现了两次。只按第一次的数核对。请核实后删去多余的一行。`,
    span: firstLine(report, problem.span),
    related: [{ message: '第一次出现在这里', span: firstLine(report, problem.first) }],
    fixes: removal(report, problem),
  };
}

/** Many repeated rows are a table pasted twice, or two reports side by side. */
function together(report: Report, found: Some<ProblemOf<'row-duplicate'>>): RuleFinding {
  const [first] = found;
  const names = [...new Set(found.map(({ table, problem }) => rowName(report.detectedForm.form, table, problem.row)))];
  const marks = [...new Set(found.map(({ table, problem }) => rowMark(report.detectedForm.form, table, problem.row)))];
  const head = headed(`${wholeTable(report.detectedForm.form, first.table)}有${names.length}行重复：`, names);
  return {
    key: [`有${names.length}行重复`, ...marks.slice(0, MAX_LISTED)],
    message: `${head}。${allOf(head, names, '行')}只按第一次的数核对，可能粘贴了两张表。请删去多余的行。`,
    span: firstLine(report, first.problem.span),
    related: found.slice(1).map(({ problem }) => ({ message: '这一行也是重复的', span: firstLine(report, problem.span) })),
  };
}

/** Only a line that repeats the first one to the letter can go without a decision about numbers. */
function removal(report: Report, problem: Duplicate): readonly Fix[] {
  const line = lineSpan(report, problem.span.start);
  const first = lineSpan(report, problem.first.start);
  const same = report.folded.slice(line.start, line.end).trim() === report.folded.slice(first.start, first.end).trim();
  if (!same || problem.span.end > line.end) return [];
  const end = report.lines.starts[lineOf(report.lines, line.start) + 1] ?? line.end;
  return [{ title: '删去重复的一行', kind: 'text', preferred: false, edits: [{ span: { start: line.start, end }, newText: '' }] }];
}
