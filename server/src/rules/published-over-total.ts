// Rule: more was published this year than is published in all.

import { cellKey } from '../forms/form.ts';
import { tableOf } from '../forms/index.ts';
import { rowName } from '../findings/describe.ts';
import { figuresOf } from '../findings/figures.ts';
import type { Rule } from './rule.ts';

export const publishedOverTotal: Rule = {
  id: 'published-over-total',
  name: '对外公开数量',
  class: '核实',
  summary: '本年新公开数量大于对外公开总数量（2019年格式）。',
  check({ report }) {
    const { form } = report.detectedForm;
    return (tableOf(form, 'issued')?.rows ?? []).flatMap((row) => {
      const figures = figuresOf(report, [cellKey('issued', row.id, 'total'), cellKey('issued', row.id, 'published')]);
      if (figures === null) return [];
      const [total, published] = figures;
      if (published.value <= total.value) return [];
      return [
        {
          message: `${rowName(form, 'issued', row.id)}本年新公开${published.value}件，多于对外公开总数${total.value}件。本年新公开的应包含在总数之内。请核实这两个数。`,
          span: total.span,
          cells: figures.map(({ key }) => key),
          actual: total.value,
        },
      ];
    });
  },
};
