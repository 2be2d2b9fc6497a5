// Assigns value groups to row labels: on the label's line or inside the label is certain, the rest follows from what is left
// over, never from counting rows.

import { countValues, type ValueGroup } from './groups.ts';
import type { Item } from '../lines/items.ts';
import type { LabelPlace } from './label-stream.ts';
import { MAX_PASSES } from '../../limits.ts';

export interface Assignment {
  readonly place: LabelPlace;
  readonly group: ValueGroup;
}

export interface Assigned {
  readonly rows: readonly Assignment[];
  /** Labels without values. */
  readonly bare: readonly LabelPlace[];
  /** Values without a label; groups of blanks only are left out. */
  readonly loose: readonly ValueGroup[];
  /** Labels one behind the other that took the lines of values below them in their order. */
  readonly pulled: readonly (readonly LabelPlace[])[];
}

/** A line of values may stand this many lines before the label it belongs to. */
const MAX_LINES_AHEAD = 4;

/** So many labels before a group are looked at for one that ends on its line. */
const MAX_LABELS_BACK = 4;
/** Pieces of a vertical group label (三 本 年 度) may stand between a label and its values. */
const MAX_NOISE_LENGTH = 3;
const MAX_NOISE_ITEMS = 16;

export interface Widths {
  /** The number of cells of a row. */
  readonly width: (place: LabelPlace) => number;
  /** Whether values add up as a row of this label does; false where it has no total. */
  readonly addsUp: (place: LabelPlace, items: readonly Item[]) => boolean;
}

export function assignGroups(items: readonly Item[], places: readonly LabelPlace[], groups: readonly ValueGroup[], { width, addsUp }: Widths): Assigned {
  const ofPlace = new Map<LabelPlace, ValueGroup>();
  const open = new Set<ValueGroup>();
  let cursor = 0;
  for (const group of groups) {
    while (cursor < places.length && (places[cursor]?.start ?? 0) < startOf(group)) cursor++;
    const place = certainPlace(items, places, cursor, group);
    if (place !== null && isPageNumber(group, place, width(place))) continue;
    if (place !== null && !ofPlace.has(place)) ofPlace.set(place, group);
    else if (countValues(group) > 0 || isWrittenBlank(group)) open.add(group);
  }
  const { pulled, kept } = assignPulledRows({ items, places, open, ofPlace, width, addsUp });
  resolveAssignments(items, places, open, ofPlace, width);
  for (const group of kept) open.add(group);
  return {
    pulled,
    rows: [...ofPlace].map(([place, group]) => ({ place, group })).sort((a, b) => a.place.start - b.place.start),
    bare: places.filter((place) => !ofPlace.has(place)),
    loose: [...open].filter((group) => countValues(group) > 0),
  };
}

/** Stand-ins (`/`, 无) or the empty cells of a stream: a row that says it has nothing. */
function isWrittenBlank(group: ValueGroup): boolean {
  return group.items.every((item) => item.start < item.end || (item.field >= 0 && item.fields === 0));
}

/** A lone number in the middle of a label that a page break cut in two. */
function isPageNumber(group: ValueGroup, place: LabelPlace, width: number): boolean {
  return group.items.length === 1 && width > 1 && place.end > startOf(group);
}

function startOf(group: Pick<ValueGroup, 'items'>): number {
  return group.items[0]?.start ?? 0;
}

function endOf(group: ValueGroup): number {
  return group.items.at(-1)?.end ?? 0;
}

/** The last label before the group that ends on the group's line, or that goes on behind the group. */
function certainPlace(items: readonly Item[], places: readonly LabelPlace[], cursor: number, group: ValueGroup): LabelPlace | null {
  const line = group.items[0]?.line;
  for (let index = cursor - 1; index >= 0 && index >= cursor - MAX_LABELS_BACK; index--) {
    const place = places[index];
    if (place === undefined) break;
    if (place.end > startOf(group)) return place;
    if (items[place.lastItem]?.line === line) return place;
  }
  return null;
}

/** A label on the group's own line that is no label of the form: its values are its own. */
export function hasForeignLabel(items: readonly Item[], group: ValueGroup): boolean {
  const before = items[group.first - 1];
  return before !== undefined && before.kind === 'label' && before.line === group.items[0]?.line;
}

interface PulledRequest extends Widths {
  readonly items: readonly Item[];
  readonly places: readonly LabelPlace[];
  readonly open: Set<ValueGroup>;
  readonly ofPlace: Map<LabelPlace, ValueGroup>;
}

/**
 * Several labels, and then whole lines of values: as many of them belong to the labels in their order, and no label takes
 * those of the one before it. Other numbers of lines belong to nobody: they are `kept` from the labels.
 */
