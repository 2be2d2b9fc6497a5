// Rule: the Word document behind the text still holds revisions, comments, hidden or struck words, or the names of persons.

import type { RemainKind } from '../documents/document.ts';
import type { Rule } from './rule.ts';

/** In the order in which they are told. */
const WORDS: Readonly<Record<RemainKind, (count: number) => string>> = {
  revisions: (count) => `${count}处修订`,
  comments: (count) => `${count}条批注`,
  hidden: (count) => `${count}处隐藏文字`,
  struck: (count) => `${count}处带删除线的文字`,
  authors: (count) => `${count}个作者姓名`,
};
const KINDS = Object.keys(WORDS) as RemainKind[];

export const trackedChanges: Rule = {
  id: 'tracked-changes',
  name: '修订和批注',
  class: '提示',
  summary: 'Word 文档中还留有修订、批注、隐藏文字、带删除线的文字或者作者姓名。',
  check({ report, remains }) {
    if (remains === undefined || remains.size === 0) return [];
    const kinds = KINDS.filter((kind) => remains.has(kind));
    return [
      {
        // Whoever accepts the names in the properties has not accepted a comment that comes later.
        key: kinds,
        message: `文档中还有${kinds.map((kind) => WORDS[kind](remains.get(kind) ?? 0)).join('、')}。公开后他人也能看到。请在公开前用 Word 或 WPS 的“检查文档”清除。`,
        span: report.title?.span ?? { start: 0, end: Math.min(1, report.text.length) },
      },
    ];
  },
};
