// Rule: quotation marks, book title marks and brackets that lack their other half.

import type { RuleFinding } from '../findings/finding.ts';
import type { Report } from '../parse/model.ts';
import type { Span } from '../text/span.ts';
import { proseOf } from './shared/prose.ts';
import type { Rule } from './rule.ts';

const PAIRS: readonly (readonly [open: string, close: string])[] = [
  ['“', '”'],
  ['《', '》'],
  ['（', '）'],
  ['〔', '〕'],
  ['【', '】'],
];
const CLOSING = new Map(PAIRS.map(([open, close]) => [open, close]));
const OPENING = new Map(PAIRS.map(([open, close]) => [close, open]));
/** A half-width bracket may close a full-width one. */
const MIXED: Readonly<Record<string, string>> = { '(': '（', ')': '）' };
const MARK = /[“”《》（）()〔〕【】]|。[ \t]*(?:\r?\n|$)/gu;
/** 1）, 一）, a): an enumerator, which has only the one half. */
const ENUMERATOR = /(?:^|[\n。；;，,：: \t])(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3}|[a-zA-Z①-⑩])$/u;
const BEFORE = 6;
/** Many of them are a text that was torn, and no slip. */
const MAX_SLIPS = 5;
/** So many open at once is no prose. */
const MAX_OPEN = 16;

export const unpairedMark: Rule = {
  id: 'unpaired-mark',
  name: '成对标点',
  class: '提示',
  quiet: true,
  summary: '引号、书名号或者括号只有一半。',
  check({ report }) {
    const found = proseOf(report).flatMap((span) => unpairedIn(report, span));
    return found.length > MAX_SLIPS ? [] : found.map((span) => finding(report, span));
  },
};

function finding({ text }: Report, span: Span): RuleFinding {
  const mark = text.slice(span.start, span.end);
  const other = CLOSING.get(mark) ?? OPENING.get(mark) ?? (mark === '(' ? ')' : '(');
  // Either sentence names both marks: which one stands alone is told by the words around it.
  return { key: [`“${shown(mark)}”没有`], message: `“${shown(mark)}”没有与它成对的“${shown(other)}”。标点应当成对使用。请补上或者删去。`, span };
}

/** A quotation mark in quotation marks cannot be read. */
function shown(mark: string): string {
  return mark === '“' ? '左引号' : mark === '”' ? '右引号' : mark;
}

/** Marks that find no partner before their paragraph ends. */
function unpairedIn({ text }: Report, { start, end }: Span): readonly Span[] {
  const found: Span[] = [];
  let open: { readonly mark: string; readonly at: number }[] = [];
  const place = (at: number): Span => ({ start: at, end: at + 1 });
  for (const match of text.slice(start, end).matchAll(MARK)) {
    const at = start + match.index;
    const mark = MIXED[match[0]] ?? match[0];
    if (open.length > MAX_OPEN || found.length > MAX_SLIPS) return found;
    if (CLOSING.has(mark)) open.push({ mark, at });
    else if (!OPENING.has(mark)) {
      found.push(...open.map((each) => place(each.at)));
      open = [];
    } else {
      const partner = open.findLastIndex((each) => each.mark === OPENING.get(mark));
      if (partner >= 0) {
        found.push(...open.slice(partner + 1).map((each) => place(each.at)));
        open = open.slice(0, partner);
      } else if (!(mark === '）' && ENUMERATOR.test(text.slice(Math.max(start, at - BEFORE), at)))) found.push(place(at));
    }
  }
  if (open.length > MAX_OPEN) return found;
  return [...found, ...open.map((each) => place(each.at))].toSorted((one, other) => one.start - other.start);
}
