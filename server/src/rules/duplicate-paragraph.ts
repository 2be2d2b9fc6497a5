// Rule: a paragraph that stands in the report twice.

import type { Report } from '../parse/model.ts';
import { hanOf } from '../text/han.ts';
import type { Span } from '../text/span.ts';
import { compact } from '../findings/compare.ts';
import type { Some } from '../findings/grouping.ts';
import { MAX_EDITS, MAX_RELATED, MAX_SINGLE, MAX_WORDS_SHOWN } from '../findings/limits.ts';
import { proseLines } from './shared/prose.ts';
import type { Rule } from './rule.ts';
import type { RuleFinding } from '../findings/finding.ts';

/** Shorter lines may be repeated for good reasons; rules of dashes are no paragraph. */
const MIN_LENGTH = 24;

export const duplicateParagraph: Rule = {
  id: 'duplicate-paragraph',
  name: '重复段落',
  class: '提示',
  quiet: true,
  summary: '同一段文字出现了两次。',
  check({ report }) {
    const first = new Map<string, Span>();
    const found: Repeat[] = [];
    for (const line of alike(report)) {
      const words = compact(report.folded.slice(line.start, line.end));
      const before = first.get(words);
      if (before === undefined) first.set(words, line);
      else found.push({ line, before });
    }
    const [one] = found;
    if (one === undefined) return [];
    return found.length > MAX_SINGLE ? [together([one, ...found.slice(1)])] : found.map((repeat) => finding(report, repeat));
  },
};

/** Paragraphs that share all their Han characters with another; hardly any report has some. */
function alike(report: Report): readonly Span[] {
  const groups = new Map<string, Span[]>();
  for (const line of proseLines(report)) {
    const key = hanOf(report.folded.slice(line.start, line.end));
    if (key.length < MIN_LENGTH) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [line]);
    else group.push(line);
  }
  return [...groups.values()].filter((group) => group.length > 1).flat();
}

interface Repeat {
  readonly line: Span;
  /** The first that reads alike. */
  readonly before: Span;
}

/** One paste, with one way out. */
function together(found: Some<Repeat>): RuleFinding {
  const [first] = found;
  return {
    key: [`全文有${found.length}段`],
    message: `全文有${found.length}段与前文完全相同。如系重复，请删去多余的各段。`,
    span: first.line,
    related: [
      { message: '前面相同的一段', span: first.before },
      ...found.slice(1, 1 + MAX_RELATED).map(({ line }) => ({ message: '这一段也是重复的', span: line })),
    ],
    fixes:
      found.length > MAX_EDITS
        ? []
        : [{ title: `删去重复的${found.length}段`, kind: 'text', preferred: false, edits: found.map(({ line }) => ({ span: line, newText: '' })) }],
  };
}

function finding(report: Report, { line, before }: Repeat): RuleFinding {
  const words = report.text.slice(line.start, line.start + MAX_WORDS_SHOWN).replaceAll(/[\s"“”;!]/gu, '');
  return {
    key: [words],
    message: `这一段与前文完全相同：“${words}…”。如系重复，请删去一段。`,
    span: line,
    related: [{ message: '前面相同的一段', span: before }],
    fixes: [{ title: '删去重复的一段', kind: 'text', preferred: false, edits: [{ span: line, newText: '' }] }],
  };
}
