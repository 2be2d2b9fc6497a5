// Tables of the form as grids: cells with row and column spans, the way Word and web pages hold them.

import { cellKey, type ColumnSpec, type Form, type RowSpec, type TableSpec } from '../../server/src/forms/form.ts';
import { tableOf } from '../../server/src/forms/index.ts';
import type { Values } from './values.ts';

export type CellRole = 'heading' | 'corner' | 'header' | 'group' | 'label' | 'value';

export interface GridCell {
  readonly text: string;
  readonly role: CellRole;
  readonly rowSpan: number;
  readonly colSpan: number;
}

export interface Grid {
  readonly id: 'proactive' | 'applications' | 'disputes';
  readonly width: number;
  /** Each row's own cells, without those a span of an earlier row covers. */
  readonly rows: readonly (readonly GridCell[])[];
}

/** A place of the full rectangle: which cell covers it, and whether it begins there. */
export interface Place {
  readonly cell: GridCell;
  readonly origin: boolean;
}

function cell(text: string, role: CellRole, colSpan = 1, rowSpan = 1): GridCell {
  return { text, role, rowSpan, colSpan };
}

export function buildGrids(form: Form, values: Values): readonly [Grid, Grid, Grid] {
  const text = (table: TableSpec, row: string, column: string): string => values.get(cellKey(table.id, row, column))?.text ?? '';
  return [buildProactive(form, text), buildApplications(form, text), buildDisputes(form, text)];
}

type TextOf = (table: TableSpec, row: string, column: string) => string;

const PROACTIVE_WIDTH = 4;

function buildProactive(form: Form, text: TextOf): Grid {
  const rows: GridCell[][] = [];
  for (const table of form.tables.filter((candidate) => candidate.section === 'proactive')) {
    const spanOf = (index: number): number => (index === table.columns.length - 1 ? PROACTIVE_WIDTH - 1 - index : 1);
    rows.push([cell(table.heading ?? '', 'heading', PROACTIVE_WIDTH)]);
    rows.push([cell(table.corner, 'header'), ...table.columns.map((column, index) => cell(printed(column), 'header', spanOf(index)))]);
    for (const row of table.rows) {
      rows.push([cell(row.label, 'label'), ...table.columns.map((column, index) => cell(text(table, row.id, column.id), 'value', spanOf(index)))]);
    }
  }
  return { id: 'proactive', width: PROACTIVE_WIDTH, rows };
}

/** The procurement header as platforms print it, with its unit and decimals; other headers as the form has them. */
function printed(column: ColumnSpec): string {
  if (column.type !== 'money') return column.label;
  return column.aliases.find((alias) => alias.includes('4位小数')) ?? column.label;
}

const APPLICATIONS_WIDTH = 10;
const LABEL_COLUMNS = 3;

function buildApplications(form: Form, text: TextOf): Grid {
  const table = requireTable(form, 'applications');
  const [natural, ...others] = table.columns.map((column) => column.label);
  const total = others.pop() ?? '';
  const rows: GridCell[][] = [
    [cell(table.corner, 'corner', LABEL_COLUMNS, 3), cell('申请人情况', 'header', 7)],
    [cell(natural ?? '', 'header', 1, 2), cell('法人或其他组织', 'header', 5), cell(total, 'header', 1, 2)],
    others.map((label) => cell(label, 'header')),
  ];
  const seen = new Set<string>();
  for (const row of table.rows) {
    const groups = row.groups.filter((group) => !seen.has(group));
    for (const group of groups) seen.add(group);
    rows.push([
      ...groups.map((group) => cell(group, 'group', 1, membersOf(table, group))),
      cell(row.enumerator + row.label, 'label', LABEL_COLUMNS - row.groups.length),
      ...table.columns.map((column) => cell(text(table, row.id, column.id), 'value')),
    ]);
  }
  return { id: 'applications', width: APPLICATIONS_WIDTH, rows };
}

function membersOf(table: TableSpec, group: string): number {
  return table.rows.filter((row: RowSpec) => row.groups.includes(group)).length;
}

function buildDisputes(form: Form, text: TextOf): Grid {
  const table = requireTable(form, 'disputes');
  const [review, direct, after] = table.rows;
  if (review === undefined || direct === undefined || after === undefined) throw new Error('table four has three blocks');
  const results = (rowSpan: number): GridCell[] => table.columns.map((column) => cell(column.label, 'header', 1, rowSpan));
  return {
    id: 'disputes',
    width: 15,
    rows: [
      [cell(review.label, 'header', 5), cell(direct.groups[0] ?? '', 'header', 10)],
      [...results(2), cell(direct.label, 'header', 5), cell(after.label, 'header', 5)],
      [...results(1), ...results(1)],
      table.rows.flatMap((row) => table.columns.map((column) => cell(text(table, row.id, column.id), 'value'))),
    ],
  };
}

function requireTable(form: Form, id: 'applications' | 'disputes'): TableSpec {
  const table = tableOf(form, id);
  if (table === undefined) throw new Error(`form ${form.id} has no table ${id}`);
  return table;
}

/** The full rectangle: `grid.rows.length` × `grid.width` places. */
export function expand(grid: Grid): readonly (readonly Place[])[] {
  const places: Place[][] = grid.rows.map(() => []);
  grid.rows.forEach((row, rowIndex) => {
    let column = 0;
    for (const own of row) {
      while (places[rowIndex]?.[column] !== undefined) column++;
      for (let down = 0; down < own.rowSpan; down++) {
        for (let across = 0; across < own.colSpan; across++) {
          const line = places[rowIndex + down];
          if (line !== undefined) line[column + across] = { cell: own, origin: down === 0 && across === 0 };
        }
      }
      column += own.colSpan;
    }
  });
  return places;
}

/** The same grid with other texts. */
export function mapGrid(grid: Grid, change: (own: GridCell) => string): Grid {
  return { ...grid, rows: grid.rows.map((row) => row.map((own) => ({ ...own, text: change(own) }))) };
}
