// Rule: the report says how many parts it has, and it is not six.

import { chineseValue } from '../parse/prose/words/quantity.ts';
import { matchesIn } from './shared/prose.ts';
import type { RuleFinding } from '../findings/finding.ts';
import { listed, marked } from '../findings/wording.ts';
import type { Span } from '../text/span.ts';
import type { Rule } from './rule.ts';

const PARTS = 6;
/** The parts are counted in the preamble or in the first lines of part one. */
const MAX_LEAD = 600;
/** A number of parts: 六个部分, 6个方面. */
const COUNT = '([0-9]{1,2}|[一二三四五六七八九十]{1,2})个?大?(?:部分|方面)';
/** 本报告由总体情况、…六个部分组成; 第六部分 is no count. */
const STATED = new RegExp(
  `(?:本报告|年度报告|年报|全文|报告)[^。\\n]{0,40}?(?:由|分为|分|包括|包含|共|含)[^。\\n]{0,80}?` +
    `(?<![0-9一二三四五六七八九十第])${COUNT}(?:组成|构成|内容|:|,|。)`,
  'gu',
);
/** Of the words found, the last count. */
const WRITTEN = new RegExp(`${COUNT}[^部]*$`, 'u');

/** The parts in a list, by a word that only one of them has. */
const NAMES: readonly (readonly [name: string, word: RegExp])[] = [
  ['总体情况', /总体情况|概述/u],
  ['主动公开政府信息情况', /主动公开/u],
  ['收到和处理政府信息公开申请情况', /申请/u],
  ['政府信息公开行政复议、行政诉讼情况', /复议|诉讼/u],
  ['存在的主要问题及改进情况', /问题/u],
  ['其他需要报告的事项', /其[他它]|需要报告|事项/u],
];
/** Fewer are examples, or another list. */
const MIN_LISTED = 4;

/** Five parts are listed, and six were said. */
function missingIn(words: string, span: Span): readonly RuleFinding[] {
  const missing = NAMES.filter(([, word]) => !word.test(words)).map(([name]) => name);
  const count = PARTS - missing.length;
  if (missing.length === 0 || count < MIN_LISTED || words.includes('等')) return [];
  return [
    {
      key: [`${count}个`, ...missing],
      message: `正文说年报有六个部分，列出的只有${count}个，缺少${listed(missing.map(marked))}。统一格式依照《条例》第五十条公布，共六个部分。请补全。`,
      span,
      actual: count,
      expected: PARTS,
    },
  ];
}

export const partCount: Rule = {
  id: 'part-count',
  name: '部分的个数',
  class: '核实',
  ofForm: true,
  summary: '正文所写的部分个数与统一格式的六个部分不一致，或者列出的部分不足六个。',
  check({ report }) {
    const first = report.sections[0]?.heading.end ?? 0;
    const [found] = matchesIn(report, STATED, first + MAX_LEAD);
    if (found === undefined) return [];
    const written = WRITTEN.exec(found.words);
    const count = written?.[1];
    if (written === null || count === undefined) return [];
    const value = /[0-9]/u.test(count) ? Number(count) : chineseValue(count);
    if (value === null) return [];
    const start = found.span.start + written.index;
    if (value === PARTS) return missingIn(found.words.slice(0, written.index), { start, end: start + count.length });
    const newText = /[0-9]/u.test(count) ? '6' : '六';
    return [
      {
        key: [`有${count}个部分`],
        message: `正文应写“${newText}个部分”（现为“${count}个部分”）。统一格式分为六个部分。请改正，并核实是否漏列。`,
        span: { start, end: start + count.length },
        actual: value,
        expected: PARTS,
        fixes: [{ title: `改为“${newText}个部分”`, kind: 'value', preferred: false, edits: [{ span: { start, end: start + count.length }, newText }] }],
      },
    ];
  },
};
