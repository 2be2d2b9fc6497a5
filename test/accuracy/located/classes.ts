// Classes of planted mistakes, one function each: a table and chance give the wrong cells, or null where it cannot be.

import type { OutsideFact } from '../../../server/src/diagnosis/explanation.ts';
import { cellKey, splitKey, type CellKey } from '../../../server/src/forms/form.ts';
import type { Rng } from '../../generator/rng.ts';
import { changeDigit, otherSlip } from './slips.ts';
import { APPLICANTS, isResult, rowsOf, type Table } from './tables.ts';

interface Planted {
  readonly changes: ReadonlyMap<CellKey, number>;
  readonly facts: readonly OutsideFact[];
}

export interface MistakeClass {
  readonly name: string;
  readonly perTable: number;
  readonly plant: (table: Table, rng: Rng) => Planted | null;
  /** Shares that have to be reached, of all trials. */
  readonly due: { readonly pinned?: number; readonly first?: number; readonly listed?: number; readonly once?: number };
  /** No fix may be preferred. */
  readonly unpreferred?: true;
}

function cellsOfTable({ truth }: Table, id: string): readonly CellKey[] {
  return [...truth.keys()].filter((key) => splitKey(key).table === id);
}

function one(key: CellKey, value: number | null): Planted | null {
  return value === null ? null : { changes: new Map([[key, value]]), facts: [] };
}

function valueAt({ truth }: Table, key: CellKey): number {
  return truth.get(key) ?? 0;
}

function anyDigit(id: 'applications' | 'disputes'): MistakeClass['plant'] {
  return (table, rng) => {
    const key = rng.pick(cellsOfTable(table, id));
    return one(key, changeDigit(valueAt(table, key), rng));
  };
}

function anySlip(table: Table, rng: Rng): Planted | null {
  const key = rng.pick(cellsOfTable(table, 'applications'));
  return one(key, otherSlip(valueAt(table, key), rng));
}

function twoDigits(table: Table, rng: Rng): Planted | null {
  const keys = cellsOfTable(table, 'applications');
  const [first, second] = [rng.pick(keys), rng.pick(keys)];
  if (first === second) return null;
  return { changes: new Map([first, second].map((key) => [key, changeDigit(valueAt(table, key), rng)])), facts: [] };
}

/** n cases in the wrong column of a row, or in the wrong row of a column. */
function misfiled(table: Table, rng: Rng): Planted | null {
  const rows = rowsOf(table.form);
  const row = rng.pick(rows);
  const column = rng.pick(APPLICANTS);
  const results = rows.filter(isResult);
  const acrossColumns = rng.chance(0.5) || !isResult(row);
  const [otherRow, otherColumn] = acrossColumns ? [row, rng.pick(APPLICANTS)] : [rng.pick(results), column];
  const from = cellKey('applications', row, column);
  const into = cellKey('applications', otherRow, otherColumn);
  const most = Math.min(3, valueAt(table, from));
  if (from === into || most === 0 || row === 'total') return null;
  const count = rng.int(1, most);
  return {
    changes: new Map([
      [from, valueAt(table, from) - count],
      [into, valueAt(table, into) + count],
    ]),
    facts: [],
  };
}

/** The numbers of two neighbours, in a row or in a column, each in the other's place. */
function exchanged(table: Table, rng: Rng): Planted | null {
  const rows = rowsOf(table.form).filter((id) => id !== 'total');
  const [across, down] = [rng.int(0, APPLICANTS.length - 2), rng.int(0, rows.length - 2)];
  const isAcross = rng.chance(0.5);
  const at = (by: number) => cellKey('applications', rows[down + (isAcross ? 0 : by)] as string, APPLICANTS[across + (isAcross ? by : 0)] as never);
  const [one, other] = [at(0), at(1)];
  if (Math.abs(valueAt(table, one) - valueAt(table, other)) < 2) return null;
  return {
    changes: new Map([
      [one, valueAt(table, other)],
      [other, valueAt(table, one)],
    ]),
    facts: [],
  };
}

/** A case or two miscounted, and the row's total typed to match. */
function rowConsistent(withSentence: boolean): MistakeClass['plant'] {
  return (table, rng) => {
    const row = rng.pick(rowsOf(table.form).filter((id) => id !== 'total'));
    const cell = cellKey('applications', row, rng.pick(APPLICANTS));
    const total = cellKey('applications', row, 'total');
    const by = rng.pick([-2, -1, 1, 2]);
    if (valueAt(table, cell) + by < 0) return null;
    const fact: OutsideFact = { cells: [total], value: valueAt(table, total), words: '正文写明的件数与此一致' };
    const changes = new Map([cell, total].map((key) => [key, valueAt(table, key) + by]));
    return { changes, facts: withSentence ? [fact] : [] };
  };
}

export const CLASSES: readonly MistakeClass[] = [
  { name: 'table three, one wrong digit', perTable: 60, plant: anyDigit('applications'), due: { pinned: 0.99, listed: 1, once: 1 } },
  { name: 'table three, digit lost, doubled, swapped or added', perTable: 24, plant: anySlip, due: { pinned: 0.99, listed: 1, once: 1 } },
  { name: 'table four, one wrong digit', perTable: 16, plant: anyDigit('disputes'), due: { listed: 1, once: 1 }, unpreferred: true },
  { name: 'table three, two wrong digits', perTable: 36, plant: twoDigits, due: { first: 0.9, listed: 0.97 } },
  { name: 'misfiled cases', perTable: 20, plant: misfiled, due: { listed: 1, once: 1 } },
  { name: 'two neighbours exchanged', perTable: 40, plant: exchanged, due: { first: 0.9, listed: 1, once: 1 } },
  { name: 'row-consistent', perTable: 20, plant: rowConsistent(false), due: { listed: 1, once: 1 }, unpreferred: true },
  { name: 'row-consistent, a sentence bound', perTable: 20, plant: rowConsistent(true), due: { first: 0.9, listed: 1, once: 1 } },
];
