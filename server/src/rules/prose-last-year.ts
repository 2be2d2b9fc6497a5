// Rule: a number that the text gives of last year, or says to have changed since, is not what follows from last year's report.

import { fitting } from '../findings/wording.ts';
import type { CellKey } from '../forms/form.ts';
import { valueOf } from '../parse/model.ts';
import type { Interpretation } from '../parse/prose/claim-model.ts';
import { sumOfCells, valueOfReading } from '../parse/prose/claims/verify-claim.ts';
import { lastYearValue } from '../suppressions/previous.ts';
import type { PreviousReport } from '../suppressions/suppression.ts';
import { tidy } from '../text/numbers.ts';
import type { RuleFinding } from '../findings/finding.ts';
import type { Rule, RuleContext } from './rule.ts';
import { numberFix, placesOf, quotedClaim, readingWords, wordsOfClaim } from './shared/claims.ts';
import { heldClaims, lastYearPlaces, type HeldClaim } from './shared/last-year-report.ts';

export const proseLastYear: Rule = {
  id: 'prose-last-year',
  name: '正文与上年年报',
  class: '核实',
  summary: '正文所说的上年的数，或者比上年增减的数，与所关联的上年年报不一致。',
  // Which of the sentence's numbers is wrong, last year's report decides.
  supersedes: [
    { rules: ['prose-trend'], where: ({ span, related }, own) => span.start === own.span.start || related.some((each) => each.span.start === own.span.start) },
  ],
  check(context) {
    const { previous } = context;
    if (previous === null) return [];
    return heldClaims(context).flatMap((held) => (held.claim.status === 'conflicts' && !isOfWrong(context, held) ? finding(context, previous, held) : []));
  },
};

/** 收到38件，比上年增加4件: where 38 is wrong already, 4 may be right. */
function isOfWrong({ report }: RuleContext, { known: { current } }: HeldClaim): boolean {
  return current !== null && report.claims.some(({ status, numberSpan }) => status === 'conflicts' && numberSpan.start === current.start);
}

function finding(context: RuleContext, previous: PreviousReport, held: HeldClaim): readonly RuleFinding[] {
  const { report } = context;
  const { known, claim } = held;
  const before = (key: CellKey) => lastYearValue(previous, key);
  const reading = likeliest(context, held);
  const due = reading === undefined ? null : valueOfReading(reading, known.change === null ? before : (key) => valueOf(report, key), claim.scale);
  if (reading === undefined || due === null) return [];
  const words = readingWords(report.detectedForm.form, { sum: reading.sum });
  const [older, newer] = [before, (key: CellKey) => valueOf(report, key)].map((numberOf) => tidy((sumOfCells(reading.sum, numberOf) ?? 0) * unitOf(held)));
  const rounded = Number(due.toFixed(Math.max(0, claim.decimals)));
  const told =
    known.change === null
      ? ofLastYear(held, { words, due, path: previous.path })
      : `正文的${quotedClaim(claim)}应为“${changeWords(context, held, { due, rounded })}”。上年年报（${previous.path}）的${words}为${older}，本年为${newer}。请核实，改正正文或者更正上年年报。`;
  const terms = known.change === 'less' ? `${older}−${newer}` : `${newer}−${older}`;
  const source = known.change === null ? `上年年报的${words}` : claim.kind === 'share' ? `（${terms}）÷${older}` : terms;
  return [
    {
      key: [wordsOfClaim(claim)],
      message: told,
      span: claim.numberSpan,
      cells: reading.sum,
      actual: claim.value,
      expected: rounded,
      related: [...lastYearPlaces(previous, reading.sum, claim.numberSpan), ...(known.change === null ? [] : placesOf(context, { sum: reading.sum }))],
      fixes:
        rounded > 0 && known.change !== 'same'
          ? [numberFix(context, claim.numberSpan, { value: rounded, source, basis: known.change === null ? [] : reading.sum })]
          : [],
    },
  ];
}

/** The reading under which this year's number beside it is right, else the first. */
function likeliest({ report }: RuleContext, { known: { current }, claim }: HeldClaim): Interpretation | undefined {
  const beside = report.claims.find(({ status, numberSpan }) => status === 'agrees' && current !== null && numberSpan.start === current.start);
  const read = beside?.reading == null ? undefined : beside.readings[beside.reading]?.sum.join();
  return claim.readings.find(({ sum }) => sum.join() === read) ?? claim.readings[0];
}

/** 元 where the sentence writes it, though the change may be a percentage. */
function unitOf({ claim }: HeldClaim): number {
  return claim.kind === 'share' ? 1 : claim.scale;
}

function ofLastYear({ claim }: HeldClaim, { words, due, path }: { readonly words: string; readonly due: number; readonly path: string }): string {
  const head = `正文的${quotedClaim(claim)}与上年年报不一致`;
  const value = `上年的${words}为${due}`;
  const first = fitting(`${head}：${value}`, `${head}，应为${due}`);
  return `${first}。${first.endsWith(value) ? '' : `${value}，`}上年年报为${path}。请核实，改正正文或者更正上年年报。`;
}

/** 减少28件, 下降8%, 持平: as the sentence would have it. */
function changeWords({ report }: RuleContext, { known, claim }: HeldClaim, { due, rounded }: { readonly due: number; readonly rounded: number }): string {
  const measure = known.change === 'same' ? '件' : report.folded.slice(claim.numberSpan.end, claim.span.end).replaceAll(/[\s\u200b]+/gu, '');
  const isMore = known.change === 'less' ? due < 0 : due > 0;
  return due === 0 ? '持平' : `${isMore ? '增加' : '减少'}${Math.abs(rounded)}${measure}`;
}
