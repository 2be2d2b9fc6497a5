// Rule: the form's terms used otherwise than the form uses them.

import type { Claim } from '../parse/prose/claim-model.ts';
import type { Report } from '../parse/model.ts';
import type { Edit } from '../text/edits.ts';
import { matchesIn } from './shared/prose.ts';
import type { Rule } from './rule.ts';
import type { RuleFinding } from '../findings/finding.ts';

export const term: Rule = {
  id: 'term',
  name: '用语',
  class: '提示',
  quiet: true,
  summary: '用语与统一格式不同，例如申请的件数写成“条”，“其他”写成“其它”。',
  check({ report }) {
    return [...others(report), ...measures(report)];
  },
};

function others(report: Report): readonly RuleFinding[] {
  const found = matchesIn(report, /其它/gu);
  const [first] = found;
  if (first === undefined) return [];
  return [
    {
      key: [`文中${found.length}处写作“其它”`],
      message: `“其它”应写作“其他”${found.length > 1 ? `（全文${found.length}处）` : ''}。统一格式写作“其他”。请改为一致。`,
      span: first.span,
      related: found.slice(1).map(({ span }) => ({ message: '其它', span })),
      fixes: [
        {
          title: found.length > 1 ? `${found.length}处改为“其他”` : '改为“其他”',
          kind: 'text',
          preferred: true,
          edits: found.map<Edit>(({ span }) => ({ span, newText: '其他' })),
        },
      ],
    },
  ];
}

/** Applications are counted in 件. */
const OTHER_MEASURE = /^[条份项起宗例]/u;
/** 答复书17份: what was sent out is counted as paper is. */
const LETTER = /[书函]/u;

function measures(report: Report): readonly RuleFinding[] {
  const wrong = report.claims.filter(
    (claim) =>
      claim.kind === 'count' &&
      claim.status !== 'unbound' &&
      claim.topic.startsWith('applications') &&
      OTHER_MEASURE.test(behind(report, claim)) &&
      !LETTER.test(claim.text),
  );
  return wrong.map(({ numberSpan, value }) => {
    const span = { start: numberSpan.end, end: numberSpan.end + 1 };
    const word = report.folded.slice(span.start, span.end);
    return {
      key: [`申请${value}“${word}”`],
      message: `“${value}${word}”应写作“${value}件”。申请以件计。请改为一致。`,
      span,
      fixes: [{ title: `“${word}”改为“件”`, kind: 'text' as const, preferred: true, edits: [{ span, newText: '件' }] }],
    };
  });
}

function behind({ folded }: Report, { numberSpan }: Claim): string {
  return folded.slice(numberSpan.end, numberSpan.end + 1);
}
