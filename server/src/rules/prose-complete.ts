// Rule: the text says that everything was finished while the table carries some over.

import { cellKey } from '../forms/form.ts';
import { valueOf } from '../parse/model.ts';
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
import type { Rule, RuleContext } from './rule.ts';

export const proseComplete: Rule = {
  id: 'prose-complete',
  name: '正文写全部办结',
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
  const { form } = context.report.detectedForm;
  return [
    {
      class: classOfContradiction(context, claim),
      key: [wordsOfClaim(claim)],
      message: `正文写${quotedClaim(claim)}，${tableOfReading(form, reading)}的${readingWords(form, reading)}还有${value}件。请写明办结和结转的件数，或核实表格。`,
      span: claim.numberSpan,
      cells: reading.sum,
      actual: 0,
      expected: value,
      related: placesOf(context, reading),
      fixes: rewrite(context, claim, found[0]),
    },
  ];
}

function rewrite({ report }: RuleContext, { numberSpan }: Claim, { reading, value: carried }: Standing): readonly Fix[] {
  const total = cellKey('applications', 'total', 'total');
  const done = valueOf(report, total);
  if (done === null) return [];
  const newText = `办结${done}件，结转下年度继续办理${carried}件`;
  return [{ title: `正文改为“${newText}”`, kind: 'value', preferred: false, basis: [total, ...reading.sum], edits: [{ span: numberSpan, newText }] }];
}
