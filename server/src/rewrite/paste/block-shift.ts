// Row at which a block with a number too many or too few goes wrong, by the row totals.

import { rowSpec } from '../../findings/describe.ts';
import { printedLabel, type Form } from '../../forms/form.ts';
import { readCell } from '../../text/numbers.ts';
import type { BlockPlan } from './block-plan.ts';

type Lines = readonly (readonly string[])[];

/** A clause in Chinese that names the row, or an empty text where nothing tells. */
export function shiftWords(form: Form, plan: BlockPlan, lines: Lines): string {
  return byLine(form, plan, lines) ?? bySums(form, plan, lines.flat()) ?? '';
}

/** Lines that are rows show where one is of another length. */
function byLine(form: Form, { rows }: BlockPlan, lines: Lines): string | null {
  if (lines.length !== rows.length || rows.length < 2) return null;
  const wrong = lines.flatMap((fields, index) => (fields.length === rows[index]?.keys.length ? [] : [index]));
  const [first] = wrong;
  if (first === undefined || wrong.length > rows.length / 2) return null;
  return `；${nameOf(form, rows, first)}有${lines[first]?.length ?? 0}个，应有${rows[first]?.keys.length ?? 0}个`;
}

/**
 * Rows hold their sums up to the place from the front, and from the back down to it when counted from the end.
 * What lies between may hold by accident, as rows of zeros do.
 */
function bySums(form: Form, { rows }: BlockPlan, fields: readonly string[]): string | null {
  const width = rows[0]?.keys.length ?? 0;
  const hasTotals = rows.every(({ keys }) => keys.length === width && keys.at(-1)?.endsWith('/total') === true);
  if (!hasTotals || width < 2 || rows.length < 2) return null;
  const values = fields.map(valueOf);
  const lacks = fields.length < rows.length * width;
  let last = 0;
  while (last < rows.length - 1 && addsUp(values.slice(last * width, (last + 1) * width), width)) last++;
  let first = rows.length - 1;
  while (first > 0 && addsUp(values.slice(values.length - (rows.length - first) * width, values.length - (rows.length - first - 1) * width), width)) first--;
  const what = lacks ? '少' : '多';
  if (first > last) return `；多行与总计不一致，可能不止一处${what}了数`;
  const count = Math.abs(rows.length * width - fields.length) === 1 ? '一格' : '几格';
  if (first === last) return `；从${nameOf(form, rows, last)}起与总计不一致，可能在此处${what}${count}`;
  return `；可能在${nameOf(form, rows, first)}到${nameOf(form, rows, last)}之间${what}${count}`;
}

function addsUp(values: readonly number[], width: number): boolean {
  return values.length === width && values.slice(0, -1).reduce((sum, value) => sum + value, 0) === values.at(-1);
}

function valueOf(field: string): number {
  const reading = readCell(field);
  return reading.kind === 'number' ? reading.value : 0;
}

/** 「第9行（2.其他法律行政法规禁止公开）」 */
function nameOf(form: Form, rows: BlockPlan['rows'], index: number): string {
  const planned = rows[index];
  const spec = planned === undefined ? undefined : rowSpec(form, planned.table, planned.row);
  return `第${index + 1}行${spec === undefined ? '' : `（${printedLabel(spec)}）`}`;
}
