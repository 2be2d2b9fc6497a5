// Which value stands in which column? Only where the count or the delimiters leave one answer.

import type { ValueGroup } from './groups.ts';
import type { Item } from './items.ts';

export type Placing =
  | { readonly kind: 'placed'; readonly items: readonly Item[] }
  /** Too few or too many values. */
  | { readonly kind: 'count'; readonly found: number }
  /** The values are there but their columns cannot be told. */
  | { readonly kind: 'ambiguous' };

/** Where the first value stands in lines of one shape, learned from rows that leave no doubt. */
export type Reference = ReadonlyMap<string, number>;

/** Lines of one shape: the same number of fields. */
function shapeOf(group: ValueGroup): string {
  return String(group.items[0]?.fields ?? 0);
}

/** Learns from the rows whose values fill exactly their columns. */
export function learnReference(groups: readonly { readonly group: ValueGroup; readonly width: number }[]): Reference {
  const votes = new Map<string, Map<number, number>>();
  for (const { group, width } of groups) {
    const windows = windowsOf(group.items, width);
    const only = windows.length === 1 ? group.items[windows[0] ?? 0] : undefined;
    if (only === undefined || only.fields === 0) continue;
    const shape = shapeOf(group);
    const counts = votes.get(shape) ?? new Map<number, number>();
    counts.set(only.field, (counts.get(only.field) ?? 0) + 1);
    votes.set(shape, counts);
  }
  const reference = new Map<string, number>();
  for (const [shape, counts] of votes) {
    const [first] = [...counts].sort((a, b) => b[1] - a[1]);
    if (first !== undefined) reference.set(shape, first[0]);
  }
  return reference;
}

export function placeValues(group: ValueGroup, width: number, reference: Reference, textOf: (item: Item) => string): Placing {
  const values = group.items.filter((item) => item.kind === 'value').length;
  const { items } = group;
  if (items.length < width) return { kind: 'count', found: items.length };
  if (items.length === width) return { kind: 'placed', items };
  const windows = windowsOf(items, width);
  if (windows.length === 0) {
    return repeatsLast(items, width, textOf) ? { kind: 'placed', items: items.slice(0, width) } : { kind: 'count', found: values };
  }
  const at = chooseWindow(group, windows, reference, values);
  return at === null ? { kind: 'ambiguous' } : { kind: 'placed', items: items.slice(at, at + width) };
}

/** Merged cells written out: the last number again in every field that its cell spans. */
function repeatsLast(items: readonly Item[], width: number, textOf: (item: Item) => string): boolean {
  const last = items[width - 1];
  return last !== undefined && items.slice(width).every((item) => item.fields > 0 && textOf(item) === textOf(last));
}

/** Where a window of `width` fields could begin so that everything outside it is an empty field. */
function windowsOf(items: readonly Item[], width: number): readonly number[] {
  const windows: number[] = [];
  const isEmpty = (item: Item) => item.kind === 'blank' && item.start === item.end;
  for (let at = 0; at + width <= items.length; at++) {
    if (items.slice(0, at).every(isEmpty) && items.slice(at + width).every(isEmpty)) windows.push(at);
  }
  return windows;
}

function chooseWindow(group: ValueGroup, windows: readonly number[], reference: Reference, values: number): number | null {
  if (windows.length === 1) return windows[0] ?? null;
  const known = reference.get(shapeOf(group));
  if (known !== undefined) {
    const at = windows.find((window) => group.items[window]?.field === known);
    if (at !== undefined) return at;
  }
  if (values > 0) return width1Window(group, windows);
  // Nothing is written: empty fields behind labels that span columns come first in a line, last in a stream.
  return (group.items[0]?.fields ?? 0) > 0 ? (windows.at(-1) ?? null) : (windows[0] ?? null);
}

/** A single cell that spans the row: its number stands in one of the fields, wherever. */
function width1Window(group: ValueGroup, windows: readonly number[]): number | null {
  const at = group.items.findIndex((item) => item.kind === 'value');
  return windows.length === group.items.length && windows.includes(at) ? at : null;
}
