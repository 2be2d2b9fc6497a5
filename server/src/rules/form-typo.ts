// Rule: misspelt phrases of the form itself.

import { matchesIn } from './shared/prose.ts';
import { MISPRINTS } from './shared/misprints.ts';
import type { Rule } from './rule.ts';

const RIGHT = new Map(MISPRINTS.map(({ wrong, right }) => [wrong, right]));
/** 2023年年度报告 is as right as 2023年度报告. */
const WRONG = new RegExp(MISPRINTS.map(({ wrong }) => (wrong.startsWith('年') ? `(?<![0-9] ?)${wrong}` : wrong)).join('|'), 'gu');

export const formTypo: Rule = {
  id: 'form-typo',
  name: '错别字',
  class: '提示',
  quiet: true,
  summary: '年报的常用语里有错字、漏字或者叠字。',
  check({ report }) {
    return matchesIn(report, WRONG).flatMap(({ span, words }) => {
      const right = RIGHT.get(words);
      if (right === undefined) return [];
      return [
        {
          key: [words, right],
          message: `“${words}”应为“${right}”。多因输入或格式转换产生。请改正。`,
          span,
          fixes: [{ title: `改为“${right}”`, kind: 'text' as const, preferred: true, edits: [{ span, newText: right }] }],
        },
      ];
    });
  },
};
