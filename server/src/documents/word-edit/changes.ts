// Turns edits of the text into changes of its lines: words within a field, lines put in, lines taken out.

import { applyEdits, type Edit, narrowed } from '../../text/edits.ts';
import type { Span } from '../../text/span.ts';
import type { RefusalReason } from '../document.ts';
import type { Unit, UnitField } from '../word/render.ts';
import { type Alignment, alignLines, refined } from '../../text/align.ts';

/** Units are counted from 0; `edits` are those that ask for the change. */
export type Change = { readonly edits: readonly Edit[] } & (
  | { readonly kind: 'words'; readonly unit: Unit; readonly field: UnitField; readonly span: Span; readonly newText: string }
  /** Behind the unit of that number; -1: before the first. */
  | { readonly kind: 'put-in'; readonly after: number; readonly line: string }
  | { readonly kind: 'take-out'; readonly index: number }
  | { readonly kind: 'refused'; readonly reason: RefusalReason }
);

export interface Lines {
  readonly text: string;
  readonly units: readonly Unit[];
}

interface Group {
  readonly first: number;
  readonly last: number;
  readonly isStructural: boolean;
  readonly edits: readonly Edit[];
}

export function changesOf(lines: Lines, edits: readonly Edit[]): readonly Change[] {
  return groupsOf(lines, edits).flatMap((group) => {
    const unit = lines.units[group.first];
    if (unit === undefined) return [{ kind: 'refused' as const, reason: 'unclear' as const, edits: group.edits }];
    if (group.isStructural) return acrossLines(lines, group);
    return unit.kind === 'row' ? inRow(lines.text, unit, group.edits) : inParagraph(lines.text, unit, group.edits);
  });
}

/** Edits of one line, or of lines that one edit joins, belong together. */
function groupsOf({ text, units }: Lines, edits: readonly Edit[]): readonly Group[] {
  const groups: Group[] = [];
  const sorted = edits.filter(({ span, newText }) => text.slice(span.start, span.end) !== newText);
  for (const edit of sorted.toSorted((one, other) => one.span.start - other.span.start || one.span.end - other.span.end)) {
    const first = unitAt(units, edit.span.start);
    const last = unitAt(units, edit.span.end);
    const isStructural = first !== last || edit.newText.includes('\n') || edit.span.end >= text.length;
    const before = groups.at(-1);
    if (before === undefined || first > before.last) groups.push({ first, last, isStructural, edits: [edit] });
    else {
      const joined = { first: before.first, last: Math.max(before.last, last), edits: [...before.edits, edit] };
      groups[groups.length - 1] = { ...joined, isStructural: before.isStructural || isStructural };
    }
  }
  return groups;
}

