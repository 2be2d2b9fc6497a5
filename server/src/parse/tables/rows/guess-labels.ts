// Guesses row labels that were not found by name: missing rows are compared, by likeness, with the text in which no label was
// found.

import type { RowSpec } from '../../../forms/form.ts';
import { hanOfName, likeness, mayBeAlike } from '../../../text/han.ts';
import { placeIn, type LabelPlace, type LabelStream } from './label-stream.ts';
import { groupNamesOf, namesOf, SHORT_NAME } from './row-names.ts';
import { MAX_GUESSES } from '../../limits.ts';

/** Thresholds of likeness for labels with typing errors: enough, and clearly more than the next. */
const MIN_LIKENESS = 0.74;
const MIN_LEAD = 0.08;
/** No label is longer. */
const MAX_PIECE = 48;

/** `alternatives`: sets of rows of which a report has one. */
export function guessLabels(
  stream: LabelStream,
  rows: readonly RowSpec[],
  alternatives: readonly (readonly string[])[],
  places: readonly LabelPlace[],
): readonly LabelPlace[] {
  const missing = missingRows(rows, places, alternatives);
  if (missing.length === 0) return [];
  const groups = groupNamesOf(rows);
  const guesses: LabelPlace[] = [];
  const taken = new Set<string>();
  let tried = 0;
  let covering = 0;
  for (let at = 0; at < stream.key.length && tried < MAX_GUESSES; at++) {
    const offset = stream.offsets[at] ?? 0;
    while (covering < places.length && (places[covering]?.end ?? 0) <= offset) covering++;
    const limit = places[covering]?.start ?? Number.POSITIVE_INFINITY;
    if (stream.opens[at] !== true || limit <= offset || isEnumerator(stream, at)) continue;
    const end = pieceEnd(stream, at, limit);
    const piece = stream.key.slice(at, end);
    if (piece.length < SHORT_NAME || piece.length > MAX_PIECE || groups.has(piece)) continue;
    tried++;
    const best = bestRow(piece, missing);
    if (best === null || taken.has(best.id)) continue;
    taken.add(best.id);
    guesses.push(placeIn(stream, { first: at, last: end - 1 }, { row: best.id, match: 'typo' }));
    at = end - 1;
  }
  return guesses;
}

const NUMERALS = '一二三四五六七八九十';

/** The 二 of （二）部分公开: what is compared begins behind it. */
function isEnumerator({ key, opens, items }: LabelStream, at: number): boolean {
  return NUMERALS.includes(key.charAt(at)) && opens[at + 1] === true && items[at + 1] === items[at];
}

/** Behind the last character of the piece that begins at `at`: the end of its item, or the next label. */
function pieceEnd({ key, items, offsets }: LabelStream, at: number, limit: number): number {
  let end = at;
  while (end < key.length && end - at <= MAX_PIECE && items[end] === items[at] && (offsets[end] ?? 0) < limit) end++;
  return end;
}

function missingRows(rows: readonly RowSpec[], places: readonly LabelPlace[], alternatives: readonly (readonly string[])[]): readonly RowSpec[] {
  const found = new Set(places.map((place) => place.row));
  // One set, whole and alone. Rows of two: one of them may be only a group label, and nothing is settled.
  const begun = new Set(alternatives.flat().filter((row) => found.has(row)));
  const settled = alternatives.some((set) => set.length === begun.size && set.every((row) => begun.has(row)));
  return rows.filter((row) => {
    if (found.has(row.id) || hanOfName(row.label).length < SHORT_NAME) return false;
    return !settled || !alternatives.some((set) => set.includes(row.id));
  });
}

function bestRow(piece: string, rows: readonly RowSpec[]): RowSpec | null {
  let best: RowSpec | null = null;
  let score = 0;
  let second = 0;
  for (const row of rows) {
    const like = Math.max(...namesOf(row).map((name) => likenessOfName(piece, name)));
    if (like > score) {
      second = score;
      score = like;
      best = row;
    } else if (like > second) second = like;
  }
  return score >= MIN_LIKENESS && score - second >= MIN_LEAD ? best : null;
}

function likenessOfName(piece: string, name: string): number {
  return name.length < SHORT_NAME || !mayBeAlike(piece, name, MIN_LIKENESS) ? 0 : likeness(piece, name);
}
