// Which row labels stand where? Labels are found in the stream of Han characters that is left when values are taken out,
// so that it makes no difference how a label is wrapped, spaced, pointed or numbered.

import type { RowSpec } from '../../forms/form.ts';
import { hanKey, hanOfName, isHan, likeness, mayBeAlike } from '../../text/han.ts';
import type { Item } from '../lines/items.ts';
import type { LabelMatch } from '../model.ts';

export interface LabelPlace {
  readonly row: string;
  readonly start: number;
  readonly end: number;
  readonly match: LabelMatch;
  /** Index of the item in which it begins, and of the one in which it ends. */
  readonly firstItem: number;
  readonly lastItem: number;
}

/** The Han characters of all labels in order, with what is needed to come back to the text. */
interface Stream {
  readonly key: string;
  readonly offsets: readonly number[];
  readonly items: readonly number[];
  /** A label may begin here: start of an item, behind a blank, a bracket or numbering. */
  readonly opens: readonly boolean[];
  /** The first Han character of an item or of a word in it. */
  readonly words: readonly boolean[];
}

const TAB = 0x09;
const SPACE = 0x20;
const OPENING_BRACKET = 0x28;
const CLOSING_BRACKET = 0x29;
/** Names with fewer Han characters count only as whole words. */
const SHORT_NAME = 4;
/** The share of a label that must be there to recognise it cut off or mistyped. */
const MIN_PART = 0.6;
/** A label broken over lines may have this many other items between its pieces. */
const MAX_ITEMS_BETWEEN = 8;
/** Thresholds of likeness for labels with typing errors: enough, and clearly more than the next. */
const MIN_LIKENESS = 0.74;
const MIN_LEAD = 0.08;
/** A label is not looked for more than this far behind a break, nor more often than this in one table. */
const MAX_LEAP = 160;
const MAX_PLACES = 24;
/** No label is longer. */
const MAX_PIECE = 48;
/** Typing errors in one label that is still recognised. */
const MAX_SLIPS = 3;
/** Only so many pieces of text are compared with all labels; a bound for hostile input. */
const MAX_GUESSES = 160;

export interface LabelHints {
  /** The Han characters of headers and headings behind which a label may begin. */
  readonly closers?: readonly string[];
  /** Sets of rows of which a report has one: where one is complete, the others are not missed. */
  readonly alternatives?: readonly (readonly string[])[];
}

/**
 * All places of row labels, in order. Short names that need context (其他, 总计) are told by the caller.
 */
export function findLabels(
  text: string,
  items: readonly Item[],
  rows: readonly RowSpec[],
  { closers = [], alternatives = [] }: LabelHints = {},
): readonly LabelPlace[] {
  const stream = streamOf(text, items, closers);
  const exact = rows.flatMap((row) => placesOf(text, stream, row));
  const places = dropCovered(exact);
  const guessed = guessRest(stream, items, { missing: missingRows(rows, places, alternatives), groups: groupNames(rows) }, places);
  return dropCovered([...places, ...guessed]);
}

function streamOf(text: string, items: readonly Item[], closers: readonly string[]): Stream {
  let key = '';
  const offsets: number[] = [];
  const indices: number[] = [];
  const opens: boolean[] = [];
  const words: boolean[] = [];
  items.forEach((item, index) => {
    if (item.kind !== 'label') return;
    let first = true;
    let depth = 0;
    for (let offset = item.start; offset < item.end; offset++) {
      const unit = text.charCodeAt(offset);
      if (unit === OPENING_BRACKET) depth++;
      else if (unit === CLOSING_BRACKET) depth = Math.max(0, depth - 1);
      if (!isHan(unit)) continue;
      const before = unitBefore(text, item.start, offset);
      key += String.fromCharCode(hanKey(unit));
      offsets.push(offset);
      indices.push(index);
      // A note in brackets may name other rows (含行政处罚、行政强制); none of them begins there.
      opens.push(first || (depth === 0 && !isHan(before)));
      words.push(first || before === SPACE || before === TAB);
      first = false;
    }
  });
  for (const closer of closers) {
    for (let at = key.indexOf(closer); at >= 0; at = key.indexOf(closer, at + closer.length)) {
      opens[at + closer.length] = true;
      words[at + closer.length] = true;
    }
  }
  return { key, offsets, items: indices, opens, words };
}

