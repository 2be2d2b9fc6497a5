// Which sums of tables three and four do not hold, and at which cell is that said?

import { splitKey, type CellKey } from '../../forms/form.ts';
import { valueOf, type Cell } from '../../report/model.ts';
import { cellName, columnName } from '../describe.ts';
import type { EvaluatedEquation } from '../equations.ts';
import type { Fix, Related } from '../finding.ts';
import type { Rule, RuleContext, RuleFinding } from '../rule.ts';
import { sumWords, tidy, valuesOf } from '../wording.ts';

export const unbalanced: Rule = {
  id: 'unbalanced',
  class: '强制',
  summary: '申请办理情况表、复议诉讼情况表的合计或勾稽关系不成立。',
  check(context) {
    const broken = context.equations.all.filter((equation) => equation.status === 'broken');
    const byAnchor = new Map<CellKey, EvaluatedEquation[]>();
    for (const equation of broken) {
      const anchor = anchorOf(context, equation);
      if (anchor !== null) byAnchor.set(anchor, [...(byAnchor.get(anchor) ?? []), equation]);
    }
    return [...byAnchor].flatMap(([anchor, equations]) => findingAt(context, anchor, equations));
  },
};

/**
 * A sum speaks of its total. A balance speaks of （七）总计 where that is itself in doubt,
 * else of 结转下年度, the one of its four cells that no other sum confirms beside the new ones.
 */
function anchorOf({ equations }: RuleContext, equation: EvaluatedEquation): CellKey | null {
  const [total, carried] = equation.spec.right;
  if (total === undefined) return null;
  if (equation.spec.kind !== 'balance') return total;
  const doubted = equations.byCell.get(total)?.some((other) => other.status === 'broken' && other.spec.kind === 'column-total');
  return doubted === true || carried === undefined ? total : carried;
}

function findingAt(context: RuleContext, anchor: CellKey, equations: readonly EvaluatedEquation[]): readonly RuleFinding[] {
  const { report } = context;
  const cell = report.cells.get(anchor);
  if (cell === undefined) return [];
  const actual = valueOf(report, anchor);
  const sums = equations.filter((equation) => equation.spec.kind !== 'balance');
  const expected = agreedSum(context, anchor, sums);
  const advice = expected === null ? '请逐项核对上述各数' : '请先核对各分项；确认分项无误的，再修改这一格';
  return [
    {
      message: `${equations.map((equation) => sentence(context, anchor, equation)).join('；')}。${advice}。`,
      span: cell.span,
      cells: [anchor],
      ...(actual === null ? {} : { actual }),
      ...(expected === null ? {} : { expected }),
      related: equations.flatMap((equation) => addends(context, anchor, equation)),
      fixes: expected === null ? [] : [recompute(context, cell, sums, expected)],
    },
  ];
}

/**
 * The one value that satisfies every sum this cell is the total of, or null: the corner cell of （七）
 * is the total of a row and of a column, and where these disagree the corner is not the mistake.
 */
function agreedSum({ equations }: RuleContext, anchor: CellKey, broken: readonly EvaluatedEquation[]): number | null {
  if (broken.length === 0) return null;
  const defining = (equations.byCell.get(anchor) ?? []).filter(
    (equation) => equation.spec.kind !== 'balance' && equation.spec.right[0] === anchor && equation.status !== 'unchecked',
  );
  const sums = new Set(defining.map((equation) => equation.left));
  const [only = null] = sums;
  return sums.size === 1 && only !== null && only >= 0 ? only : null;
}

/** What the figures are, with both sides and the difference, and which relation of the form they break. */
function sentence(context: RuleContext, anchor: CellKey, { spec, left, right }: EvaluatedEquation): string {
  const { form } = context.report.form;
  const difference = `相差${tidy(Math.abs((left ?? 0) - (right ?? 0)))}`;
  const terms = sumWords(valuesOf(context, spec.left));
  const stands = `${cellName(form, anchor)}为${valueOf(context.report, anchor) ?? '空白'}`;
  switch (spec.kind) {
    case 'row-total':
      return `${stands}，本行各类申请人之和为${left}（${terms}），${difference}。每行总计应等于六类申请人之和`;
    case 'block-total':
      return `${stands}，四种结果之和为${left}（${terms}），${difference}。总计应等于维持、纠正、其他结果、尚未审结之和`;
    case 'column-total':
      return `${stands}，（一）至（六）各项办理结果之和为${left}（${terms}），${difference}。总计应等于各项办理结果之和`;
    case 'balance': {
      const [received, carriedIn] = valuesOf(context, spec.left);
      const [done, carriedOut] = valuesOf(context, spec.right);
      return (
        `${columnName(form, spec.table, splitKey(anchor).column)}列：新收${received}加上年结转${carriedIn}等于${left}，` +
        `办结总计${done}加结转下年度${carriedOut}等于${right}，${difference}。` +
        `表内注明第一项加第二项之和等于第三项加第四项之和`
      );
    }
    default:
      return spec.kind satisfies never;
  }
}

/** The other cells of the sum; of a long one only those that count something. */
function addends({ report }: RuleContext, anchor: CellKey, { spec }: EvaluatedEquation): readonly Related[] {
  const others = [...spec.left, ...spec.right].filter((key) => key !== anchor);
  return others.flatMap((key) => {
    const cell = report.cells.get(key);
    const value = valueOf(report, key);
    if (cell === undefined || (spec.kind === 'column-total' && !value)) return [];
    return [{ message: `${cellName(report.form.form, key)}为${value ?? '空白'}`, span: cell.span }];
  });
}

function recompute(context: RuleContext, cell: Cell, sums: readonly EvaluatedEquation[], expected: number): Fix {
  const terms = sumWords(valuesOf(context, sums[0]?.spec.left ?? []));
  return {
    title: `总计改为 ${expected}（${terms}）`,
    kind: 'value',
    // Wrong where an addend is the mistake: then it makes a second wrong number (DESIGN, principle 1).
    preferred: false,
    edits: [{ span: cell.span, newText: String(expected) }],
  };
}
