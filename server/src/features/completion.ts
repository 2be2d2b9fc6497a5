// Which skeletons can be put in at a place? Found by what is typed there: Han characters or pinyin initials.

import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import { initialsOf } from '../edit/initials.ts';
import { describe, explain, renderPlain, renderSnippet, type Layout, type Skeleton } from '../edit/skeleton.ts';
import { SKELETONS, yearFor } from '../edit/skeletons.ts';
import type { Report } from '../report/model.ts';
import { isHan } from '../text/han.ts';
import { lineOf, rangeOf } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

export interface CompletionOptions {
  readonly layout: Layout;
  /** Whether the client takes snippet syntax. */
  readonly snippets: boolean;
  /** The year reports are about now; one that the report states goes before it. */
  readonly year: number;
}

/** LSP's numbers. */
const KIND_SNIPPET = 15;
const PLAIN_TEXT = 1;
const SNIPPET = 2;

/** Longer than every name. */
const MAX_TYPED = 40;
/** Within a sentence, fewer characters are ordinary words; at the start of a line or cell one will do. */
const MIN_WITHIN_SENTENCE = 4;
/** Words of which these reports are full, so they announce no heading. */
const SUBJECT = '政府信息公开';
/** What may stand before a name without making a sentence: blanks, cell borders, Markdown marks, enumerators. */
const LINE_START = /(?:^|[\t|])[\s#>*-]*(?:(?:[一二三四五六]、|\([一二三四五六七]\)|[1-8][.、])\s*)?$/u;

const keys: ReadonlyMap<Skeleton, readonly string[]> = new Map(
  SKELETONS.map((skeleton) => [skeleton, [...skeleton.names, ...skeleton.names.map(initialsOf)]]),
);

/** The list is never final: the next letter may match another name. */
export function completions(report: Report, offset: number, options: CompletionOptions): CompletionList {
  const lineStart = report.lines.starts[lineOf(report.lines, offset)] ?? 0;
  const before = { text: report.folded.slice(lineStart, offset), start: lineStart };
  const items = SKELETONS.filter((skeleton) => fits(skeleton, report)).flatMap((skeleton, index) => {
    const match = matchTyped(skeleton, before.text);
    if (match === null) return [];
    const span = { start: withEnumerator(skeleton, before.text.slice(0, match.start)) + lineStart, end: offset };
    return [itemOf(report, skeleton, { span, rest: match.rest, index }, options)];
  });
  return { isIncomplete: true, items };
}

/** Once the form is known, the other one is out of place. */
function fits(skeleton: Skeleton, { recognised, form }: Report): boolean {
  return skeleton.form === null || !recognised || form.id === null || skeleton.form === form.id;
}

interface Match {
  /** Where the typed part of the name begins in the line. */
  readonly start: number;
  /** What of the name is not typed yet. */
  readonly rest: string;
}

/** The longest end of the line that begins one of the names; nothing typed fits where a line or cell begins. */
function matchTyped(skeleton: Skeleton, line: string): Match | null {
  const typed = line.slice(-MAX_TYPED);
  for (let start = line.length - typed.length; start < line.length; start++) {
    if (!isTypedFrom(line, start)) continue;
    const end = line.slice(start).toLowerCase();
    const key = keys.get(skeleton)?.find((candidate) => candidate.startsWith(end));
    if (key !== undefined && (LINE_START.test(line.slice(0, start)) || standsOut(end))) {
      return { start, rest: key.slice(end.length) };
    }
  }
  return LINE_START.test(line) ? { start: line.length, rest: skeleton.names[0] ?? skeleton.label } : null;
}

/** Initials begin where letters begin: `abbs` does not ask for 表三. */
function isTypedFrom(line: string, start: number): boolean {
  const first = line.charCodeAt(start);
  return isHan(first) || (isLetter(first) && !isLetter(line.charCodeAt(start - 1)));
}

function isLetter(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}

function standsOut(typed: string): boolean {
  return typed.length >= MIN_WITHIN_SENTENCE && !SUBJECT.startsWith(typed);
}

/** An enumerator that is typed already is replaced along with the name. */
function withEnumerator({ enumerator }: Skeleton, head: string): number {
  const trimmed = head.trimEnd();
  const folded = enumerator.replace('（', '(').replace('）', ')');
  return folded !== '' && trimmed.endsWith(folded) ? trimmed.length - folded.length : head.length;
}

function itemOf(
  report: Report,
  skeleton: Skeleton,
  { span, rest, index }: { readonly span: Span; readonly rest: string; readonly index: number },
  { layout, snippets, year }: CompletionOptions,
): CompletionItem {
  const lineBreak = report.text.includes('\r\n') ? '\r\n' : '\n';
  const stated = report.year?.value;
  const yearText = stated === undefined ? null : String(stated);
  const guess = yearFor(skeleton, year);
  const newText = snippets
    ? renderSnippet(skeleton, {
        layout,
        lineBreak,
        year: { first: (stop) => yearText ?? `\${${stop}:${guess}}`, again: (stop) => yearText ?? `\${${stop}}` },
      })
    : renderPlain(skeleton, { layout, lineBreak }, stated ?? guess);
  return {
    label: skeleton.label,
    kind: KIND_SNIPPET,
    detail: describe(skeleton),
    ...(explain(skeleton) !== '' && { documentation: explain(skeleton) }),
    // Whatever was typed, Han or initials, stays the beginning of what editors filter by.
    filterText: report.text.slice(span.start, span.end) + rest,
    sortText: String(index).padStart(3, '0'),
    insertTextFormat: snippets ? SNIPPET : PLAIN_TEXT,
    textEdit: { range: rangeOf(report.lines, span), newText },
  };
}
