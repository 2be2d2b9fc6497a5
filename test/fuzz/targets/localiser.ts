// Fuzz target: tables whose sums agree, with mistakes of every class planted, several at once, through the localiser.

import { CLASSES } from '../../accuracy/located/classes.ts';
import { drawTable, SCALES, type Table } from '../../accuracy/located/tables.ts';
import type { CellKey } from '../../../server/src/forms/form.ts';
import type { Rng } from '../../generator/rng.ts';
import { dishonesty } from '../../diagnosis/honest.ts';
import { DRAFT_NAMES } from '../../support/draft.ts';
import { rngOf } from '../case-rng.ts';
import { stopwatch, TOO_LONG } from '../stopwatch.ts';
import type { Target } from '../target.ts';

const MAX_MISTAKES = 4;
const MAX_SPOILED = 8;
const ODD_VALUES = [0, 1, 7, 10, 99, 1e6, 2 ** 31, 2 ** 53, 1e15];

interface Case {
  readonly table: Table;
  readonly changes: ReadonlyMap<CellKey, number>;
}

export const LOCALISER: Target = {
  name: 'localiser',
  question: 'balanced tables of every form at four scales with up to four mistakes planted: every fix does what its title promises, and breaks nothing',
  start({ seed }) {
    return {
      run: (index) => judged(caseOf(rngOf(seed, index))),
      show(index, kind) {
        const { table, changes } = caseOf(rngOf(seed, index));
        let small = changes;
        for (const key of changes.keys()) {
          const fewer = new Map([...small].filter(([each]) => each !== key));
          if (judged({ table, changes: fewer }).includes(kind)) small = fewer;
        }
        const cells = [...small].map(([key, value]) => `${key} ${table.truth.get(key)}→${value}`);
        return { name: `form ${table.formName}, scale ${table.scale}`, example: cells.join(', '), fixture: null };
      },
    };
  },
};

function judged({ table, changes }: Case): readonly string[] {
  const tookTooLong = stopwatch();
  try {
    const wrong = dishonesty(table, new Map([...table.truth, ...changes]));
    return tookTooLong() ? [...wrong, TOO_LONG] : wrong;
  } catch (error) {
    return [`throws ${error instanceof Error ? error.message : String(error)}`];
  }
}

function caseOf(rng: Rng): Case {
  const table = drawTable(rng.pick(DRAFT_NAMES), rng.pick(SCALES), rng);
  const changes = new Map<CellKey, number>();
  if (rng.chance(0.2)) spoil(table, rng, changes);
  for (let mistakes = rng.int(1, MAX_MISTAKES); mistakes > 0; mistakes--) {
    for (const [key, value] of rng.pick(CLASSES).plant(table, rng)?.changes ?? []) changes.set(key, value);
  }
  return { table, changes };
}

/** Any cells hold anything. */
function spoil({ truth }: Table, rng: Rng, changes: Map<CellKey, number>): void {
  for (let cells = rng.int(1, MAX_SPOILED); cells > 0; cells--) changes.set(rng.pick([...truth.keys()]), rng.pick(ODD_VALUES));
}
