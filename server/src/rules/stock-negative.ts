// Rule: 上一年项目数量 with 本年增/减 leaves a number below zero.

import { cellKey } from '../forms/form.ts';
import { rowName } from '../findings/describe.ts';
import { figuresOf } from '../findings/figures.ts';
import type { Rule } from './rule.ts';

export const stockNegative: Rule = {
  id: 'stock-negative',
  name: '项目数量',
  class: '核实',
  summary: '上一年项目数量加本年增/减小于0（2019年格式）。',
  check({ report }) {
    const { form } = report.detectedForm;
    const rows = form.tables.flatMap((table) => table.rows.map((row) => ({ table: table.id, row: row.id })));
    return rows.flatMap(({ table, row }) => {
      const figures = figuresOf(report, [cellKey(table, row, 'change'), cellKey(table, row, 'previous')]);
      if (figures === null) return [];
      const [change, previous] = figures;
      const left = previous.value + change.value;
      if (left >= 0) return [];
      return [
        {
          message: `${rowName(form, table, row)}上一年${previous.value}项，本年增/减${change.value}，相加为${left}。减少的项目不会多于上一年项目数量。请核实这两个数。`,
          span: change.span,
          cells: figures.map(({ key }) => key),
          actual: change.value,
        },
      ];
    });
  },
};
