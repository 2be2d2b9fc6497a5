// Pieces of inserted text with the gaps that are left to fill in.

import type { Report } from '../parse/model.ts';
import type { Edit } from '../text/edits.ts';

/** Markup cannot be continued with plain lines: nothing is put into a text that has tables of HTML, or tags like theirs. */
export function takesLines({ text }: Report): boolean {
  return !text.includes('<t');
}

/** A place to fill in, and what stands there until then. */
export interface Gap {
  readonly gap: string;
}

export const BLANK: Gap = { gap: '' };
/**
 * Where nothing shows that there is a cell, between spaces and one cell a line: a stroke, which reads as a blank, so that
 * the row stays a finding until somebody has looked. A 0 would make all green of what nobody reported.
 */
export const STROKE: Gap = { gap: '—' };

export type Pieces = readonly (string | Gap)[];

export function insertion(at: number, pieces: Pieces): Edit {
  const gaps = [];
  let newText = '';
  for (const piece of pieces) {
    const words = typeof piece === 'string' ? piece : piece.gap;
    if (typeof piece !== 'string') gaps.push({ start: newText.length, end: newText.length + words.length });
    newText += words;
  }
  return { span: { start: at, end: at }, newText, gaps };
}
