// Groups findings that come in floods, which have one cause, into one.

import type { Form, TableId } from '../forms/form.ts';
import { sectionOfTable } from '../forms/index.ts';
import { MAX_SINGLE } from './limits.ts';
import type { RuleFinding } from './finding.ts';

/** At least one. */
export type Some<T> = readonly [T, ...T[]];

interface Telling<T> {
  readonly single: (one: T) => RuleFinding;
  readonly together: (found: Some<T>) => RuleFinding;
}

/** Of each group its members one by one, or one finding for all where there are many. */
export function singlyOrTogether<T>(groups: readonly Some<T>[], { single, together }: Telling<T>): readonly RuleFinding[] {
  return groups.flatMap((found) => (found.length > MAX_SINGLE ? [together(found)] : found.map(single)));
}

/** Splits a list by part: the blocks of table two are one table to the reader, and one paste tears them all. */
export function byPart<T extends { readonly table: TableId }>(form: Form, items: readonly T[]): readonly Some<T>[] {
  return grouped(items, (item) => sectionOfTable(form, item.table) ?? item.table);
}

/** Splits a list by table, keeping the order, for findings that are grouped one a table. */
export function byTable<T extends { readonly table: TableId }>(items: readonly T[]): readonly Some<T>[] {
  return grouped(items, (item) => item.table);
}

/** Splits a list by a key, keeping the order. */
export function grouped<T>(items: readonly T[], keyOf: (item: T) => string): readonly Some<T>[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
