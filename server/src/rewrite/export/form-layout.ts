// FormLayout: what is printed on every form alike; headings, headers and labels out of the form’s data, merged as the notices print them.

import { cellName } from '../../findings/describe.ts';
import {
  cellKey,
  definedTotal,
  printedHeading,
  printedLabel,
  type CellKey,
  type CellType,
  type Form,
  type SectionId,
  type TableId,
  type TableSpec,
} from '../../forms/form.ts';
import { FORM_HYBRID, tablesOfSection } from '../../forms/index.ts';

export interface FormLayout {
  /** Two forms of one id are drawn alike. */
  readonly id: string;
  readonly parts: readonly PartLayout[];
  readonly equations: readonly EquationLayout[];
}

export interface PartLayout {
  readonly id: SectionId;
  /** 一、总体情况 */
  readonly heading: string;
  readonly tables: readonly TableLayout[];
}

export interface TableLayout {
  readonly id: TableId;
  /** 第二十条第（一）项; null where the table has none of its own. */
  readonly heading: string | null;
  /** What the corner cell says; empty where there are no labels to the left. */
  readonly corner: string;
  /** For each column the labels over it, outermost first and all of one length: what is alike side by side or above one another is one merged cell. */
  readonly headers: readonly (readonly string[])[];
  readonly rows: readonly RowLayout[];
}

interface RowLayout {
  /** The labels to its left in the same manner; empty in table four, which is one row. */
  readonly labels: readonly string[];
  readonly cells: readonly CellLayout[];
}

interface CellLayout {
  readonly key: CellKey;
  /** “（一）予以公开·自然人” */
  readonly name: string;
  readonly type: CellType;
  /** The sum of other cells. */
  readonly isTotal: boolean;
}

interface EquationLayout {
  readonly id: string;
  readonly left: readonly CellKey[];
  readonly right: readonly CellKey[];
}

const made = new Map<Form, FormLayout>();

export function layoutOf(form: Form): FormLayout {
  const known = made.get(form) ?? layOut(form);
  made.set(form, known);
  return known;
}

function layOut(form: Form): FormLayout {
  const totals = new Set(form.equations.flatMap((spec) => definedTotal(spec) ?? []));
  const cell = (table: TableId, row: string, column: { readonly id: string; readonly type: CellType }): CellLayout => {
    const key = cellKey(table, row, column.id);
    return { key, name: cellName(form, key), type: column.type, isTotal: totals.has(key) };
  };
  return {
    id: form === FORM_HYBRID ? `${form.id}-hybrid` : form.id,
    parts: form.sections.map((section) => ({
      id: section.id,
      heading: printedHeading(section),
      tables: tablesOfSection(form, section.id).map((table) => (table.id === 'disputes' ? sideBySide(table, cell) : upright(table, cell))),
    })),
    equations: form.equations.map(({ id, left, right }) => ({ id, left, right })),
  };
}

type MakeCell = (table: TableId, row: string, column: TableSpec['columns'][number]) => CellLayout;

function upright(table: TableSpec, cell: MakeCell): TableLayout {
  const { id, heading, corner, columns, rows } = table;
  return {
    id,
    heading,
    corner,
    headers: evenly(columns.map(({ groups = [], label }) => [...groups, label])),
    rows: evenly(rows.map((row) => [...row.groups, printedLabel(row)])).map((labels, index) => ({
      labels,
      cells: columns.map((column) => cell(id, rows[index]?.id ?? '', column)),
    })),
  };
}

/** Table four: its rows are blocks beside each other over one row of numbers. */
function sideBySide({ id, heading, columns, rows }: TableSpec, cell: MakeCell): TableLayout {
  const blocks = evenly(rows.map((row) => [...row.groups, row.label]));
  return {
    id,
    heading,
    corner: '',
    headers: rows.flatMap((_, index) => columns.map(({ label }) => [...(blocks[index] ?? []), label])),
    rows: [{ labels: [], cells: rows.flatMap((row) => columns.map((column) => cell(id, row.id, column))) }],
  };
}

/** Lists of one length: the last label fills the places behind it. */
function evenly(paths: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const depth = Math.max(...paths.map((path) => path.length));
  return paths.map((path) => Array.from({ length: depth }, (_, index) => path[index] ?? path.at(-1) ?? ''));
}
