// Tables that were read to the last cell; only such a table is laid out anew.

import { cellKey, type ColumnSpec, type SectionId, type TableSpec } from '../../forms/form.ts';
import { tablesOfSection } from '../../forms/index.ts';
import type { Cell, Report, TableRow } from '../model.ts';

/** The tables of one part, as the clerk sees them: table two is one table, though the form counts five. */
export interface WholeTable {
  readonly section: SectionId;
  readonly specs: readonly TableSpec[];
  readonly rows: readonly TableRow[];
  /** Every cell of the form, in its order. */
  readonly cells: readonly Cell[];
}

/** The tables of the report's form of which every cell was read and nothing is left over, in the order of the form. */
export function wholeTables(report: Report): readonly WholeTable[] {
  const sections = [...new Set(report.detectedForm.form.tables.map((spec) => spec.section))];
  return sections.flatMap((section) => wholeTable(report, section) ?? []);
}

/** The table of a part, or null where a cell of it was not read. */
function wholeTable(report: Report, section: SectionId): WholeTable | null {
  const specs = tablesOfSection(report.detectedForm.form, section);
  const tables = report.tables.filter((table) => specs.some((spec) => spec.id === table.id));
  if (tables.some((table) => table.state !== 'read' || table.problems.some(({ kind }) => kind !== 'header'))) return null;
  const keys = specs.flatMap((spec) => spec.rows.flatMap((row) => spec.columns.map((column) => cellKey(spec.id, row.id, column.id))));
  const cells = keys.flatMap((key) => report.cells.get(key) ?? []);
  if (keys.length === 0 || cells.length < keys.length) return null;
  return { section, specs, rows: tables.flatMap((table) => table.rows), cells };
}

/** The columns of the form in the order in which they are printed: whoever writes a row follows it. The form's where no row was read whole. */
export function columnsAsPrinted({ tables, cells }: Pick<Report, 'tables' | 'cells'>, { id, columns }: TableSpec): readonly ColumnSpec[] {
  const rows = tables.find((table) => table.id === id)?.rows ?? [];
  for (const { id: row } of rows) {
    const placed = columns.flatMap((column) => {
      const cell = cells.get(cellKey(id, row, column.id));
      return cell === undefined ? [] : [{ column, start: cell.span.start }];
    });
    const isApart = new Set(placed.map(({ start }) => start)).size === columns.length;
    if (isApart) return placed.sort((one, other) => one.start - other.start).map(({ column }) => column);
  }
  return columns;
}
