// Completion items: kinds, sort order, snippet or plain text.

import type { CompletionItem } from 'vscode-languageserver';
import { lineBreak } from '../../parse/line-spans.ts';
import { renderPlain, renderSnippet, type Layout, type SkeletonLine } from '../../forms/skeletons/skeleton.ts';
import type { Report } from '../../parse/model.ts';
import { rangeOf } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import { RANKS, type Rank } from './standing.ts';

export interface CompletionOptions {
  readonly layout: Layout;
  /** Whether the client takes snippet syntax. */
  readonly snippets: boolean;
  /** The year reports are about now; one that the report states goes before it. */
  readonly year: number;
}

/** LSP's numbers. No item is a `Snippet`: VS Code hides those where it is told not to list its own. */
export const KINDS = { sentence: 1, row: 5, table: 7, part: 9, value: 12, report: 17 } as const;
const PLAIN_TEXT = 1;
const SNIPPET = 2;
/** Tabs at the head of a line are cells: no editor may turn them into blanks or add to them. */
const AS_IS = 1;

export interface Offer {
  readonly label: string;
  readonly kind: keyof typeof KINDS;
  readonly detail: string;
  readonly documentation: string;
  readonly lines: readonly SkeletonLine[];
  /** What is replaced. */
  readonly span: Span;
  /** What of its name is not typed yet. */
  readonly rest: string;
  readonly rank: Rank;
  /** Its place among its equals. */
  readonly index: number;
  /** The year where the report states none. */
  readonly year: number;
}

export function itemOf(report: Report, offer: Offer, { layout, snippets }: CompletionOptions): CompletionItem {
  const { label, kind, detail, documentation, lines, span, rest, year: guess } = offer;
  const text = { layout, lineBreak: lineBreak(report) };
  const stated = report.year?.value;
  const yearText = stated === undefined ? null : String(stated);
  const year = { first: (stop: number) => yearText ?? `\${${stop}:${guess}}`, again: (stop: number) => yearText ?? `\${${stop}}` };
  const newText = snippets ? renderSnippet({ lines }, { ...text, year }) : renderPlain({ lines }, text, stated ?? guess);
  return {
    label,
    kind: KINDS[kind],
    detail,
    ...(documentation !== '' && { documentation }),
    // Whatever was typed, Han or initials, stays the beginning of what editors filter by.
    filterText: report.text.slice(span.start, span.end) + rest,
    sortText: `${RANKS.indexOf(offer.rank)}${String(offer.index).padStart(3, '0')}`,
    insertTextFormat: snippets ? SNIPPET : PLAIN_TEXT,
    insertTextMode: AS_IS,
    textEdit: { range: rangeOf(report.lines, span), newText },
  };
}
