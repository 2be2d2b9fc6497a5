// Does the text say that everything was finished while the table carries some over?

import { cellKey } from '../forms/form.ts';
import { valueOf } from '../parse/model.ts';
import type { Claim } from '../parse/prose/claim.ts';
import { classOfContradiction, contradictions, placesOf, quotedClaim, readingWords, standings } from './shared/claims.ts';
import type { Fix } from '../findings/finding.ts';
import type { Rule, RuleContext } from './rule.ts';
import type { RuleFinding } from '../findings/finding.ts';

export const proseComplete: Rule = {
  id: 'prose-complete',
  class: '强制',
  summary: '正文说申请全部办结，表三却有结转下年度的件数。',
  check(context) {
    return contradictions(context, 'all').flatMap((claim) => finding(context, claim));
  },
};

function finding(context: RuleContext, claim: Claim): readonly RuleFinding[] {
  const found = standings(context, claim);
  if (found === null) return [];
  const [{ reading, value }] = found;
  return [
    {
      class: classOfContradiction(context, claim),
      message: `正文写${quotedClaim(claim)}，表中${readingWords(context.report.form.form, reading)}为${value}，还有${value}件没有办结。全部办结的，结转下年度应为0。请核对，写明办结和结转的件数，或者改表格。`,
      span: claim.numberSpan,
      cells: reading.sum,
      actual: 0,
      expected: value,
      related: placesOf(context, reading),
      fixes: rewrite(context, claim, value),
    },
  ];
}

function rewrite({ report }: RuleContext, { numberSpan }: Claim, carried: number): readonly Fix[] {
  const done = valueOf(report, cellKey('applications', 'total', 'total'));
  if (done === null) return [];
  const newText = `办结${done}件，结转下年度继续办理${carried}件`;
  return [{ title: `正文改为“${newText}”`, kind: 'value', preferred: false, edits: [{ span: numberSpan, newText }] }];
}
