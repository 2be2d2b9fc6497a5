// Finds row labels: their names are looked for in the stream of Han characters and followed over wrapped lines, other items
// and typing errors; rows not found so are guessed, by likeness, in the text in which no label was found.

import type { RowSpec } from '../../../forms/form.ts';
import { hanOfName, likeness, mayBeAlike } from '../../../text/han.ts';
import { Turns } from '../../../text/turns.ts';
import type { Item } from '../lines/items.ts';
import type { LabelMatch } from '../../model.ts';
import { continuesInWord, placeIn, readLabelStream, type LabelPlace, type LabelStream } from './label-stream.ts';
import { groupNamesOf, namesOf, SHORT_NAME } from './row-names.ts';
import { MAX_GUESSES, MAX_LEAP, MAX_PLACES_OF_NAME } from '../../limits.ts';

/** The share of a label that must be there to recognise it cut off or mistyped. */
const MIN_PART = 0.6;
/** So many characters of a name are looked for before the rest is followed. */
const HEAD_LENGTH = 4;

export interface LabelHints {
  /** The Han characters of headers and headings behind which a label may begin. */
  readonly closers: readonly string[];
  /** Sets of rows of which a report has one: where one is complete, the others are not missed. */
  readonly alternatives: readonly (readonly string[])[];
}

/**
 * All places of row labels, in order. Short names that need context (其他, 总计) are told by the caller.
 */
export function findLabels(text: string, items: readonly Item[], rows: readonly RowSpec[], { closers, alternatives }: LabelHints): readonly LabelPlace[] {
  const stream = readLabelStream(text, items, closers);
  const places = dropCovered(rows.flatMap((row) => placesOf(text, stream, row)));
  return dropCovered([...places, ...guessLabels(stream, rows, alternatives, places)]);
}

function placesOf(text: string, stream: LabelStream, row: RowSpec): readonly LabelPlace[] {
  const found = new Map<number, Found>();
  namesOf(row).forEach((name, index) => {
    const head = name.slice(0, HEAD_LENGTH);
    let tried = 0;
    for (let at = stream.key.indexOf(head); at >= 0 && tried < MAX_PLACES_OF_NAME; at = stream.key.indexOf(head, at + 1)) {
      if (stream.opens[at] !== true) continue;
      tried++;
      const run = followLabel(stream, name, at);
      if (!isEnough(run, name) || (name.length <= SHORT_NAME && continuesInWord(text, stream, run.last))) continue;
      const known = found.get(at);
      if (known !== undefined && (known.length >= run.length || isTakenFromBelow(stream, known, run))) continue;
      const place = placeIn(stream, { first: at, last: run.last }, { row: row.id, match: matchOf(run, name, index) });
      found.set(at, { place, length: run.length });
    }
  });
  return [...found.values()].map(({ place }) => place);
}

interface Found {
  readonly place: LabelPlace;
  readonly length: number;
}

/** The label stands there as printed; a longer name of it is only found by leaping over values, to words of a row below. */
function isTakenFromBelow(stream: LabelStream, { place }: Found, run: Run): boolean {
  return place.match === 'printed' && (stream.items[run.last] ?? 0) - place.lastItem > 1;
}

function isEnough(run: Run, name: string): boolean {
  return run.length === name.length || (run.length >= SHORT_NAME && run.length >= name.length * MIN_PART);
}

/** The first of a row's names is the printed one. */
function matchOf(run: Run, name: string, index: number): LabelMatch {
  if (run.length < name.length || run.slips > 0) return 'typo';
  return index === 0 ? 'printed' : 'alias';
}

/** Keeps the longest of places that overlap. */
function dropCovered(places: readonly LabelPlace[]): readonly LabelPlace[] {
  const sorted = [...places].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: LabelPlace[] = [];
  for (const place of sorted) {
    const last = kept.at(-1);
    if (last !== undefined && place.start < last.end && place.firstItem === last.firstItem) continue;
    // A label may be wrapped around a group label (其他处理); what lies wholly inside it is no row.
    if (last !== undefined && place.end <= last.end && (place.row === last.row || last.match !== 'typo')) continue;
    kept.push(place);
  }
  return kept;
}

/** A label broken over lines may have this many other items between its pieces. */
const MAX_ITEMS_BETWEEN = 8;
/** Typing errors in one label that is still recognised. */
const MAX_SLIPS = 3;

interface Run {
  readonly length: number;
  /** Position of the last character that belongs to the label. */
  readonly last: number;
  /** Characters lost, added or changed on the way. */
  readonly slips: number;
}

/** How far `name` can be followed from `at`, leaping over other items where a line breaks and over typing errors. */
function followLabel(stream: LabelStream, name: string, at: number): Run {
  let length = 0;
  let position = at;
  let last = at;
  let slips = 0;
  const turns = new Turns(name.length + stream.key.length);
  while (turns.more() && length < name.length && position < stream.key.length) {
    if (stream.key.charCodeAt(position) === name.charCodeAt(length)) {
      last = position;
      length++;
      position++;
      continue;
    }
    const next = leap(stream, name, length, position, last);
    if (next >= 0) {
      position = next;
      continue;
    }
    const slip = slips < MAX_SLIPS && length >= SHORT_NAME ? slipAt(stream, name, length, position) : null;
    if (slip === null) break;
    slips++;
    if (slip.inStream === 1) last = position;
    length += slip.inKey;
    position += slip.inStream;
  }
  return { length, last, slips };
}

/** One character added, changed or lost, if the label goes on behind it, or ends there with its item. */
function slipAt(stream: LabelStream, name: string, length: number, position: number): { readonly inKey: number; readonly inStream: number } | null {
  for (const slip of [
    { inKey: 0, inStream: 1 },
    { inKey: 1, inStream: 1 },
    { inKey: 1, inStream: 0 },
  ]) {
    const rest = name.slice(length + slip.inKey, length + slip.inKey + 3);
    const next = position + slip.inStream;
    if (!stream.key.startsWith(rest, next)) continue;
    if (rest.length > 1 || (rest.length + slip.inStream > 0 && endsItem(stream, position, next + rest.length))) return slip;
  }
  return null;
}

/** Whether the item of `position` ends before `end`, and not earlier. */
function endsItem({ items }: LabelStream, position: number, end: number): boolean {
  return items[end - 1] === items[position] && items[end] !== items[position];
}

/** The next word that goes on with the label, within a few items; -1 where there is none. */
function leap(stream: LabelStream, name: string, length: number, position: number, last: number): number {
  if (stream.words[position] !== true) return -1;
  const limit = (stream.items[last] ?? 0) + MAX_ITEMS_BETWEEN;
  const rest = name.slice(length, length + 2);
  const end = Math.min(stream.key.length, position + MAX_LEAP);
  for (let next = position + 1; next < end && (stream.items[next] ?? 0) <= limit; next++) {
    if (stream.words[next] === true && stream.key.startsWith(rest, next)) return next;
  }
  return -1;
}

/** Thresholds of likeness for labels with typing errors: enough, and clearly more than the next. */
const MIN_LIKENESS = 0.74;
const MIN_LEAD = 0.08;
/** No label is longer. */
const MAX_PIECE = 48;

/** `alternatives`: sets of rows of which a report has one. */
function guessLabels(
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
