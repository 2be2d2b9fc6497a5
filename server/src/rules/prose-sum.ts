// Do the numbers of a list add up to the total before it?

import type { Quantity } from '../parse/prose/claim.ts';
import { isSaidAlready, numberFix } from './shared/claims.ts';
import { listHolds, sumOfItems, type List } from '../findings/relations.ts';
import type { Rule, RuleContext } from './rule.ts';
import type { RuleFinding } from '../findings/finding.ts';
import { sumWords } from '../findings/wording.ts';
import { tidy } from '../text/numbers.ts';

export const proseSum: Rule = {
  id: 'prose-sum',
  class: '核实',
  summary: '正文“其中”各项之和与总数不一致。',
  check(context) {
    return context.report.relations.flatMap((relation) => (relation.kind === 'list' ? finding(context, relation) : []));
  },
};

function finding(context: RuleContext, list: List): readonly RuleFinding[] {
  if (listHolds(list)) return [];
  const { total, items, complete } = list;
  const sum = sumOfItems(list);
  // The number that contradicts the table is said there.
  if ([total, ...items].some((quantity) => isSaidAlready(context, quantity))) return [];
  const { measure } = total;
  return [
    {
      message: `正文的总数为${total.value}${measure}，所列各项之和为${sum}${measure}（${sumWords(items.map((item) => item.value))}），相差${tidy(Math.abs(sum - total.value))}。各项之和${complete ? '应等于总数' : '不应超过总数'}。请核对总数和各项。`,
      span: total.span,
      actual: total.value,
      expected: sum,
      related: items.map((item) => ({ message: `${item.value}${measure}`, span: item.span })),
      // A total that the table backs is right; the mistake is among the items.
      fixes: isBacked(context, total) ? [] : [numberFix(total.span, sum, sumWords(items.map((item) => item.value)))],
    },
  ];
}

function isBacked({ report }: RuleContext, { span }: Quantity): boolean {
  return report.claims.some((claim) => claim.status === 'agrees' && claim.numberSpan.start === span.start);
}
