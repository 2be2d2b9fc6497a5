// Fills the gaps of a row as edits.

import type { Edit } from '../text/edits.ts';

/** The edits with these values in their gaps, in the order of both; null where there are not as many. */
export function fillGaps(edits: readonly Edit[], values: readonly string[]): readonly Edit[] | null {
  if (edits.reduce((count, { gaps = [] }) => count + gaps.length, 0) !== values.length) return null;
  const left = values.values();
  return edits.map(({ span, newText, gaps = [] }) => {
    let [filled, from] = ['', 0];
    for (const { start, end } of gaps) {
      filled += newText.slice(from, start) + (left.next().value ?? '');
      from = end;
    }
    return { span, newText: filled + newText.slice(from) };
  });
}
