// Where do digits allow more than one reading?

import { tableOf } from '../forms/index.ts';
import type { Report } from '../parse/model.ts';
import { partOfTable, rowName } from '../findings/describe.ts';
import { byPart, singlyOrTogether, type Some } from '../findings/grouping.ts';
import { problemsOf, type ProblemOf } from '../findings/problems.ts';
import type { Rule } from './rule.ts';
import type { RuleFinding } from '../findings/finding.ts';
import { listed } from '../findings/wording.ts';

type Ambiguous = ProblemOf<'ambiguous'>;

export const cellAmbiguous: Rule = {
  id: 'cell-ambiguous',
  class: '核实',
  summary: '数字连在一起，有不止一种读法。',
  check({ report }) {
    return singlyOrTogether(byPart(report.form.form, problemsOf(report, 'ambiguous')), {
      single: (one) => single(report, one),
      together: (found) => together(report, found),
    });
  },
};

function single(report: Report, { table, problem }: Ambiguous): RuleFinding {
  const { form } = report.form;
  if (problem.broken === true) return broken(report, { table, problem });
  // The parser may know that readings compete without being able to list them.
  const count = problem.readings.length > 1 ? `有${problem.readings.length}种读法` : '有不止一种读法';
  const columns = (tableOf(form, table)?.columns ?? []).map((column) => column.label);
  return {
    message: `${rowName(form, table, problem.row)}一行的数字${count}都说得通，分不清各数属于哪一列。读法不定，本行暂不核对。请核对原表，在各数之间补上空格或删去多余的数。`,
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
    message: `${rowName(report.form.form, table, problem.row)}一行的最后一个数像是断在两行：可能是${apart ?? ''}，下一行是页码，也可能连起来是${joined ?? ''}。读法不定，这一格暂不核对。请核对原表，把断开的数接起来，或删去页码。`,
    span: problem.span,
  };
}

function together(report: Report, found: Some<Ambiguous>): RuleFinding {
  const { form } = report.form;
  const [first] = found;
  const names = found.map(({ table, problem }) => rowName(form, table, problem.row));
  return {
    message: `${partOfTable(form, first.table)}的表格有${found.length}行的数字有不止一种读法：${listed(names, '行')}。读法不定，这些行暂不核对。请核对原表，在各数之间补上空格。`,
    span: first.problem.span,
    related: found.slice(1).map(({ problem }) => ({ message: '这一行也有不止一种读法', span: problem.span })),
  };
}
