// Does the text say there was nothing where the table counts something?

import { splitKey } from '../forms/form.ts';
import type { Claim } from '../parse/prose/claim.ts';
import { classOfContradiction, contradictions, placesOf, quotedClaim, readingWords, standings } from './shared/claims.ts';
import type { Fix } from '../findings/finding.ts';
import { grouped, type Some } from '../findings/grouping.ts';
import type { Rule, RuleContext } from './rule.ts';
import type { RuleFinding } from '../findings/finding.ts';

/** The verb behind its negation, the first of 未收到亦未办理; 无 and 没有 become 有. */
const NEGATED = /(?:未曾|未|没有|没)([^亦也或和及、]+)/u;

export const proseZero: Rule = {
  id: 'prose-zero',
  class: '强制',
  summary: '正文说没有收到申请、没有行政复议或诉讼，表格却不是0。',
  check(context) {
    const claims = contradictions(context, 'none');
    // 未发生行政复议、行政诉讼 is one sentence with one mistake.
    return grouped(claims, ({ numberSpan }) => String(numberSpan.start)).flatMap((together) => finding(context, together));
  },
};

function finding(context: RuleContext, claims: Some<Claim>): readonly RuleFinding[] {
  const [claim] = claims;
  const told = claims.flatMap((each) => standings(context, each)?.[0] ?? []);
  const [nearest] = told;
  if (nearest === undefined) return [];
  const { form } = context.report.form;
  const figures = told.map(({ reading, value }) => `${readingWords(form, reading)}为${value}`).join('，');
  const due = isOfOutcome(claim) ? '说没有的结果，表格应为0；表格有数的，正文应写明件数' : '没有收到的，表格应填0；表格有数的，正文应写明件数';
  return [
    {
      class: classOfContradiction(context, claim),
      message: `正文写${quotedClaim(claim)}，表中${figures}。${due}。请核对，改正文或者改表格。`,
      span: claim.numberSpan,
      cells: nearest.reading.sum,
      actual: 0,
      expected: nearest.value,
      related: told.flatMap(({ reading }) => placesOf(context, reading)),
      fixes: claims.length > 1 || isOfOutcome(claim) ? [] : rewrite(context, claim, nearest.value),
    },
  ];
}

/** 均维持, 无一被纠正: how cases ended, and not that there were none. */
function isOfOutcome({ readings }: Claim): boolean {
  return readings.some(({ sum }) => sum.some((key) => splitKey(key).table === 'disputes' && splitKey(key).column !== 'total'));
}

/** 未收到政府信息公开申请 → 收到政府信息公开申请16件, where the negation opens the words. */
function rewrite({ report }: RuleContext, { span, numberSpan }: Claim, value: number): readonly Fix[] {
  if (span.start < numberSpan.start) return [];
  const negation = report.folded.slice(numberSpan.start, numberSpan.end).replaceAll(/\s/gu, '');
  // 依申请公开情况：无, 零申请: the words stand for the whole statement.
  if (span.start === numberSpan.start && span.end === numberSpan.end) {
    const newText = `收到申请${value}件`;
    return [{ title: `正文改为“${newText}”`, kind: 'value', preferred: false, edits: [{ span, newText }] }];
  }
  const verb = NEGATED.exec(negation)?.[1] ?? '有';
  const edits = [
    { span: numberSpan, newText: verb },
    { span: { start: span.end, end: span.end }, newText: `${value}件` },
  ];
  const counted = report.folded.slice(numberSpan.end, span.end).replaceAll(/\s/gu, '');
  return [{ title: `正文改为“${verb}${counted}${value}件”`, kind: 'value', preferred: false, edits }];
}
