// Rule: the text says there was nothing where the table counts something.

import { splitKey } from '../forms/form.ts';
import type { Claim } from '../parse/prose/claim-model.ts';
import {
  classOfContradiction,
  contradictions,
  placesOf,
  quotedClaim,
  readingWords,
  standings,
  tableOfReading,
  wordsOfClaim,
  type Standing,
} from './shared/claims.ts';
import type { Fix, RuleFinding } from '../findings/finding.ts';
import { grouped, type Some } from '../findings/grouping.ts';
import { fitting } from '../findings/wording.ts';
import type { Rule, RuleContext } from './rule.ts';

/** The verb behind its negation, the first of 未收到亦未办理; 无 and 没有 become 有. */
const NEGATED = /(?:未曾|未|没有|没)([^亦也或和及、]+)/u;

export const proseZero: Rule = {
  id: 'prose-zero',
  name: '正文写没有',
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
  const contradicted = claims.flatMap((each) => standings(context, each)?.[0] ?? []);
  const [nearest] = contradicted;
  if (nearest === undefined) return [];
  const { form } = context.report.detectedForm;
  const figures = contradicted.map(({ reading, value }) => `${readingWords(form, reading)}${value}件`).join('，');
  const first = fitting(
    `正文写${quotedClaim(claim)}，${tableOfReading(form, nearest.reading)}却是${figures}`,
    `正文的${quotedClaim(claim)}与${tableOfReading(form, nearest.reading)}不一致`,
  );
  return [
    {
      class: classOfContradiction(context, claim),
      key: [wordsOfClaim(claim)],
      message: `${first}。${first.endsWith(figures) ? '' : `表格中${figures}，`}请核实后改正文或表格。`,
      span: claim.numberSpan,
      cells: nearest.reading.sum,
      actual: 0,
      expected: nearest.value,
      related: contradicted.flatMap(({ reading }) => placesOf(context, reading)),
      fixes: claims.length > 1 || isOfOutcome(claim) ? [] : rewrite(context, claim, nearest),
    },
  ];
}

/** 均维持, 无一被纠正: how cases ended, and not that there were none. */
function isOfOutcome({ readings }: Claim): boolean {
  return readings.some(({ sum }) => sum.some((key) => splitKey(key).table === 'disputes' && splitKey(key).column !== 'total'));
}

/** 未收到政府信息公开申请 → 收到政府信息公开申请16件, where the negation opens the words. */
function rewrite({ report }: RuleContext, { span, numberSpan }: Claim, { reading, value }: Standing): readonly Fix[] {
  if (span.start < numberSpan.start) return [];
  const negation = report.folded.slice(numberSpan.start, numberSpan.end).replaceAll(/\s/gu, '');
  // 依申请公开情况：无, 零申请: the words stand for the whole statement.
  if (span.start === numberSpan.start && span.end === numberSpan.end) {
    const newText = `收到申请${value}件`;
    return [{ title: `正文改为“${newText}”`, kind: 'value', preferred: false, basis: reading.sum, edits: [{ span, newText }] }];
  }
  const verb = NEGATED.exec(negation)?.[1] ?? '有';
  const edits = [
    { span: numberSpan, newText: verb },
    { span: { start: span.end, end: span.end }, newText: `${value}件` },
  ];
  const counted = report.folded.slice(numberSpan.end, span.end).replaceAll(/\s/gu, '');
  return [{ title: `正文改为“${verb}${counted}${value}件”`, kind: 'value', preferred: false, basis: reading.sum, edits }];
}
