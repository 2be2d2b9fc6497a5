// Compares wordings apart from spacing, width and points.

import { fold } from '../text/fold.ts';

/** Folded, without blanks, zero-width characters and the points that print and draft set differently. */
export function compact(text: string): string {
  return fold(text)
    .replaceAll(/[\s\u200b"'"]/gu, '')
    .replaceAll('、', ',');
}
