// Rule: the report cites a regulation or notice that is no longer in force.

import type { Report } from '../parse/model.ts';
import type { Found } from './shared/prose.ts';
import { matchesIn } from './shared/prose.ts';
import { MAX_LABEL_QUOTED } from '../findings/limits.ts';
import { fitting, quoted } from '../findings/wording.ts';
import type { Rule } from './rule.ts';
import type { RuleFinding } from '../findings/finding.ts';

interface Outdated {
  readonly pattern: RegExp;
  readonly current: string;
  readonly reason: string;
  /** From this report year on: before it the older one was in force. */
  readonly since: number;
  /** What may be named beside it: then the history is told, and rightly. */
  readonly beside: RegExp;
}

const OUTDATED: readonly Outdated[] = [
  {
    pattern: /(?:国务院令|国令)(?:\(?第)? ?492 ?号/gu,
    current: '国务院令第711号',
    reason: '《条例》已经修订，自2019年5月15日起施行，2019年度年报起引用现行文号',
    since: 2019,
    beside: /711/u,
  },
  {
    pattern: /国办公开办函 ?[[〔(【] ?2019 ?[\]〕)】] ?60 ?号/gu,
    current: '国办公开办函〔2021〕30号',
    reason: '国办公开办函〔2021〕30号的格式从2021年度年报起通行',
    since: 2021,
    beside: /2021 ?[\]〕)】] ?30/u,
  },
];
const NEAR = 80;

export const lawOutdated: Rule = {
  id: 'law-outdated',
  name: '引用的文号',
  class: '提示',
  quiet: true,
  replaced: true,
  summary: '引用了已经修订的《条例》文号，或者已被取代的年报格式通知。',
  check({ report }) {
    return OUTDATED.flatMap((outdated) => {
      if (yearOf(report) < outdated.since) return [];
      return matchesIn(report, outdated.pattern).flatMap((found) => finding(report, outdated, found));
    });
  },
};

/** Where none is named, the form's first: an older report has no such tables. */
function yearOf({ year, detectedForm: form }: Report): number {
  if (year !== null) return year.value;
  return form.byRows === null && form.byHeaders === null ? 0 : form.form.years[0];
}

function finding(report: Report, { current, reason, beside }: Outdated, { span }: Found): readonly RuleFinding[] {
  const around = report.folded.slice(Math.max(0, span.start - NEAR), span.end + NEAR);
  if (beside.test(around)) return [];
  const written = report.text.slice(span.start, span.end);
  return [
    {
      key: [written],
      message: `${fitting(`“${quoted(written, MAX_LABEL_QUOTED)}”应为“${current}”`, `引用的文号应为“${current}”`)}。${reason}。请改为现行文号。`,
      span,
      fixes: [{ title: `改为“${current}”`, kind: 'text', preferred: false, edits: [{ span, newText: current }] }],
    },
  ];
}
