// Cells that a pasted block speaks of: those that its labels name, read by the parser itself as the part of a report, or those that bare
// numbers may fill, a whole table with or without its totals, one block of it, or one row.

import { cellKey, type CellKey, type Form, printedHeading, printedLabel, type SectionId, splitKey, type TableId, type TableSpec } from '../../forms/form.ts';
import { sectionOfTable, tableOf, tablesOfSection } from '../../forms/index.ts';
import type { Report, TableProblem } from '../../parse/model.ts';
import { columnsAsPrinted } from '../../parse/tables/whole-tables.ts';
import { lineOf } from '../../text/lines.ts';
import { touches } from '../../text/span.ts';
import { rowName, rowSpec } from '../../findings/describe.ts';
import { readCell } from '../../text/numbers.ts';
import { parseReport } from '../../parse/parse.ts';
import { fold } from '../../text/fold.ts';
import { hanOf, hanOfName } from '../../text/han.ts';
import { MAX_ROW_QUOTED } from '../limits.ts';
import type { PastedBlock } from './pasted-block.ts';

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

/** What a block says of which cells, or why that cannot be told. */
export type LabelledCells = { readonly kind: 'cells'; readonly cells: ReadonlyMap<CellKey, string> } | { readonly kind: 'refused'; readonly reason: string };

/** The cells that labels name, or why they cannot be told. Totals that were not copied are left out. */
export function readLabelled(report: Report, section: SectionId, block: PastedBlock): LabelledCells {
  const { form } = report.detectedForm;
  const single = singleRow(form, section, block);
  if (single !== null) return single;
  const summed = withSums(block.lines, tableOf(form, 'applications')?.columns.length ?? 0);
  const { cells, problem } = read(report, section, summed === null ? block.text : summed.map((fields) => fields.join('\t')).join('\n'));
  if (problem !== null) return refused(wordsOf(form, problem));
  if (cells.size === 0) return refused('粘贴的内容中没有本表的项目名称。请连同项目名称复制，或只复制数字');
  const known = new Set(
    tablesOfSection(form, section).flatMap((spec) => spec.rows.flatMap((row) => spec.columns.map((column) => cellKey(spec.id, row.id, column.id)))),
  );
  if ([...cells.keys()].some((key) => !known.has(key))) return refused('粘贴的表格与本年报的格式不同，行或列不一致');
  return { kind: 'cells', cells: summed === null ? cells : new Map([...cells].filter(([key]) => splitKey(key).column !== TOTAL)) };
}

interface MiniReading {
  readonly cells: ReadonlyMap<CellKey, string>;
  readonly problem: { readonly table: TableSpec['id']; readonly problem: TableProblem } | null;
}

/** What is told of columns: the values below are read in their own. */
const HARMLESS: ReadonlySet<string> = new Set(['column-unnamed', 'header', 'column-added', 'column-order', 'turned']);

/** The block between the headings of its part and the next. */
function read(report: Report, section: SectionId, text: string): MiniReading {
  const { form } = report.detectedForm;
  const index = form.sections.findIndex(({ id }) => id === section);
  const headings = form.sections.slice(index, index + 2).map(printedHeading);
  const year = report.year?.value ?? form.years[0];
  const mini = parseReport([`本机关${year}年政府信息公开工作年度报告`, headings[0], text, headings[1], ''].join('\n'));
  const tables = mini.tables.filter(({ id }) => sectionOfTable(mini.detectedForm.form, id) === section);
  const cells = [...mini.cells.values()].filter(({ table }) => tables.some(({ id }) => id === table));
  // A row without values was not copied; it is no mistake of the block.
  const [problem = null] = tables.flatMap((table) =>
    table.problems
      .filter((each) => !HARMLESS.has(each.kind) && !(each.kind === 'cell-count' && each.found === 0))
      .map((each) => ({ table: table.id, problem: each })),
  );
  return { cells: new Map(cells.map(({ key, text: shown }) => [key, shown])), problem };
}

function wordsOf(form: Form, { table, problem }: NonNullable<MiniReading['problem']>): string {
  switch (problem.kind) {
    case 'cell-count':
      return `粘贴的内容中，${rowName(form, table, problem.row)}一行有${problem.found}个数，应有${problem.expected}个`;
    case 'row-duplicate':
      return `粘贴的内容中，${rowName(form, table, problem.row)}一行出现了两次`;
    case 'row-unknown':
      return `粘贴的内容中有本表没有的行：${problem.text.slice(0, MAX_ROW_QUOTED)}`;
    case 'ambiguous':
      return `粘贴的内容中，${rowName(form, table, problem.row)}一行的数无法确定属于哪一列`;
    case 'unreadable':
    case 'header':
    case 'column-added':
    case 'column-order':
    case 'turned':
    case 'loose':
    case 'twice':
    case 'conflict':
    case 'column-missing':
    case 'column-unnamed':
      return '粘贴的内容中，数与项目名称分开，无法确定各数属于哪一行';
    default:
      return problem satisfies never;
  }
}

/** One label and as many numbers as its row has, with or without the total. */
function singleRow(form: Form, section: SectionId, { lines }: PastedBlock): LabelledCells | null {
  const fields = lines.flat();
  const { label, numbers } = divided(fields);
  const han = hanOf(fold(label.join('')));
  const rows = tablesOfSection(form, section).flatMap((spec) => spec.rows.map((row) => ({ spec, row })));
  const [named, ...others] = rows.filter(({ row }) => [row.label, printedLabel(row), ...row.aliases].some((name) => hanOfName(name) === han));
  if (named === undefined || others.length > 0) return null;
  const { spec, row } = named;
  const width = spec.columns.length;
  const isWhole = numbers.length === width || (section !== 'proactive' && numbers.length === width - 1);
  if (!isWhole) return refused(`粘贴的内容中，${rowName(form, spec.id, row.id)}一行有${numbers.length}个数，应有${width}个`);
  return { kind: 'cells', cells: new Map(numbers.map((text, index) => [cellKey(spec.id, row.id, spec.columns[index]?.id ?? ''), text])) };
}

/** A line up to its last word, and what stands behind. */
function divided(fields: readonly string[]): { readonly label: readonly string[]; readonly numbers: readonly string[] } {
  const first = fields.findLastIndex((field) => readCell(field).kind === 'unreadable') + 1;
  return { label: fields.slice(0, first), numbers: fields.slice(first) };
}

/** Where no row of table three has its total: the lines with their sums, so that they read as rows. Else null. */
function withSums(lines: PastedBlock['lines'], width: number): PastedBlock['lines'] | null {
  const isRow = (fields: readonly string[]) => divided(fields).label.length > 0 && divided(fields).numbers.some((field) => field !== '');
  const rows = lines.filter(isRow);
  if (rows.length < 2 || rows.some((fields) => divided(fields).numbers.length !== width - 1)) return null;
  return lines.map((fields) => (isRow(fields) ? [...fields, String(divided(fields).numbers.reduce((sum, field) => sum + numberOf(field), 0))] : fields));
}

function numberOf(field: string): number {
  const reading = readCell(field);
  return reading.kind === 'number' ? reading.value : 0;
}

function refused(reason: string): LabelledCells {
  return { kind: 'refused', reason };
}
