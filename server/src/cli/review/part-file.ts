// A part of a review (`--partial`): what one run gathered, as JSON that another run merges.

import type { CheckedReport } from '../../units/review.ts';
import { CELL_KEYS, type Submission } from '../../units/submission.ts';
import { toJson } from '../escape.ts';
import type { Gathered } from './gather.ts';

const KIND = 'gouji-review-part';
/** Parts of another version of the forms have other cells. */
const CELLS = CELL_KEYS.length;

export function writePart({ submissions, checked, notes, failed }: Gathered): string {
  const plain = submissions.map((each) => ({
    ...each,
    figures: { values: Array.from(each.figures.values, (value) => (Number.isNaN(value) ? null : value)), places: Array.from(each.figures.places) },
    prints: { hashes: Array.from(each.prints.hashes), length: each.prints.length },
  }));
  return `${toJson({ kind: KIND, cells: CELLS, submissions: plain, checked, notes, failed })}\n`;
}

/** Null where the text is no part, or one of another version. */
export function readPart(text: string): Gathered | null {
  try {
    const raw: unknown = JSON.parse(text);
    if (typeof raw !== 'object' || raw === null || !('kind' in raw) || raw.kind !== KIND || !('cells' in raw) || raw.cells !== CELLS) return null;
    // Written by ourselves, and marked so.
    const part = raw as unknown as {
      readonly submissions: readonly (Omit<Submission, 'figures' | 'prints'> & {
        readonly figures: { readonly values: readonly (number | null)[]; readonly places: readonly number[] };
        readonly prints: { readonly hashes: readonly number[]; readonly length: number };
      })[];
      readonly checked: readonly CheckedReport[];
      readonly notes: readonly string[];
      readonly failed: number;
    };
    return {
      ...part,
      submissions: part.submissions.map((each) => ({
        ...each,
        figures: { values: Float64Array.from(each.figures.values, (value) => value ?? Number.NaN), places: Uint32Array.from(each.figures.places) },
        prints: { hashes: Uint32Array.from(each.prints.hashes), length: each.prints.length },
      })),
    };
  } catch {
    return null;
  }
}
