// Tables that mistakes are planted into: consistent ones of any form, at four scales, parsed once and changed cell by cell.

import { cellKey, type CellKey, type Form } from '../../../server/src/forms/form.ts';
import { tableOf } from '../../../server/src/forms/index.ts';
import type { Edit } from '../../../server/src/text/edits.ts';
import type { Report } from '../../../server/src/parse/model.ts';
import { parseReport } from '../../../server/src/parse/parse.ts';
import { readCell } from '../../../server/src/text/numbers.ts';
import type { Rng } from '../../generator/rng.ts';
import { composeDraft, DRAFT_FORMS, type DraftForm, type DraftLayout } from '../../support/draft.ts';

export type Values = ReadonlyMap<CellKey, number>;

export interface Table {
  readonly form: Form;
  readonly formName: DraftForm;
  /** About the largest count of an ordinary cell. */
  readonly scale: number;
  /** Tables three and four. */
  readonly truth: Values;
  readonly report: Report;
}

export const SCALES: readonly number[] = [3, 20, 200, 3000];
export const APPLICANTS: readonly string[] = ['natural', 'business', 'research', 'charity', 'legal', 'other'];
const NOT_RESULTS = new Set(['new', 'carried-in', 'total', 'carried-out']);
/** Organisations file far fewer applications than persons. */
const SHARE_OF_ORGANISATIONS = 0.15;

export function drawTable(formName: DraftForm, scale: number, rng: Rng, layout: DraftLayout = 'tab'): Table {
  const form = DRAFT_FORMS[formName];
  const truth = new Map<CellKey, number>();
  drawApplications(form, scale, rng, truth);
  drawDisputes(scale, rng, truth);
  return { form, formName, scale, truth, report: parseReport(textOf(formName, truth, layout)) };
}

export function textOf(formName: DraftForm, values: Values, layout: DraftLayout): string {
  return composeDraft({ form: formName, layout, cells: new Map([...values].map(([key, value]) => [key, String(value)])) });
}

export function rowsOf(form: Form): readonly string[] {
  return (tableOf(form, 'applications')?.rows ?? []).map((row) => row.id);
}

export function isResult(row: string): boolean {
  return !NOT_RESULTS.has(row);
}

function drawApplications(form: Form, scale: number, rng: Rng, truth: Map<CellKey, number>): void {
  const put = (row: string, column: string, value: number) => truth.set(cellKey('applications', row, column), value);
  const at = (row: string, column: string) => truth.get(cellKey('applications', row, column)) ?? 0;
  const rows = rowsOf(form);
  for (const column of APPLICANTS) {
    const high = column === 'natural' ? scale : scale * SHARE_OF_ORGANISATIONS;
    const draw = () => (rng.chance(column === 'natural' ? 0.6 : 0.25) ? Math.ceil(high * rng.next() ** 2) : 0);
    for (const row of rows.filter(isResult)) put(row, column, draw());
    put(
      'total',
      column,
      rows.filter(isResult).reduce((sum, row) => sum + at(row, column), 0),
    );
    put('carried-out', column, draw());
    const handled = at('total', column) + at('carried-out', column);
    put('carried-in', column, Math.min(handled, draw()));
    put('new', column, handled - at('carried-in', column));
  }
  for (const row of rows)
    put(
      row,
      'total',
      APPLICANTS.reduce((sum, column) => sum + at(row, column), 0),
    );
}

function drawDisputes(scale: number, rng: Rng, truth: Map<CellKey, number>): void {
  for (const row of ['review', 'direct', 'after-review']) {
    let sum = 0;
    for (const column of ['upheld', 'corrected', 'other', 'pending']) {
      const value = rng.chance(0.4) ? 0 : Math.ceil((scale / 4) * rng.next() ** 2);
      truth.set(cellKey('disputes', row, column), value);
      sum += value;
    }
    truth.set(cellKey('disputes', row, 'total'), sum);
  }
}

/** The report as it would be read with other values in some cells; a null empties its cell. */
export function planted({ report }: Table, changes: ReadonlyMap<CellKey, number | null>): Report {
  const cells = new Map(report.cells);
  for (const [key, value] of changes) {
    const cell = cells.get(key);
    const text = value === null ? '' : String(value);
    if (cell !== undefined) cells.set(key, { ...cell, text, reading: readCell(text) });
  }
  return { ...report, cells };
}

/** What the planted values become when edits are applied: each edit of a cell's span sets that cell. */
export function valuesAfter({ report }: Table, values: Values, edits: readonly Edit[]): Values {
  const after = new Map(values);
  const keys = new Map([...report.cells.values()].map((cell) => [cell.span.start, cell.key]));
  for (const { span, newText } of edits) {
    const key = keys.get(span.start);
    if (key !== undefined) after.set(key, Number(newText));
  }
  return after;
}

/** In how many cells two tables differ. */
export function differing(one: Values, other: Values): number {
  let count = 0;
  for (const [key, value] of one) if (other.get(key) !== value) count++;
  return count;
}
