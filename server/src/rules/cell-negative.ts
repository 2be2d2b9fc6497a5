// Rule: negative cells; only 本年增/减 may be.

import { cellName } from '../findings/describe.ts';
import { IMPOSSIBLE_NUMBER_SUPERSEDES } from './shared/overlap.ts';
import type { Rule } from './rule.ts';

export const cellNegative: Rule = {
  id: 'cell-negative',
  name: '负数',
  class: '强制',
  summary: '数量或金额是负数（只有“本年增/减”可以是负数）。',
  supersedes: IMPOSSIBLE_NUMBER_SUPERSEDES,
  check({ report, cells: all }) {
    return all.flatMap((cell) => {
      if (cell.reading.kind !== 'number' || cell.reading.value >= 0 || cell.type === 'change') return [];
      const { value } = cell.reading;
      const isMoney = cell.type === 'money';
      return [
        {
          // More may be paid back than was taken in.
          ...(isMoney && { class: '核实' as const }),
          message: `${cellName(report.detectedForm.form, cell.key)}为${value}，是负数。${isMoney ? '金额一般不为负，退费多于收费的除外。请核实。' : '只有2019年格式的“本年增/减”可以为负。请对照登记台账改正。'}`,
          span: cell.span,
          cells: [cell.key],
          actual: value,
        },
      ];
    });
  },
};