/** The code unit that reads before `offset`; a space at the start. */
function unitBefore(text: string, start: number, offset: number): number {
  let at = offset - 1;
  while (at >= start && text.charCodeAt(at) === 0x200b) at--;
  return at >= start ? text.charCodeAt(at) : SPACE;
}

const keys = new WeakMap<RowSpec, readonly string[]>();

/** The Han characters of a row's names, the printed one first. */
function keysOf(row: RowSpec): readonly string[] {
  const known = keys.get(row) ?? [row.label, ...row.aliases].map(hanOfName);
  keys.set(row, known);
  return known;
}

function placesOf(text: string, stream: Stream, row: RowSpec): readonly LabelPlace[] {
  const found = new Map<number, LabelPlace & { readonly length: number }>();
  keysOf(row).forEach((key, index) => {
    const head = key.slice(0, Math.min(4, key.length));
    let tried = 0;
    for (let at = stream.key.indexOf(head); at >= 0 && tried < MAX_PLACES; at = stream.key.indexOf(head, at + 1)) {
      if (stream.opens[at] !== true) continue;
      tried++;
      const run = follow(stream, key, at);
      const whole = run.length === key.length;
      if (!whole && (run.length < SHORT_NAME || run.length < key.length * MIN_PART)) continue;
      if (key.length < SHORT_NAME && !isWholeWord(text, stream, at, run.last)) continue;
      if (whole && continuesInWord(text, stream, run.last) && key.length <= SHORT_NAME) continue;
      const place = {
        row: row.id,
        start: stream.offsets[at] ?? 0,
        end: (stream.offsets[run.last] ?? 0) + 1,
        match: whole && run.slips === 0 ? (index === 0 ? ('printed' as const) : ('alias' as const)) : ('typo' as const),
        firstItem: stream.items[at] ?? 0,
        lastItem: stream.items[run.last] ?? 0,
        length: run.length,
      };
      const before = found.get(at);
      if (before === undefined || before.length < place.length) found.set(at, place);
    }
  });
  return [...found.values()];
}

interface Run {
  readonly length: number;
  /** Position of the last character that belongs to the label. */
  readonly last: number;
  /** Characters lost, added or changed on the way. */
  readonly slips: number;
}

/** How far `key` can be followed from `at`, leaping over other items where a line breaks and over typing errors. */
function follow(stream: Stream, key: string, at: number): Run {
  let length = 0;
  let position = at;
  let last = at;
  let slips = 0;
  while (length < key.length && position < stream.key.length) {
    if (stream.key.charCodeAt(position) === key.charCodeAt(length)) {
      last = position;
      length++;
      position++;
      continue;
    }
    const next = leap(stream, key, length, position, last);
    if (next >= 0) {
      position = next;
      continue;
    }
    const slip = slips < MAX_SLIPS && length >= SHORT_NAME ? slipAt(stream, key, length, position) : null;
    if (slip === null) break;
    slips++;
    length += slip.inKey;
    position += slip.inStream;
  }
  return { length, last, slips };
}

/** One character added, changed or lost, if the label goes on behind it. */
function slipAt(stream: Stream, key: string, length: number, position: number): { readonly inKey: number; readonly inStream: number } | null {
  for (const slip of [{ inKey: 0, inStream: 1 }, { inKey: 1, inStream: 1 }, { inKey: 1, inStream: 0 }]) {
    const rest = key.slice(length + slip.inKey, length + slip.inKey + 3);
    if (rest.length > 1 && stream.key.startsWith(rest, position + slip.inStream)) return slip;
  }
  return null;
}

