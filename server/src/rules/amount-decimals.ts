// Rule: amounts without the decimals that their header asks for.

import type { Cell, Report } from '../parse/model.ts';
import { cellName } from '../findings/describe.ts';
import type { Fix } from '../findings/finding.ts';
import { fold } from '../text/fold.ts';
import { amountDemand } from './shared/money.ts';
import type { Rule } from './rule.ts';
import type { RuleFinding } from '../findings/finding.ts';

export const amountDecimals: Rule = {
  id: 'amount-decimals',
  name: '金额小数位',
  class: '提示',
  summary: '表头要求金额保留4位小数，填写的位数不同。',
  check({ report, cells: all }) {
    return all.flatMap((cell) => finding(report, cell));
  },
};

function finding(report: Report, cell: Cell): readonly RuleFinding[] {
  if (cell.type !== 'money' || cell.reading.kind !== 'number') return [];
  const { decimals } = amountDemand(report, cell);
  const { value, plain, unit } = cell.reading;
  // 0 needs no decimals; an amount in 元 has to be converted first.
  if (decimals === null || value === 0 || cell.reading.decimals === decimals || (unit !== null && unit !== '万元')) return [];
  return [
    {
      message: `${cellName(report.detectedForm.form, cell.key)}应有${decimals}位小数（现为 ${plain}）。表头要求保留${decimals}位小数。请补足，或核实后四舍五入。`,
      span: cell.span,
      cells: [cell.key],
      actual: value,
      fixes: [cell.reading.decimals < decimals ? pad(cell, plain, decimals) : round(cell, value, decimals)],
    },
  ];
}

/** Zeros behind the point leave the number as it is; a unit or a note beside it would go, and that is for the person to decide. */
function pad(cell: Cell, plain: string, decimals: number): Fix {
  const [whole = '', fraction = ''] = plain.split('.');
  const padded = `${whole}.${fraction.padEnd(decimals, '0')}`;
  const isBare = fold(cell.text).trim() === plain;
  return {
    title: `改为 ${padded}（补足${decimals}位小数）`,
    kind: isBare ? 'layout' : 'value',
    preferred: isBare,
    edits: [{ span: cell.span, newText: padded }],
  };
}

function round(cell: Cell, value: number, decimals: number): Fix {
  const rounded = value.toFixed(decimals);
  return { title: `改为 ${rounded}（四舍五入）`, kind: 'value', preferred: false, edits: [{ span: cell.span, newText: rounded }] };
}
