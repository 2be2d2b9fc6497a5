// Which cases stand in one column or row and belong in another? Which two numbers stand in each other's place?

import { splitKey, type CellKey } from '../forms/form.ts';
import { areExchanged, moveOf, type Explanation } from '../diagnosis/explanation.ts';
import type { Misfiled } from '../diagnosis/locate.ts';
import { equationPlaces, valueFix } from '../diagnosis/words.ts';
import { cellName, columnName, rowName } from '../findings/describe.ts';
import type { Related } from '../findings/finding.ts';
import type { Rule, RuleContext } from './rule.ts';
import type { RuleFinding } from '../findings/finding.ts';
import { MAX_FIXES } from '../findings/limits.ts';

export const misfiledCase: Rule = {
  id: 'misfiled-case',
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
  const { form } = report.form;
  const name = (key: CellKey) => {
    const { table, row, column } = splitKey(key);
    return move.axis === 'row' ? `${columnName(form, table, column)}列` : `${rowName(form, table, row)}行`;
  };
  const isExchange = first !== undefined && areExchanged(first.changes);
  const slip = isExchange ? '像是两格的数写反了' : `合计不变，像是有${move.count}件记错了${move.axis === 'row' ? '列' : '行'}`;
  const [remedy, change] = isExchange ? ['换过来', '修改'] : ['移过去', '移到应在的一格'];
  const places = candidates.length === 1 ? `在${placeOf(context, first)}` : `可能的位置有${candidates.length}处，较可能在${placeOf(context, first)}`;
  return [
    {
      message: `${name(move.out.key)}多${move.count}件，${name(move.into.key)}少${move.count}件，${slip}，${places}。${remedy}，相关的${mistake.equations.length}条关系就都成立。请核对原始登记后${change}。`,
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

/** The cell that has too many first. */
function outAndInto(candidate: Explanation): readonly CellKey[] {
  const move = moveOf(candidate);
  return move === null ? [] : [move.out.key, move.into.key];
}

function placeOf({ report }: RuleContext, candidate: Explanation | undefined): string {
  const move = candidate === undefined ? null : moveOf(candidate);
  if (move === null) return '';
  const { form } = report.form;
  const { table, row, column } = splitKey(move.out.key);
  return move.axis === 'row' ? `${rowName(form, table, row)}行` : `${columnName(form, table, column)}列`;
}

function candidateOf({ report }: RuleContext, candidate: Explanation): readonly Related[] {
  const move = moveOf(candidate);
  const cell = move === null ? undefined : report.cells.get(move.out.key);
  if (move === null || cell === undefined) return [];
  const { form } = report.form;
  const { out, into } = move;
  const facts = candidate.facts.map((words) => `，${words}`).join('');
  return [{ message: `${cellName(form, out.key)}${out.from}改为${out.to}，${cellName(form, into.key)}${into.from}改为${into.to}${facts}`, span: cell.span }];
}
