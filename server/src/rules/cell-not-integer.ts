// Rule: counts that are not whole numbers.

import { cellName } from '../findings/describe.ts';
import { IMPOSSIBLE_NUMBER_SUPERSEDES } from './shared/overlap.ts';
import type { Rule } from './rule.ts';

export const cellNotInteger: Rule = {
  id: 'cell-not-integer',
  name: '不是整数',
  class: '强制',
  summary: '件数不是整数（金额除外）。',
  supersedes: IMPOSSIBLE_NUMBER_SUPERSEDES,
  check({ report, cells: all }) {
    return all.flatMap((cell) => {
      if (cell.reading.kind !== 'number' || Number.isInteger(cell.reading.value) || cell.type === 'money') return [];
      const { value } = cell.reading;
      return [
        {
          message: `${cellName(report.detectedForm.form, cell.key)}为${value}，不是整数。请对照登记台账改正。`,
          span: cell.span,
          cells: [cell.key],
          actual: value,
        },
      ];
    });
  },
};
