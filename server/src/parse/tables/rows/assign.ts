// Which values belong to which label? What stands on the label's line or inside the label is certain;
// the rest is settled by what is left over, and never by counting rows.

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
}

/** A line of values may stand this many lines before the label it belongs to. */
const MAX_LINES_AHEAD = 4;

/** So many labels before a group are looked at for one that ends on its line. */
const MAX_LABELS_BACK = 4;
/** Pieces of a vertical group label (三 本 年 度) may stand between a label and its values. */
const MAX_NOISE_LENGTH = 3;
const MAX_NOISE_ITEMS = 16;

/** `width` is the number of cells of a row. */
export function assignGroups(
  items: readonly Item[],
  places: readonly LabelPlace[],
  groups: readonly ValueGroup[],
  width: (place: LabelPlace) => number,
): Assigned {
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
  settle(items, places, open, ofPlace, width);
  return {
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

function startOf(group: ValueGroup): number {
  return group.items[0]?.start ?? 0;
}

function endOf(group: ValueGroup): number {
  return group.items.at(-1)?.end ?? 0;
}

/** The last label before the group that ends on the group's line, or that goes on behind the group. */
function certainPlace(
  items: readonly Item[],
  places: readonly LabelPlace[],
  cursor: number,
  group: ValueGroup,
): LabelPlace | null {
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

/** First what has only one way, until nothing moves; then, where both ways are open, labels before values. */
function settle(
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
        const fitsAfter =
          after !== null && !ofPlace.has(after) && group.kind === 'line' && group.items.length === width(after) ? after : null;
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
