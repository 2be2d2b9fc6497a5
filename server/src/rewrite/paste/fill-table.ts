// Fills a table from a block copied elsewhere: every cell of it lands as it is, or none does.

import { cellName, rowName, tableNumber } from '../../findings/describe.ts';
import { listed } from '../../findings/wording.ts';
import { evaluateEquations } from '../../equations/evaluate.ts';
import { applyEdits, type Edit } from '../../text/edits.ts';
import { TOTALS_DEEP, cellKey, definedTotal, rowKeyOf, type CellKey, type SectionId, type TableId } from '../../forms/form.ts';
import { fillGaps } from '../../insertion/fill-gaps.ts';
import { insertRows } from '../../insertion/rows.ts';
import { missingRuns } from '../../rules/shared/misnamed-rows.ts';
import { tablesOfSection } from '../../forms/index.ts';
import type { Cell, Report } from '../../parse/model.ts';
import { parseReport } from '../../parse/parse.ts';
import { columnsAsPrinted } from '../../parse/tables/whole-tables.ts';
import { readCell } from '../../text/numbers.ts';
import { touches, type Span } from '../../text/span.ts';
import { cellsFrom, countOf, plansAt, readLabelled, shiftWords, type LabelledCells } from './block-cells.ts';
import { readBlock, withoutEmptyColumns, type PastedBlock } from './pasted-block.ts';
import { delimiterOf, type Delimiter } from '../../parse/tables/lines/delimiter.ts';
import { isHan } from '../../text/han.ts';
import { lineOf } from '../../text/lines.ts';

interface TableChange {
  /** The cell, or the row where its cells could not be told before. */
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** A total that was not copied, and is the sum of its addends. */
  readonly summed: boolean;
  readonly edit: Edit;
}

export type TableFilling =
  | {
      readonly kind: 'filled';
      readonly section: SectionId;
      /** How many cells the block speaks of. */
      readonly count: number;
      /** Those that say something else afterwards, in the order of the text. */
      readonly changes: readonly TableChange[];
      /** What does not add up afterwards, in Chinese, or null. */
      readonly warning: string | null;
    }
  /** `reason` says in Chinese why, and where the block probably slipped. */
  | { readonly kind: 'refused'; readonly reason: string };

interface Target {
  readonly offset: number;
  /** The cell that the block begins in, where somebody pointed at one. */
  readonly from?: CellKey | null;
}

/** What the table at a place becomes by the block, or why it cannot be told. */
export function fillTable(report: Report, { offset, from = null }: Target, text: string): TableFilling {
  const section = sectionAt(report, offset);
  if (section === null) return refused('请把光标放在要填的表格中');
  const block = readBlock(text);
  if (block === null) return refused('剪贴板中没有可以填表的数字');
  const read = block.labelled ? readLabelled(report, section, block) : readBare(report, section, { block, offset, from });
  if (read.kind === 'refused') return refused(read.reason);
  const copied = new Map([...read.cells].map(([key, shown]) => [key, plainOf(shown)]));
  return write(report, section, copied);
}

/** The part with tables that holds the offset. */
function sectionAt(report: Report, offset: number): SectionId | null {
  const withTables = new Set(report.detectedForm.form.tables.map((spec) => spec.section));
  const part = report.sections.find(({ id, span }) => withTables.has(id) && span.start <= offset && offset < span.end);
  if (part !== undefined) return part.id;
  const table = report.tables.find(({ span }) => span !== null && touches(span, offset));
  return report.detectedForm.form.tables.find(({ id }) => id === table?.id)?.section ?? null;
}

/** Numbers without labels: as many as a table, a block or a row has cells. */
function readBare(report: Report, section: SectionId, { block, offset, from }: Required<Target> & { readonly block: PastedBlock }): LabelledCells {
  const plans = plansAt(report, section, offset);
  for (const lines of [block.lines, withoutEmptyColumns(block.lines)]) {
    const fields = lines.flat();
    const odd = fields.find((field) => readCell(field).kind === 'unreadable');
    if (odd !== undefined) return unread(`粘贴的内容中“${odd}”不是数字`);
    const pointed = from === null ? null : cellsFrom(report, from, lines);
    if (pointed !== null) return { kind: 'cells', cells: new Map(pointed.map((key, index) => [key, fields[index] ?? ''])) };
    const plan = plans.find((each) => countOf(each) === fields.length);
    if (plan === undefined) continue;
    const keys = plan.rows.flatMap((row) => row.keys);
    return { kind: 'cells', cells: new Map(keys.map((key, index) => [key, fields[index] ?? ''])) };
  }
  const lines = withoutEmptyColumns(block.lines);
  const count = lines.flat().length;
  const nearest = plans.toSorted((one, other) => Math.abs(countOf(one) - count) - Math.abs(countOf(other) - count))[0];
  if (nearest === undefined) return unread('本表没有可以填的单元格');
  const subject = nearest.rows.length === 1 ? '本行' : '本表';
  return unread(
    `粘贴的数字有${count}个，${subject}需要${countOf(nearest)}个${nearest.without === '' ? '' : `（不含${nearest.without}）`}${shiftWords(report.detectedForm.form, nearest, lines)}`,
  );
}

