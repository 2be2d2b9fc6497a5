// The tables of a report as its form prints them, filled with what was read: one grid for each of the three tables.

import type { PrintedCell, PrintedTable } from '../../documents/printed.ts';
import type { CellKey } from '../../forms/form.ts';
import type { Report } from '../../parse/model.ts';
import { fold } from '../../text/fold.ts';
import { layoutOf, type PartLayout, type TableLayout } from './form-layout.ts';

/** Widths beside each other: a column of numbers is 1. */
const LABEL_WIDTH = 5.4;
const GROUP_WIDTHS = [1.1, 1.9];
const BLOCK_LABEL_WIDTH = 2;

/** The one table of a part, its blocks one below the other; null where the part has none. */
export function printedTable(report: Report, part: PartLayout): PrintedTable | null {
  const [first] = part.tables;
  if (first === undefined) return null;
  return first.heading === null ? upright(report, first) : blocks(report, part.tables);
}

export function partLayouts(report: Report): readonly PartLayout[] {
  return layoutOf(report.detectedForm.form).parts;
}

function upright(report: Report, { corner, headers, rows }: TableLayout): PrintedTable {
  const depth = rows[0]?.labels.length ?? 0;
  const levels = headers[0]?.length ?? 0;
  const headerRows = mergeCells(
    Array.from({ length: levels }, (_, level) => headers.map((path) => path[level] ?? '')),
    'header',
  );
  const cornerCells: readonly PrintedCell[] = depth === 0 ? [] : [{ text: corner, role: 'header', columns: depth, rows: levels }];
  const labels = mergeCells(
    rows.map((row) => row.labels),
    'label',
  );
  return {
    kind: 'table',
    grid: [...labelWidths(depth), ...headers.map(() => 1)],
    headerRows: levels,
    rows: [
      ...headerRows.map((cells, index) => (index === 0 ? [...cornerCells, ...cells] : cells)),
      ...rows.map((row, index) => [...(labels[index] ?? []), ...row.cells.map(({ key }) => numberCell(report, key, 1))]),
    ],
  };
}

/** From the outside in; the label itself is the widest. */
function labelWidths(depth: number): readonly number[] {
  return Array.from({ length: depth }, (_, level) => (level === depth - 1 ? LABEL_WIDTH : (GROUP_WIDTHS[level] ?? 1)));
}

/** Table two: what a block has fewer columns than the widest, its last one covers. */
function blocks(report: Report, tables: readonly TableLayout[]): PrintedTable {
  const width = Math.max(...tables.map(({ headers }) => headers.length));
  const rows = tables.flatMap(({ heading, corner, headers, rows: own }) => {
    const span = (index: number) => (index === headers.length - 1 ? width - headers.length + 1 : 1);
    const names = headers.map((path, index) => headerCell(path.at(-1) ?? '', span(index)));
    return [
      [headerCell(heading ?? '', width + 1)],
      [headerCell(corner, 1), ...names],
      ...own.map(({ labels, cells }) => [
        { text: labels.at(-1) ?? '', role: 'label' as const, columns: 1, rows: 1 },
        ...cells.map(({ key }, index) => numberCell(report, key, span(index))),
      ]),
    ];
  });
  return { kind: 'table', grid: [BLOCK_LABEL_WIDTH, ...Array.from({ length: width }, () => 1)], headerRows: 0, rows };
}

function headerCell(text: string, columns: number): PrintedCell {
  return { text, role: 'header', columns, rows: 1 };
}

/** As it is written, full-width digits folded; empty where it is blank or was not read. */
function numberCell(report: Report, key: CellKey, columns: number): PrintedCell {
  return { text: fold(report.cells.get(key)?.text ?? '').trim(), role: 'number', columns, rows: 1 };
}

/** A cell of the grid; `begins` tells the one at the left above from those that it covers. */
interface Covered extends PrintedCell {
  readonly begins: { readonly row: number; readonly column: number };
}

/** For each row the cells that begin in it, with the column in which each begins. `rows` are of one length. */
function mergeCells(rows: readonly (readonly string[])[], role: PrintedCell['role']): readonly (readonly PrintedCell[])[] {
  const grid: (Covered | undefined)[][] = rows.map((row) => row.map(() => undefined));
  rows.forEach((row, at) => {
    row.forEach((text, column) => {
      if (grid[at]?.[column] !== undefined) return;
      const columns = runOf(row.length - column, (offset) => row[column + offset] === text && grid[at]?.[column + offset] === undefined);
      const alike = (below: number) => runOf(columns, (offset) => rows[at + below]?.[column + offset] === text) === columns;
      const height = runOf(rows.length - at, alike);
      const cell = { text, role, columns, rows: height, begins: { row: at, column } };
      for (let below = 0; below < height; below++) grid[at + below]?.fill(cell, column, column + columns);
    });
  });
  return grid.map((row, at) => row.filter((cell, column): cell is Covered => cell?.begins.row === at && cell.begins.column === column));
}

/** How many of `most` places, from the first on, are so. */
function runOf(most: number, isSo: (offset: number) => boolean): number {
  for (let offset = 0; offset < most; offset++) if (!isSo(offset)) return offset;
  return most;
}
