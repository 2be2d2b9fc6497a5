// Fills blank cells of tables three and four: 0 where that fits, else what the equations force.

import { definedTotal, TOTALS_DEEP, type CellKey, type EquationSpec } from '../forms/form.ts';
import type { Report } from '../parse/model.ts';
import { MAX_FILLING_ROUNDS } from './limits.ts';
import { tidy } from '../text/numbers.ts';

/** Blank cell → its value; null where the equations neither allow 0 nor force another value. Other cells are absent. */
export type Filling = ReadonlyMap<CellKey, number | null>;

/**
 * A blank reads as 0 where all its equations hold so; a blank total is computed;
 * another blank takes the value its equations force. Where no non-negative filling works it stays 0, and the
 * equations it cannot satisfy count as broken.
 */
export function fillBlanks(report: Report, specs: readonly EquationSpec[]): Filling {
  const values = new Map<CellKey, number | null>();
  const blanks = [...report.cells.values()].filter((cell) => cell.reading.kind === 'blank');
  if (blanks.length === 0) return values;
  const summed = new Set(specs.flatMap((spec) => [...spec.left, ...spec.right]));
  for (const cell of blanks) if (summed.has(cell.key)) values.set(cell.key, 0);
  const usable = specs.filter((spec) => allPresent(report, spec));
  const puzzle = { report, specs: usable, values, definitions: definitionsOf(usable, values) };
  computeTotals(puzzle);
  openFailing(puzzle);
  propagate(puzzle);
  withdraw(puzzle);
  return values;
}

/** The filling while it is being worked out. */
interface Puzzle {
  readonly report: Report;
  readonly specs: readonly EquationSpec[];
  readonly values: Map<CellKey, number | null>;
  /** Blank total → the equations that define it. */
  readonly definitions: ReadonlyMap<CellKey, readonly EquationSpec[]>;
}

function mentions(spec: EquationSpec, key: CellKey): boolean {
  return spec.left.includes(key) || spec.right.includes(key);
}

function allPresent(report: Report, spec: EquationSpec): boolean {
  return [...spec.left, ...spec.right].every((key) => {
    const kind = report.cells.get(key)?.reading.kind;
    return kind === 'number' || kind === 'blank';
  });
}

function definitionsOf(specs: readonly EquationSpec[], values: ReadonlyMap<CellKey, number | null>): ReadonlyMap<CellKey, readonly EquationSpec[]> {
  const definitions = new Map<CellKey, EquationSpec[]>();
  for (const spec of specs) {
    const total = definedTotal(spec);
    if (total === undefined || !values.has(total)) continue;
    definitions.set(total, [...(definitions.get(total) ?? []), spec]);
  }
  return definitions;
}

/** Blank totals are what their addends say, other blanks being 0. */
function computeTotals(puzzle: Puzzle): void {
  for (let pass = 0; pass < TOTALS_DEEP; pass++) {
    for (const [total, definitions] of puzzle.definitions) {
      const first = definitions[0];
      if (first !== undefined) puzzle.values.set(total, Math.max(0, known(puzzle, first.left).sum));
    }
  }
}

/** Blanks in an equation that still fails lose their 0, and totals that rest on them are computed anew. */
function openFailing(puzzle: Puzzle): void {
  for (const spec of puzzle.specs) {
    const difference = tidy(known(puzzle, spec.left).sum - known(puzzle, spec.right).sum);
    if (difference === 0) continue;
    for (const key of [...spec.left, ...spec.right]) {
      if (puzzle.values.has(key) && !puzzle.definitions.has(key)) puzzle.values.set(key, null);
    }
  }
  for (let pass = 0; pass < TOTALS_DEEP; pass++) {
    for (const [total, definitions] of puzzle.definitions) {
      if (definitions.some((spec) => known(puzzle, spec.left).open.length > 0)) puzzle.values.set(total, null);
    }
  }
}

/** Propagates what the equations force until nothing changes. */
function propagate(puzzle: Puzzle): void {
  for (let round = 0; round < MAX_FILLING_ROUNDS; round++) {
    const changed = puzzle.specs.filter((spec) => force(puzzle, spec)).length;
    if (changed === 0) return;
  }
}

/** Values that together break an equation are no filling: those blanks go back to 0, and totals are computed anew. */
function withdraw(puzzle: Puzzle): void {
  let changed = false;
  for (const spec of puzzle.specs) {
    const left = known(puzzle, spec.left);
    const right = known(puzzle, spec.right);
    if (left.open.length + right.open.length > 0 || tidy(left.sum - right.sum) === 0) continue;
    for (const key of [...spec.left, ...spec.right]) {
      if (!puzzle.values.get(key) || puzzle.definitions.has(key)) continue;
      puzzle.values.set(key, 0);
      changed = true;
    }
  }
  if (changed) computeTotals(puzzle);
}

function force(puzzle: Puzzle, spec: EquationSpec): boolean {
  const left = known(puzzle, spec.left);
  const right = known(puzzle, spec.right);
  const open = [...left.open, ...right.open];
  if (open.length === 0) return false;
  const lacking = tidy(right.sum - left.sum);
  const onOneSide = left.open.length === 0 || right.open.length === 0;
  const needed = left.open.length > 0 ? lacking : -lacking;
  // No count is negative: several blanks that together must be 0, or less, are 0 each.
  if (onOneSide && needed <= 0) return assign(puzzle, open, 0);
  return open.length === 1 ? assign(puzzle, open, needed) : false;
}

/** A value that another complete equation contradicts is no filling: the blank stays 0. */
function assign(puzzle: Puzzle, keys: readonly CellKey[], value: number): boolean {
  for (const key of keys) {
    puzzle.values.set(key, value);
    if (value !== 0 && !puzzle.definitions.has(key) && contradicted(puzzle, key)) puzzle.values.set(key, 0);
  }
  return true;
}

function contradicted(puzzle: Puzzle, key: CellKey): boolean {
  return puzzle.specs.some((spec) => {
    if (!mentions(spec, key)) return false;
    const left = known(puzzle, spec.left);
    const right = known(puzzle, spec.right);
    return left.open.length + right.open.length === 0 && tidy(left.sum - right.sum) !== 0;
  });
}

function known(puzzle: Puzzle, keys: readonly CellKey[]): { readonly sum: number; readonly open: readonly CellKey[] } {
  let sum = 0;
  const open: CellKey[] = [];
  for (const key of keys) {
    const reading = puzzle.report.cells.get(key)?.reading;
    const value = reading?.kind === 'number' ? reading.value : puzzle.values.get(key);
    if (value === null) open.push(key);
    else sum += value ?? 0;
  }
  return { sum, open };
}
