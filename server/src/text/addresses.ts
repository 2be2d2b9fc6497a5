// Spans of URLs, e-mail addresses and HTML tags in a text: a change there leads elsewhere, or tears the markup.

import type { Span } from './span.ts';

/** Tags with their attributes, what Markdown links to, and addresses as they stand in a text. */
const ADDRESSES = /<\/?[A-Za-z!][^<>]{0,2000}>|\]\([^()\s]{1,2000}\)|\b(?:https?|ftp|mailto|file):[^\s<>"'，。；（）]{1,2000}/gu;

export function addressSpans(text: string): readonly Span[] {
  return [...text.matchAll(ADDRESSES)].map(({ 0: { length }, index }) => ({ start: index, end: index + length }));
}

/** Whether an offset lies in one of the spans; offsets have to come in order. */
export function insideOf(spans: readonly Span[]): (offset: number) => boolean {
  let next = 0;
  return (offset) => {
    while (next < spans.length && (spans[next]?.end ?? 0) <= offset) next++;
    return (spans[next]?.start ?? Infinity) <= offset;
  };
}
