// Searches sets of cell changes that make every equation hold: depth-first over the broken ones, with a bound on the work.

import { isCount, type Delta, type System } from './system.ts';
import { MAX_EXPLANATIONS, MAX_SEARCH_STEPS } from './limits.ts';
import { tidy } from '../text/numbers.ts';

/** No cell stands in more equations than （七）总计: its row, its column, its balance. */
const MAX_EQUATIONS_PER_CELL = 3;

interface Search {
  readonly system: System;
  readonly residuals: number[];
  broken: number;
  steps: number;
  readonly found: Map<string, readonly Delta[]>;
}

/**
 * All sets of exactly `size` cells whose change makes every residual 0. The change of a cell is read off a broken
 * equation it stands in: of any smallest set, one cell at least has an equation to itself. Where the work has its bound, those found so far: more ways may exist then.
 */
export function search(system: System, residuals: readonly number[], size: number): readonly (readonly Delta[])[] {
  const state: Search = {
    system,
    residuals: [...residuals],
    broken: residuals.filter((residual) => residual !== 0).length,
    steps: 0,
    found: new Map(),
  };
  descend(state, size, []);
  return [...state.found.values()];
}

function descend(state: Search, left: number, chosen: readonly Delta[]): void {
  if (state.broken === 0 || state.broken > left * MAX_EQUATIONS_PER_CELL) return;
  for (const cell of state.system.ofEquation[narrowest(state)] ?? []) {
    if (chosen.some((delta) => delta.cell === cell)) continue;
    for (const by of changesOf(state, cell)) {
      if (++state.steps > MAX_SEARCH_STEPS || state.found.size >= MAX_EXPLANATIONS) return;
      apply(state, cell, by);
      const next = [...chosen, { cell, by }];
      if (state.broken === 0 && left === 1) remember(state, next);
      else if (left > 1) descend(state, left - 1, next);
      apply(state, cell, -by);
    }
  }
}

/** The broken equation with the fewest cells leaves the fewest choices. */
function narrowest({ system, residuals }: Search): number {
  let best = -1;
  let fewest = Infinity;
  for (let index = 0; index < residuals.length; index++) {
    const size = system.ofEquation[index]?.length ?? 0;
    if (residuals[index] === 0 || size >= fewest) continue;
    best = index;
    fewest = size;
  }
  return best;
}

/** What could be added to a cell: whatever mends one of its broken equations and leaves a count. */
function changesOf({ system, residuals }: Search, cell: number): readonly number[] {
  const changes: number[] = [];
  for (const { equation, sign } of system.ofCell[cell] ?? []) {
    const residual = residuals[equation] ?? 0;
    const by = -sign * residual;
    if (residual !== 0 && !changes.includes(by) && isCount((system.values[cell] ?? 0) + by)) changes.push(by);
  }
  return changes;
}

function apply(state: Search, cell: number, by: number): void {
  for (const { equation, sign } of state.system.ofCell[cell] ?? []) {
    const before = state.residuals[equation] ?? 0;
    const after = tidy(before + sign * by);
    state.residuals[equation] = after;
    state.broken += Number(after !== 0) - Number(before !== 0);
  }
}

function remember(state: Search, deltas: readonly Delta[]): void {
  const ordered = [...deltas].sort((one, other) => one.cell - other.cell);
  state.found.set(ordered.map(({ cell, by }) => `${cell}:${by}`).join(' '), ordered);
}
