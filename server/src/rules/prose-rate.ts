// Rule: a percentage in the text that does not follow from the table.

import type { Claim } from '../parse/prose/claim-model.ts';
import { cellsOfReading, contradictions, numberFix, placesOf, quotedClaim, standings, tableOfReading, wordsOfClaim, type Standing } from './shared/claims.ts';
import { namedDivisor } from './shared/divisors.ts';
import { valueOf } from '../parse/model.ts';
import type { Rule, RuleContext } from './rule.ts';
import type { RuleFinding } from '../findings/finding.ts';

export const proseRate: Rule = {
  id: 'prose-rate',
  name: '正文百分比',
  class: '核实',
  summary: '正文的百分比与按表格计算的不同。',
  check(context) {
    return contradictions(context, 'share').flatMap((claim) => finding(context, claim));
  },
};

function finding(context: RuleContext, claim: Claim): readonly RuleFinding[] {
  const found = standings(context, claim);
  if (found === null) return [];
  const counted = countBefore(context, claim);
  const dividesBy = namedDivisor(claim);
  // 占新收 says what it is of; of 自然人33件，占85.0% it is, of 33÷41 and 36÷44, the one whose count the sentence gives.
  const doubt = ({ reading }: Standing) => (dividesBy?.(reading) === true ? 0 : 2) + (reading.sum.join() === counted ? 0 : 1);
  const rates = found.toSorted((one, other) => doubt(one) - doubt(other)).map((standing) => rateOf(context, claim, standing));
  // 办结42件 over 新收41件 is no way anyone counts.
  const [first, ...others] = rates.filter(
    ({ value }, index) => (index === 0 || value <= 100 || claim.topic.endsWith('/change')) && rates.findIndex((other) => other.value === value) === index,
  );
  if (first === undefined) return [];
  const rest = others.map(({ value, terms, unit }) => `${terms}＝${value}${unit}`);
  const { form } = context.report.detectedForm;
  return [
    {
      key: [wordsOfClaim(claim)],
      message: `正文的${quotedClaim(claim)}与${tableOfReading(form, first.reading)}不一致：${first.terms}＝${first.value}${first.unit}。${rest.length === 0 ? '' : `${rest.join('，')}，也不一致。`}请核实。`,
      span: claim.numberSpan,
      cells: [...first.reading.sum, ...(first.reading.over ?? [])],
      actual: claim.value,
      expected: first.value,
      related: placesOf(context, first.reading),
      fixes: [first, ...others].map(({ reading, value, terms }) =>
        numberFix(context, claim.numberSpan, { value, source: terms, basis: cellsOfReading(reading) }),
      ),
    },
  ];
}

/** A percentage as a sentence would write it, and the division it comes from. */
function rateOf({ report }: RuleContext, claim: Claim, { reading, value }: Standing) {
  const [part, whole] = [reading.sum, reading.over ?? []].map((keys) => keys.reduce((sum, key) => sum + (valueOf(report, key) ?? 0), 0));
  // At least one decimal: 88% for 88.2% is right as it is, so a wrong one should be told exactly.
  const { since, by } = reading;
  const terms = since === undefined ? `${part}÷${whole}` : `（${since.less ? `${since.value}−${part}` : `${part}−${since.value}`}）÷${by ?? 1}`;
  return { reading, terms, unit: claim.scale === 1 ? '倍' : '%', value: Number(value.toFixed(Math.max(1, claim.decimals))) };
}

/** The cells of the number just before the percentage, where it agrees with them. */
function countBefore({ report: { claims } }: RuleContext, claim: Claim): string | null {
  const before = claims[claims.indexOf(claim) - 1];
  return before?.kind === 'count' && before.reading !== null ? (before.readings[before.reading]?.sum.join() ?? null) : null;
}