/** The next word that goes on with the label, within a few items; -1 where there is none. */
function leap(stream: Stream, key: string, length: number, position: number, last: number): number {
  if (stream.words[position] !== true) return -1;
  const limit = (stream.items[last] ?? 0) + MAX_ITEMS_BETWEEN;
  const rest = key.slice(length, length + 2);
  const end = Math.min(stream.key.length, position + MAX_LEAP);
  for (let next = position + 1; next < end && (stream.items[next] ?? 0) <= limit; next++) {
    if (stream.words[next] === true && stream.key.startsWith(rest, next)) return next;
  }
  return -1;
}

function continuesInWord(text: string, stream: Stream, last: number): boolean {
  return isHan(text.charCodeAt((stream.offsets[last] ?? 0) + 1)) && stream.items[last + 1] === stream.items[last];
}

function isWholeWord(text: string, stream: Stream, at: number, last: number): boolean {
  return stream.opens[at] === true && !continuesInWord(text, stream, last);
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

function missingRows(
  rows: readonly RowSpec[],
  places: readonly LabelPlace[],
  alternatives: readonly (readonly string[])[],
): readonly RowSpec[] {
  const found = new Set(places.map((place) => place.row));
  // Rows of two alternatives: one of them is only a group label, and nothing is settled.
  const begun = alternatives.filter((set) => set.some((row) => found.has(row)));
  const settled = begun.length === 1 && begun[0]?.every((row) => found.has(row)) === true;
  return rows.filter((row) => {
    if (found.has(row.id) || hanOfName(row.label).length < SHORT_NAME) return false;
    return !settled || !alternatives.some((set) => set.includes(row.id));
  });
}

/** 不予公开 is a group, and no mistyped 予以公开. */
function groupNames(rows: readonly RowSpec[]): ReadonlySet<string> {
  const groups = new Set(rows.flatMap((row) => row.groups));
  return new Set([...groups].flatMap((group) => [hanOfName(group), hanOfName(group.replace(/^.*[）、]/u, ''))]));
}

/** Labels with typing errors: the rows not found yet against the text no label was found in. */
function guessRest(
  stream: Stream,
  items: readonly Item[],
  { missing, groups }: { readonly missing: readonly RowSpec[]; readonly groups: ReadonlySet<string> },
  places: readonly LabelPlace[],
): readonly LabelPlace[] {
  if (missing.length === 0) return [];
  const guesses: LabelPlace[] = [];
  const taken = new Set<string>();
  let tried = 0;
  let covering = 0;
  for (let at = 0; at < stream.key.length && tried < MAX_GUESSES; at++) {
    const offset = stream.offsets[at] ?? 0;
    while ((places[covering]?.end ?? Number.POSITIVE_INFINITY) <= offset) covering++;
    if (stream.opens[at] !== true || (places[covering]?.start ?? Number.POSITIVE_INFINITY) <= offset) continue;
    const item = stream.items[at] ?? 0;
    const limit = places[covering]?.start ?? Number.POSITIVE_INFINITY;
    let end = at;
    while (end < stream.key.length && end - at <= MAX_PIECE && stream.items[end] === item && (stream.offsets[end] ?? 0) < limit) end++;
    const piece = stream.key.slice(at, end);
    if (piece.length < SHORT_NAME || piece.length > MAX_PIECE || groups.has(piece)) continue;
    tried++;
    const best = bestRow(piece, missing);
    if (best === null || taken.has(best.id)) continue;
    taken.add(best.id);
    guesses.push({
      row: best.id,
      start: stream.offsets[at] ?? 0,
      end: (stream.offsets[end - 1] ?? 0) + 1,
      match: 'typo',
      firstItem: item,
      lastItem: item,
    });
    at = end - 1;
  }
  return guesses.filter((guess) => items[guess.firstItem]?.kind === 'label');
}

function bestRow(piece: string, rows: readonly RowSpec[]): RowSpec | null {
  let best: RowSpec | null = null;
  let score = 0;
  let second = 0;
  for (const row of rows) {
    const like = Math.max(...keysOf(row).map((name) => likenessOfName(piece, name)));
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
