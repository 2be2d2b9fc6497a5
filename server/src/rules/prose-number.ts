// Does a number in the text contradict the table under every admissible reading?

import type { Claim } from '../parse/prose/claim.ts';
import { classOfContradiction, contradictions, numberFix, placesOf, quotedClaim, readingWords, standings } from './shared/claims.ts';
import type { Rule, RuleContext } from './rule.ts';
import type { RuleFinding } from '../findings/finding.ts';
import { tidy } from '../text/numbers.ts';

export const proseNumber: Rule = {
  id: 'prose-number',
  class: '强制',
  summary: '正文的数字与表格不一致，不符合任何一种通行的口径。',
  check(context) {
    return contradictions(context, 'count').flatMap((claim) => finding(context, claim));
  },
};

function finding(context: RuleContext, claim: Claim): readonly RuleFinding[] {
  const found = standings(context, claim);
  if (found === null) return [];
  const [nearest, ...others] = found;
  const { form } = context.report.form;
  const rest = others.map(({ reading, value }) => `${readingWords(form, reading)}为${value}`);
  return [
    {
      class: classOfContradiction(context, claim),
      message: `正文写${quotedClaim(claim)}，表中${readingWords(form, nearest.reading)}为${nearest.value}，相差${tidy(Math.abs(claim.value - nearest.value))}${rest.length === 0 ? '' : `，${rest.join('，')}，也不相符`}。同一件事在正文和表格里的数字应当一致。请核对，改正文或者改表格。`,
      span: claim.numberSpan,
      cells: nearest.reading.sum,
      actual: claim.value,
      expected: nearest.value,
      related: placesOf(context, nearest.reading),
      fixes: found.map(({ reading, value }) => numberFix(context, claim.numberSpan, { value, source: readingWords(form, reading) })),
    },
  ];
}
