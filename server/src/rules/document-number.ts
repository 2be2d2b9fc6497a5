// Rule: document numbers without 〔 〕, or without any bracket.

import type { Edit } from '../text/edits.ts';
import { matchesIn } from './shared/prose.ts';
import type { Rule } from './rule.ts';

/** 伊政办【2020】10号, (2020), [2020]; the folded text has half-width brackets. */
const NUMBER = /(?<=[\u4e00-\u9fff]) ?[[【(] ?20[0-9]{2} ?[\]】)](?= ?[0-9]{1,4} ?号)/gu;
/** 国办公开办函202130号 */
const BARE = /(?<=[\u4e00-\u9fff][函发字办规通])20[12][0-9](?=[0-9]{1,3} ?号)/gu;

export const documentNumber: Rule = {
  id: 'document-number',
  name: '发文字号',
  class: '提示',
  quiet: true,
  summary: '发文字号的年份没有用六角括号〔〕，或者没有括号。',
  check({ report }) {
    const found = [...matchesIn(report, NUMBER), ...matchesIn(report, BARE)].toSorted((one, other) => one.span.start - other.span.start);
    const edits = found.map<Edit>(({ span, words }) => ({ span, newText: `〔${words.replaceAll(/[^0-9]/gu, '')}〕` }));
    const [first] = found;
    const [edit] = edits;
    if (first === undefined || edit === undefined) return [];
    const written = report.text.slice(first.span.start, first.span.end).trim();
    return [
      {
        key: [written, ...(edits.length > 1 ? [`全文共${edits.length}处`] : [])],
        message: `发文字号的年份应为“${edit.newText}”（现为“${written}”）。公文的发文字号通行六角括号${edits.length > 1 ? `，全文共${edits.length}处` : ''}。请一并改正。`,
        span: first.span,
        related: found.slice(1).map(({ span }) => ({ message: '发文字号的括号', span })),
        fixes: [{ title: edits.length > 1 ? `${edits.length}处改为六角括号` : `改为“${edit.newText}”`, kind: 'text', preferred: true, edits }],
      },
    ];
  },
};
