// textDocument/selectionRange: from cell to row, table and part; in prose from number to claim, sentence, paragraph and part.

import type { SelectionRange } from 'vscode-languageserver';
import { proseOf } from '../rules/shared/prose.ts';
import { sentencesIn } from '../parse/prose/words/sentences.ts';
import type { Report } from '../parse/model.ts';
import { isBlank } from '../parse/document/surface.ts';
import { rangeOf } from '../text/lines.ts';
import { touches, type Span } from '../text/span.ts';
import { MAX_NUMBER_REACH, MAX_PARAGRAPH_LINES, MAX_SENTENCE_REACH } from './limits.ts';
import { lineEnd, lineStart } from './outline/outline-words.ts';
import type { OutlineNode } from './outline/nest.ts';
import { outlineOf } from './outline/outline.ts';

const NUMBER = /[0-9]/u;
/** A line that ends in one of these ends a paragraph; another one as long as this was broken by the page. */
const MIN_FULL_LINE = 20;
/** So much of a line's end tells. */
const ENDING = 8;
const ENDS_PARAGRAPH = /[。!?:;][\s\u200b"]*$/u;

/** One chain an offset, from the smallest stretch that holds it to the whole document. */
export function selectionRanges(report: Report, offsets: readonly number[]): SelectionRange[] {
  return offsets.map((offset) => {
    const holding = [...proseAt(report, offset), ...cellAt(report, offset), ...outlineAt(outlineOf(report), offset)];
    return chain(
      report,
      holding.filter((span) => touches(span, offset)),
    );
  });
}

/** From the widest inwards; what does not lie wholly in the last one taken is left out. */
function chain(report: Report, spans: readonly Span[]): SelectionRange {
  let outer: Span = { start: 0, end: report.text.length };
  let range: SelectionRange = { range: rangeOf(report.lines, outer) };
  for (const span of spans.toSorted((one, other) => other.end - other.start - (one.end - one.start))) {
    const inside = outer.start <= span.start && span.end <= outer.end && span.end - span.start < outer.end - outer.start;
    if (!inside || span.start === span.end) continue;
    range = { range: rangeOf(report.lines, span), parent: range };
    outer = span;
  }
  return range;
}

/** Between two nodes the one that begins is meant. */
function outlineAt(nodes: readonly OutlineNode[], offset: number): readonly Span[] {
  const node = nodes.findLast(({ span }) => touches(span, offset));
  return node === undefined ? [] : [node.selection, node.span, ...outlineAt(node.children, offset)];
}

function cellAt({ cells }: Report, offset: number): readonly Span[] {
  return [...cells.values()].flatMap(({ span }) => (touches(span, offset) ? [span] : []));
}

function proseAt(report: Report, offset: number): readonly Span[] {
  const stretch = proseOf(report).find((span) => touches(span, offset));
  if (stretch === undefined) return [];
  const claims = report.claims.flatMap(({ numberSpan, span }) => (touches(span, offset) || touches(numberSpan, offset) ? [numberSpan, span] : []));
  const paragraph = paragraphAt(report.folded, stretch, offset);
  const around = { start: Math.max(paragraph.start, offset - MAX_SENTENCE_REACH), end: Math.min(paragraph.end, offset + MAX_SENTENCE_REACH) };
  const sentences = sentencesIn(report.folded, around).map(({ text, offsetAt }) => ({ start: offsetAt(0), end: offsetAt(text.length - 1) + 1 }));
  return [numberAt(report.folded, offset), ...claims, ...sentences.filter((span) => touches(span, offset)).slice(-1), paragraph];
}

function numberAt(folded: string, offset: number): Span {
  let { start, end } = { start: offset, end: offset };
  while (start > offset - MAX_NUMBER_REACH && NUMBER.test(folded.charAt(start - 1))) start--;
  while (end < offset + MAX_NUMBER_REACH && NUMBER.test(folded.charAt(end))) end++;
  return { start, end };
}

/** The line at the offset, and those around it as far as only the width of a page parted them. */
function paragraphAt(folded: string, stretch: Span, offset: number): Span {
  let start = lineStart(folded, offset, stretch.start);
  let last: Span = { start, end: Math.min(lineEnd(folded, offset), stretch.end) };
  for (let count = 0; count < MAX_PARAGRAPH_LINES; count++) {
    const before = lineBefore(folded, start, stretch.start);
    if (!goesOn(folded, before)) break;
    start = before.start;
  }
  for (let count = 0; count < MAX_PARAGRAPH_LINES && goesOn(folded, last); count++) last = lineAfter(folded, last.end, stretch.end);
  return { start, end: last.end };
}

function goesOn(folded: string, { start, end }: Span): boolean {
  return end - start >= MIN_FULL_LINE && !ENDS_PARAGRAPH.test(folded.slice(end - ENDING, end));
}

function lineBefore(folded: string, offset: number, floor: number): Span {
  let end = offset;
  while (end > floor && isBlank(folded.charCodeAt(end - 1))) end--;
  return { start: lineStart(folded, end, floor), end };
}

function lineAfter(folded: string, offset: number, ceiling: number): Span {
  let start = offset;
  while (start < ceiling && isBlank(folded.charCodeAt(start))) start++;
  return { start, end: Math.min(lineEnd(folded, start), ceiling) };
}
