// Which cells are negative although only 本年增/减 may be?

import { cellName } from '../findings/describe.ts';
import { IMPOSSIBLE_NUMBER_SUPERSEDES } from './shared/overlap.ts';
import type { Rule } from './rule.ts';

export const cellNegative: Rule = {
  id: 'cell-negative',
  class: '强制',
  summary: '数量或金额是负数（只有“本年增/减”可以是负数）。',
  supersedes: IMPOSSIBLE_NUMBER_SUPERSEDES,
  check({ report, cells: all }) {
    return all.flatMap((cell) => {
      if (cell.reading.kind !== 'number' || cell.reading.value >= 0 || cell.type === 'change') return [];
      const { value } = cell.reading;
      return [
        {
          message: `${cellName(report.form.form, cell.key)}为${value}，是负数。件数和金额不会小于0，只有2019年格式的“本年增/减”可以为负。请核对后改正。`,
          span: cell.span,
          cells: [cell.key],
          actual: value,
        },
      ];
    });
  },
};
