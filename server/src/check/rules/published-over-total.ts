// Is what was published this year part of all that is published?

import { cellKey } from '../../forms/form.ts';
import { tableOf } from '../../forms/index.ts';
import { valueOf } from '../../report/model.ts';
import { rowName } from '../describe.ts';
import type { Rule } from '../rule.ts';

export const publishedOverTotal: Rule = {
  id: 'published-over-total',
  class: '核实',
  summary: '本年新公开数量大于对外公开总数量（2019年格式）。',
  check({ report }) {
    const { form } = report.form;
    return (tableOf(form, 'issued')?.rows ?? []).flatMap((row) => {
      const publishedKey = cellKey('issued', row.id, 'published');
      const totalKey = cellKey('issued', row.id, 'total');
      const published = valueOf(report, publishedKey);
      const total = valueOf(report, totalKey);
      const cell = report.cells.get(totalKey);
      if (published === null || total === null || cell === undefined || published <= total) return [];
      return [
        {
          message: `${rowName(form, 'issued', row.id)}本年新公开${published}件，对外公开总数只有${total}件。本年新公开的应包含在总数之内。请核对这两个数。`,
          span: cell.span,
          cells: [totalKey, publishedKey],
          actual: total,
        },
      ];
    });
  },
};
