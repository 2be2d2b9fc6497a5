// Cells that a block of bare numbers may fill: a whole table, with or without its totals, one block of it, or one row.

import { cellKey, splitKey, type CellKey, type SectionId, type TableId, type TableSpec, printedLabel, type Form } from '../../forms/form.ts';
import { tableOf, tablesOfSection } from '../../forms/index.ts';
import type { Report } from '../../parse/model.ts';
import { columnsAsPrinted } from '../../parse/tables/whole-tables.ts';
import { lineOf } from '../../text/lines.ts';
import { touches } from '../../text/span.ts';
import { rowSpec } from '../../findings/describe.ts';
import { readCell } from '../../text/numbers.ts';

export interface BlockPlan {
  /** Which totals it leaves out, for a message; empty where it has all. */
  readonly without: string;
  /** The cells of each row, in the order in which they are printed. */
  readonly rows: readonly PlannedRow[];
}

interface PlannedRow {
  readonly table: TableId;
  readonly row: string;
  readonly keys: readonly CellKey[];
}

const TOTAL = 'total';

/** The fullest plan first. */
export function plansAt(report: Report, section: SectionId, offset: number): readonly BlockPlan[] {
  const specs = tablesOfSection(report.detectedForm.form, section);
  // A block copied beside its labels stands as they do; which way a turned one was copied nobody knows.
  const isTurned = report.tables.some(({ id, problems }) => specs.some((spec) => spec.id === id) && problems.some(({ kind }) => kind === 'turned'));
  if (isTurned) return [];
  const here = rowAt(report, specs, offset);
  const whole = specs.map((spec) => ({ spec: { ...spec, columns: columnsAsPrinted(report, spec) }, rows: rowsAsPrinted(report, spec) }));
  const withoutTotalRow = whole.map(({ spec, rows }) => ({ spec, rows: spec.id === 'applications' ? rows.filter((id) => id !== TOTAL) : rows }));
  const block = whole.filter(({ spec }) => spec.id === here?.table);
  const row = block.map(({ spec }) => ({ spec, rows: here === null ? [] : [here.row] }));
  const plans = [
    { parts: whole, without: [] },
    { parts: withoutTotalRow, without: ['总计行'] },
    { parts: block, without: [] },
    { parts: row, without: [] },
  ].flatMap(({ parts, without }) => [
    { without: without.join('和'), rows: rowsOf(parts, () => true) },
    { without: [...without, '总计列'].join('和'), rows: rowsOf(parts, (spec, column) => !isSum(spec, column)) },
  ]);
  return plans.filter((plan) => countOf(plan) > 0);
}

/** The rows in the order in which they are printed, if all are. */
function rowsAsPrinted(report: Report, { id, rows }: TableSpec): readonly string[] {
  const printed = report.tables.find((table) => table.id === id)?.rows ?? [];
  const own = printed.filter((row) => rows.some((spec) => spec.id === row.id)).toSorted((one, other) => one.span.start - other.span.start);
  return own.length === rows.length ? own.map((row) => row.id) : rows.map((row) => row.id);
}

/** Cells to the right of one and below it, as a spreadsheet fills them; null where the lines do not fit there. */
export function cellsFrom(report: Report, from: CellKey, lines: readonly (readonly string[])[]): readonly CellKey[] | null {
  const { table, row, column } = splitKey(from);
  const spec = tableOf(report.detectedForm.form, table);
  const [top, left] = [spec?.rows.findIndex(({ id }) => id === row) ?? -1, spec?.columns.findIndex(({ id }) => id === column) ?? -1];
  const width = lines[0]?.length ?? 0;
  if (spec === undefined || top < 0 || left < 0 || lines.some((fields) => fields.length !== width)) return null;
  const [rows, columns] = [spec.rows.slice(top, top + lines.length), spec.columns.slice(left, left + width)];
  return rows.length < lines.length || columns.length < width ? null : rows.flatMap(({ id }) => columns.map((each) => cellKey(table, id, each.id)));
}

interface Part {
  readonly spec: TableSpec;
  readonly rows: readonly string[];
}

function rowsOf(parts: readonly Part[], keeps: (spec: TableSpec, column: string) => boolean): readonly PlannedRow[] {
  return parts.flatMap(({ spec, rows }) =>
    rows.map((row) => ({ table: spec.id, row, keys: spec.columns.filter(({ id }) => keeps(spec, id)).map(({ id }) => cellKey(spec.id, row, id)) })),
  );
}

/** 对外公开总数量 of table two is called total, too, and is no sum. */
function isSum(spec: TableSpec, column: string): boolean {
  return column === TOTAL && spec.section !== 'proactive';
}

export function countOf({ rows }: BlockPlan): number {
  return rows.reduce((count, { keys }) => count + keys.length, 0);
}

/** The row at an offset: the one whose cells or label hold it, else the only one on its line. */
function rowAt(report: Report, specs: readonly TableSpec[], offset: number): { readonly table: TableId; readonly row: string } | null {
  const rows = report.tables.filter(({ id }) => specs.some((spec) => spec.id === id)).flatMap((table) => table.rows);
  const line = lineOf(report.lines, offset);
  const onLine = rows.filter(({ span }) => lineOf(report.lines, span.start) <= line && line <= lineOf(report.lines, span.end));
  const found = rows.find(({ span }) => touches(span, offset)) ?? (onLine.length === 1 ? onLine[0] : undefined);
  return found === undefined ? null : { table: found.table, row: found.id };
}

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
