// Alignment of lines before with lines behind, and of the words of a line that changed.

import type { Edit } from './edits.ts';
import { MAX_ALIGNED_PAIRS } from './limits.ts';
import { Turns } from './turns.ts';

/** Pairs in order; null where a line is new, or gone. */
export type Alignment = readonly { readonly old: number | null; readonly next: number | null }[];

/** What a line that is only on one side costs; two unlike lines cost 1. */
const ALONE = 0.6;

export function alignLines(before: readonly string[], after: readonly string[]): Alignment {
  let head = 0;
  const shorter = Math.min(before.length, after.length);
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const middle = pairs(before.slice(head, before.length - tail), after.slice(head, after.length - tail));
  return [
    ...Array.from({ length: head }, (_, index) => ({ old: index, next: index })),
    ...middle.map(({ old, next }) => ({ old: old === null ? null : old + head, next: next === null ? null : next + head })),
    ...Array.from({ length: tail }, (_, index) => ({ old: before.length - tail + index, next: after.length - tail + index })),
  ];
}

function pairs(before: readonly string[], after: readonly string[]): Alignment {
  if (before.length * after.length <= MAX_ALIGNED_PAIRS) return cheapest(before, after, { pair: unlikeness, alone: ALONE });
  return Array.from({ length: Math.max(before.length, after.length) }, (_, index) => ({
    old: index < before.length ? index : null,
    next: index < after.length ? index : null,
  }));
}

/** The share of two lines that is not their common beginning and end. Rows stay rows. */
function unlikeness(one: string, other: string): number {
  if (one === other) return 0;
  if (one.split('\t').length !== other.split('\t').length) return Infinity;
  const shorter = Math.min(one.length, other.length);
  let head = 0;
  while (head < shorter && one[head] === other[head]) head++;
  let tail = 0;
  while (tail < shorter - head && one.at(-1 - tail) === other.at(-1 - tail)) tail++;
  return 1 - (head + tail) / Math.max(one.length, other.length, 1);
}

interface Costs {
  readonly pair: (one: string, other: string) => number;
  readonly alone: number;
}

/** The least changes from one list to the other. */
function cheapest(before: readonly string[], after: readonly string[], { pair, alone }: Costs): Alignment {
  const width = after.length + 1;
  const costs = new Float64Array((before.length + 1) * width);
  const at = (row: number, column: number) => costs[row * width + column] ?? Infinity;
  for (let row = before.length; row >= 0; row--) {
    for (let column = after.length; column >= 0; column--) {
      const [one, other] = [before[row], after[column]];
      if (one === undefined && other === undefined) continue;
      costs[row * width + column] = Math.min(
        one === undefined ? Infinity : at(row + 1, column) + alone,
        other === undefined ? Infinity : at(row, column + 1) + alone,
        one === undefined || other === undefined ? Infinity : at(row + 1, column + 1) + pair(one, other),
      );
    }
  }
  const found: { old: number | null; next: number | null }[] = [];
  let [row, column] = [0, 0];
  const turns = new Turns(before.length + after.length);
  while (turns.more() && (row < before.length || column < after.length)) {
    const [one, other] = [before[row], after[column]];
    const isPair = one !== undefined && other !== undefined && at(row, column) === at(row + 1, column + 1) + pair(one, other);
    const isGone = !isPair && one !== undefined && at(row, column) === at(row + 1, column) + alone;
    found.push({ old: isPair || isGone ? row : null, next: isGone ? null : column });
    if (isPair || isGone) row++;
    if (!isGone) column++;
  }
  return found;
}

const WORDS = /\d+(?:[.,]\d+)*|[a-z]+|./gisu;

/** One edit as several, where words between stay: those may be ones that cannot be changed. A number is one word. */
export function refined(text: string, edit: Edit): readonly Edit[] {
  const { span, newText } = whole(text, edit);
  const before = text.slice(span.start, span.end).match(WORDS) ?? [];
  const after = newText.match(WORDS) ?? [];
  if (before.length < 2 || after.length < 2 || before.length * after.length > MAX_ALIGNED_PAIRS) return [{ span, newText }];
  const edits: Edit[] = [];
  let offset = span.start;
  let open: { start: number; newText: string } | null = null;
  const close = () => {
    if (open !== null) edits.push({ span: { start: open.start, end: offset }, newText: open.newText });
    open = null;
  };
  for (const { old, next } of cheapest(before, after, { pair: (one, other) => (one === other ? 0 : Infinity), alone: 1 })) {
    const word = old === null ? '' : (before[old] ?? '');
    if (old !== null && next !== null) close();
    else {
      open ??= { start: offset, newText: '' };
      if (next !== null) open.newText += after[next] ?? '';
    }
    offset += word.length;
  }
  close();
  return edits;
}

/** Halves of a character are changed as a whole. */
function whole(text: string, { span, newText }: Edit): Edit {
  const start = isLow(text.charCodeAt(span.start)) && span.start > 0 ? span.start - 1 : span.start;
  const end = isLow(text.charCodeAt(span.end)) ? span.end + 1 : span.end;
  return { span: { start, end }, newText: text.slice(start, span.start) + newText + text.slice(span.end, end) };
}

function isLow(unit: number): boolean {
  return unit >= 0xdc_00 && unit <= 0xdf_ff;
}
