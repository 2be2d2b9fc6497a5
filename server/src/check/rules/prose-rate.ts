// Does a percentage in the text follow from the table?

import type { Claim } from '../../report/claims/claim.ts';
import { contradictions, numberFix, placesOf, quoted, standings } from '../claims.ts';
import type { Rule, RuleContext, RuleFinding } from '../rule.ts';

export const proseRate: Rule = {
  id: 'prose-rate',
  class: '核实',
  summary: '正文里的百分比与表格算出来的不同。',
  check(context) {
    return contradictions(context, 'share').flatMap((claim) => finding(context, claim));
  },
};

function finding(context: RuleContext, claim: Claim): readonly RuleFinding[] {
  const found = standings(context, claim);
  if (found === null) return [];
  const [nearest] = found;
  // At least one decimal: 88% for 88.2% is right as it is, so a wrong one should be told exactly.
  const value = Number(nearest.value.toFixed(Math.max(1, claim.decimals)));
  const [part, whole] = [nearest.reading.sum, nearest.reading.over ?? []].map((keys) => keys.reduce((sum, key) => sum + numberAt(context, key), 0));
  return [
    {
      message: `正文写${quoted(claim)}，按表格计算为${part}÷${whole}=${value}%。百分比应当能由表格的数字算出。请核对分子、分母和百分比。`,
      span: claim.numberSpan,
      cells: [...nearest.reading.sum, ...(nearest.reading.over ?? [])],
      actual: claim.value,
      expected: value,
      related: placesOf(context, nearest.reading),
      fixes: [numberFix(claim.numberSpan, value, `${part}÷${whole}`)],
    },
  ];
}

function numberAt({ report }: RuleContext, key: Parameters<RuleContext['report']['cells']['get']>[0]): number {
  const reading = report.cells.get(key)?.reading;
  return reading?.kind === 'number' ? reading.value : 0;
}
