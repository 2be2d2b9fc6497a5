// Cells that would have to follow if a number is correct as it stands, so that every equation holds again.

import { cellKey, isTotal, splitKey, type CellKey } from '../forms/form.ts';
import { brokenAfter, isCount, type Delta, type System } from '../equations/system.ts';

export interface Carry {
  /** The row that takes up the difference in the balance, where one has to; the choice is the clerk's. */
  readonly balancedBy: string | null;
  readonly changes: readonly { readonly key: CellKey; readonly to: number }[];
}

/** Rows of the balance, each with its side: +1 where it stands with 新收, -1 where it stands with the total. */
const BALANCE_SIDES: Readonly<Record<string, number>> = { new: 1, 'carried-in': 1, 'carried-out': -1 };

/** Which rows may take up a difference, likelier first. */
const BALANCERS: Readonly<Record<string, readonly string[]>> = {
  new: ['carried-out', 'carried-in'],
  'carried-in': ['carried-out', 'new'],
  'carried-out': ['new', 'carried-in'],
};
const OF_RESULTS = ['new', 'carried-out'];

/**
 * Carries one applicant's cell through: its row total, （七） of its column, the grand total, and a row of the balance.
 * Empty for totals: which of their addends was meant otherwise, nobody can tell.
 * `remaining` is how many equations stay broken for other reasons.
 */
export function carriesOf(system: System, key: CellKey, by: number, remaining: number): readonly Carry[] {
  const { table, row, column } = splitKey(key);
  if (table !== 'applications' || isTotal({ row, column })) return [];
  const at = (id: string, columnId: string) => system.indexOf.get(cellKey(table, id, columnId));
  const pair = (id: string, amount: number) => [at(id, column), at(id, 'total')].map((cell) => ({ cell, by: amount }));
  const own = { cell: at(row, 'total'), by };
  const isResult = BALANCE_SIDES[row] === undefined;
  const followers = isResult ? [own, ...pair('total', by)] : [own];
  // What the balance lacks on its first side.
  const lacking = isResult ? by : -(BALANCE_SIDES[row] ?? 0) * by;
  const options = (BALANCERS[row] ?? OF_RESULTS).map((id) => ({ id, deltas: [...followers, ...pair(id, (BALANCE_SIDES[id] ?? 0) * lacking)] }));
  const carries = [{ id: null, deltas: followers }, ...options].flatMap(({ id, deltas }) => {
    const known = deltas.flatMap((delta) => (delta.cell === undefined ? [] : [{ cell: delta.cell, by: delta.by }]));
    return known.length === deltas.length && isSound(system, known, remaining) ? [{ balancedBy: id, changes: changesOf(system, known) }] : [];
  });
  const plain = carries.find((carry) => carry.balancedBy === null);
  return plain === undefined ? carries : [plain];
}

function isSound(system: System, deltas: readonly Delta[], remaining: number): boolean {
  return deltas.every(({ cell, by }) => isCount((system.values[cell] ?? 0) + by)) && brokenAfter(system, deltas) === remaining;
}

function changesOf(system: System, deltas: readonly Delta[]): Carry['changes'] {
  return deltas.map(({ cell, by }) => ({ key: system.keys[cell] as CellKey, to: (system.values[cell] ?? 0) + by }));
}
