// Rule: 上一年项目数量 is not what last year's report left, its own 上一年项目数量 with its 本年增/减.

import { cellKey } from '../forms/form.ts';
import type { Rule } from './rule.ts';
import { atCell, breakOf, lastYearWords, shouldBe } from './shared/last-year-report.ts';

export const itemChain: Rule = {
  id: 'item-chain',
  name: '项目数量衔接',
  class: '核实',
  summary: '上一年项目数量不等于上年年报的上一年项目数量加本年增/减（2019年格式，与所关联的上年年报相比）。',
  check({ report, previous }) {
    if (previous === null) return [];
    const rows = report.detectedForm.form.tables
      .filter(({ columns }) => columns.some(({ id }) => id === 'change'))
      .flatMap((table) => table.rows.map(({ id }) => ({ table: table.id, row: id })));
    return rows.flatMap(({ table, row }) => {
      const from = [cellKey(table, row, 'previous'), cellKey(table, row, 'change')] as const;
      const [before, change] = [previous.cells.get(from[0]) ?? null, previous.cells.get(from[1]) ?? null];
      if (before === null || change === null) return [];
      const found = breakOf(report, from[0], { expected: before + change, from });
      if (found === null) return [];
      return [
        {
          ...atCell(report, previous, found),
          message: `${shouldBe(report, found)}。上年年报（${previous.path}）${lastYearWords(previous, from)}。请核实；属实的请填写核实说明。`,
        },
      ];
    });
  },
};
