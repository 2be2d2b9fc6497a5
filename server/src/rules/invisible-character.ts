// Rule: invisible characters in the text, such as marks of direction.

import type { Report } from '../parse/model.ts';
import { INVISIBLE } from '../text/fold-table.ts';
import { selectorLength } from '../text/fold.ts';
import { lineOf } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { MAX_EDITS } from '../findings/limits.ts';
import type { Rule } from './rule.ts';

/** Variation selectors too: which of them are meant is told by where they stand. */
const CANDIDATES = new RegExp(`[${INVISIBLE}\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]`, 'gu');

/** 三、本年度办理结果（三）不予公开 1. */
const BEFORE_LABEL = 24;

export const invisibleCharacter: Rule = {
  id: 'invisible-character',
  name: '不可见字符',
  class: '提示',
  summary: '文字中有看不见的字符，如网页带来的方向标记。',
  check({ report }) {
    const found = invisibleIn(report);
    const [first] = found;
    if (first === undefined) return [];
    const code = report.text.codePointAt(first.start)?.toString(16).toUpperCase().padStart(4, '0') ?? '';
    const title = `删去${found.length}个看不见的字符`;
    return [
      {
        key: [`全文有${found.length}个看不见的字符`],
        message: `全文有${found.length}个看不见的字符，例如这里的U+${code}。它使数字和词语无法检索、汇总，多由网页和聊天软件复制产生。请一次全部删去。`,
        span: withNeighbour(report.text, first),
        fixes: found.length > MAX_EDITS ? [] : [{ title, kind: 'layout', preferred: true, edits: found.map((span) => ({ span, newText: '' })) }],
      },
    ];
  },
};

function invisibleIn(report: Report): readonly Span[] {
  const found: Span[] = [];
  let labels: readonly Span[] | null = null;
  for (const { 0: character, index } of report.text.matchAll(CANDIDATES)) {
    if (selectorLength(report.text, index) > 0 && !isBehindDigit(report, index)) {
      labels ??= labelsOf(report);
      if (!labels.some(({ start, end }) => start < index && index <= end)) continue;
    }
    found.push({ start: index, end: index + character.length });
  }
  return found;
}

/** Behind the Han characters of a name it chooses the form of the character; a number or a label has only one. */
function isBehindDigit({ folded }: Report, at: number): boolean {
  return /[0-9]/u.test(folded.charAt(at - 1));
}

/** With the numbering and the group before a row's label on its line. */
function labelsOf({ lines, sections, tables }: Report): readonly Span[] {
  const whole = ({ start, end }: Span) => ({ start: Math.max(start - BEFORE_LABEL, lines.starts[lineOf(lines, start)] ?? 0), end });
  return [
    ...sections.map(({ heading }) => heading),
    ...tables.flatMap(({ rows, headers }) => [...rows.map(({ label }) => whole(label)), ...headers.map(({ span }) => span)]),
  ];
}

/** Alone it could neither be seen nor pointed at: with the character behind it, at the end of a line the one before. */
function withNeighbour(text: string, { start, end }: Span): Span {
  const isSeen = (character: string) => /[^\s\p{Cf}\p{Surrogate}]/u.test(character);
  if (isSeen(text.charAt(end))) return { start, end: end + 1 };
  return isSeen(text.charAt(start - 1)) ? { start: start - 1, end } : { start, end };
}
