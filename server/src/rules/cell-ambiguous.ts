// Rule: digits that allow more than one reading.

import type { TableId } from '../forms/form.ts';
import { tableOf } from '../forms/index.ts';
import { firstLine } from '../parse/line-spans.ts';
import type { Report } from '../parse/model.ts';
import type { Span } from '../text/span.ts';
import { rowMark, rowName, wholeTable } from '../findings/describe.ts';
import { byPart, byTable, singlyOrTogether, type Some } from '../findings/grouping.ts';
import { problemsOf, type ProblemOf } from '../findings/problems.ts';
import type { Rule } from './rule.ts';
import type { RuleFinding } from '../findings/finding.ts';
import { MAX_LISTED, MAX_RELATED } from '../findings/limits.ts';
import { allOf, headed, listed } from '../findings/wording.ts';

type Ambiguous = ProblemOf<'ambiguous'>;

export const cellAmbiguous: Rule = {
  id: 'cell-ambiguous',
  name: '数字不止一种读法',
  class: '核实',
  summary: '数字连在一起，有不止一种读法，或者只能按勾稽关系拆分。',
  check({ report }) {
    const doubtful = singlyOrTogether(byPart(report.detectedForm.form, problemsOf(report, 'ambiguous')), {
      single: (one) => single(report, one),
      together: (found) => together(report, found),
    });
    return [...doubtful, ...runTogether(report)];
  },
};

function single(report: Report, { table, problem }: Ambiguous): RuleFinding {
  const { form } = report.detectedForm;
  if (problem.broken === true) return broken(report, { table, problem });
  // The parser may know that readings compete without being able to list them.
  const count = problem.readings.length > 1 ? `有${problem.readings.length}种读法` : '不止一种读法';
  const columns = (tableOf(form, table)?.columns ?? []).map((column) => column.label);
  return {
    key: [rowMark(form, table, problem.row)],
    message: `${rowName(form, table, problem.row)}一行的数字${count}。无法确定各数属于哪一列，本行未核对。请对照原表，在各数之间加空格，或删去多余的数。`,
    span: problem.span,
    related: problem.readings.map((values, index) => ({
      message: `读法${index + 1}：${values.map((value, at) => `${columns[at % columns.length] ?? ''}${value}`).join('，')}`,
      span: problem.span,
    })),
  };
}

function broken(report: Report, { table, problem }: Ambiguous): RuleFinding {
  const [apart, joined] = problem.readings.map((values) => values.at(-1));
  return {
    key: [rowMark(report.detectedForm.form, table, problem.row), `可能是${apart ?? ''}`, `连起来是${joined ?? ''}`],
    message: `${rowName(report.detectedForm.form, table, problem.row)}一行的最后一个数可能断成了两行。如下一行是页码，应为${apart ?? ''}；如连在一起，应为${joined ?? ''}。这一格未核对，请对照原表改正。`,
    span: problem.span,
  };
}

function together(report: Report, found: Some<Ambiguous>): RuleFinding {
  const { form } = report.detectedForm;
  const [first] = found;
  const names = found.map(({ table, problem }) => rowName(form, table, problem.row));
  const head = headed(`${wholeTable(form, first.table)}有${found.length}行的数字不止一种读法：`, names);
  return {
    key: [`有${found.length}行`, ...found.slice(0, MAX_LISTED).map(({ table, problem }) => rowMark(form, table, problem.row))],
    message: `${head}。${allOf(head, names, '行')}这些行未核对。请对照原表，在各数之间加空格。`,
    span: first.problem.span,
    related: found.slice(1).map(({ problem }) => ({ message: '这一行也不止一种读法', span: problem.span })),
  };
}

/** Cut by the equations there was one way, and the equations prove nothing any more: whoever reads "no finding" has to know. */
function runTogether(report: Report): readonly RuleFinding[] {
  const { form } = report.detectedForm;
  // Where a row of the table has several readings, that is reported already.
  const reported = new Set(problemsOf(report, 'ambiguous').map(({ table }) => table));
  const spent = form.equations.filter(({ id, table }) => report.equationsUsedToSplit.includes(id) && !reported.has(table));
  return byTable(spent).map(([first, ...others]) => {
    const rows = touchingRows(report, first.table);
    const named = rows.map(({ row }) => rowName(form, first.table, row));
    const span = rows[0]?.span ?? report.tables.find(({ id }) => id === first.table)?.span ?? { start: 0, end: 0 };
    return {
      key: [wholeTable(form, first.table), '已按勾稽关系拆分'],
      message: `${wholeTable(form, first.table)}有${others.length + 1}条勾稽关系未核对。${named.length === 0 ? '' : `${listed(named, '行')}的`}数字连写，已按勾稽关系拆分，拆分是否正确无法再核对。请对照原表，在各数之间加空格。`,
      span: firstLine(report, span),
      related: rows.slice(1, MAX_RELATED).map((each) => ({ message: '这一行的数字也连在一起', span: each.span })),
    };
  });
}

/** Rows in which one number begins where another ends. */
function touchingRows(report: Report, table: TableId): readonly { readonly row: string; readonly span: Span }[] {
  const cells = [...report.cells.values()].filter((cell) => cell.table === table && cell.text !== '');
  const starts = new Set(cells.map(({ span }) => span.start));
  const touching = new Set(cells.filter(({ span }) => starts.has(span.end)).map(({ row }) => row));
  return (report.tables.find(({ id }) => id === table)?.rows ?? []).filter(({ id }) => touching.has(id)).map(({ id, span }) => ({ row: id, span }));
}
