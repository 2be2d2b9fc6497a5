// Value groups: values that no label interrupts, on one line or one below the other.

import { isCellItem, type Delimiting, type Item } from '../lines/items.ts';
import type { LabelPlace } from './label-stream.ts';

export interface ValueGroup {
  readonly items: readonly Item[];
  /** `line`: side by side; `run`: one below the other, or one behind the other in a stream. */
  readonly kind: 'line' | 'run';
  /** Index of its first item in the region's list. */
  readonly first: number;
}

/**
 * Takes out numbers alone on a line above or below a line of exactly as many values as a row has:
 * the number of a page that an extractor left between label and values.
 */
export function withoutPageNumbers(items: readonly Item[], widths: ReadonlySet<number>): readonly Item[] {
  const perLine = new Map<number, number>();
  for (const item of items) perLine.set(item.line, (perLine.get(item.line) ?? 0) + (isCellItem(item) ? 1 : 0));
  const full = (item: Item | undefined) => item !== undefined && isCellItem(item) && widths.has(perLine.get(item.line) ?? 0);
  return items.filter((item, index) => {
    const before = items[index - 1];
    const after = items[index + 1];
    const alone = item.kind === 'value' && item.field < 0 && before?.line !== item.line && after?.line !== item.line;
    return !alone || !(full(before) || full(after));
  });
}

/** Words in the fields behind a row's label stand where numbers are due: 见附件 is a cell, not another label. */
export function claimTextCells(items: readonly Item[], places: readonly LabelPlace[]): readonly Item[] {
  const labelOf = new Map<number, number>();
  const labels = new Set<number>();
  for (const place of places) {
    const item = items[place.lastItem];
    if (item !== undefined && item.fields > 0) labelOf.set(item.line, place.lastItem);
    for (let index = place.firstItem; index <= place.lastItem; index++) labels.add(index);
  }
  return items.map((item, index) => {
    const label = labelOf.get(item.line);
    const claimed = item.kind === 'label' && item.fields > 0 && label !== undefined && index > label && !labels.has(index);
    return claimed ? { ...item, kind: 'value' as const } : item;
  });
}

export function groupValues(items: readonly Item[], delimiting: Delimiting): readonly ValueGroup[] {
  const groups: ValueGroup[] = [];
  let current: Item[] = [];
  let first = 0;
  const close = () => {
    if (current.length > 0) groups.push({ items: current, kind: kindOf(current), first });
    current = [];
  };
  items.forEach((item, index) => {
    if (!isCellItem(item)) {
      close();
      return;
    }
    if (current.length === 0) first = index;
    else if (delimiting !== 'stream' && startsNewRow(current, item, { before: items[first - 1], next: items[index + 1] })) {
      close();
      first = index;
    }
    current.push(item);
  });
  close();
  return groups;
}

function kindOf(items: readonly Item[]): 'line' | 'run' {
  const last = items.at(-1);
  return items.length > 1 && items[0]?.line === last?.line ? 'line' : 'run';
}

/** A new line goes on with the row only where values stand one below the other. */
function startsNewRow(
  current: readonly Item[],
  item: Item,
  { before: label, next }: { readonly before: Item | undefined; readonly next: Item | undefined },
): boolean {
  const last = current.at(-1);
  if (last === undefined || last.line === item.line) return false;
  if (item.fields > 0 || last.fields > 0) return true;
  // A value beside its label is a row of one; what stands below is the number of a page.
  if (label?.kind === 'label' && label.line === last.line && label.field < 0) return true;
  const before = current.at(-2);
  const sideBySide = before !== undefined && before.line === last.line;
  return sideBySide || (next !== undefined && isCellItem(next) && next.line === item.line);
}

/** How many of its items carry a number. */
export function countValues(group: ValueGroup): number {
  return group.items.filter((item) => item.kind === 'value').length;
}
