// The sums of the rows of a table as evidence for the order of its columns.

import type { ColumnSpec } from '../../../forms/form.ts';
import { readCell } from '../../../text/numbers.ts';
import { visibleText, type Surface } from '../../document/surface.ts';
import type { Item } from '../lines/items.ts';
import type { Assignment } from '../rows/assign.ts';

const TOTAL = 'total';
/** So many times as many rows decide. */
export const CLEARLY = 4;
/** So many rows tell where the totals stand; fewer are slips. */
export const MIN_TELLING = 3;

/** Whether the rows add up under an order of columns. */
export class ColumnSums {
  readonly #surface: Surface;
  readonly #assignments: readonly Assignment[];
  #read: readonly (readonly (number | null)[])[] | null = null;

  constructor(surface: Surface, assignments: readonly Assignment[]) {
    this.#surface = surface;
    this.#assignments = assignments;
  }

  /** Read where they are asked for, which few tables need. */
  get #rows(): readonly (readonly (number | null)[])[] {
    this.#read ??= this.#assignments.map(({ group }) => group.items.map((item) => this.#valueOf(item)));
    return this.#read;
  }

  #valueOf(item: Item): number | null {
    const reading = readCell(visibleText(this.#surface.text, item));
    return reading.kind === 'number' ? reading.value : reading.kind === 'blank' ? 0 : null;
  }

  /** How many rows of as many cells add up, and how many do not; rows of nothing but 0 count for neither. */
  count(order: readonly (ColumnSpec | null)[]): { readonly hold: number; readonly fail: number } {
    let hold = 0;
    let fail = 0;
    for (const row of this.#rows) {
      const holds = this.#holds(row, order);
      if (holds === true) hold++;
      else if (holds === false) fail++;
    }
    return { hold, fail };
  }

  /** Which of two orders do the rows speak for that tell them apart? Where none does, for the first, the header's. */
  between(first: readonly (ColumnSpec | null)[], second: readonly (ColumnSpec | null)[]): 'first' | 'second' | 'neither' {
    const { forFirst, forSecond } = this.tell(first, second);
    if (forSecond === 0 || forFirst >= forSecond * CLEARLY) return 'first';
    return forSecond >= forFirst * CLEARLY ? 'second' : 'neither';
  }

  /** How many rows add up under one of two orders only. */
  tell(first: readonly (ColumnSpec | null)[], second: readonly (ColumnSpec | null)[]): { readonly forFirst: number; readonly forSecond: number } {
    let forFirst = 0;
    let forSecond = 0;
    for (const row of this.#rows) {
      const [one, other] = [this.#holds(row, first), this.#holds(row, second)];
      if (one === true && other === false) forFirst++;
      else if (one === false && other === true) forSecond++;
    }
    return { forFirst, forSecond };
  }

  /** Whether the totals stand elsewhere: nearly no row adds up as the form has them, and nearly all do with the total in one other place. */
  contradict(columns: readonly ColumnSpec[]): boolean {
    const total = columns.findIndex(({ id, groups }) => id === TOTAL && groups !== undefined);
    if (total < 0 || !this.#mayContradict(columns)) return false;
    return columns.some((_, place) => {
      if (place === total) return false;
      const order = columns.toSpliced(total, 1).toSpliced(place, 0, ...columns.slice(total, total + 1));
      const { forFirst, forSecond } = this.tell(order, columns);
      return forFirst >= MIN_TELLING && forFirst >= forSecond * CLEARLY;
    });
  }

  /** Spares nearly all tables the reading of every row: one of the first that have figures does not add up. */
  #mayContradict(columns: readonly ColumnSpec[]): boolean {
    let held = 0;
    for (const { group } of this.#assignments) {
      if (group.items.length !== columns.length) continue;
      const holds = this.#holds(
        group.items.map((item) => this.#valueOf(item)),
        columns,
      );
      if (holds === false) return true;
      if (holds === true && ++held === MIN_TELLING) return false;
    }
    return false;
  }

  #holds(row: readonly (number | null)[], order: readonly (ColumnSpec | null)[]): boolean | null {
    const total = order.findIndex((column) => column?.id === TOTAL && column.groups !== undefined);
    if (total < 0 || row.length !== order.length || row.every((value) => value === 0)) return null;
    const sum = row.reduce<number>((known, value, index) => (index === total || order[index] === null ? known : known + (value ?? 0)), 0);
    return sum === row[total];
  }
}
