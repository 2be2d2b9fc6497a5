// Which cells hold something that is no single number?

import type { Form } from '../../forms/form.ts';
import type { Cell } from '../../report/model.ts';
import { cellName, tableName } from '../describe.ts';
import { byTable, singlyOrTogether, type Some } from '../grouping.ts';
import type { Rule, RuleFinding } from '../rule.ts';
import { listed, quoted } from '../wording.ts';
import { MAX_CELL_QUOTED } from '../limits.ts';

export const cellNotNumber: Rule = {
  id: 'cell-not-number',
  class: '强制',
  summary: '应填数字的格里不是数字。',
  check({ report, cells: all }) {
    const { form } = report.form;
    const cells = all.filter((cell) => cell.reading.kind === 'unreadable');
    return singlyOrTogether(byTable(cells), { single: (cell) => single(form, cell), together: (found) => together(form, found) });
  },
};

function single(form: Form, cell: Cell): RuleFinding {
  return {
    message: `${cellName(form, cell.key)}填的是“${quoted(cell.text, MAX_CELL_QUOTED)}”，不是一个数字。统计表只填数字，这一格无法参加核对。请改为数字，说明写在正文里。`,
    span: cell.span,
    cells: [cell.key],
  };
}

function together(form: Form, found: Some<Cell>): RuleFinding {
  const [first] = found;
  const names = found.map((cell) => cellName(form, cell.key));
  return {
    message: `${tableName(first.table)}有${found.length}格不是数字：${listed(names, '格')}。统计表只填数字，这些格无法参加核对。请改为数字。`,
    span: first.span,
    cells: found.map((cell) => cell.key),
    related: found.slice(1).map((cell) => ({ message: `填的是“${quoted(cell.text, MAX_CELL_QUOTED)}”`, span: cell.span })),
  };
}
