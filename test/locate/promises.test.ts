// Does every fix do what its title promises, and no harm, whatever was planted?

import { expect, test } from 'vitest';
import { checkReport } from '../../server/src/check/check.ts';
import type { CellKey } from '../../server/src/forms/form.ts';
import { CLASSES } from '../accuracy/located/classes.ts';
import { drawTable, planted, valuesAfter, type Table } from '../accuracy/located/tables.ts';
import { createRng, type Rng } from '../generator/rng.ts';

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
      if (changes !== null) expectHonest(table, changes);
    }
  }
});

function expectHonest(table: Table, changes: ReadonlyMap<CellKey, number>): void {
  const wrong = new Map([...table.truth, ...changes]);
  const before = checkReport(planted(table, wrong));
  for (const finding of before.findings) {
    expect(finding.fixes.filter((fix) => fix.preferred).length).toBeLessThanOrEqual(1);
    for (const fix of finding.fixes) {
      const after = checkReport(planted(table, valuesAfter(table, wrong, fix.edits)));
      expect(after.findings.map((each) => each.message), fix.title).not.toContain(finding.message);
      expect(after.equations.broken, fix.title).toBeLessThanOrEqual(before.equations.broken);
      const left = /改后仍有(\d+)条不平/u.exec(fix.title)?.[1] ?? (fix.title.includes('改后全部平衡') ? '0' : null);
      if (left !== null) expect(after.equations.broken, fix.title).toBe(Number(left));
    }
  }
}
