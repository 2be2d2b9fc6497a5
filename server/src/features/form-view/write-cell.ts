// Edits that put a typed number into one cell of the report. Tried before they are given: the cell says it afterwards, and every
// other cell what it said before.

import { tableNumber } from '../../findings/describe.ts';
import { cellKey, splitKey, type CellKey, type TableSpec } from '../../forms/form.ts';
import { tableOf, tablesOfSection } from '../../forms/index.ts';
import { STROKE } from '../../insertion/pieces.ts';
import { insertRows } from '../../insertion/rows.ts';
import { insertBlock, insertTable } from '../../insertion/tables.ts';
import type { Cell, Report } from '../../parse/model.ts';
import { applyEdits, type Edit } from '../../text/edits.ts';

export type CellWriting =
  | { readonly kind: 'edits'; readonly edits: readonly Edit[] }
  /** `reason` says in Chinese what to do instead. */
  | { readonly kind: 'refused'; readonly reason: string };

/** What is typed into a cell stays on its line. */
const SEPARATORS = /[\t\r\n|]+/gu;

interface Typed {
  readonly key: CellKey;
  /** Empty: the cell is to be blank. */
  readonly typed: string;
  /** Reads the text as the edits would leave it. */
  readonly read: (text: string) => Report;
}

/** Where row or table are missing they are put in, the other cells blank. */
export function writeCell(report: Report, { key, typed, read }: Typed): CellWriting {
  const text = typed.replaceAll(SEPARATORS, ' ').trim();
  if (report.cells.get(key)?.text === text) return { kind: 'edits', edits: [] };
  const edits = candidates(report, key, text).find((each) => lands(report, read(applyEdits(report.text, each)), { key, text }));
  return edits === undefined ? { kind: 'refused', reason: refusal(report, key) } : { kind: 'edits', edits };
}

function candidates(report: Report, key: CellKey, text: string): readonly (readonly Edit[])[] {
  const cell = report.cells.get(key);
  if (cell !== undefined) {
    // Between spaces and on lines of their own nothing shows an empty cell: a stroke does. A digit beside a bar or a word wants a space.
    const forms = text === '' ? ['', STROKE.gap] : [text, ` ${text}`, ` ${text} `];
    const plain = forms.map((newText): readonly Edit[] => [{ span: cell.span, newText }]);
    // A row that begins with nothing may have lost cells at its end, and is not read: the first cell shows that it is one.
    const first = firstBlankOf(report, cell);
    return first === null
      ? plain
      : [
          ...plain,
          [
            { span: first.span, newText: STROKE.gap },
            { span: cell.span, newText: text },
          ],
        ];
  }
  if (text === '') return [];
  return [insertedRow(report, key, text), insertedTable(report, key, text)].filter((edits) => edits !== null);
}

/** The first cell of the row, where it is another one and nothing is written there. */
function firstBlankOf({ cells }: Report, { table, row, key }: Cell): Cell | null {
  const own = [...cells.values()].filter((each) => each.table === table && each.row === row);
  const [first] = own.toSorted((one, other) => one.span.start - other.span.start);
  return first === undefined || first.key === key || first.text !== '' ? null : first;
}

function insertedRow(report: Report, key: CellKey, text: string): readonly Edit[] | null {
  const { table: id, row, column } = splitKey(key);
  const spec = tableOf(report.detectedForm.form, id);
  const table = report.tables.find((each) => each.id === id);
  const missing = spec?.rows.find((each) => each.id === row);
  if (spec === undefined || missing === undefined || table === undefined || table.rows.some((each) => each.id === row)) return null;
  const edits = insertRows(report, table, [missing]);
  return edits === null
    ? null
    : filled(
        edits,
        spec.columns.map((each) => (each.id === column ? text : null)),
      );
}

function insertedTable(report: Report, key: CellKey, text: string): readonly Edit[] | null {
  const { form } = report.detectedForm;
  const spec = tableOf(form, splitKey(key).table);
  const section = report.sections.find(({ id }) => id === spec?.section);
  if (spec === undefined || section === undefined || !isMissing(report, spec)) return null;
  const specs = tablesOfSection(form, spec.section);
  const isWhole = specs.every((each) => isMissing(report, each));
  const edit = isWhole ? insertTable(report, section) : insertBlock(report, spec);
  if (edit === null) return null;
  const keys = (isWhole ? specs : [spec]).flatMap((each) => each.rows.flatMap((row) => each.columns.map((column) => cellKey(each.id, row.id, column.id))));
  return filled(
    [edit],
    keys.map((each) => (each === key ? text : null)),
  );
}

function isMissing(report: Report, { id }: TableSpec): boolean {
  return (report.tables.find((table) => table.id === id)?.state ?? 'missing') === 'missing';
}

/** The edits with these texts in their gaps, in the order of both; null stays as it is, and so does all where there are not as many. */
function filled(edits: readonly Edit[], texts: readonly (string | null)[]): readonly Edit[] | null {
  if (edits.reduce((count, { gaps = [] }) => count + gaps.length, 0) !== texts.length) return null;
  const left = texts.values();
  return edits.map(({ span, newText, gaps = [] }) => {
    const inner = gaps.map(({ start, end }) => ({ span: { start, end }, newText: left.next().value ?? newText.slice(start, end) }));
    return { span, newText: applyEdits(newText, inner) };
  });
}

function lands(report: Report, after: Report, { key, text }: { readonly key: CellKey; readonly text: string }): boolean {
  const cell = after.cells.get(key);
  if (cell === undefined || (text === '' ? cell.reading.kind !== 'blank' : cell.text !== text)) return false;
  const isKept = [...report.cells.values()].every((before) => before.key === key || saysTheSame(before, after.cells.get(before.key)));
  return isKept && [...after.cells].every(([each, { reading }]) => each === key || report.cells.has(each) || reading.kind === 'blank');
}

function saysTheSame({ text, reading }: Cell, after: Cell | undefined): boolean {
  return after?.text === text || (reading.kind === 'blank' && reading.standIn === null && after?.reading.kind === 'blank');
}

function refusal(report: Report, key: CellKey): string {
  const { table: id } = splitKey(key);
  const spec = tableOf(report.detectedForm.form, id);
  const section = report.sections.find((each) => each.id === spec?.section);
  if (spec !== undefined && section === undefined) return '请先补上这一部分的标题，再填表';
  if (report.cells.has(key)) return '请在文本中修改：按当前排版填入后会影响其他单元格';
  return `请在文本中补上：${spec === undefined ? '表格' : tableNumber(spec.section)}的这一格未读取，当前排版无法自动补上`;
}
