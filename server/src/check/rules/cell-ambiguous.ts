// Where do digits allow more than one reading?

import { tableOf } from '../../forms/index.ts';
import { rowName } from '../describe.ts';
import { problemsOf } from '../problems.ts';
import type { Rule } from '../rule.ts';

export const cellAmbiguous: Rule = {
  id: 'cell-ambiguous',
  class: '核实',
  summary: '数字连在一起，有不止一种读法。',
  check({ report }) {
    const { form } = report.form;
    return problemsOf(report, 'ambiguous').map(({ table, problem }) => {
      // The parser may know that readings compete without being able to list them.
      const count = problem.readings.length > 1 ? `有${problem.readings.length}种读法` : '有不止一种读法';
      const columns = (tableOf(form, table)?.columns ?? []).map((column) => column.label);
      return {
        message: `${rowName(form, table, problem.row)}一行的数字${count}都说得通，分不清各数属于哪一列。读法不定，本行暂不核对。请核对原表，在各数之间补上空格或删去多余的数。`,
        span: problem.span,
        related: problem.readings.map((values, index) => ({
          message: `读法${index + 1}：${values.map((value, at) => `${columns[at] ?? ''}${value}`).join('，')}`,
          span: problem.span,
        })),
      };
    });
  },
};
