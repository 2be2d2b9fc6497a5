// Cells that the labels of a pasted block name, read by the parser itself as the part of a report.

import { rowName } from '../../findings/describe.ts';
import { cellKey, printedHeading, printedLabel, splitKey, type CellKey, type Form, type SectionId, type TableSpec } from '../../forms/form.ts';
import { sectionOfTable, tableOf, tablesOfSection } from '../../forms/index.ts';
import type { Report, TableProblem } from '../../parse/model.ts';
import { parseReport } from '../../parse/parse.ts';
import { fold } from '../../text/fold.ts';
import { hanOf, hanOfName } from '../../text/han.ts';
import { readCell } from '../../text/numbers.ts';
import { MAX_ROW_QUOTED } from '../limits.ts';
import type { PastedBlock } from './pasted-block.ts';

const TOTAL = 'total';

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
