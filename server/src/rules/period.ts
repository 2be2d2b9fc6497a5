// Rule: 统计期限 is not one whole year.

import type { CalendarDate, Report } from '../parse/model.ts';
import { LAST_YEAR } from '../parse/document/title.ts';
import type { Span } from '../text/span.ts';
import type { Fix, RuleFinding } from '../findings/finding.ts';
import { matchesIn } from './shared/prose.ts';
import type { Rule } from './rule.ts';

export const period: Rule = {
  id: 'period',
  name: '统计期限',
  class: '核实',
  summary: '统计期限不是某一年的1月1日至12月31日，或者日期残缺。',
  check({ report }) {
    if (report.period === null) return garbled(report);
    const { from, to, span } = report.period;
    if (from.year === to.year && from.year <= LAST_YEAR && isDate(from, 1, 1) && isDate(to, 12, 31)) return garbled(report);
    return [
      {
        key: [shown(from), shown(to)],
        message: `统计期限为${shown(from)}至${shown(to)}。统计期限通常为上一年度1月1日至12月31日；年内新设的机关按实际写，并填写核实说明。请核实。`,
        span,
        fixes: report.year === null ? [] : [wholeYear(report, span, report.year.value)],
      },
    ];
  },
};

/** What follows 统计期限 or 自, as far as it may be two dates. */
const DATES = /(?<=期限[^0-9。\n]{0,8})[0-9]{3,6}[0-9年月日 起至到—–-]{6,30}[0-9月日]|(?<=[自从] ?)20[0-9]{2}[0-9年月日 起至到—–-]{6,30}[0-9月日]/gu;
/** 20231月, 202020年, 202年, 年年, 12年31日, 1日1日, 12月31 without 日, 1月1日12月31日: a sign was lost, doubled or taken for another. */
const GARBLED =
  /20[0-9]{2} ?[0-9]{1,2} ?月|20[0-9]{3,} ?年|(?<![0-9])[0-9]{3} ?年|年 ?年|月 ?月|日 ?日|年 ?月|月 ?日|年 ?[0-9]{1,2} ?年|月 ?[0-9]{1,2} ?月|日 ?[0-9]{1,2} ?日|月 ?[0-9]{1,2} ?(?:[起至到—–-]|$)|年 ?[0-9]{1,2} ?日/u;
const NOTHING_BETWEEN = /日 ?(?:20[0-9]{2} ?年 ?)?[0-9]{1,2} ?月/u;

function garbled(report: Report): readonly RuleFinding[] {
  const found = matchesIn(report, DATES, report.sections[0]?.span.start ?? 0).find(({ words }) =>
    (/[至到—–-]/u.test(words) ? GARBLED : NOTHING_BETWEEN).test(words),
  );
  if (found === undefined) return [];
  const written = report.text.slice(found.span.start, found.span.end);
  return [
    {
      key: [written],
      message: `统计期限写作“${written}”，日期残缺。年报统计的是上一年度1月1日至12月31日的数据。请核对起止日期。`,
      span: found.span,
      fixes: report.year === null ? [] : [wholeYear(report, found.span, report.year.value)],
    },
  ];
}

function wholeYear({ text }: Report, span: Span, year: number): Fix {
  const newText = `${year}年1月1日${text.slice(span.start, span.end).includes('起至') ? '起' : ''}至${year}年12月31日`;
  return { title: `统计期限改为“${newText}”`, kind: 'value', preferred: false, edits: [{ span, newText }] };
}

function isDate({ month, day }: CalendarDate, dueMonth: number, dueDay: number): boolean {
  return month === dueMonth && day === dueDay;
}

function shown({ year, month, day }: CalendarDate): string {
  return `${year}年${month}月${day}日`;
}
