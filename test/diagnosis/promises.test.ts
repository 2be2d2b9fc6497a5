// Every fix does what its title promises, and no harm, whatever was planted.

import { expect, test } from 'vitest';
import type { CellKey } from '../../server/src/forms/form.ts';
import { CLASSES } from '../accuracy/located/classes.ts';
import { drawTable, type Table } from '../accuracy/located/tables.ts';
import { createRng, type Rng } from '../generator/rng.ts';
import { dishonesty } from './honest.ts';

const ROUNDS = 6;
const SEED = 31;

type Plant = (table: Table, rng: Rng) => ReadonlyMap<CellKey, number> | null;

/** Three to six cells that hold anything. */
const spoiled: Plant = (table, rng) => new Map(Array.from({ length: rng.int(3, 6) }, () => [rng.pick([...table.truth.keys()]), rng.int(0, 9)]));
const PLANTS: readonly (readonly [string, Plant])[] = [
  ...CLASSES.map(({ name, plant }) => [name, (table: Table, rng: Rng) => plant(table, rng)?.changes ?? null] as const),
  ['several cells spoiled', spoiled],
];

test.each(PLANTS)('%s', (_, plant) => {
  const rng = createRng(SEED);
  const tables = [drawTable('2021', 20, rng), drawTable('2019', 200, rng)];
  for (let round = 0; round < ROUNDS; round++) {
    for (const table of tables) {
      const changes = plant(table, rng);
      if (changes !== null) expect(dishonesty(table, new Map([...table.truth, ...changes])), JSON.stringify([...changes])).toEqual([]);
    }
  }
});
