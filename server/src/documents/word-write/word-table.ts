// Writes a table of merged cells as WordprocessingML: fixed layout, widths in the grid and in each cell, continued merges spelt out.

import type { PrintedCell, PrintedTable } from '../printed.ts';
import { escapeXml, TEXT_WIDTH } from './word-parts.ts';

/** Of a row of one line, in twentieths of a point: thirty of them and the header stand on one page. */
const ROW_HEIGHT = 350;
/** A table of few rows has room. */
const FEW_ROWS = 16;
const ROOMY_HEIGHT = 480;

export function wordTable({ grid, headerRows, rows }: PrintedTable): string {
  const widths = widthsOf(grid);
  const gridXml = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const places = placesOf(rows, grid.length);
  const rowsXml = places
    .map((cells, index) =>
      rowXml(cells, { widths, isHeader: index < headerRows, isLast: index === places.length - 1, height: rows.length > FEW_ROWS ? ROW_HEIGHT : ROOMY_HEIGHT }),
    )
    .join('');
  return `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${gridXml}</w:tblGrid>${rowsXml}</w:tbl>`;
}

/** WPS takes the widths of the grid, Word those of the cells: they add up to the same. */
function widthsOf(grid: readonly number[]): readonly number[] {
  const whole = grid.reduce((sum, width) => sum + width, 0);
  const widths = grid.map((width) => Math.floor((width / whole) * TEXT_WIDTH));
  const rest = TEXT_WIDTH - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, index) => (index === 0 ? width + rest : width));
}

/** A cell at its place in a row; `continued` where it began in a row above. */
interface Placed {
  readonly cell: PrintedCell;
  readonly column: number;
  readonly continued: boolean;
}

/** Every row with all cells that cover it, from left to right. A cell that finds no room is left out. */
function placesOf(rows: PrintedTable['rows'], width: number): readonly (readonly Placed[])[] {
  const grid: (Placed | null)[][] = rows.map(() => Array.from({ length: width }, () => null));
  rows.forEach((cells, at) => {
    let column = 0;
    for (const cell of cells) {
      while (column < width && grid[at]?.[column] !== null) column++;
      if (column + cell.columns > width) break;
      for (let row = at; row < Math.min(rows.length, at + cell.rows); row++) {
        grid[row]?.fill({ cell, column, continued: row > at }, column, column + cell.columns);
      }
      column += cell.columns;
    }
  });
  return grid.map((row) => row.filter((placed, column): placed is Placed => placed?.column === column));
}

interface RowShape {
  readonly widths: readonly number[];
  readonly isHeader: boolean;
  readonly isLast: boolean;
  readonly height: number;
}

function rowXml(places: readonly Placed[], { widths, isHeader, isLast, height }: RowShape): string {
  const properties = `<w:cantSplit/><w:trHeight w:val="${height}" w:hRule="atLeast"/>${isHeader ? '<w:tblHeader/>' : ''}`;
  return `<w:tr><w:trPr>${properties}</w:trPr>${places.map((placed) => cellXml(placed, widths, !isLast)).join('')}</w:tr>`;
}

function cellXml({ cell, column, continued }: Placed, widths: readonly number[], keepNext: boolean): string {
  const width = widths.slice(column, column + cell.columns).reduce((sum, each) => sum + each, 0);
  const span = cell.columns === 1 ? '' : `<w:gridSpan w:val="${cell.columns}"/>`;
  const merge = cell.rows === 1 ? '' : continued ? '<w:vMerge/>' : '<w:vMerge w:val="restart"/>';
  const properties = `<w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${merge}<w:vAlign w:val="center"/></w:tcPr>`;
  const style = cell.role === 'label' ? 'TableLabel' : cell.role === 'header' ? 'TableHead' : 'TableNumber';
  const text = continued || cell.text === '' ? '' : `<w:r><w:t xml:space="preserve">${escapeXml(cell.text)}</w:t></w:r>`;
  return `<w:tc>${properties}<w:p><w:pPr><w:pStyle w:val="${style}"/>${keepNext ? '<w:keepNext/>' : ''}</w:pPr>${text}</w:p></w:tc>`;
}
