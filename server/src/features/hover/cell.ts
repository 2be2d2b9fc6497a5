// Hover of a cell: its place, its equations with values, the sentences that quote it, what the row counts.

import { cellName, columnLabel, labelInGroups } from '../../findings/describe.ts';
import { evaluateEquations } from '../../equations/evaluate.ts';
import type { Cell, Report } from '../../parse/model.ts';
import { lineOf } from '../../text/lines.ts';
import { MAX_QUOTATIONS_TOLD } from '../limits.ts';
import { claimsOfCell, equationsOf } from '../places/belonging.ts';
import { agreementOf } from './claim-hover.ts';
import { equationLine } from './equation-lines.ts';
import { rowBasis } from './labels.ts';
import type { Block, Words } from './markup.ts';

export function cellBlocks(report: Report, cell: Cell): readonly Block[] {
  const { form } = report.detectedForm;
  const equations = equationsOf(report, cell.key);
  return [
    { kind: 'title', words: [`${cellName(form, cell.key)}：${valueWords(report, cell)}`] },
    {
      kind: 'list',
      items: [[`行：${labelInGroups(form, cell.table, cell.row)}`], [`列：${columnLabel(form, cell.table, cell.column)}`]],
    },
    ...listed(
      '勾稽关系：',
      equations.map((equation) => [equationLine(report, equation)]),
    ),
    ...listed('正文引用：', sentencesOf(report, cell)),
    ...rowBasis(form, cell.table, cell.row),
  ];
}

function listed(head: string, items: readonly Words[]): readonly Block[] {
  return items.length === 0
    ? []
    : [
        { kind: 'paragraph', words: [head] },
        { kind: 'list', items },
      ];
}

function valueWords(report: Report, { key, reading }: Cell): string {
  if (reading.kind === 'number') return String(reading.value);
  if (reading.kind === 'unreadable') return '不是数字';
  const filled = evaluateEquations(report).filling.get(key);
  if (filled === undefined || filled === null) return '未填';
  return filled === 0 ? '未填，按0计' : `未填，按勾稽关系应为 ${filled}`;
}

function sentencesOf(report: Report, { key }: Cell): readonly Words[] {
  const claims = claimsOfCell(report, key);
  const shown = claims.slice(0, MAX_QUOTATIONS_TOLD).map<Words>((claim) => {
    const line = lineOf(report.lines, claim.numberSpan.start) + 1;
    return [`第${line}行`, { quoted: claim.text }, `，${agreementOf(report, claim)}`];
  });
  const rest = claims.length - shown.length;
  return rest > 0 ? [...shown, [`另有${rest}处`]] : shown;
}
