// Does the text say there was nothing where the table counts something?

import type { Claim } from '../../report/claims/claim.ts';
import { contradictions, isTableInDoubt, placesOf, quotedClaim, readingWords, standings } from '../claims.ts';
import type { Fix } from '../finding.ts';
import type { Rule, RuleContext, RuleFinding } from '../rule.ts';

/** The verb without its negation; 无 and 没有 become 有. */
const NEGATED = /^(?:均未|从未|暂未|尚未|未曾|未|没有|没)(收到|接到|接收到|受理|发生|产生|出现|新?制发|新?制定|新?出台|印发|废止|宣布失效|作出|做出|实施)$/u;

export const proseZero: Rule = {
  id: 'prose-zero',
  class: '强制',
  summary: '正文说没有收到申请、没有复议诉讼，表格里却不是0。',
  check(context) {
    const claims = contradictions(context, 'none');
    // 未发生行政复议、行政诉讼 is one sentence with one mistake.
    const first = claims.filter(({ numberSpan }, index) => claims.findIndex((other) => other.numberSpan.start === numberSpan.start) === index);
    return first.flatMap((claim) => finding(context, claim, claims));
  },
};

function finding(context: RuleContext, claim: Claim, claims: readonly Claim[]): readonly RuleFinding[] {
  const together = claims.filter((other) => other !== claim && other.numberSpan.start === claim.numberSpan.start);
  const found = standings(context, claim);
  if (found === null) return [];
  const [nearest] = found;
  const { form } = context.report.form;
  const words = readingWords(form, nearest.reading);
  const rest = together.flatMap((other) => (standings(context, other) ?? []).slice(0, 1)).map(({ reading, value }) => `，${readingWords(form, reading)}为${value}`);
  return [
    {
      class: claim.scope === 'whole' && !claim.hedged && !isTableInDoubt(context, claim) ? '强制' : '核实',
      message: `正文写${quotedClaim(claim)}，表中${words}为${nearest.value}${rest.join('')}。没有收到的，表格应填0；表格有数的，正文应写明件数。请核对，改正文或者改表格。`,
      span: claim.numberSpan,
      cells: nearest.reading.sum,
      actual: 0,
      expected: nearest.value,
      related: [nearest.reading, ...together.flatMap(({ readings }) => readings.slice(0, 1))].flatMap((reading) => placesOf(context, reading)),
      fixes: together.length > 0 ? [] : rewrite(context, claim, nearest.value),
    },
  ];
}

/** 未收到政府信息公开申请 → 收到政府信息公开申请16件, where the negation opens the words. */
function rewrite({ report }: RuleContext, { span, numberSpan }: Claim, value: number): readonly Fix[] {
  if (span.start !== numberSpan.start || span.end <= numberSpan.end) return [];
  const negation = report.folded.slice(numberSpan.start, numberSpan.end).replaceAll(/\s/gu, '');
  const verb = NEGATED.exec(negation)?.[1] ?? '有';
  const edits = [
    { span: numberSpan, newText: verb },
    { span: { start: span.end, end: span.end }, newText: `${value}件` },
  ];
  const counted = report.folded.slice(numberSpan.end, span.end).replaceAll(/\s/gu, '');
  return [{ title: `正文改为“${verb}${counted}${value}件”`, kind: 'value', preferred: false, edits }];
}
