// Finds prose that two reports have in common: shingles of Han characters, thinned out by winnowing
// (Schleimer, Wilkerson, Aiken 2003), so that any passage of more than `SHINGLE + WINDOW` characters is met.

import type { Report } from '../parse/model.ts';
import { hanKey, isHan } from '../text/han.ts';
import { rangeOf } from '../text/lines.ts';
import type { Range, Span } from '../text/span.ts';
import { MAX_ALIKE_PAIRS, MAX_PASSAGE_QUOTED, MAX_PASSAGES, MAX_PROSE_COMPARED, MAX_SHARING } from './limits.ts';

/** Hashes of the chosen shingles, each once, and how many Han characters the prose has. */
export interface Fingerprints {
  readonly hashes: Uint32Array;
  readonly length: number;
}

const SHINGLE = 20;
const WINDOW = 10;
const BASE = 0x01000193;
/** Of the oldest character as it leaves the shingle. */
const LEAVING = Array.from({ length: SHINGLE }).reduce<number>((power) => Math.imul(power, BASE), 1);

interface HanStream {
  readonly units: Uint16Array;
  readonly offsets: Uint32Array;
}

/** Parts that are prose; each ends with a mark of its own, so that nothing in common reaches over it. */
const PROSE_PARTS: ReadonlySet<string> = new Set(['overview', 'problems', 'other']);

function hanStream(report: Report): HanStream {
  const units: number[] = [];
  const offsets: number[] = [];
  const parts = report.sections.filter(({ id }) => PROSE_PARTS.has(id));
  for (const [index, { heading, span }] of parts.entries()) {
    for (let at = heading.end; at < span.end && units.length < MAX_PROSE_COMPARED; at++) {
      const unit = report.folded.charCodeAt(at);
      if (!isHan(unit)) continue;
      units.push(hanKey(unit));
      offsets.push(at);
    }
    units.push(index);
    offsets.push(span.end);
  }
  return { units: Uint16Array.from(units), offsets: Uint32Array.from(offsets) };
}

/** The hash of each shingle, by where it begins. */
function shingles(units: Uint16Array): Uint32Array {
  const hashes = new Uint32Array(Math.max(0, units.length - SHINGLE + 1));
  let hash = 0;
  for (let at = 0; at < units.length; at++) {
    hash = (Math.imul(hash, BASE) + (units[at] ?? 0) - (at >= SHINGLE ? Math.imul(units[at - SHINGLE] ?? 0, LEAVING) : 0)) >>> 0;
    // A low bit of a sum says little: mixed once more.
    if (at >= SHINGLE - 1) hashes[at - SHINGLE + 1] = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
  }
  return hashes;
}

export function fingerprintsOf(report: Report): Fingerprints {
  const { units } = hanStream(report);
  const hashes = shingles(units);
  const chosen = new Set<number>();
  for (let from = 0; from + WINDOW <= hashes.length; from++) chosen.add(hashes.subarray(from, from + WINDOW).reduce((least, each) => Math.min(least, each)));
  return { hashes: Uint32Array.from(chosen).sort(), length: units.length };
}

/** A text among those that are compared. */
export interface Compared {
  readonly unit: string;
  readonly prints: Fingerprints;
  /** Of the year under review; the others are what it may be copied from. */
  readonly current: boolean;
}

export interface AlikePair {
  /** Indices into what was compared; the first is the one that has less of its own. */
  readonly copy: number;
  readonly source: number;
  /** How much of the copy's own prose stands in the source, 0 to 1; what many units share is nobody's own. */
  readonly share: number;
}

const LEAST_SHARE = { otherUnit: 0.6, lastYear: 0.8 };
/** Fewer chosen shingles are a sentence or two. */
const LEAST_PRINTS = 20;
/** A hash and the number of a text in one double: 32 and 20 bits. */
const TEXTS = 0x100000;

