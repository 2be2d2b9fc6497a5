// Rule: the one cell that explains the broken sums, with the value that should stand there.

import { carriesOf, type Carry } from '../diagnosis/carry.ts';
import type { WrongCell } from '../diagnosis/locate.ts';
import { unfinishedRow } from '../diagnosis/unfinished.ts';
import { aftermath, basisOf, editsOf, equationPlaces, relationNames, standing, valueFix } from '../diagnosis/diagnosis-words.ts';
import { cellName, rowName } from '../findings/describe.ts';
import { titled } from '../findings/wording.ts';
import type { Fix, RuleFinding } from '../findings/finding.ts';
import { isWithin } from './shared/overlap.ts';
import type { Rule, RuleContext } from './rule.ts';
import { splitKey } from '../forms/form.ts';
import { valueOf } from '../parse/model.ts';

export const wrongCell: Rule = {
  id: 'wrong-cell',
  name: '单元格有误',
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
        `${cellName(report.detectedForm.form, key)}应为 ${to}（现为 ${standing(context, key)}）`,
        `改后${relationNames(mistake.equations)}${mistake.equations.length === 1 ? '' : '都'}成立${evidence(mistake)}`,
        `请对照登记台账核实${otherwise(mistake, carries, actual)}。`,
      ].join('。'),
      span: cell.span,
      ...(unfinishedRow(context, mistake.equations)?.id === cell.row ? { deferWhileTyping: true as const } : {}),
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
function otherwise({ change }: WrongCell, carries: readonly Carry[], actual: number | null): string {
  const [carry] = carries;
  if (actual === null) return '';
  return `；${change.from} 属实的，${carry === undefined ? '则是某个分项有误' : `相关${carry.changes.length}格要一并修改`}`;
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
  const { form } = context.report.detectedForm;
  const into = balancedBy === null ? '' : `（差额计入${rowName(form, splitKey(change.key).table, balancedBy)}）`;
  // Whoever keeps the number has to have looked: the sums speak against it.
  const title = `保留 ${change.from}（登记确为此数的），一并修改${changes.length}格`;
  const after = aftermath(context, system, changes);
  return {
    title: titled(`${title}${into}，${after}`, `${title}${into}`, title),
    kind: 'value',
    preferred: false,
    basis: basisOf(system, changes),
    edits: editsOf(context, changes),
  };
}
