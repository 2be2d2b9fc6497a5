// Finds row labels: their names are looked for in the stream of Han characters and followed over breaks and slips; rows not
// found so are guessed.

import type { RowSpec } from '../../../forms/form.ts';
import type { Item } from '../lines/items.ts';
import type { LabelMatch } from '../../model.ts';
import { followLabel, type Run } from './follow-label.ts';
import { guessLabels } from './guess-labels.ts';
import { continuesInWord, placeIn, readLabelStream, type LabelPlace, type LabelStream } from './label-stream.ts';
import { namesOf, SHORT_NAME } from './row-names.ts';
import { MAX_PLACES_OF_NAME } from '../../limits.ts';

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
