// A text with sentences put into their parts, as somebody who takes a completion on a line of its own.

import { sentencesFor, type Sentence } from '../../../server/src/rewrite/sentences/compose.ts';
import type { ProsePart } from '../../../server/src/rewrite/sentences/templates.ts';
import { renderPlain } from '../../../server/src/forms/skeletons/skeleton.ts';
import type { Report } from '../../../server/src/parse/model.ts';
import type { Span } from '../../../server/src/text/span.ts';

const PARTS: readonly ProsePart[] = ['preamble', 'overview', 'proactive', 'applications', 'disputes', 'problems', 'other'];

export interface Placed {
  readonly part: ProsePart;
  readonly sentence: Sentence;
  readonly text: string;
}

/** Every complete sentence of every part the report has. */
export function sentencesOf(report: Report): readonly Placed[] {
  return PARTS.filter((part) => part === 'preamble' || report.sections.some(({ id }) => id === part)).flatMap((part) =>
    sentencesFor(report, part)
      .filter(({ complete }) => complete)
      .map((sentence) => ({ part, sentence, text: written(report, sentence) })),
  );
}

function written(report: Report, { lines }: Sentence): string {
  return renderPlain({ lines }, { layout: 'tabs', lineBreak: '\n' }, report.year?.value ?? 2024);
}

/** The text with the sentences on lines below their headings, and where each of them stands then. */
export function insert({ text, sections, title }: Report, placed: readonly Placed[]): { readonly text: string; readonly spans: readonly Span[] } {
  const placeOf = (part: ProsePart) => (part === 'preamble' ? (title?.span.end ?? 0) : (sections.find(({ id }) => id === part)?.heading.end ?? 0));
  const ordered = placed
    .map((each, index) => ({ ...each, index, at: placeOf(each.part) }))
    .toSorted((one, other) => one.at - other.at || one.index - other.index);
  const spans: Span[] = [];
  let result = '';
  let end = 0;
  for (const { text: words, at, index } of ordered) {
    // At the head of the text the break comes behind.
    const lead = at === 0 ? '' : '\n';
    result += text.slice(end, at) + lead;
    spans[index] = { start: result.length, end: result.length + words.length };
    result += words + (at === 0 ? '\n' : '');
    end = at;
  }
  return { text: result + text.slice(end), spans };
}
