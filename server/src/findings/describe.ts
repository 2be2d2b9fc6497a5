// How are cells, rows and tables called in a message? Names come from the form, shortened where it is long-winded.

import { printedHeading, printedLabel, splitKey, type CellKey, type ColumnSpec, type Form, type RowSpec, type SectionId, type SectionSpec, type TableId, type TableSpec } from '../forms/form.ts';
import { FORMS, sectionOfTable, tableOf } from '../forms/index.ts';

/** The common heading of all result rows says nothing about one of them. */
const OUTERMOST_GROUP_DEPTH = 1;

const TABLE_NAMES: Readonly<Record<TableId, string>> = {
  issued: '第二十条第（一）项的表格',
  licensing: '第二十条第（五）项的表格',
  enforcement: '第二十条第（六）项的表格',
  fees: '第二十条第（八）项的表格',
  procurement: '第二十条第（九）项的表格',
  applications: '第三部分的申请办理情况表',
  disputes: '第四部分的复议诉讼情况表',
};

/** As clerks count them, after the part each stands in. */
const TABLE_NUMBERS: Readonly<Partial<Record<SectionId, string>>> = { proactive: '表二', applications: '表三', disputes: '表四' };

/** 「表三」: the table of a part, short enough for a title. */
export function tableNumber(section: SectionId): string {
  return TABLE_NUMBERS[section] ?? '表格';
}

export function tableName(table: TableId): string {
  return TABLE_NAMES[table];
}

/** 「二、主动公开政府信息情况」: the part a table stands in. */
export function partOfTable(form: Form, table: TableId): string {
  const part = form.sections.find((section) => section.id === sectionOfTable(form, table));
  return part === undefined ? tableName(table) : partName(part);
}

/** 「二、主动公开政府信息情况」 */
export function partName(spec: SectionSpec): string {
  return `「${printedHeading(spec)}」`;
}

/** 「（一）予以公开·自然人」: how a cell is called in every message. */
export function cellName(form: Form, key: CellKey): string {
  const { table, row, column } = splitKey(key);
  return `「${shortRow(form, table, row)}·${shortColumn(form, table, column)}」`;
}

/** 「（三）1.属于国家秘密」: a row with the enumerator of its group. */
export function rowName(form: Form, table: TableId, row: string): string {
  return `「${shortRow(form, table, row)}」`;
}

export function columnName(form: Form, table: TableId, column: string): string {
  return `「${shortColumn(form, table, column)}」`;
}

/** 三、本年度办理结果，（三）不予公开，1.属于国家秘密: the label with the groups it stands in. */
export function labelInGroups(form: Form, table: TableId, row: string): string {
  const spec = rowSpec(form, table, row);
  return spec === undefined ? row : [...spec.groups, printedLabel(spec)].join('，');
}

/** As the form prints it, however long. */
export function columnLabel(form: Form, table: TableId, column: string): string {
  return columnSpec(form, table, column)?.label ?? column;
}

/** 「1.属于国家秘密」: the label where its group is shown above it; rows of table four are told apart by theirs. */
export function shortLabel(spec: RowSpec): string {
  return spec.enumerator === '' ? groupEnumerator(spec) + shorten(spec.label) : spec.enumerator + shorten(spec.label);
}

/** The row of this form, else of another: a report may hold rows its form does not have. */
export function rowSpec(form: Form, table: TableId, row: string): RowSpec | undefined {
  return specIn(form, table, ({ rows }) => rows.find(({ id }) => id === row));
}

/** The column of this form, else of another, as with rows. */
export function columnSpec(form: Form, table: TableId, column: string): ColumnSpec | undefined {
  return specIn(form, table, ({ columns }) => columns.find(({ id }) => id === column));
}

function specIn<Spec>(form: Form, table: TableId, find: (spec: TableSpec) => Spec | undefined): Spec | undefined {
  for (const each of [form, ...Object.values(FORMS)]) {
    const spec = tableOf(each, table);
    const found = spec === undefined ? undefined : find(spec);
    if (found !== undefined) return found;
  }
  return undefined;
}

function shortRow(form: Form, table: TableId, row: string): string {
  const spec = rowSpec(form, table, row);
  if (spec === undefined) return row;
  return groupEnumerator(spec) + spec.enumerator + shorten(spec.label);
}

function shortColumn(form: Form, table: TableId, column: string): string {
  const spec = columnSpec(form, table, column);
  return spec === undefined ? column : shorten(spec.label);
}

/** `（三）` of （三）不予公开; for table four the whole group, 行政诉讼, since it has no enumerator. */
function groupEnumerator(spec: RowSpec): string {
  const group = spec.groups.at(-1);
  if (group === undefined) return '';
  const enumerator = /^（.）/u.exec(group)?.[0];
  if (enumerator !== undefined) return enumerator;
  return spec.enumerator === '' && spec.groups.length === OUTERMOST_GROUP_DEPTH ? `${group} ` : '';
}

/** Cuts remarks in brackets, second clauses, and the words every first row repeats. */
function shorten(label: string): string {
  return label.replace(/[（、].*$/u, '').replace(/政府信息公开申请数量$/u, '');
}
