// Rule: cases that stand in one column or row and belong in another, or two numbers in each other's place.

import { splitKey, type CellKey } from '../forms/form.ts';
import { areExchanged, moveOf, type Explanation, type Move } from '../diagnosis/explanation.ts';
import type { Misfiled } from '../diagnosis/locate.ts';
import { equationPlaces, valueFix } from '../diagnosis/diagnosis-words.ts';
import { cellName, columnName, rowName, rowNumber } from '../findings/describe.ts';
import { fitting } from '../findings/wording.ts';
import type { Related, RuleFinding } from '../findings/finding.ts';
import type { Rule, RuleContext } from './rule.ts';
import { MAX_FIXES } from '../findings/limits.ts';

export const misfiledCase: Rule = {
  id: 'misfiled-case',
  name: '记错列或行',
  class: '强制',
  summary: '有几件申请记错列或记错行：一处多几件，另一处少几件，合计不变。',
  check(context) {
    return context.location.mistakes.flatMap((mistake) => (mistake.kind === 'misfiled' ? finding(context, mistake) : []));
  },
};

function finding(context: RuleContext, mistake: Misfiled): readonly RuleFinding[] {
  const { report } = context;
  const { candidates } = mistake;
  const [first] = candidates;
  const move = first === undefined ? null : moveOf(first);
  const cell = move === null ? undefined : report.cells.get(move.out.key);
  if (move === null || cell === undefined) return [];
  const isExchange = first !== undefined && areExchanged(first.changes);
  return [
    {
      message: `${isExchange ? exchanged(context, move) : misfiled(context, move, candidates.length)}。${remedy(isExchange, move)}${mistake.equations.length}条勾稽关系都成立。请对照登记台账核实。`,
      span: cell.span,
      cells: [...new Set(candidates.flatMap(outAndInto))],
      related: [...candidates.flatMap((candidate) => candidateOf(context, candidate)), ...equationPlaces(context, mistake.equations, move.out.key)],
      fixes: candidates.slice(0, MAX_FIXES).map((candidate) => ({
        ...valueFix(context, mistake.system, { changes: candidate.changes }),
        preferred: mistake.sure && context.edited.size === 0,
      })),
    },
  ];
}

/** One place is named with its row and column; of several the axis, and the likeliest. */
function misfiled({ report }: RuleContext, { axis, count, out, into }: Move, places: number): string {
  const { form } = report.detectedForm;
  const { table, row, column } = splitKey(out.key);
  const target = splitKey(into.key);
  const [line, from, to] =
    axis === 'row'
      ? [`${rowName(form, table, row)}行`, columnName(form, table, column), columnName(form, table, target.column)]
      : [`${columnName(form, table, column)}列`, rowName(form, table, row), rowName(form, table, target.row)];
  const where = places === 1 ? line : `${line}等${places}处疑点：`;
  const [shortFrom, shortTo] = axis === 'row' ? [from, to] : [rowNumber(form, table, row), rowNumber(form, table, target.row)];
  return fitting(`${where}${from}的${count}件应计入${to}`, `${where}${shortFrom}的${count}件应计入${shortTo}`);
}

function exchanged({ report }: RuleContext, { axis, out, into }: Move): string {
  const { form } = report.detectedForm;
  const { table, row, column } = splitKey(out.key);
  const target = splitKey(into.key);
  if (axis === 'row') return `${rowName(form, table, row)}行的${columnName(form, table, column)}${columnName(form, table, target.column)}应互换`;
  return fitting(
    `${columnName(form, table, column)}列的${rowName(form, table, row)}${rowName(form, table, target.row)}应互换`,
    `${columnName(form, table, column)}列的${rowNumber(form, table, row)}与${rowNumber(form, table, target.row)}应互换`,
  );
}

function remedy(isExchange: boolean, { axis }: Move): string {
  return isExchange ? '像是两格的数写反了，互换后' : `像是记错了${axis === 'row' ? '列' : '行'}，移过来后`;
}

/** The cell that has too many first. */
function outAndInto(candidate: Explanation): readonly CellKey[] {
  const move = moveOf(candidate);
  return move === null ? [] : [move.out.key, move.into.key];
}

function candidateOf({ report }: RuleContext, candidate: Explanation): readonly Related[] {
  const move = moveOf(candidate);
  const cell = move === null ? undefined : report.cells.get(move.out.key);
  if (move === null || cell === undefined) return [];
  const { form } = report.detectedForm;
  const { out, into } = move;
  const facts = candidate.facts.map((words) => `，${words}`).join('');
  return [
    {
      message: `${cellName(form, out.key)}应为 ${out.to}（现为 ${out.from}），${cellName(form, into.key)}应为 ${into.to}（现为 ${into.from}）${facts}`,
      span: cell.span,
    },
  ];
}
