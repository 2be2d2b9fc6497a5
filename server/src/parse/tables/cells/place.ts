// Assigns the values of a row to columns, only where their count or the delimiters leave one answer.

import type { ValueGroup } from '../rows/groups.ts';
import type { Item } from '../lines/items.ts';
import { MAX_WINDOWS } from '../../limits.ts';

export type Placing =
  | { readonly kind: 'placed'; readonly items: readonly Item[] }
  /** Too few or too many values. */
  | { readonly kind: 'count'; readonly found: number }
  /** The values are there but their columns cannot be told. */
  | { readonly kind: 'ambiguous' };

/** Where the first value stands in lines of one shape, learned from rows that leave no doubt. */
export type Reference = ReadonlyMap<string, number>;

/** A label and the values that belong to it. */
export interface LabelledGroup {
  readonly group: ValueGroup;
  readonly width: number;
  /** The field in which the label stands; -1 where nothing delimits. */
  readonly labelField: number;
}

/** Lines of one shape: as many fields, and the label in the same one. */
function shapeOf({ group, labelField }: LabelledGroup): string {
  return `${group.items[0]?.fields ?? 0}:${labelField}`;
}

/** Lines with the label in the same field, however many fields they have. */
function anyLengthOf({ labelField }: LabelledGroup): string {
  return `*:${labelField}`;
}

/** Lines of as many fields and rows as wide, wherever the label stands: a spreadsheet keeps its columns. */
function anyLabelOf({ group, width }: LabelledGroup): string {
  return `${group.items[0]?.fields ?? 0}:*:${width}`;
}

/** Learns from the rows whose values fill exactly their columns. A shape on which they disagree teaches nothing. */
export function learnReference(rows: readonly LabelledGroup[]): Reference {
  const votes = new Map<string, Set<number>>();
  for (const row of rows) {
    const windows = windowsOf(row.group.items, row.width);
    const only = windows.length === 1 ? row.group.items[windows[0] ?? 0] : undefined;
    // A row that begins with a blank may have lost cells at its end; it teaches nothing.
    if (only === undefined || only.fields === 0 || isEmptyField(only)) continue;
    for (const shape of [shapeOf(row), anyLengthOf(row), anyLabelOf(row)]) {
      votes.set(shape, (votes.get(shape) ?? new Set<number>()).add(only.field));
    }
  }
  const reference = new Map<string, number>();
  for (const [shape, fields] of votes) {
    const [field] = fields;
    if (fields.size === 1 && field !== undefined) reference.set(shape, field);
  }
  return reference;
}

export interface PlaceOptions {
  readonly reference: Reference;
  /** True where the values of a window add up among themselves; null where the row has no total. */
  readonly addsUp: ((items: readonly Item[]) => boolean) | null;
  readonly textOf: (item: Item) => string;
}

export function placeValues(row: LabelledGroup, options: PlaceOptions): Placing {
  const { items } = row.group;
  const { width } = row;
  const values = items.filter((item) => item.kind === 'value').length;
  if (items.length < width) return { kind: 'count', found: items.length };
  const windows = windowsOf(items, width);
  if (windows.length === 0) {
    const evenly = evenlyApart(items, width);
    if (evenly !== null) return { kind: 'placed', items: evenly };
    return repeatsLast(items, width, options.textOf) ? { kind: 'placed', items: items.slice(0, width) } : { kind: 'count', found: values };
  }
  if (isCollapsed(row, options, values)) return { kind: 'ambiguous' };
  const at = chooseWindow(row, windows, options, values);
  if (at === null) return { kind: 'ambiguous' };
  const placed = items.slice(at, at + width);
  return isCutShort(row, placed, options) ? { kind: 'count', found: values } : { kind: 'placed', items: placed };
}

/**
 * As many fields as columns, but the first are those a label spans: the row lost cells at its end.
 * Told by where the values of the other rows begin, else by a sum that does not hold.
 */