/** The unit whose line, or whose line break, stands there. */
function unitAt(units: readonly Unit[], offset: number): number {
  let low = 0;
  let high = units.length - 1;
  for (let turn = units.length; turn > 0 && low < high; turn--) {
    const middle = (low + high + 1) >>> 1;
    if ((units[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function inParagraph(text: string, unit: Unit, edits: readonly Edit[]): readonly Change[] {
  const [field] = unit.fields;
  if (field === undefined) return [];
  return edits.flatMap((edit) => refined(text, edit).map(({ span, newText }) => ({ kind: 'words' as const, unit, field, span, newText, edits: [edit] })));
}

function inRow(text: string, unit: Unit, edits: readonly Edit[]): readonly Change[] {
  const within = edits.map(({ span, newText }) => ({ span: { start: span.start - unit.start, end: span.end - unit.start }, newText }));
  return rowBecomes(text, unit, { line: applyEdits(text.slice(unit.start, unit.end), within), edits });
}

function rowBecomes(text: string, unit: Unit, { line, edits }: { readonly line: string; readonly edits: readonly Edit[] }): readonly Change[] {
  const texts = line.split('\t');
  if (texts.length !== unit.fields.length) return [{ kind: 'refused', reason: 'cells', edits }];
  return unit.fields.flatMap((field, index) => {
    const newField = texts[index] ?? '';
    if (text.slice(field.start, field.end) === newField) return [];
    const asked = edits.filter(({ span }) => span.start <= field.end && span.end >= field.start);
    const whole = narrowed(text, newField, { start: field.start, end: field.end });
    return refined(text, whole).map(({ span, newText }) => ({ kind: 'words' as const, unit, field, span, newText, edits: asked.length === 0 ? edits : asked }));
  });
}

function acrossLines({ text, units }: Lines, { first, last, edits }: Group): readonly Change[] {
  const start = units[first]?.start ?? 0;
  const touchesEnd = edits.some(({ span }) => span.end >= text.length);
  const end = touchesEnd ? text.length : (units[last]?.end ?? 0);
  const within = edits.map(({ span, newText }) => ({ span: { start: span.start - start, end: span.end - start }, newText }));
  const content = applyEdits(text.slice(start, end), within);
  // At the end of the text every line has its break.
  const lines = touchesEnd && content === '' ? [] : (touchesEnd ? content.replace(/\n$/u, '') : content).split('\n');
  const group = units.slice(first, last + 1);
  const before = group.flatMap((unit, index) =>
    text
      .slice(unit.start, unit.end)
      .split('\n')
      .map((line) => ({ line, index })),
  );
  return changesOfLines({
    before,
    after: lines,
    alignment: alignLines(
      before.map(({ line }) => line),
      lines,
    ),
  }).flatMap((change): readonly Change[] => {
    if (change.kind === 'put-in') return [{ ...change, after: first + change.after, edits }];
    const unit = group[change.index];
    if (unit === undefined) return [];
    if (change.kind === 'take-out') return [{ ...change, index: first + change.index, edits }];
    if (unit.kind === 'row') return rowBecomes(text, unit, { line: change.line, edits });
    const whole = narrowed(text, change.line, { start: unit.start, end: unit.end });
    return inParagraph(text, unit, whole.newText === '' && whole.span.start === whole.span.end ? [] : [whole]).map((each) => ({ ...each, edits }));
  });
}

type LineChange =
  | { readonly kind: 'becomes'; readonly index: number; readonly line: string }
  | { readonly kind: 'put-in'; readonly after: number; readonly line: string }
  | { readonly kind: 'take-out'; readonly index: number };

interface Aligned {
  readonly before: readonly { readonly line: string; readonly index: number }[];
  readonly after: readonly string[];
  readonly alignment: Alignment;
}

/** A paragraph with line breaks in it is several lines; one that keeps any of them stays. */
function changesOfLines({ before, after, alignment }: Aligned): readonly LineChange[] {
  const changes: LineChange[] = [];
  const kept = new Map<number, string[]>();
  const lastOf = new Map(before.map(({ index }, line) => [index, line]));
  const firstKept = (index: number) => alignment.some(({ old, next }) => old !== null && next !== null && before[old]?.index === index);
  let at = -1;
  for (const { old, next } of alignment) {
    const line = next === null ? null : (after[next] ?? '');
    const index = old === null ? null : (before[old]?.index ?? 0);
    if (old !== null && index !== null) {
      if (line !== null) kept.set(index, [...(kept.get(index) ?? []), line]);
      at = old;
    } else if (line !== null) {
      const unit = before[at]?.index ?? -1;
      const lines = kept.get(unit);
      if (lines !== undefined && at !== lastOf.get(unit)) lines.push(line);
      else changes.push({ kind: 'put-in', after: unit, line });
    }
  }
  for (const index of new Set(before.map((each) => each.index))) {
    const lines = kept.get(index);
    if (lines === undefined || !firstKept(index)) changes.push({ kind: 'take-out', index });
    else changes.push({ kind: 'becomes', index, line: lines.join('\n') });
  }
  return changes;
}
