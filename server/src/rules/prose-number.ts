// Rule: a number in the text that contradicts the table under every admissible reading.

import type { Claim } from '../parse/prose/claim-model.ts';
import {
  cellsOfReading,
  classOfContradiction,
  contradictions,
  numberFix,
  placesOf,
  quotedClaim,
  readingWords,
  standings,
  tableOfReading,
  wordsOfClaim,
} from './shared/claims.ts';
import type { Rule, RuleContext } from './rule.ts';
import type { RuleFinding } from '../findings/finding.ts';
import { fitting } from '../findings/wording.ts';

export const proseNumber: Rule = {
  id: 'prose-number',
  name: '正文数字',
  class: '强制',
  summary: '正文的数字与表格不一致，不符合任何一种通行的口径。',
  check(context) {
    return contradictions(context, 'count').flatMap((claim) => finding(context, claim));
  },
};

/** 6.19亿元 for 61874.31万元: with as many decimals as were written. */
function asWritten({ scale, decimals }: Claim, value: number): number {
  return scale < 1 && decimals > 0 ? Number(value.toFixed(decimals)) : value;
}

function finding(context: RuleContext, claim: Claim): readonly RuleFinding[] {
  const found = standings(context, claim);
  if (found === null) return [];
  const [nearest, ...others] = found;
  const { form } = context.report.detectedForm;
  const rest = others.map(({ reading, value }) => `${readingWords(form, reading)}为${value}`);
  const head = `正文的${quotedClaim(claim)}与${tableOfReading(form, nearest.reading)}不一致`;
  const due = `${readingWords(form, nearest.reading)}为${nearest.value}`;
  const first = fitting(`${head}：${due}`, `${head}，应为${nearest.value}`);
  return [
    {
      class: classOfContradiction(context, claim),
      key: [wordsOfClaim(claim)],
      message: `${first}。${[...(first.endsWith(due) ? [] : [due]), ...rest].map((words) => `${words}，`).join('')}${rest.length === 0 ? '' : '也不一致，'}请核实后改正文或表格。`,
      span: claim.numberSpan,
      cells: nearest.reading.sum,
      actual: claim.value,
      expected: nearest.value,
      related: placesOf(context, nearest.reading),
      fixes: found.map(({ reading, value }) =>
        numberFix(context, claim.numberSpan, { value: asWritten(claim, value), source: readingWords(form, reading), basis: cellsOfReading(reading) }),
      ),
    },
  ];
}
