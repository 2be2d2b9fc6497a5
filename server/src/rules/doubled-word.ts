// Rule: words written twice in a row.

import { matchesIn } from './shared/prose.ts';
import type { Rule } from './rule.ts';

/**
 * Words that no sentence says twice. 公开, 信息, 政府, 规范, 部门, 单位 and their like are not among them: 规范规范性文件,
 * 县政府政府信息公开, 各部门部门负责人 are no slips. What may begin another word stands with what it may not go on with.
 */
const WORDS =
  '精神|要求|情况(?!通报)|问题(?!清单|导向)|方式|渠道|进一步|积极|认真|及时|不断|切实|继续|加强|开展|按照|根据|通过|以及|关于|相关|我们|我局|我办|我委|我镇|我乡|我县|我区|我市|我街道|群众|截至|存在|其中|主要|包括|同时|但是|因此|由于|为了|目前|全年|本年度|条例|能力(?!建设)|意识|水平|效率|质量|力度|作用|氛围';
const DOUBLED = new RegExp(`(?<![一各每])(${WORDS})\\1`, 'gu');

export const doubledWord: Rule = {
  id: 'doubled-word',
  name: '重复字词',
  class: '提示',
  quiet: true,
  summary: '同一个词连着写了两遍。',
  check({ report }) {
    return matchesIn(report, DOUBLED).map(({ span, words }) => {
      const half = words.length / 2;
      const word = words.slice(0, half);
      const again = { start: span.start + half, end: span.end };
      return {
        key: [words],
        message: `“${words}”应为“${word}”。同一个词连着写了两遍，多因修改时没有删净。请改正。`,
        span,
        fixes: [{ title: `改为“${word}”`, kind: 'text' as const, preferred: true, edits: [{ span: again, newText: '' }] }],
      };
    });
  },
};
