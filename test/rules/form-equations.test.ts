// The form's equations say what the law and the printed table say: on tables filled by their words, and with each cell then off
// by one.

import { describe, expect, test } from 'vitest';
import { cellKey, type CellKey, type EquationSpec, type Form } from '../../server/src/forms/form.ts';
import { DRAFT_FORMS } from '../support/draft.ts';

const APPLICANTS = ['natural', 'business', 'research', 'charity', 'legal', 'other'];
const BALANCED = ['new', 'carried-in', 'total', 'carried-out'];
const OUTCOMES = ['upheld', 'corrected', 'other', 'pending'];
const DISPUTES = ['review', 'direct', 'after-review'];

describe.each(Object.entries(DRAFT_FORMS))('%s', (_name, form) => {
  const values = filled(form);

  test('hold on a table filled by the words of the form', () => {
    expect(broken(form, values)).toEqual([]);
  });

  test('break for each cell that is off by one, each sum the cell stands in and no other', () => {
    for (const [key, value] of values) {
      expect(broken(form, new Map([...values, [key, value + 1]])), key).toEqual(sumsOf(key));
    }
  });

  test('are of the kind their names say, each within one table', () => {
    for (const { id, kind, table, left, right } of form.equations) {
      expect(kind).toBe(id.split('/')[0]);
      expect(new Set([...left, ...right].map((key) => key.split('/')[0])), id).toEqual(new Set([table]));
    }
  });
});

/** Values of tables three and four, no two alike but by chance: 总计 adds up, and 新收 and 结转 meet it. */
function filled(form: Form): ReadonlyMap<CellKey, number> {
  const values = new Map<CellKey, number>();
  const results = resultRows(form);
  for (const [index, column] of APPLICANTS.entries()) {
    const counts = results.map((_row, at) => 1 + ((at * 37 + index * 101) % 89) * (at + 2));
    for (const [at, row] of results.entries()) values.set(cellKey('applications', row, column), counts[at] ?? 0);
    const settled = sum(counts);
    values.set(cellKey('applications', 'total', column), settled);
    values.set(cellKey('applications', 'carried-in', column), 13 + 7 * index);
    values.set(cellKey('applications', 'carried-out', column), 29 + 11 * index);
    values.set(cellKey('applications', 'new', column), settled + 29 + 11 * index - (13 + 7 * index));
  }
  for (const row of [...results, ...BALANCED]) {
    values.set(cellKey('applications', row, 'total'), sum(APPLICANTS.map((column) => values.get(cellKey('applications', row, column)) ?? 0)));
  }
  for (const [index, row] of DISPUTES.entries()) {
    const counts = OUTCOMES.map((_outcome, at) => 3 + 17 * at + 5 * index * (at + 1));
    for (const [at, outcome] of OUTCOMES.entries()) values.set(cellKey('disputes', row, outcome), counts[at] ?? 0);
    values.set(cellKey('disputes', row, 'total'), sum(counts));
  }
  return values;
}

/** （一） to （六）. */
function resultRows(form: Form): readonly string[] {
  const rows = form.tables.find(({ id }) => id === 'applications')?.rows ?? [];
  return rows.filter(({ groups, id }) => groups[0] === '三、本年度办理结果' && id !== 'total').map(({ id }) => id);
}

function sumsOf(key: CellKey): readonly string[] {
  const [table, row = '', column = ''] = key.split('/');
  if (table === 'disputes') return [`block-total/${row}`];
  const inBalance = BALANCED.includes(row);
  return [`row-total/${row}`, ...(!inBalance || row === 'total' ? [`column-total/${column}`] : []), ...(inBalance ? [`balance/${column}`] : [])];
}

function broken(form: Form, values: ReadonlyMap<CellKey, number>): readonly string[] {
  const side = (keys: EquationSpec['left']) => sum(keys.map((key) => values.get(key) ?? Number.NaN));
  return form.equations.filter(({ left, right }) => side(left) !== side(right)).map(({ id }) => id);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
