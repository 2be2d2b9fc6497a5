// Small drafts that were once read or judged wrongly are read as their `expected.json` says. They lie beside the repository, or
// nowhere.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CellKey } from '../../server/src/forms/form.ts';
import { read, SHARED } from './shared.ts';

const FOLDER = SHARED === null ? null : join(SHARED, 'faults');

interface Fault {
  readonly cells: Readonly<Record<CellKey, number>>;
  readonly mayBeUnread?: boolean;
}

const faults: Readonly<Record<string, Fault>> =
  FOLDER !== null && existsSync(join(FOLDER, 'expected.json')) ? JSON.parse(readFileSync(join(FOLDER, 'expected.json'), 'utf8')) : {};

/** What is due once, and nothing else of its severity or higher, but `may`. */
const DUE: Readonly<Record<string, readonly string[]>> = {
  t01: ['column-header'],
  t02: ['column-header'],
  t03: ['column-header'],
  t04: ['column-header'],
  t05: ['column-header'],
  t06: ['table-unreadable'],
  t08: [],
  t09: [],
  t10: ['column-header'],
  t11: ['column-header'],
  t12: ['cell-blank'],
  t13: ['cell-blank'],
  t14: ['cell-notation', 'cell-notation', 'cell-notation'],
  t16: ['cell-notation'],
  t17: [],
  t18: ['cell-count'],
  t19: ['cell-notation', 'cell-notation'],
  t20: ['table-twice'],
  t21: ['conflict-marker'],
  t22: ['cell-notation'],
  t24: ['values-without-row'],
  t25: ['column-header'],
  t26: ['column-header'],
  t27: ['column-header'],
  t28: ['column-header'],
};

if (FOLDER === null) {
  test('faulty drafts: the shared folder is not beside this clone, nothing to read', () => expect(SHARED).toBeNull());
} else {
  describe('tables out of order', tablesOutOfOrder);
}

function tablesOutOfOrder(): void {
  test.each(Object.entries(faults))('%s', (name, { cells, mayBeUnread }) => {
    const { report, result } = read(readFileSync(join(FOLDER ?? '', name), 'utf8'));
    const wrong = Object.entries(cells).filter(([key, value]) => {
      const reading = report.cells.get(key as CellKey)?.reading;
      if (reading === undefined) return mayBeUnread !== true;
      return reading.kind === 'number' ? reading.value !== value : reading.kind !== 'blank' || value !== 0;
    });
    expect(wrong).toEqual([]);
    const told = result.findings.filter(({ severity }) => severity === 'error' || severity === 'warning').map(({ rule }) => rule);
    expect(told).toEqual(DUE[name.slice(0, 3)]);
  });

  test.each([
    ['r02b_prose-glued-after-table-two.txt', { 'fees/fees/amount': 5949.09 }, []],
    [
      'r03a_procurement-units_cellblank.txt',
      { 'procurement/procurement/items': 2, 'procurement/procurement/amount': 984361 },
      ['cell-notation', 'amount-unit'],
    ],
    [
      'r03b_procurement-units_cellblank.txt',
      { 'procurement/procurement/items': 31, 'procurement/procurement/amount': 709455.9 },
      ['cell-notation', 'amount-unit'],
    ],
    ['r04_change-words_cell.txt', { 'issued/regulations/made': 6, 'procurement/procurement/amount': 149.6738 }, ['regulation-authority', 'cell-not-number']],
  ] as const)('%s', (name, cells, due) => {
    const { report, result } = read(readFileSync(join(FOLDER ?? '', name), 'utf8'));
    for (const [key, value] of Object.entries(cells)) expect(report.cells.get(key as CellKey)?.reading).toMatchObject({ value });
    expect(result.findings.filter(({ severity }) => severity === 'error' || severity === 'warning').map(({ rule }) => rule)).toEqual(due);
  });
}
