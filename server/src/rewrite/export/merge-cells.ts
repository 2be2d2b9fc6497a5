// Merged cells of a table out of rows of labels: equal labels side by side or above one another are one cell.

import type { PrintedCell } from '../../documents/printed.ts';

/** A cell of the grid; `begins` tells the one at the left above from those that it covers. */
interface Covered extends PrintedCell {
  readonly begins: { readonly row: number; readonly column: number };
}

/** For each row the cells that begin in it, with the column in which each begins. `rows` are of one length. */
export function mergeCells(rows: readonly (readonly string[])[], role: PrintedCell['role']): readonly (readonly PrintedCell[])[] {
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
