// Do 采购项目数量 and 采购总金额 agree on whether anything was bought?

import { cellKey } from '../../forms/form.ts';
import { valueOf } from '../../report/model.ts';
import type { Rule } from '../rule.ts';

const ITEMS = cellKey('procurement', 'procurement', 'items');
const AMOUNT = cellKey('procurement', 'procurement', 'amount');

export const procurementPair: Rule = {
  id: 'procurement-pair',
  class: '核实',
  summary: '采购项目数量与采购总金额一个为0、一个不为0（2019年格式）。',
  check({ report }) {
    const items = valueOf(report, ITEMS);
    const amount = valueOf(report, AMOUNT);
    const zero = report.cells.get(items === 0 ? ITEMS : AMOUNT);
    if (items === null || amount === null || zero === undefined || (items === 0) === (amount === 0)) return [];
    return [
      {
        message: `「政府集中采购」有${items}个项目，采购总金额为${amount}。有采购就有金额，有金额就有采购，两个数应同时为0或同时不为0。请核对后补上漏填的一个。`,
        span: zero.span,
        cells: zero.key === ITEMS ? [ITEMS, AMOUNT] : [AMOUNT, ITEMS],
        actual: 0,
      },
    ];
  },
};
