// Which one cell explains the broken sums, and what should stand there?

import { carriesOf, type Carry } from '../diagnosis/carry.ts';
import type { WrongCell } from '../diagnosis/locate.ts';
import { unfinishedRow } from '../diagnosis/unfinished.ts';
import { aftermath, editsOf, equationPlaces, relationNames, standing, valueFix } from '../diagnosis/words.ts';
import { cellName, rowName } from '../findings/describe.ts';
import type { Fix } from '../findings/finding.ts';
import { isWithin } from './shared/overlap.ts';
import type { Rule, RuleContext } from './rule.ts';
import type { RuleFinding } from '../findings/finding.ts';
import { splitKey } from '../forms/form.ts';
import { valueOf } from '../parse/model.ts';

export const wrongCell: Rule = {
  id: 'wrong-cell',
  class: '强制',
  summary: '表格中有一格有误：只改这一格，相关的勾稽关系全部成立。',
  // What a wrong value looks like to rules that see the cell alone; what last year says of it is among the evidence already.
  supersedes: [{ rules: ['cell-negative', 'cell-not-integer', 'cell-blank', 'carry-over'], where: isWithin }],
  check(context) {
    return context.location.mistakes.flatMap((mistake) => (mistake.kind === 'cell' ? finding(context, mistake) : []));
  },
};

function finding(context: RuleContext, mistake: WrongCell): readonly RuleFinding[] {
  const { report } = context;
  const { key, from, to } = mistake.change;
  const cell = report.cells.get(key);
  if (cell === undefined) return [];
  const carries = carriesOf(mistake.system, key, from - to, mistake.remaining);
  const actual = valueOf(report, key);
  return [
    {
      message: [
        `${cellName(report.form.form, key)}为${standing(context, key)}，与${relationNames(mistake.equations, key)}不符，相差${Math.abs(to - from)}`,
        `只改这一格，${mistake.equations.length === 1 ? '这条关系就成立' : `这${mistake.equations.length}条关系就都成立`}${evidence(mistake)}`,
        bothWays(mistake, carries, actual),
        '请核对原始登记后修改。',
      ].join('。'),
      span: cell.span,
      ...(unfinishedRow(context, mistake.equations)?.id === cell.row ? { completeness: true as const } : {}),
      cells: [key],
      ...(actual === null ? {} : { actual }),
      expected: to,
      related: equationPlaces(context, mistake.equations, key),
      fixes: fixesOf(context, mistake, carries),
    },
  ];
}

/** How the number may have come about, and what the text says for either. */
function evidence({ change, facts, against }: WrongCell): string {
  const words = [...(change.slip.words === null ? [] : [change.slip.words]), ...facts, ...against.map((fact) => `但${fact}，与现有的数一致`)];
  return words.map((word) => `，${word}`).join('');
}

/** A sum cannot tell a slip from a change whose totals are still to follow: both are said. */
function bothWays({ change }: WrongCell, carries: readonly Carry[], actual: number | null): string {
  const [carry] = carries;
  if (actual === null) return `应为 ${change.to}`;
  if (carry === undefined) return `若为笔误应为 ${change.to}；若 ${change.from} 无误，则是它所合计的某一格有误`;
  return `若为笔误应为 ${change.to}；若有意改为 ${change.from}，需联动更新 ${carry.changes.length} 处`;
}

function fixesOf(context: RuleContext, mistake: WrongCell, carries: readonly Carry[]): readonly Fix[] {
  const { system, change } = mistake;
  const meant = context.edited.has(change.key);
  const touched = mistake.equations.some(({ spec }) => [...spec.left, ...spec.right].some((key) => context.edited.has(key)));
  const putBack = { ...valueFix(context, system, { changes: [change], totals: 'short' }), preferred: mistake.sure && !touched };
  const through = carries.map((carry) => carryFix(context, mistake, carry));
  return meant ? [...through, putBack] : [putBack, ...through];
}

function carryFix(context: RuleContext, { system, change }: WrongCell, { balancedBy, changes }: Carry): Fix {
  const { form } = context.report.form;
  const into = balancedBy === null ? '' : `，差额计入${rowName(form, splitKey(change.key).table, balancedBy)}`;
  const values = changes.map(({ key, to }) => `${cellName(form, key)}改为 ${to}`).join('、');
  return {
    title: `保留 ${change.from}，联动更新 ${changes.length} 处${into}：${values}，${aftermath(context, system, changes)}`,
    kind: 'value',
    preferred: false,
    edits: editsOf(context, changes),
  };
}