/** Digits without separators and blanks; whatever else a cell says stays as it is written, for the rules to judge. */
function plainOf(field: string): string {
  const reading = readCell(field);
  if (reading.kind !== 'number') return field;
  return reading.notation.every((one) => one === 'full-width' || one === 'separator' || one === 'space') ? reading.plain : field;
}

function write(report: Report, section: SectionId, copied: ReadonlyMap<CellKey, string>): TableFilling {
  const { form } = report.detectedForm;
  const summed = sumsOf(report, copied);
  const wanted = new Map([...copied, ...summed]);
  const changes = [...wanted].flatMap(([key, to]): readonly TableChange[] => {
    const cell = report.cells.get(key);
    if (cell === undefined || cell.text === to) return [];
    return [{ name: cellName(form, key), from: cell.text, to, summed: summed.has(key), edit: { span: cell.span, newText: to } }];
  });
  const unread = new Set([...wanted.keys()].filter((key) => !report.cells.has(key)).map(rowKeyOf));
  for (const spec of form.tables) {
    const valuesOf = (row: string): readonly string[] => columnsAsPrinted(report, spec).map(({ id }) => wanted.get(cellKey(spec.id, row, id)) ?? '');
    const lacking = report.tables.filter(({ id }) => id === spec.id).flatMap((table) => missingRuns(report, table).map((run) => ({ table, run })));
    for (const { table, run } of lacking) {
      if (!run.every(({ id }) => unread.has(`${spec.id}/${id}`))) continue;
      const values = run.flatMap(({ id }) => valuesOf(id));
      const edits = fillGaps(insertRows(report, table, run) ?? [], values);
      // Null as well where it is not sure where they belong.
      if (edits === null) continue;
      for (const { id } of run) unread.delete(`${spec.id}/${id}`);
      const names = run.map(({ id }) => rowName(form, spec.id, id));
      changes.push(...edits.map((edit) => ({ name: listed(names, '行'), from: '', to: spaced(edit.newText), summed: false, edit })));
    }
    for (const row of spec.rows.filter(({ id }) => unread.has(`${spec.id}/${id}`))) {
      const values = valuesOf(row.id);
      const name = rowName(form, spec.id, row.id);
      const edit = rowEdit(report, { table: spec.id, row: row.id }, values);
      if (edit === null) return refused(`本表的${name}一行未读取，无法填入。请先补齐行和列，例如用补全插入一张空的${tableNumber(section)}`);
      const from = report.text.slice(edit.span.start, edit.span.end);
      changes.push({ name, from: spaced(from), to: spaced(edit.newText), summed: false, edit });
    }
  }
  const after = parseReport(
    applyEdits(
      report.text,
      changes.map(({ edit }) => edit),
    ),
  );
  if (!landed(report, after, wanted)) return refused('当前排版容纳不下粘贴的内容。请先将表格转为制表符分隔，再填');
  const warning = warningOf(report, after, wanted) ?? missedRows(report, section, wanted);
  return { kind: 'filled', section, count: copied.size, changes: changes.toSorted((one, other) => one.edit.span.start - other.edit.span.start), warning };
}

/** Numbers of a row, for a list. */
function spaced(numbers: string): string {
  return numbers.replaceAll(/[\s|]+/gu, ' ').trim();
}

