// Applicants that divide the number before them, 上年结转5件（自然人4件、商业企业1件）, and not all applications.

import { splitKey, cellKey } from '../../../forms/form.ts';
import type { Interpretation } from '../claim-model.ts';
import type { Clues, Whole } from '../words/clues.ts';
import type { Figure, NumberContext, Progress } from './draft.ts';
import { isWord, type Token } from '../words/lex-sentence.ts';

/** The applicants that are divided, put to the words of the number; the same words where it divides nothing. */
export function dividing(place: NumberContext, words: Clues, progress: Progress): Clues {
  if (words.column === null || words.whole !== null || words.results.length > 0 || words.actions.some((action) => action !== 'happen') || words.share)
    return words;
  if (words.objects.some((object) => object !== 'application' && object !== 'applications')) return words;
  const { figures } = progress;
  const before = figures.at(-1);
  if (before === undefined || before.clause < place.index - 1) return words;
  // 自然人4件、商业企业1件: the second divides what the first does.
  if (before.words.column !== null)
    return before.words.whole !== null && before.depth === place.clause.depth && place.clause.opener !== ';' ? { ...words, whole: before.words.whole } : words;
  const whole = wholeOf(before, isSure(place, before, progress));
  return whole === null ? words : { ...words, whole };
}

/** What a number of applications counts, where it is a result, what was finished or what was carried; 收到 is divided as ever. */
function wholeOf({ claim }: Figure, sure: boolean): Whole | null {
  if (claim?.kind !== 'count' || claim.scope === 'other' || claim.readings.length === 0) return null;
  const isOfRows = claim.readings.every(({ sum, over }) => over === undefined && sum.every((key) => DIVIDED(splitKey(key))));
  return isOfRows ? { readings: claim.readings, sure } : null;
}

const DIVIDED = ({ table, row, column }: { readonly table: string; readonly row: string; readonly column: string }): boolean =>
  table === 'applications' && column === 'total' && row !== 'new';

/** In brackets right behind it, behind 其中, or behind 的3件中: of that number and of nothing else. */
function isSure({ clause, index, left, token }: NumberContext, before: Figure, { figures, sentence }: Progress): boolean {
  if (clause.opener === '(' && before.depth < clause.depth) return true;
  const between = sentence.text.slice(sentence.text.lastIndexOf('件', token.start - 1) + 1, left[0]?.start ?? token.start);
  if (
    /^(?:的?申请)?之?中,?$/u.test(between) ||
    (before.clause === index && isWord(left[0], 'filler') && /^(?:的?申请)?之?中/u.test(sentence.text.slice(left[0]?.start ?? 0, token.start)))
  )
    return true;
  const list = left.find((each) => isWord(each, 'list'));
  if (list === undefined || before.clause === index) return false;
  // 收到16件，办结16件，其中自然人13件: of either.
  const other = figures.at(-2);
  return other === undefined || other.clause < before.clause - 1 || other.claim?.topic.startsWith('applications') !== true;
}

/** The cells of these columns in the rows of the whole. */
export function partReadings({ readings }: Whole, columns: readonly string[]): readonly Interpretation[] {
  return readings.map(({ sum }) => ({ sum: sum.flatMap((key) => columns.map((column) => cellKey('applications', splitKey(key).row, column))) }));
}

/** 自然人申请中，予以公开11件: the applicant whose results follow; null where the words name none. */
export function amongIn(tokens: readonly Token[]): string | null {
  const end = tokens.findIndex((token) => isWord(token, 'filler', 'amid'));
  const before = end < 0 ? [] : tokens.slice(0, end);
  if (before.some((token) => token.is === 'quantity' || isWord(token, 'result') || isWord(token, 'action') || isWord(token, 'list'))) return null;
  const columns = before.filter((token) => isWord(token, 'column'));
  const [column] = columns;
  return columns.length === 1 && column?.is === 'word' ? column.id : null;
}
