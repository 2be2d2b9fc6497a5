// Are the form's own phrases misspelt?

import { matchesIn } from './shared/prose.ts';
import type { Rule } from './rule.ts';

/** Doubled, lost or confused characters in phrases that every report has; right words are never part of a wrong one. */
const TYPOS: readonly (readonly [wrong: string, right: string])[] = [
  ['乡乡人民政府', '乡人民政府'],
  ['镇镇人民政府', '镇人民政府'],
  ['县县人民政府', '县人民政府'],
  ['政府信公开', '政府信息公开'],
  ['政府息公开', '政府信息公开'],
  ['政府信息公公开', '政府信息公开'],
  ['政府信息信息公开', '政府信息公开'],
  ['政府信息公开公开', '政府信息公开'],
  ['政府信患公开', '政府信息公开'],
  ['依申公开', '依申请公开'],
  ['依申请公公开', '依申请公开'],
  ['依申清公开', '依申请公开'],
  ['公开申清', '公开申请'],
  ['主动公公开', '主动公开'],
  ['公开条列', '公开条例'],
  ['行政复意', '行政复议'],
  ['行政复仪', '行政复议'],
  ['行政覆议', '行政复议'],
  ['行政诉诉讼', '行政诉讼'],
  ['行政诉讼讼', '行政诉讼'],
  ['部份公开', '部分公开'],
  ['予已公开', '予以公开'],
  ['不于公开', '不予公开'],
  ['不予处里', '不予处理'],
  ['结转下年底', '结转下年度'],
  ['勾嵇关系', '勾稽关系'],
  ['年度度报告', '年度报告'],
  ['年年度报告', '年度报告'],
  ['其进他需要', '其他需要'],
  ['改情况,其进他', '改进情况，其他'],
  ['规范性文件件', '规范性文件'],
];
const RIGHT = new Map(TYPOS);
const WRONG = new RegExp(TYPOS.map(([wrong]) => wrong).join('|'), 'gu');

export const formTypo: Rule = {
  id: 'form-typo',
  class: '提示',
  quiet: true,
  triesFixes: true,
  summary: '年报的常用语里有错字、漏字或者叠字。',
  check({ report }) {
    return matchesIn(report, WRONG).flatMap(({ span, words }) => {
      const right = RIGHT.get(words);
      if (right === undefined) return [];
      return [
        {
          message: `“${words}”应为“${right}”。这是年报的常用语，多因输入或转换出错。请改正。`,
          span,
          fixes: [{ title: `改为“${right}”`, kind: 'text' as const, preferred: true, edits: [{ span, newText: right }] }],
        },
      ];
    });
  },
};
