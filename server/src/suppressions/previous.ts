// Last year's figures that this year's report must agree with: what was carried out has to be carried in.

import { cellKey, splitKey, type CellKey } from '../forms/form.ts';
import { valueOf, type Cell, type Report } from '../parse/model.ts';
import { columnName } from '../findings/describe.ts';
import type { OutsideFact } from '../diagnosis/explanation.ts';
import type { PreviousReport } from './suppression.ts';

const TABLE = 'applications';
const CARRIED_OUT = 'carried-out';
const CARRIED_IN = 'carried-in';

/** Evidence for which number of a broken table is wrong; never a finding by itself. Each fact in words of its own. */
export function previousFacts({ detectedForm: { form } }: Report, previous: PreviousReport | null): readonly OutsideFact[] {
  return [...(previous?.cells ?? [])].flatMap(([key, value]) => {
    const { table, row, column } = splitKey(key);
    if (table !== TABLE || row !== CARRIED_OUT) return [];
    return [{ cells: [cellKey(TABLE, CARRIED_IN, column)], value, words: `上年年报的结转下年度${columnName(form, TABLE, column)}为${value}` }];
  });
}

/** The figures of last year's report that this year's has to take up; empty where they cannot be read. */
export function carriedOut(previous: Report): ReadonlyMap<CellKey, number> {
  return figuresOf(previous, ({ table, row }) => table === TABLE && row === CARRIED_OUT);
}

/** All that is kept of it: those, and what 现行有效 and 上一年项目数量 of this year follow from. */
export function keptFigures(previous: Report): ReadonlyMap<CellKey, number> {
  return figuresOf(previous, isKeptFigure);
}

/** A figure of last year's report as it was kept, else as it stands in the file. */
export function lastYearValue({ cells, linked }: PreviousReport, key: CellKey): number | null {
  return cells.get(key) ?? (linked === undefined ? null : valueOf(linked, key));
}

/** Whether a figure of last year's report is one that this year's follows from. */
function isKeptFigure({ table, row, column }: Pick<Cell, 'table' | 'row' | 'column'>): boolean {
  return table === TABLE ? row === CARRIED_OUT : KEPT_COLUMNS.has(column);
}

/** Kept figures that the file says otherwise now, or no more; none where it was not read. */
export function changedSince({ cells, linked }: PreviousReport): readonly { readonly key: CellKey; readonly kept: number; readonly now: number | null }[] {
  if (linked === undefined) return [];
  return [...cells].flatMap(([key, kept]) => {
    const now = valueOf(linked, key);
    return now === kept ? [] : [{ key, kept, now }];
  });
}

const KEPT_COLUMNS: ReadonlySet<string> = new Set(['effective', 'previous', 'change']);

function figuresOf(previous: Report, isKept: (cell: Cell) => boolean): ReadonlyMap<CellKey, number> {
  const cells = [...previous.cells.values()].filter(isKept);
  return new Map(
    cells.flatMap(({ key }): [CellKey, number][] => {
      const value = valueOf(previous, key);
      return value === null ? [] : [[key, value]];
    }),
  );
}
