// Does a paragraph stand in the report twice?

import type { Report } from '../parse/model.ts';
import { hanOf } from '../text/han.ts';
import type { Span } from '../text/span.ts';
import { compact } from '../findings/compare.ts';
import { proseLines } from './shared/prose.ts';
import type { Rule } from './rule.ts';
import type { RuleFinding } from '../findings/finding.ts';

/** Shorter lines may be repeated for good reasons; rules of dashes are no paragraph. */
const MIN_LENGTH = 24;

export const duplicateParagraph: Rule = {
  id: 'duplicate-paragraph',
  class: '提示',
  quiet: true,
  triesFixes: true,
  summary: '同一段文字出现了两次。',
  check({ report }) {
    const first = new Map<string, Span>();
    const found: RuleFinding[] = [];
    for (const line of alike(report)) {
      const words = compact(report.folded.slice(line.start, line.end));
      const before = first.get(words);
      if (before === undefined) first.set(words, line);
      else found.push(finding(report, line, before));
    }
    return found;
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

function finding(report: Report, line: Span, before: Span): RuleFinding {
  const words = report.text.slice(line.start, line.start + 12);
  return {
    message: `这一段与前面的一段完全相同：“${words.replaceAll(/[\s"“”;!]/gu, '')}…”。重复的段落多是粘贴时留下的。请核对，删去多余的一段。`,
    span: line,
    related: [{ message: '前面相同的一段', span: before }],
    fixes: [{ title: '删去重复的一段', kind: 'text', preferred: false, edits: [{ span: line, newText: '' }] }],
  };
}
