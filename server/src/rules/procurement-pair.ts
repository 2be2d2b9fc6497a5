// Rule: one of 采购项目数量 and 采购总金额 is zero and the other is not.

import { cellKey } from '../forms/form.ts';
import { figuresOf } from '../findings/figures.ts';
import type { Rule } from './rule.ts';

const ITEMS = cellKey('procurement', 'procurement', 'items');
const AMOUNT = cellKey('procurement', 'procurement', 'amount');

export const procurementPair: Rule = {
  id: 'procurement-pair',
  name: '采购项目与金额',
  class: '核实',
  summary: '采购项目数量与采购总金额一个为0、一个不为0（2019年格式）。',
  check({ report }) {
    const figures = figuresOf(report, [ITEMS, AMOUNT]);
    if (figures === null) return [];
    const [items, amount] = figures;
    if ((items.value === 0) === (amount.value === 0)) return [];
    const [zero, other] = items.value === 0 ? [items, amount] : [amount, items];
    return [
      {
        message: `政府集中采购有${items.value}个项目，采购总金额${items.value === 0 ? '' : '却'}为${amount.value}。请核实是否漏填。`,
        span: zero.span,
        cells: [zero.key, other.key],
        actual: 0,
      },
    ];
  },
};
