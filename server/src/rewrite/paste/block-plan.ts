// Cells that a block of bare numbers may fill: a whole table, with or without its totals, one block of it, or one row.

import { cellKey, splitKey, type CellKey, type SectionId, type TableId, type TableSpec } from '../../forms/form.ts';
import { tableOf, tablesOfSection } from '../../forms/index.ts';
import type { Report } from '../../parse/model.ts';
import { columnsAsPrinted } from '../../parse/tables/whole-tables.ts';
import { lineOf } from '../../text/lines.ts';
import { touches } from '../../text/span.ts';

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