/** Pairs of this year's reports, or of one with its own of last year, of which one is mostly a copy. */
export function alikePairs(texts: readonly Compared[]): readonly AlikePair[] {
  const total = texts.reduce((sum, { prints }) => sum + prints.hashes.length, 0);
  const entries = new Float64Array(total);
  let filled = 0;
  texts.slice(0, TEXTS).forEach(({ prints }, index) => {
    for (const hash of prints.hashes) entries[filled++] = hash * TEXTS + index;
  });
  entries.sort();
  const common = new Uint32Array(texts.length);
  const shared = new Map<number, number>();
  for (let from = 0, to = 0; from < total; from = to) {
    const hash = Math.floor((entries[from] ?? 0) / TEXTS);
    for (to = from + 1; to < total && Math.floor((entries[to] ?? 0) / TEXTS) === hash;) to++;
    if (to === from + 1) continue;
    const sharing = Array.from(entries.subarray(from, to), (entry) => entry % TEXTS);
    if (new Set(sharing.map((index) => texts[index]?.unit)).size > MAX_SHARING) for (const index of sharing) common[index] = (common[index] ?? 0) + 1;
    else for (const pair of comparable(sharing, texts)) shared.set(pair, (shared.get(pair) ?? 0) + 1);
  }
  const pairs = [...shared].flatMap(([pair, count]) => {
    const [one, other] = [Math.floor(pair / TEXTS), pair % TEXTS];
    const own = (index: number) => (texts[index]?.prints.hashes.length ?? 0) - (common[index] ?? 0);
    const isOwn = texts[one]?.unit === texts[other]?.unit;
    const [copy, source] = isOwn || own(one) < own(other) ? [one, other] : [other, one];
    const share = count / Math.max(1, own(copy));
    return own(copy) >= LEAST_PRINTS && share >= (isOwn ? LEAST_SHARE.lastYear : LEAST_SHARE.otherUnit) ? [{ copy, source, share }] : [];
  });
  return pairs.toSorted((a, b) => b.share - a.share || a.copy - b.copy).slice(0, MAX_ALIKE_PAIRS);
}

/** Pairs as one number, this year's report first. */
function comparable(sharing: readonly number[], texts: readonly Compared[]): readonly number[] {
  return sharing.flatMap((one) =>
    sharing.flatMap((other) => {
      const [a, b] = [texts[one], texts[other]];
      if (a === undefined || b === undefined || !a.current || one === other) return [];
      const isPair = b.current ? one < other && a.unit !== b.unit : a.unit === b.unit;
      return isPair ? [one * TEXTS + other] : [];
    }),
  );
}

/** A passage as it is quoted, with its places in both. */
export interface ComparedPassage {
  readonly text: string;
  readonly length: number;
  readonly here: Range;
  readonly there: Range;
}

export function comparePassages(here: Report, there: Report): readonly ComparedPassage[] {
  return passagesOf(here, there).map((passage) => ({
    length: passage.length,
    text: quoted(here.text.slice(passage.here.start, passage.here.end)),
    here: rangeOf(here.lines, passage.here),
    there: rangeOf(there.lines, passage.there),
  }));
}

function quoted(text: string): string {
  const line = text.replaceAll(/\s+/gu, '').replaceAll(/[“”。]/gu, (sign) => (sign === '。' ? '，' : '’'));
  return line.length > MAX_PASSAGE_QUOTED ? `${line.slice(0, MAX_PASSAGE_QUOTED)}……` : line;
}

interface Passage {
  readonly here: Span;
  readonly there: Span;
  /** Han characters in common. */
  readonly length: number;
}

/** The longest passages that two reports have in common, longest first. */
function passagesOf(here: Report, there: Report): readonly Passage[] {
  const [one, other] = [hanStream(here), hanStream(there)];
  const places = new Map<number, number>();
  shingles(other.units).forEach((hash, at) => void (places.has(hash) || places.set(hash, at)));
  const passages: Passage[] = [];
  const hashes = shingles(one.units);
  for (let at = 0; at < hashes.length; at++) {
    const from = places.get(hashes[at] ?? 0);
    if (from === undefined) continue;
    const length = commonLength(one.units.subarray(at), other.units.subarray(from));
    if (length < SHINGLE) continue;
    passages.push({ here: spanOf(one, at, length), there: spanOf(other, from, length), length });
    at += length - 1;
  }
  return passages.toSorted((a, b) => b.length - a.length).slice(0, MAX_PASSAGES);
}

/** How far two texts go together, to the end of a part at most. */
function commonLength(one: Uint16Array, other: Uint16Array): number {
  for (let length = 0; length < one.length; length++) if (one[length] !== other[length] || !isHan(one[length] ?? 0)) return length;
  return one.length;
}

function spanOf({ offsets }: HanStream, from: number, length: number): Span {
  return { start: offsets[from] ?? 0, end: (offsets[from + length - 1] ?? 0) + 1 };
}