function isCutShort(row: LabelledGroup, placed: readonly Item[], { reference, addsUp }: PlaceOptions): boolean {
  const [first] = placed;
  if (first === undefined || first.fields === 0 || !isEmptyField(first) || placed.every(isEmptyField)) return false;
  const known = reference.get(anyLengthOf(row));
  if (known !== undefined) return known !== first.field;
  return addsUp !== null && !addsUp(placed);
}

function isEmptyField(item: Item): boolean {
  return item.kind === 'blank' && item.start === item.end;
}

/** As many values as columns, as many blanks between any two: signs that part them (`||`, ` / `), and no cells. */
function evenlyApart(items: readonly Item[], width: number): readonly Item[] | null {
  const places = items.flatMap((item, index) => (item.kind === 'value' ? [index] : []));
  const gap = (places[1] ?? 0) - (places[0] ?? 0);
  const even = places.every((place, index) => index === 0 || place - (places[index - 1] ?? 0) === gap);
  return places.length === width && even ? places.flatMap((place) => items[place] ?? []) : null;
}

/** A cell spans hardly more columns than the widest table but one has; a longer row is no row of ours. */
const MAX_SPANNED = 10;

/** Merged cells written out: the last number again in every field that its cell spans. */
function repeatsLast(items: readonly Item[], width: number, textOf: (item: Item) => string): boolean {
  const last = items[width - 1];
  return last !== undefined && items.length - width <= MAX_SPANNED && items.slice(width).every((item) => item.fields > 0 && textOf(item) === textOf(last));
}

/** Where a window of `width` fields could begin so that everything outside it is an empty field. */
export function windowsOf(items: readonly Item[], width: number): readonly number[] {
  const isWritten = (item: Item) => !isEmptyField(item);
  const first = items.findIndex(isWritten);
  const last = items.findLastIndex(isWritten);
  const from = last < 0 ? 0 : Math.max(0, last - width + 1);
  const to = Math.min(items.length - width, first < 0 ? items.length : first);
  // A row with hundreds of empty fields has no place for its values that could be told from the others.
  if (to - from >= MAX_WINDOWS) return [];
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

/** In a stream, blanks that were gathered behind the values no longer tell the columns; only a sum that holds does. */
function isCollapsed({ group, width }: LabelledGroup, { addsUp }: PlaceOptions, values: number): boolean {
  const isStream = group.items[0]?.fields === 0 && (group.items[0]?.field ?? -1) >= 0;
  return isStream && addsUp !== null && values > 1 && values < width && !addsUp(group.items.slice(0, width));
}

function chooseWindow(row: LabelledGroup, windows: readonly number[], options: PlaceOptions, values: number): number | null {
  const { items } = row.group;
  if (windows.length === 1) return windows[0] ?? null;
  const { addsUp } = options;
  if (addsUp !== null && values > 1) {
    const fitting = windows.filter((window) => addsUp(items.slice(window, window + row.width)));
    if (fitting.length === 1) return fitting[0] ?? null;
  }
  for (const shape of [shapeOf(row), anyLabelOf(row)]) {
    const known = options.reference.get(shape);
    if (known === undefined) continue;
    const at = windows.find((window) => items[window]?.field === known);
    if (at !== undefined) return at;
  }
  // In a stream the columns begin behind the label; what a label spans is left over at the end of the row (E02, E18).
  if (items[0]?.fields === 0 && windows.includes(0)) return 0;
  if (values > 0) return singleCellWindow(row.group, windows);
  // Nothing is written: the empty fields of labels that span columns come first in a line.
  return windows.at(-1) ?? null;
}

/** A single cell that spans the row: its number stands in one of the fields, wherever. */
function singleCellWindow(group: ValueGroup, windows: readonly number[]): number | null {
  const at = group.items.findIndex((item) => item.kind === 'value');
  return windows.length === group.items.length && windows.includes(at) ? at : null;
}
