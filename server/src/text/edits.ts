// Applies edits to a text, and computes the edits from one text to another.

import { indexLines, type LineIndex } from './lines.ts';
import type { Span } from './span.ts';

export interface Edit {
  readonly span: Span;
  readonly newText: string;
  /** Where in `newText` something is left to fill in; what stands there stands in for it. Editors make tab stops of them. */
  readonly gaps?: readonly Span[];
}

/** Applies edits that do not overlap, in any order. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let end = 0;
  for (const { span, newText } of inOrder(edits)) {
    result += text.slice(end, span.start) + newText;
    end = span.end;
  }
  return result + text.slice(end);
}

/** Those groups of edits that can be applied together: a group that touches an earlier one's place is left out whole. */
export function compatible(groups: readonly (readonly Edit[])[], length: number): readonly Edit[] {
  const taken = new Uint8Array(length + 1);
  const places = ({ start, end }: Span) => taken.subarray(start, Math.max(end, start + 1));
  return groups.flatMap((edits) => {
    // Two insertions at one place would be applied in no defined order: an insertion takes its place, too.
    if (edits.some(({ span }) => places(span).includes(1))) return [];
    for (const { span } of edits) places(span).fill(1);
    return edits;
  });
}

/**
 * Small edits that turn `before` into `after`: line by line where the lines correspond, so that cursors and marks
 * elsewhere stay; otherwise one edit from the first difference to the last.
 */
export function editsBetween(before: string, after: string): readonly Edit[] {
  if (before === after) return [];
  const old = indexLines(before);
  const next = indexLines(after);
  if (old.starts.length !== next.starts.length) return [narrowed(before, after, { start: 0, end: before.length })];
  const edits: Edit[] = [];
  for (let line = 0; line < old.starts.length; line++) {
    const span = lineWithBreak(old, line);
    const replacement = sliceOf(after, lineWithBreak(next, line));
    if (sliceOf(before, span) !== replacement) edits.push(narrowed(before, replacement, span));
  }
  return edits;
}

function inOrder(edits: readonly Edit[]): readonly Edit[] {
  return edits.toSorted((first, second) => first.span.start - second.span.start || first.span.end - second.span.end);
}

function lineWithBreak(lines: LineIndex, line: number): Span {
  return { start: lines.starts[line] ?? lines.length, end: lines.starts[line + 1] ?? lines.length };
}

function sliceOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** One edit of `span` without what is the same at its two ends. */
export function narrowed(before: string, replacement: string, span: Span): Edit {
  const old = sliceOf(before, span);
  const shorter = Math.min(old.length, replacement.length);
  let head = 0;
  while (head < shorter && old[head] === replacement[head]) head++;
  let tail = 0;
  while (tail < shorter - head && old[old.length - 1 - tail] === replacement[replacement.length - 1 - tail]) tail++;
  return {
    span: { start: span.start + head, end: span.end - tail },
    newText: replacement.slice(head, replacement.length - tail),
  };
}
