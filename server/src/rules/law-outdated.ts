// Does the report rest on a regulation or notice that is no longer in force?

import type { Report } from '../parse/model.ts';
import type { Found } from './shared/prose.ts';
import { matchesIn } from './shared/prose.ts';
import type { Rule } from './rule.ts';
import type { RuleFinding } from '../findings/finding.ts';

interface Outdated {
  readonly pattern: RegExp;
  readonly current: string;
  readonly reason: string;
  /** From this report year on; null for any. */
  readonly since: number | null;
  /** What may be named beside it: then the history is told, and rightly. */
  readonly beside: RegExp;
}

const OUTDATED: readonly Outdated[] = [
  {
    pattern: /(?:国务院令|国令)(?:\(?第)? ?492 ?号/gu,
    current: '国务院令第711号',
    reason: '《条例》已经修订，国务院令第711号自2019年5月15日起施行',
    since: null,
    beside: /711/u,
  },
  {
    pattern: /国办公开办函 ?[[〔(【] ?2019 ?[\]〕)】] ?60 ?号/gu,
    current: '国办公开办函〔2021〕30号',
    reason: '2021年度起的年报格式由国办公开办函〔2021〕30号规定',
    since: 2021,
    beside: /2021 ?[\]〕)】] ?30/u,
  },
];
const NEAR = 80;

export const lawOutdated: Rule = {
  id: 'law-outdated',
  class: '提示',
  quiet: true,
  replaced: true,
  summary: '引用了已经修订的《条例》文号，或者已被取代的年报格式通知。',
  check({ report }) {
    return OUTDATED.flatMap((outdated) => {
      if (outdated.since !== null && (report.year === null || report.year.value < outdated.since)) return [];
      return matchesIn(report, outdated.pattern).flatMap((found) => finding(report, outdated, found));
    });
  },
};

function finding(report: Report, { current, reason, beside }: Outdated, { span }: Found): readonly RuleFinding[] {
  const around = report.folded.slice(Math.max(0, span.start - NEAR), span.end + NEAR);
  if (beside.test(around)) return [];
  return [
    {
      message: `引用了“${report.text.slice(span.start, span.end)}”。${reason}。请改为现行的文号。`,
      span,
      fixes: [{ title: `改为“${current}”`, kind: 'text', preferred: false, edits: [{ span, newText: current }] }],
    },
  ];
}
