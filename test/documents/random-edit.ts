// Random edits of a document's text, one kind a turn.

import type { Edit } from '../../server/src/text/edits.ts';
import type { Rng } from '../generator/rng.ts';

/** A number or a word of a line becomes another, is taken out, or something is put in. */
export function randomEdit(text: string, rng: Rng): Edit {
  const numbers = [...text.matchAll(/\d+/gu)].map(({ index, 0: word }) => ({ start: index, end: index + word.length }));
  const kind = rng.int(0, 9);
  if (kind < 5 && numbers.length > 0) return { span: rng.pick(numbers), newText: String(rng.int(0, 9999)) };
  const blanks = [...text.matchAll(/(?<=\t)(?=\t|\n)/gu)].map(({ index }) => index);
  if (kind === 5 && blanks.length > 0) {
    const at = rng.pick(blanks);
    return { span: { start: at, end: at }, newText: String(rng.int(0, 99)) };
  }
  const at = rng.pick([...text.matchAll(/[一-龥]/gu)].map(({ index }) => index));
  if (kind === 6) return { span: { start: at, end: at + 1 }, newText: '' };
  if (kind === 7) return { span: { start: at, end: at }, newText: rng.pick(['甲 & 乙', '<丙>', ' 丁', '😀']) };
  return { span: { start: at, end: at + 1 }, newText: rng.pick(['改', '“改”', '12']) };
}
