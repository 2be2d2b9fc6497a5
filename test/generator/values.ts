// Values of a consistent report: every equation of the form and every bound of table two is kept.

import { cellKey, type CellKey, type Form, type TableId } from '../../server/src/forms/form.ts';
import { tableOf } from '../../server/src/forms/index.ts';
import type { Rng } from './rng.ts';

/** How full the tables are: all zeros, a small office, a county, a province-level city. */
export type Density = 'zero' | 'sparse' | 'dense' | 'huge';

export interface Value {
  readonly value: number;
  /** As printed. */
  readonly text: string;
}

export type Values = ReadonlyMap<CellKey, Value>;

const NOT_RESULTS = new Set(['new', 'carried-in', 'total', 'carried-out']);
const BLOCKS = ['review', 'direct', 'after-review'];

export interface ValueOptions {
  readonly form: Form;
  readonly density: Density;
  /** Whether the organ may issue 规章 at all. */
  readonly mayRegulate: boolean;
}

export function drawValues(options: ValueOptions, rng: Rng): Values {
  const values = new Map<CellKey, Value>();
  const set = (table: TableId, row: string, column: string, value: number, text = String(value)): void => {
    values.set(cellKey(table, row, column), { value, text });
  };
  if (options.form.id === '2019') drawProactive2019(options, rng, set);
  else drawProactive2021(options, rng, set);
  drawApplications(options, rng, set);
  drawDisputes(options, rng, set);
  return values;
}

type Setter = (table: TableId, row: string, column: string, value: number, text?: string) => void;

/** Largest value of a decision count and of an application cell. */
const LIMITS: Readonly<Record<Density, { readonly decisions: number; readonly cell: number }>> = {
  zero: { decisions: 0, cell: 0 },
  sparse: { decisions: 300, cell: 12 },
  dense: { decisions: 90_000, cell: 900 },
  huge: { decisions: 99_999_999, cell: 2_000_000 },
};

/** Skewed towards small values, as counts are. */
function skewed(rng: Rng, high: number): number {
  return Math.floor(high * rng.next() ** 3);
}

function drawProactive2021({ density, mayRegulate }: ValueOptions, rng: Rng, set: Setter): void {
  for (const row of ['regulations', 'normative']) {
    const scale = density === 'zero' || (row === 'regulations' && !mayRegulate) ? 0 : density === 'sparse' ? 6 : 120;
    const made = skewed(rng, scale);
    const repealed = skewed(rng, scale);
    set('issued', row, 'made', made);
    set('issued', row, 'repealed', repealed);
    set('issued', row, 'effective', Math.max(0, made - repealed) + skewed(rng, scale * 8));
  }
  const { decisions } = LIMITS[density];
  set('licensing', 'licences', 'decisions', skewed(rng, decisions));
  set('enforcement', 'penalties', 'decisions', skewed(rng, decisions));
  set('enforcement', 'coercion', 'decisions', skewed(rng, decisions / 10));
  setMoney(rng, set, ['fees', 'fees', 'amount'], density === 'zero' ? 0 : skewed(rng, decisions / 10));
}

function drawProactive2019({ density, mayRegulate }: ValueOptions, rng: Rng, set: Setter): void {
  for (const row of ['regulations', 'normative']) {
    const scale = density === 'zero' || (row === 'regulations' && !mayRegulate) ? 0 : density === 'sparse' ? 6 : 120;
    const published = skewed(rng, scale);
    set('issued', row, 'made', skewed(rng, scale));
    set('issued', row, 'published', published);
    set('issued', row, 'total', published + skewed(rng, scale * 8));
  }
  const { decisions } = LIMITS[density];
  const items: readonly (readonly [TableId, string])[] = [
    ['licensing', 'licences'],
    ['licensing', 'other'],
    ['enforcement', 'penalties'],
    ['enforcement', 'coercion'],
    ['fees', 'fees'],
  ];
  for (const [table, row] of items) {
    const previous = density === 'zero' ? 0 : skewed(rng, 600);
    const change = density === 'zero' || rng.chance(0.4) ? 0 : rng.int(-Math.min(previous, 20), 40);
    set(table, row, 'previous', previous);
    set(table, row, 'change', change, change > 0 && rng.chance(0.3) ? `+${change}` : String(change));
    if (table !== 'fees') set(table, row, 'decisions', skewed(rng, decisions));
  }
  const bought = density === 'zero' || rng.chance(0.4) ? 0 : 1 + skewed(rng, 60);
  set('procurement', 'procurement', 'items', bought);
  setMoney(rng, set, ['procurement', 'procurement', 'amount'], bought === 0 ? 0 : 1 + skewed(rng, 40_000), 4);
}

/** Money prints as an integer or with up to four decimals; `decimals` forces their number where the header asks for it. */
function setMoney(rng: Rng, set: Setter, key: readonly [TableId, string, string], whole: number, decimals?: number): void {
  const places = whole === 0 ? 0 : (decimals ?? rng.int(0, 4));
  const text = places === 0 ? String(whole) : `${whole}.${String(rng.int(1, 10 ** places - 1)).padStart(places, '0')}`;
  set(...key, Number(text), text);
}

function drawApplications({ form, density }: ValueOptions, rng: Rng, set: Setter): void {
  const table = tableOf(form, 'applications');
  if (table === undefined) throw new Error('a form without table three');
  const applicants = table.columns.map((column) => column.id).filter((id) => id !== 'total');
  const counts = new Map(table.rows.map((row) => [row.id, new Map(applicants.map((id) => [id, 0]))]));
  const at = (row: string, column: string): number => counts.get(row)?.get(column) ?? 0;
  const put = (row: string, column: string, value: number): void => void counts.get(row)?.set(column, value);
  const filled = { zero: 0, sparse: 0.3, dense: 0.8, huge: 0.95 }[density];
  for (const column of applicants) {
    const high = LIMITS[density].cell / (column === 'natural' ? 1 : 15);
    let done = 0;
    for (const row of table.rows) {
      if (NOT_RESULTS.has(row.id) || !rng.chance(column === 'natural' ? filled : filled / 2)) continue;
      const value = skewed(rng, high);
      put(row.id, column, value);
      done += value;
    }
    put('total', column, done);
    put('carried-out', column, density === 'zero' || rng.chance(0.4) ? 0 : skewed(rng, high));
    const handled = done + at('carried-out', column);
    const carriedIn = rng.chance(0.5) ? 0 : Math.floor((handled * rng.next()) / 8);
    put('carried-in', column, carriedIn);
    put('new', column, handled - carriedIn);
  }
  for (const row of table.rows) {
    for (const column of applicants) set('applications', row.id, column, at(row.id, column));
    set(
      'applications',
      row.id,
      'total',
      applicants.reduce((sum, column) => sum + at(row.id, column), 0),
    );
  }
}

function drawDisputes({ density }: ValueOptions, rng: Rng, set: Setter): void {
  const high = { zero: 0, sparse: 4, dense: 90, huge: 5000 }[density];
  for (const row of BLOCKS) {
    let sum = 0;
    for (const column of ['upheld', 'corrected', 'other', 'pending']) {
      const value = rng.chance(0.3) ? 0 : skewed(rng, high);
      set('disputes', row, column, value);
      sum += value;
    }
    set('disputes', row, 'total', sum);
  }
}
