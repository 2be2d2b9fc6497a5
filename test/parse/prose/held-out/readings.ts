// Compares sets of readings, whatever their order and whether a row is named by its total or by all its columns.

import { type CellKey, splitKey } from '../../../../server/src/forms/form.ts';
import type { Reading, Topic } from './topics.ts';

const PARTS: Readonly<Record<string, readonly string[]>> = {
  applications: ['natural', 'business', 'research', 'charity', 'legal', 'other'],
  disputes: ['upheld', 'corrected', 'other', 'pending'],
};

/** Every reading the topic needs, and none beyond those it allows. */
export function sameReadings(readings: readonly Reading[], topic: Topic): boolean {
  const found = new Set(readings.map(canonical));
  const must = topic.must.map(canonical);
  const allowed = new Set([...must, ...topic.may.map(canonical)]);
  return found.size > 0 && must.every((reading) => found.has(reading)) && [...found].every((reading) => allowed.has(reading));
}

function canonical({ sum, over }: Reading): string {
  return over === undefined ? cells(sum) : `${cells(sum)} / ${cells(over)}`;
}

/** Sorted; all parts of a row become its total. */
function cells(keys: readonly CellKey[]): string {
  const left = new Set<CellKey>(keys);
  for (const key of keys) {
    const { table, row } = splitKey(key);
    const parts = PARTS[table]?.map((column): CellKey => `${table}/${row}/${column}`) ?? [];
    if (parts.length === 0 || !parts.every((part) => left.has(part))) continue;
    for (const part of parts) left.delete(part);
    left.add(`${table}/${row}/total`);
  }
  return [...left].sort().join(' + ');
}
