// What does a blank cell of tables three and four stand for? 0 where that fits, else what the equations force.

import type { CellKey, EquationSpec } from '../forms/form.ts';
import type { Report } from '../report/model.ts';

/** Blank cell → its value; null where the equations neither allow 0 nor force another value. Other cells are absent. */
export type Filling = ReadonlyMap<CellKey, number | null>;

/** Each round settles at least one blank; no form has this many. */
const MAX_ROUNDS = 300;

/** `left - right`, freed from the noise of decimal fractions a faulty count may carry. */
export function remainder(left: number, right: number): number {
  return Math.round((left - right) * 1e6) / 1e6;
}

/**
 * CONTRACT, "Blank cells": a blank reads as 0 where all its equations hold so; a blank total is computed;
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
  const solver = new Solver(report, usable, values);
  solver.computeTotals();
  solver.openFailing();
  solver.settle();
  solver.withdraw();
  return values;
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

/** The filling while it is being worked out; lives for one call of `fillBlanks`. */
class Solver {
  private readonly report: Report;
  private readonly specs: readonly EquationSpec[];
  private readonly values: Map<CellKey, number | null>;
  /** Total cell → the equations that define it. */
  private readonly definitions = new Map<CellKey, EquationSpec[]>();

  constructor(report: Report, specs: readonly EquationSpec[], values: Map<CellKey, number | null>) {
    this.report = report;
    this.specs = specs;
    this.values = values;
    for (const spec of specs) {
      const total = spec.right[0];
      if (spec.kind === 'balance' || total === undefined || !values.has(total)) continue;
      this.definitions.set(total, [...(this.definitions.get(total) ?? []), spec]);
    }
  }

  /**
   * Blank totals are what their addends say, other blanks being 0.
   * Twice, since the corner cell of （七） adds up cells that the first pass computes.
   */
  computeTotals(): void {
    for (let pass = 0; pass < 2; pass++) {
      for (const [total, definitions] of this.definitions) {
        const first = definitions[0];
        if (first !== undefined) this.values.set(total, Math.max(0, this.known(first.left).sum));
      }
    }
  }

  /** Blanks in an equation that still fails lose their 0, and totals that rest on them are computed anew. */
  openFailing(): void {
    for (const spec of this.specs) {
      const difference = remainder(this.known(spec.left).sum, this.known(spec.right).sum);
      if (difference === 0) continue;
      for (const key of [...spec.left, ...spec.right]) {
        if (this.values.has(key) && !this.definitions.has(key)) this.values.set(key, null);
      }
    }
    for (const [total, definitions] of this.definitions) {
      if (definitions.some((spec) => this.known(spec.left).open.length > 0)) this.values.set(total, null);
    }
  }

  /** Propagates what the equations force until nothing changes. */
  settle(): void {
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const changed = this.specs.filter((spec) => this.force(spec)).length;
      if (changed === 0) return;
    }
  }

  /** Values that together break an equation are no filling: those blanks go back to 0, and totals are computed anew. */
  withdraw(): void {
    let changed = false;
    for (const spec of this.specs) {
      const left = this.known(spec.left);
      const right = this.known(spec.right);
      if (left.open.length + right.open.length > 0 || remainder(left.sum, right.sum) === 0) continue;
      for (const key of [...spec.left, ...spec.right]) {
        if (!this.values.get(key) || this.definitions.has(key)) continue;
        this.values.set(key, 0);
        changed = true;
      }
    }
    if (changed) this.computeTotals();
  }

  private force(spec: EquationSpec): boolean {
    const left = this.known(spec.left);
    const right = this.known(spec.right);
    const open = [...left.open, ...right.open];
    if (open.length === 0) return false;
    const lacking = remainder(right.sum, left.sum);
    const onOneSide = left.open.length === 0 || right.open.length === 0;
    const needed = left.open.length > 0 ? lacking : -lacking;
    // No count is negative: several blanks that together must be 0, or less, are 0 each.
    if (onOneSide && needed <= 0) return this.assign(open, 0);
    return open.length === 1 ? this.assign(open, needed) : false;
  }

  /** A value that another complete equation contradicts is no filling: the blank stays 0. */
  private assign(keys: readonly CellKey[], value: number): boolean {
    for (const key of keys) {
      this.values.set(key, value);
      if (value !== 0 && !this.definitions.has(key) && this.contradicted(key)) this.values.set(key, 0);
    }
    return true;
  }

  private contradicted(key: CellKey): boolean {
    return this.specs.some((spec) => {
      if (!mentions(spec, key)) return false;
      const left = this.known(spec.left);
      const right = this.known(spec.right);
      return left.open.length + right.open.length === 0 && remainder(left.sum, right.sum) !== 0;
    });
  }

  private known(keys: readonly CellKey[]): { readonly sum: number; readonly open: readonly CellKey[] } {
    let sum = 0;
    const open: CellKey[] = [];
    for (const key of keys) {
      const reading = this.report.cells.get(key)?.reading;
      const value = reading?.kind === 'number' ? reading.value : this.values.get(key);
      if (value === null) open.push(key);
      else sum += value ?? 0;
    }
    return { sum, open };
  }
}
