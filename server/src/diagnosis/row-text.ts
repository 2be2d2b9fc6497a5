// Where do the values of a row stand in the text, and which edit puts in, takes out, cuts or joins one of them?

import type { Report } from '../parse/model.ts';
import type { Span } from '../text/span.ts';
import type { Edit } from '../text/edits.ts';
import type { Alignment } from './alignment.ts';
import type { DisplacedCandidate } from './displacement.ts';

export interface Token {
  readonly text: string;
  readonly span: Span;
}

const TOKEN = /[0-9]+/gu;

/** The values behind the last word of the label, or null where anything else stands among them. */
export function tokensOf(report: Report, span: Span): readonly Token[] | null {
  const slice = report.folded.slice(span.start, span.end).replaceAll(/<[^>]*>/gu, (tag) => ' '.repeat(tag.length));
  const tail = /[^\p{Script=Han}]*$/u.exec(slice);
  const base = tail?.index ?? 0;
  const values = slice.slice(base);
  if (/[^0-9\s|\u200b()"':.]/u.test(values)) return null;
  return [...values.matchAll(TOKEN)].map((match) => {
    const start = span.start + base + match.index;
    return { text: match[0], span: { start, end: start + match[0].length } };
  });
}

export function candidateOf(report: Report, tokens: readonly Token[], alignment: Alignment): DisplacedCandidate {
  return { alignment, values: alignment.values, edits: editsFor(report, tokens, alignment) };
}

/** Separators are copied from the neighbours, so that the row looks as the others do. */
function editsFor(report: Report, tokens: readonly Token[], { kind, at, values, cut }: Alignment): readonly Edit[] {
  const between = (index: number): Span => ({ start: tokens[index]?.span.end ?? 0, end: tokens[index + 1]?.span.start ?? 0 });
  const slice = ({ start, end }: Span) => report.text.slice(start, end);
  const token = tokens[at];
  const last = tokens.at(-1);
  switch (kind) {
    case 'lost': {
      const value = String(values[at] ?? 0);
      if (token !== undefined) return [insertion(token.span.start, value + slice(between(Math.max(0, at - 1))))];
      return last === undefined ? [] : [insertion(last.span.end, slice(between(tokens.length - 2)) + value)];
    }
    case 'extra': {
      if (token === undefined) return [];
      const next = tokens[at + 1];
      const span = next === undefined ? { start: between(at - 1).start, end: token.span.end } : { start: token.span.start, end: next.span.start };
      return [{ span, newText: '' }];
    }
    case 'glued': {
      const gap = at + 1 < tokens.length ? between(at) : between(at - 1);
      return token === undefined ? [] : [insertion(token.span.start + (cut ?? 0), slice(gap))];
    }
    case 'split':
      return [{ span: between(at), newText: '' }];
    default:
      return kind satisfies never;
  }
}

function insertion(offset: number, newText: string): Edit {
  return { span: { start: offset, end: offset }, newText };
}
