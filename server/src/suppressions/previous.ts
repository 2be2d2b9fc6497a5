// What does last year's report say of this year's? What it carried out has to be carried in here.

import { cellKey, splitKey, type CellKey } from '../forms/form.ts';
import { valueOf, type Report } from '../parse/model.ts';
import { columnName } from '../findings/describe.ts';
import type { OutsideFact } from '../diagnosis/explanation.ts';
import type { PreviousReport } from './suppression.ts';

const TABLE = 'applications';
const CARRIED_OUT = 'carried-out';
const CARRIED_IN = 'carried-in';

/** Evidence for which number of a broken table is wrong; never a finding by itself. Each fact in words of its own. */
export function previousFacts({ form: { form } }: Report, previous: PreviousReport | null): readonly OutsideFact[] {
  return [...(previous?.cells ?? [])].flatMap(([key, value]) => {
    const { table, row, column } = splitKey(key);
    if (table !== TABLE || row !== CARRIED_OUT) return [];
    return [{ cells: [cellKey(TABLE, CARRIED_IN, column)], value, words: `上年报告的结转下年度${columnName(form, TABLE, column)}为 ${value}` }];
  });
}

/** The figures of last year's report that this year's has to take up; empty where they cannot be read. */
export function carriedOut(previous: Report): ReadonlyMap<CellKey, number> {
  const cells = [...previous.cells.values()].filter(({ table, row }) => table === TABLE && row === CARRIED_OUT);
  return new Map(
    cells.flatMap(({ key }): [CellKey, number][] => {
      const value = valueOf(previous, key);
      return value === null ? [] : [[key, value]];
    }),
  );
}
