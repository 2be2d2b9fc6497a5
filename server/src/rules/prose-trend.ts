// Rule: a stated growth or decline that the text's own two numbers do not give.

import { cellsBehind, isSaidAlready, numberFix } from './shared/claims.ts';
import { differenceOf, directionHolds, trendHolds, type Trend } from '../findings/relations.ts';
import type { Rule, RuleContext } from './rule.ts';
import type { RuleFinding } from '../findings/finding.ts';
import { tidy } from '../text/numbers.ts';

const WORDS: Readonly<Record<string, string>> = { '1': '增加', '0': '持平', '-1': '减少' };

export const proseTrend: Rule = {
  id: 'prose-trend',
  name: '正文增减',
  class: '核实',
  summary: '正文所说的增减与所列两年的数不一致。',
  check(context) {
    return context.report.relations.flatMap((relation) => (relation.kind === 'trend' ? finding(context, relation) : []));
  },
};

function finding(context: RuleContext, trend: Trend): readonly RuleFinding[] {
  const { current, previous, direction, change, span } = trend;
  if (trendHolds(trend) || isSaidAlready(context, current)) return [];
  const difference = differenceOf(trend);
  const due = `${WORDS[String(Math.sign(difference))] ?? ''}${difference === 0 ? '' : `${Math.abs(difference)}${current.measure}`}`;
  const percent = previous.value === 0 || difference === 0 ? '' : `（${tidy(Math.round((Math.abs(difference) / previous.value) * 1e4) / 100)}%）`;
  const isChangeWrong = directionHolds(trend) && change !== null;
  const stated = `${WORDS[String(direction)] ?? ''}${change === null ? '' : `${change.value}${change.measure}`}`;
  return [
    {
      key: [`本年${current.value}${current.measure}`, `上年${previous.value}${previous.measure}`, stated],
      message: `正文的“${stated}”应为“${due}${percent}”。所列数字为本年${current.value}${current.measure}、上年${previous.value}${previous.measure}。请核实。`,
      span: isChangeWrong ? change.span : span,
      actual: change?.value ?? direction,
      related: [
        { message: `本年${current.value}${current.measure}`, span: current.span },
        { message: `上年${previous.value}${previous.measure}`, span: previous.span },
      ],
      ...(isChangeWrong && { fixes: [numberFix(context, change.span, { ...dueChange(trend, change), basis: cellsBehind(context, [current, previous]) })] }),
    },
  ];
}

/** What the change comes to, as it is written: a number, or a percentage with as many decimals. */
function dueChange({ current, previous }: Trend, { percent, decimals }: NonNullable<Trend['change']>) {
  const difference = Math.abs(current.value - previous.value);
  const [older, newer] = [previous.value, current.value];
  const terms = newer > older ? `${newer}−${older}` : `${older}−${newer}`;
  return percent
    ? { value: Number(((100 * difference) / older).toFixed(decimals)), source: `（${terms}）÷${older}` }
    : { value: tidy(difference), source: terms };
}
