// Names of cells, rows and tables in messages: from the form, shortened where it is long-winded.

import {
  printedLabel,
  splitKey,
  type CellKey,
  type ColumnSpec,
  type Form,
  type RowSpec,
  type SectionId,
  type SectionSpec,
  type TableId,
  type TableSpec,
} from '../forms/form.ts';
import { FORMS, sectionOfTable, tableOf } from '../forms/index.ts';
import { marked } from './wording.ts';

/** The common heading of all result rows says nothing about one of them. */
const OUTERMOST_GROUP_DEPTH = 1;

const TABLE_NAMES: Readonly<Record<TableId, string>> = {
  issued: '表二第（一）项',
  licensing: '表二第（五）项',
  enforcement: '表二第（六）项',
  fees: '表二第（八）项',
  procurement: '表二第（九）项',
  applications: '表三',
  disputes: '表四',
};

/** What a name of a table has always held: keys of findings rest on it, and names may be worded anew. */
const TABLE_MARKS: Readonly<Record<TableId, string>> = {
  issued: '第（一）项',
  licensing: '第（五）项',
  enforcement: '第（六）项',
  fees: '第（八）项',
  procurement: '第（九）项',
  applications: '申请办理情况表',
  disputes: '复议诉讼情况表',
};

/** Labels that leave no room beside them in a line, by row: their words, fewer of them. */
const SHORT_LABELS: Readonly<Record<string, string>> = {
  'not-held': '本机关不掌握',
  'must-create': '需要另行制作',
  unclear: '补正后仍不明确',
  excessive: '大量反复申请',
  confirm: '要求确认或重新出具',
  'no-correction': '逾期不补正',
  unpaid: '逾期未缴费',
  'carried-out': '结转下年度',
};

/** Rows as a sentence of the text calls them. */
const SPOKEN_ROWS: Readonly<Record<string, string>> = { new: '新收', 'carried-in': '上年结转', total: '办理结果总计', 'carried-out': '结转下年度' };

/** As clerks count them, after the part each stands in. */
const TABLE_NUMBERS: Readonly<Partial<Record<SectionId, string>>> = { proactive: '表二', applications: '表三', disputes: '表四' };

/** 表三: the table of a part. */
export function tableNumber(section: SectionId): string {
  return TABLE_NUMBERS[section] ?? '表格';
}

/** 表三, 表二第（一）项. */
export function tableName(table: TableId): string {
  return TABLE_NAMES[table];
}

/** For keys of findings only. */
export function tableMark(table: TableId): string {
  return TABLE_MARKS[table];
}

/** 表二: all blocks of the part a table stands in. */
export function wholeTable(form: Form, table: TableId): string {
  const section = sectionOfTable(form, table);
  return section === undefined ? tableName(table) : tableNumber(section);
}

/** 第二部分 */
export function partName({ numeral }: SectionSpec): string {
  return `第${numeral}部分`;
}

/** 第五部分“存在的主要问题及改进情况” */
export function partTitle(spec: SectionSpec): string {
  return `${partName(spec)}${marked(spec.title)}`;
}

/** “（一）予以公开·自然人”: how a cell is called in every message. */
export function cellName(form: Form, key: CellKey): string {
  const { table, row, column } = splitKey(key);
  return marked(`${shortRow(form, table, row)}·${shortColumn(form, table, column)}`);
}

/** “（三）1.属于国家秘密”: a row with the enumerator of its group. */
export function rowName(form: Form, table: TableId, row: string): string {
  return marked(shortRow(form, table, row));
}

export function columnName(form: Form, table: TableId, column: string): string {
  return marked(shortColumn(form, table, column));
}

/** （三）1.: where there is no room for more; rows without an enumerator keep their name. */
export function rowNumber(form: Form, table: TableId, row: string): string {
  const spec = rowSpec(form, table, row);
  const number = spec === undefined ? '' : groupEnumerator(spec) + spec.enumerator;
  return number === '' ? rowName(form, table, row) : number;
}

/** 新收, 自然人新收, 行政规范性文件现行有效件数: a cell as a sentence of the text speaks of it. */
export function spokenCell(form: Form, key: CellKey): string {
  const { table, row, column } = splitKey(key);
  const named = SPOKEN_ROWS[row] ?? (rowSpec(form, table, row)?.label ?? row).replace(/[（、].*$/u, '');
  if (column === 'total' && table !== 'issued') return named;
  return table === 'applications' ? shortColumn(form, table, column) + named : named + shortColumn(form, table, column);
}

/** What a row's name has always held, for keys of findings only. */
export function rowMark(form: Form, table: TableId, row: string): string {
  const spec = rowSpec(form, table, row);
  return spec === undefined ? row : (ENUMERATOR.exec(spec.groups.at(-1) ?? '')?.[0] ?? '') + spec.enumerator + shorten(spec.label);
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

/** 1.属于国家秘密: the label where its group is shown above it; rows of table four are told apart by theirs. */
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

export function shortRow(form: Form, table: TableId, row: string): string {
  const spec = rowSpec(form, table, row);
  if (spec === undefined) return row;
  return groupEnumerator(spec) + spec.enumerator + (SHORT_LABELS[row] ?? shorten(spec.label));
}

export function shortColumn(form: Form, table: TableId, column: string): string {
  const spec = columnSpec(form, table, column);
  return spec === undefined ? column : shorten(spec.label);
}

const ENUMERATOR = /^（.）/u;

/** `（三）` of （三）不予公开; for table four the whole group, 行政诉讼, since it has no enumerator. */
function groupEnumerator(spec: RowSpec): string {
  const group = spec.groups.at(-1);
  if (group === undefined) return '';
  const enumerator = ENUMERATOR.exec(group)?.[0];
  if (enumerator !== undefined) return enumerator;
  return spec.enumerator === '' && spec.groups.length === OUTERMOST_GROUP_DEPTH ? `${group}·` : '';
}

/** Cuts remarks in brackets, second clauses, and the words every first row repeats. */
function shorten(label: string): string {
  return label.replace(/[（、].*$/u, '').replace(/政府信息公开申请数量$/u, '');
}
