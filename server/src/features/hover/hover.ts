// textDocument/hover: cell, claim or label at an offset. Findings stay with the diagnostics, so that nothing is said twice.

import type { Hover } from 'vscode-languageserver';
import type { Report, Cell } from '../../parse/model.ts';
import { rangeOf, lineOf } from '../../text/lines.ts';
import { nodeAt, type NodeAtOffset } from '../places/node-at-offset.ts';
import { claimBlocks, agreementOf } from './claim-hover.ts';
import { columnBlocks, partBlocks, rowBlocks, rowBasis } from './labels.ts';
import { markup, type Block, type Markup, type Words } from './markup.ts';
import { cellName, columnLabel, labelInGroups } from '../../findings/describe.ts';
import { evaluateEquations } from '../../equations/evaluate.ts';
import { MAX_QUOTATIONS_SHOWN } from '../limits.ts';
import { claimsOfCell, equationsOf } from '../places/belonging.ts';
import { equationLine } from './equation-lines.ts';

export function hover(report: Report, offset: number, kind: Markup): Hover | null {
  const place = nodeAt(report, offset);
  if (place === null) return null;
  return { contents: markup(kind, blocksOf(report, place)), range: rangeOf(report.lines, place.span) };
}

function blocksOf(report: Report, place: NodeAtOffset): readonly Block[] {
  switch (place.kind) {
    case 'cell':
      return cellBlocks(report, place.cell);
    case 'claim':
      return claimBlocks(report, place.claim);
    case 'row':
      return rowBlocks(report, place.row);
    case 'column':
      return columnBlocks(report, place.header);
    case 'part':
      return partBlocks(report, place.section);
    default:
      return place satisfies never;
  }
}

function cellBlocks(report: Report, cell: Cell): readonly Block[] {
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
  const shown = claims.slice(0, MAX_QUOTATIONS_SHOWN).map<Words>((claim) => {
    const line = lineOf(report.lines, claim.numberSpan.start) + 1;
    return [`第${line}行`, { quoted: claim.text }, `，${agreementOf(report, claim)}`];
  });
  const rest = claims.length - shown.length;
  return rest > 0 ? [...shown, [`另有${rest}处`]] : shown;
}
