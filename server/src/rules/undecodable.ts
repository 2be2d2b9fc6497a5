// Rule: bytes that could not be read as text.

import type { Report } from '../parse/model.ts';
import { lineOf } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { REPLACEMENT } from '../text/decode.ts';
import type { Some } from '../findings/grouping.ts';
import type { RuleFinding } from '../findings/finding.ts';
import { MAX_RELATED, MAX_SINGLE } from '../findings/limits.ts';
import type { Rule, RuleContext } from './rule.ts';

/** Several in a row are what is left of one place. */
const REPLACED = new RegExp(`${REPLACEMENT}+`, 'gu');

export const undecodable: Rule = {
  id: 'undecodable',
  name: '无法解码',
  class: '核实',
  summary: '文件中有无法识别为文字的字节。',
  check(context) {
    const { report } = context;
    if (!report.text.includes(REPLACEMENT)) return [];
    const spans = [...report.text.matchAll(REPLACED)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }));
    const [first, ...others] = spans;
    if (first === undefined) return [];
    return spans.length > MAX_SINGLE ? [together(context, [first, ...others])] : spans.map((span) => single(context, span));
  },
};

const WHY = '保存后原来的字节就会丢失，不能恢复。';
const ADVICE = '请先不要保存，用 GB18030 编码重新打开，或对照原稿改正。';

function single(context: RuleContext, span: Span): RuleFinding {
  const place = placeOf(context, span);
  return {
    key: [lineName(context, span)],
    message: `${place}${place.endsWith('行') ? '有字节' : ''}无法识别为文字，显示为“${REPLACEMENT}”。${WHY}${ADVICE}`,
    span,
  };
}

function together(context: RuleContext, spans: Some<Span>): RuleFinding {
  const [first] = spans;
  return {
    key: [`全文有${spans.length}处`, lineName(context, first)],
    message: `全文有${spans.length}处字节无法识别为文字，显示为“${REPLACEMENT}”，第一处在${placeOf(context, first)}。${WHY}${ADVICE}`,
    span: first,
    related: spans.slice(1, 1 + MAX_RELATED).map((span) => ({ message: '这里也有无法识别的字节', span })),
  };
}

/** With the byte itself, where it is known: an editor shows only what became of it. */
function placeOf({ report, badBytes }: RuleContext, span: Span): string {
  const line = lineOf(report.lines, span.start);
  const byte = isFirstOfLine(report, span) ? badBytes?.find((each) => each.line === line) : undefined;
  const words = byte === undefined ? '' : `的第${byte.position}字节（0x${byte.value.toString(16).toUpperCase().padStart(2, '0')}）`;
  return `${lineName({ report }, span)}${words}`;
}

/** Known to every host, the byte is not. */
function lineName({ report }: Pick<RuleContext, 'report'>, span: Span): string {
  return `第${lineOf(report.lines, span.start) + 1}行`;
}

function isFirstOfLine({ text, lines }: Report, { start }: Span): boolean {
  return !text.slice(lines.starts[lineOf(lines, start)], start).includes(REPLACEMENT);
}
