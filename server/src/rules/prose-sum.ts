// Rule: the numbers of a list do not add up to the total before it.

import type { Quantity } from '../parse/prose/claim-model.ts';
import { cellsBehind, isSaidAlready, numberFix } from './shared/claims.ts';
import { listHolds, sumOfItems, type List } from '../findings/relations.ts';
import type { Rule, RuleContext } from './rule.ts';
import type { Span } from '../text/span.ts';
import type { RuleFinding } from '../findings/finding.ts';
import { sumWords } from '../findings/wording.ts';
import { grouped, singlyOrTogether, type Some } from '../findings/grouping.ts';
import { MAX_RELATED } from '../findings/limits.ts';
import { lineOf } from '../text/lines.ts';
import { tidy } from '../text/numbers.ts';

export const proseSum: Rule = {
  id: 'prose-sum',
  name: '正文分项相加',
  class: '核实',
  summary: '正文“其中”各项之和与总数不一致。',
  check(context) {
    const found = context.report.relations.flatMap((relation) => (relation.kind === 'list' ? finding(context, relation) : []));
    // A paragraph in which list upon list does not add up was put together from pieces.
    const paragraphs = grouped(found, ({ span }) => String(lineOf(context.report.lines, span.start)));
    return singlyOrTogether(paragraphs, { single: (one) => one, together });
  },
};

function finding(context: RuleContext, list: List): readonly RuleFinding[] {
  if (listHolds(list)) return [];
  const { total, items, complete } = list;
  const sum = sumOfItems(list);
  // The number that contradicts the table is said there.
  if ([total, ...items].some((quantity) => isSaidAlready(context, quantity))) return [];
  const { measure } = total;
  const wrong = wrongOf(context, list, sum);
  const terms = sumWords(items.map((item) => item.value));
  return [
    {
      key: [`正文的总数为${total.value}${measure}`, terms],
      message: `正文的总数为${total.value}${measure}，所列各项相加为${sum}${measure}。相差${tidy(Math.abs(sum - total.value))}${measure}（${terms}）${complete ? '' : '，各项不应超过总数'}。请核实。`,
      span: wrong.span,
      actual: wrong.actual,
      expected: wrong.expected,
      related: items.map((item) => ({ message: `${item.value}${measure}`, span: item.span })),
      fixes:
        wrong.fixes === null
          ? []
          : [numberFix(context, wrong.span, { value: wrong.expected, source: wrong.fixes, basis: cellsBehind(context, [total, ...items]) })],
    },
  ];
}

function together(found: Some<RuleFinding>): RuleFinding {
  const [first] = found;
  return {
    key: [`有${found.length}处`],
    message: `这一段有${found.length}处正文的总数与所列各项之和不一致。各项之和应等于总数，或不超过总数。请逐处核对总数和各项。`,
    span: first.span,
    related: found.slice(1, 1 + MAX_RELATED).map(({ span, actual, expected }) => ({ message: `总数为${actual ?? ''}，各项之和为${expected ?? ''}`, span })),
  };
}

interface Wrong {
  readonly span: Span;
  readonly actual: number;
  readonly expected: number;
  /** The sum that a fix shows; null where nobody knows which number it is to change. */
  readonly fixes: string | null;
}

/** A total that the table confirms is right: the mistake is among the items, in the one that it does not confirm. */
function wrongOf(context: RuleContext, { total, items }: List, sum: number): Wrong {
  const words = sumWords(items.map((item) => item.value));
  if (!isBacked(context, total)) return { span: total.span, actual: total.value, expected: sum, fixes: words };
  const doubtful = items.filter((item) => !isBacked(context, item));
  const [only, ...others] = doubtful;
  const due = only === undefined ? 0 : tidy(total.value - sum + only.value);
  if (only !== undefined && others.length === 0 && due >= 0)
    return { span: only.span, actual: only.value, expected: due, fixes: [total, ...items.filter((item) => item !== only)].map(({ value }) => value).join('−') };
  const [first, last] = [items[0]?.span ?? total.span, items.at(-1)?.span ?? total.span];
  return { span: { start: first.start, end: last.end }, actual: sum, expected: total.value, fixes: null };
}

/** What may be another's number is not confirmed by being the table's too: its own list says more of it. */
function isBacked({ report }: RuleContext, { span }: Quantity): boolean {
  return report.claims.some(({ status, scope, numberSpan }) => status === 'agrees' && scope !== 'other' && numberSpan.start === span.start);
}