function assignPulledRows({ items, places, open, ofPlace, width, addsUp }: PulledRequest): {
  readonly pulled: readonly (readonly LabelPlace[])[];
  readonly kept: readonly ValueGroup[];
} {
  const pulled: (readonly LabelPlace[])[] = [];
  const kept: ValueGroup[] = [];
  if (open.size === 0) return { pulled, kept };
  const groups = [...open].sort((a, b) => startOf(a) - startOf(b));
  let run: LabelPlace[] = [];
  let next = 0;
  for (let index = 0; index < places.length; index++) {
    const place = places[index];
    if (place === undefined) break;
    const limit = places[index + 1]?.start ?? Number.POSITIVE_INFINITY;
    run = ofPlace.has(place) ? [] : [...run, place];
    // Values above the first label may be its own.
    while (next < groups.length && startOf(groups[next] ?? { items: [] }) < place.start) next++;
    const from = next;
    while (next < groups.length && startOf(groups[next] ?? { items: [] }) < limit) next++;
    const below = groups.slice(from, next);
    if (below.length === 0) continue;
    const own = run;
    run = [];
    const stacked = stackedRows(own, below, { width, addsUp });
    if (stacked !== null) {
      for (const group of below) open.delete(group);
      stacked.forEach((group, at) => ofPlace.set(own[at] ?? place, group));
      pulled.push(own);
      continue;
    }
    const isWhole = (group: ValueGroup) => group.kind === 'line' && countValues(group) === width(place) && !hasForeignLabel(items, group);
    if (own.length < MIN_PULLED || !below.every(isWhole) || hasValuesAbove(own[0], places, groups)) continue;
    for (const group of below) open.delete(group);
    if (below.length === own.length) {
      below.forEach((group, at) => ofPlace.set(own[at] ?? place, group));
      pulled.push(own);
    } else kept.push(...below);
  }
  return { pulled, kept };
}

/** One value a line, row after row: as many as the labels have cells, and each row of them adds up. */
function stackedRows(own: readonly LabelPlace[], [run, ...others]: readonly ValueGroup[], { width, addsUp }: Widths): readonly ValueGroup[] | null {
  if (own.length < MIN_PULLED || run === undefined || others.length > 0 || run.kind !== 'run') return null;
  if (run.items.length !== own.reduce((sum, place) => sum + width(place), 0)) return null;
  let from = 0;
  const rows = own.map((place): ValueGroup => {
    const items = run.items.slice(from, from + width(place));
    from += items.length;
    return { items, kind: 'run', first: run.first + from - items.length };
  });
  return rows.every(({ items }, at) => addsUp(own[at] ?? NO_PLACE, items)) ? rows : null;
}

const NO_PLACE: LabelPlace = { row: '', start: 0, end: 0, match: 'printed', firstItem: 0, lastItem: 0 };

/** One label below another without values between them is a pair. */
const MIN_PULLED = 2;

/** Values of nobody stand between the label before and this one. */
function hasValuesAbove(first: LabelPlace | undefined, places: readonly LabelPlace[], groups: readonly ValueGroup[]): boolean {
  if (first === undefined) return false;
  const before = places[places.indexOf(first) - 1]?.end ?? 0;
  return groups.some((group) => startOf(group) >= before && endOf(group) <= first.start && countValues(group) > 0);
}

/** First what has only one way, until nothing moves; then, where both ways are open, labels before values. */
function resolveAssignments(
  items: readonly Item[],
  places: readonly LabelPlace[],
  open: Set<ValueGroup>,
  ofPlace: Map<LabelPlace, ValueGroup>,
  width: (place: LabelPlace) => number,
): void {
  const give = (group: ValueGroup, place: LabelPlace) => {
    ofPlace.set(place, group);
    open.delete(group);
  };
  const ways = neighbours(items, places, open);
  for (const preferBefore of [false, true]) {
    let moved = true;
    for (let pass = 0; moved && pass < MAX_PASSES; pass++) {
      moved = false;
      for (const group of open) {
        const { before, after } = ways.get(group) ?? { before: null, after: null };
        const fitsBefore = before !== null && !ofPlace.has(before) ? before : null;
        const fitsAfter = after !== null && !ofPlace.has(after) && group.kind === 'line' && group.items.length === width(after) ? after : null;
        const choice = fitsBefore !== null && fitsAfter !== null ? (preferBefore ? fitsBefore : null) : (fitsBefore ?? fitsAfter);
        if (choice === null) continue;
        give(group, choice);
        moved = true;
      }
    }
  }
}

function onlyNoiseBetween(items: readonly Item[], last: number, first: number): boolean {
  if (first - last > MAX_NOISE_ITEMS) return false;
  for (let index = last + 1; index < first; index++) {
    const item = items[index];
    if (item === undefined || item.kind !== 'label' || item.end - item.start > MAX_NOISE_LENGTH) return false;
  }
  return true;
}

interface Ways {
  readonly before: LabelPlace | null;
  readonly after: LabelPlace | null;
}

/** The label just before and just after each group, with no other group between. */
function neighbours(items: readonly Item[], places: readonly LabelPlace[], open: ReadonlySet<ValueGroup>): Map<ValueGroup, Ways> {
  const ways = new Map<ValueGroup, Ways>();
  let cursor = 0;
  for (const group of open) {
    if (hasForeignLabel(items, group)) continue;
    while (cursor < places.length && (places[cursor]?.start ?? 0) < startOf(group)) cursor++;
    const last = places[cursor - 1];
    const before = last !== undefined && onlyNoiseBetween(items, last.lastItem, group.first) ? last : null;
    const after = places[cursor] ?? null;
    const line = group.items.at(-1)?.line ?? 0;
    const near = after !== null && (items[after.firstItem]?.line ?? 0) - line <= MAX_LINES_AHEAD && after.start >= endOf(group);
    ways.set(group, { before, after: near ? after : null });
  }
  return ways;
}
