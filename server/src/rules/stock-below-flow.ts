// Rule: fewer documents in force than were issued less repealed this year.

import { cellKey } from '../forms/form.ts';
import { tableOf } from '../forms/index.ts';
import { rowName } from '../findings/describe.ts';
import { figuresOf } from '../findings/figures.ts';
import type { Rule } from './rule.ts';

export const stockBelowFlow: Rule = {
  id: 'stock-below-flow',
  name: '现行有效件数',
  class: '核实',
  summary: '现行有效件数小于本年制发件数减去本年废止件数。',
  check({ report }) {
    const { form } = report.detectedForm;
    return (tableOf(form, 'issued')?.rows ?? []).flatMap((row) => {
      const key = (column: string) => cellKey('issued', row.id, column);
      const figures = figuresOf(report, [key('effective'), key('made'), key('repealed')]);
      if (figures === null) return [];
      const [effective, made, repealed] = figures;
      const least = made.value - repealed.value;
      if (effective.value >= least) return [];
      return [
        {
          message: `${rowName(form, 'issued', row.id)}现行有效${effective.value}件，少于制发减废止的${least}件。本年制发${made.value}件、废止${repealed.value}件，未废止的一般应计入现行有效，到期失效、划转的除外。请核实。`,
          span: effective.span,
          cells: figures.map((figure) => figure.key),
          actual: effective.value,
        },
      ];
    });
  },
};