/** The totals that the block does not hold but whose addends it does; the corner of （七） follows those above it. */
function sumsOf(report: Report, copied: ReadonlyMap<CellKey, string>): ReadonlyMap<CellKey, string> {
  const sums = new Map<CellKey, string>();
  const valueOf = (key: CellKey): number | null => {
    const text = copied.get(key) ?? sums.get(key);
    const reading = text === undefined ? null : readCell(text);
    return reading === null || reading.kind === 'unreadable' ? null : reading.kind === 'blank' ? 0 : reading.value;
  };
  for (let pass = 0; pass < TOTALS_DEEP; pass++) {
    for (const spec of report.detectedForm.form.equations) {
      const total = definedTotal(spec);
      if (total === undefined || copied.has(total)) continue;
      const values = spec.left.map(valueOf);
      if (values.every((value) => value !== null)) sums.set(total, String(values.reduce<number>((sum, value) => sum + (value ?? 0), 0)));
    }
  }
  return sums;
}

/** Every cell of the block says what the block says, and every other cell what it said before. */
function landed(before: Report, after: Report, wanted: ReadonlyMap<CellKey, string>): boolean {
  const due = new Map([...[...before.cells.values()].map(({ key, text }): readonly [CellKey, string] => [key, text]), ...wanted]);
  return after.cells.size === due.size && [...due].every(([key, text]) => saysSo(after.cells.get(key), text));
}

function saysSo(cell: Cell | undefined, text: string): boolean {
  return cell !== undefined && (cell.text === text || (cell.reading.kind === 'blank' && cell.reading.standIn === null && text === ''));
}

/** The row whose sum is broken first: a slipped block is the likeliest cause. */
function warningOf({ detectedForm: { form } }: Report, after: Report, wanted: ReadonlyMap<CellKey, string>): string | null {
  const broken = evaluateEquations(after).all.filter(({ status, spec }) => status === 'broken' && [...spec.left, ...spec.right].some((key) => wanted.has(key)));
  const total = broken[0]?.spec.right[0];
  return total === undefined ? null : `填入后有${broken.length}条勾稽关系不成立，首先是${cellName(form, total)}，请核实复制的内容是否错位`;
}

/** Rows that were not copied though most were: the block was cut short. */
function missedRows({ detectedForm: { form } }: Report, section: SectionId, wanted: ReadonlyMap<CellKey, string>): string | null {
  const filled = new Set([...wanted.keys()].map(rowKeyOf));
  const rows = tablesOfSection(form, section).flatMap((spec) => spec.rows.map((row) => ({ table: spec.id, row: row.id })));
  const missed = rows.filter(({ table, row }) => !filled.has(`${table}/${row}`));
  if (missed.length === 0 || missed.length * 2 > rows.length) return null;
  return `复制的内容中没有${listed(
    missed.map(({ table, row }) => rowName(form, table, row)),
    '行',
  )}，这些单元格不变`;
}

function unread(reason: string): LabelledCells {
  return { kind: 'refused', reason };
}

function refused(reason: string): { readonly kind: 'refused'; readonly reason: string } {
  return { kind: 'refused', reason };
}

/** As it is set before a value. */
const WRITTEN: Readonly<Record<Delimiter, string>> = { '\t': '\t', '|': ' | ' };
/** What closes a label behind its last character. */
const CLOSING = /^["):]*/u;

/** One edit that sets all numbers of the row, or null where its label and its numbers do not stand on one line. */
function rowEdit(report: Report, { table, row }: { readonly table: TableId; readonly row: string }, values: readonly string[]): Edit | null {
  const problem = report.tables.find(({ id }) => id === table)?.problems.find((each) => each.kind === 'cell-count' && each.row === row);
  if (problem === undefined || table === 'disputes') return null;
  const line = lineOf(report.lines, problem.span.start);
  const lineEnd = report.lines.ends[line] ?? report.text.length;
  if (problem.span.end > lineEnd) return null;
  const start = labelEnd(report.folded, problem.span);
  const rest = report.folded.slice(start, lineEnd);
  const bar = rest.trimEnd().endsWith('|') ? ' |' : '';
  const delimiter = delimiterOf(rest) ?? (report.folded.slice(0, start).includes('\t') ? '\t' : null);
  const separator = delimiter === null ? ' ' : WRITTEN[delimiter];
  return { span: { start, end: start + rest.trimEnd().length }, newText: values.map((value) => separator + value).join('') + bar };
}

/** Behind the last Han character, and what closes it: numbers have none. */
function labelEnd(folded: string, { start, end }: Span): number {
  let at = end;
  while (at > start && !isHan(folded.charCodeAt(at - 1))) at--;
  return at + (CLOSING.exec(folded.slice(at, at + 4))?.[0].length ?? 0);
}
