// Applies LSP edits to a text.

import type { Edit } from '../../server/src/text/edits.ts';

/** Applies edits that do not overlap, from the last to the first. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((one, other) => other.span.start - one.span.start);
  let result = text;
  for (const { span, newText } of ordered) result = result.slice(0, span.start) + newText + result.slice(span.end);
  return result;
}
