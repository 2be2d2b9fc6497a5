// Times of locating planted mistakes: none, each class of the accuracy run, and as many wrong cells as a table can hold.

import { evaluateEquations } from '../../server/src/equations/evaluate.ts';
import { locate } from '../../server/src/diagnosis/locate.ts';
import type { CellKey } from '../../server/src/forms/form.ts';
import { CLASSES } from '../accuracy/located/classes.ts';
import { drawTable, planted, SCALES, type Table } from '../accuracy/located/tables.ts';
import { createRng, type Rng } from '../generator/rng.ts';

export interface LocateTimes {
  readonly name: string;
  /** Milliseconds, one a table. */
  readonly located: readonly number[];
  readonly evaluated: readonly number[];
}

const ROUNDS = 40;
/** The first runs are those of an engine that has not compiled anything yet. */
const WARM_UP = 3;
const MANY: readonly number[] = [3, 8, 40, 150];
const SEED = 12;

export function timeLocating(): readonly LocateTimes[] {
  const rng = createRng(SEED);
  const tables = SCALES.flatMap((scale) => [drawTable('2021', scale, rng), drawTable('2019', scale, rng)]);
  const many = MANY.map((count) => ({ name: `${count} wrong cells`, plant: (table: Table) => spoil(table, count, rng) }));
  const classes = CLASSES.map(({ name, plant }) => ({ name, plant: (table: Table) => plant(table, rng)?.changes ?? new Map<CellKey, number>() }));
  return [{ name: 'a consistent table', plant: () => new Map<CellKey, number>() }, ...classes, ...many].map(({ name, plant }) => time(name, tables, plant));
}

function time(name: string, tables: readonly Table[], plant: (table: Table) => ReadonlyMap<CellKey, number>): LocateTimes {
  const located: number[] = [];
  const evaluated: number[] = [];
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (const table of tables) {
      const report = planted(table, plant(table));
      const equations = evaluateEquations(report);
      // Evaluated once a report: a copy is one that was not evaluated yet.
      const times = [least(() => evaluateEquations({ ...report })), least(() => locate(report, equations))] as const;
      if (round < 0) continue;
      evaluated.push(times[0]);
      located.push(times[1]);
    }
  }
  return { name, located, evaluated };
}

/** Of three runs, so that a busy machine does not pass for a slow table. */
function least(run: () => void): number {
  return Math.min(
    ...[0, 1, 2].map(() => {
      const start = performance.now();
      run();
      return performance.now() - start;
    }),
  );
}

function spoil(table: Table, count: number, rng: Rng): ReadonlyMap<CellKey, number> {
  const keys = [...table.truth.keys()];
  return new Map(Array.from({ length: count }, () => [rng.pick(keys), rng.int(0, 2 * table.scale)]));
}
