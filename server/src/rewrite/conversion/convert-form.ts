// Converts a report to the next form: tables two and three are written anew, rows with the same key are carried, and every
// number that found no place is named.

import { cellName } from '../../findings/describe.ts';
import type { Edit } from '../../text/edits.ts';
import { emptyPieces } from '../../insertion/parts.ts';
import { insertion, type Pieces } from '../../insertion/pieces.ts';
import { cellKey, printedLabel, splitKey, type CellKey, type Form, type FormId, type RowSpec, type TableSpec } from '../../forms/form.ts';
import { formAfter, formForYear, tableOf, tablesOfSection } from '../../forms/index.ts';
import type { SkeletonLine } from '../../forms/skeletons/skeleton.ts';
import { skeletonOf } from '../../forms/skeletons/skeletons.ts';
import { valueOf, type Cell, type Report } from '../../parse/model.ts';
import { tableExtent } from '../layout/table-extent.ts';
import { wholeTables } from '../../parse/tables/whole-tables.ts';

export type FormConversion =
  | {
      readonly kind: 'converted';
      readonly form: FormId;
      readonly edits: readonly Edit[];
      readonly notes: readonly string[];
      /** Why it may be a mistake to convert at all, in Chinese: to be asked before. */
      readonly doubt: string | null;
    }
  /** Nothing can be done without losing something; the reason in Chinese. */
  | { readonly kind: 'refused'; readonly reason: string };

/** A report, and the form it is to have. */
interface Change {
  readonly report: Report;
  readonly next: Form;
}

const SECTIONS = ['proactive', 'applications'] as const;

/** Null where no form comes after the report's. */
export function convertForm(report: Report): FormConversion | null {
  const next = formAfter(report.detectedForm.form);
  if (!report.recognised || next === null || report.detectedForm.hybrid) return null;
  const change: Change = { report, next };
  const edits: Edit[] = [];
  for (const section of SECTIONS) {
    const table = wholeTables(report).find((candidate) => candidate.section === section);
    const extent = table === undefined ? null : tableExtent(report, table);
    if (table === undefined || extent === null)
      return { kind: 'refused', reason: `${PARTS[section]}的表格没有全部读取，或者夹有表格以外的文字，换格式会丢失内容。请先改正。` };
    const { newText, gaps = [] } = insertion(0, tablePieces(change, section));
    edits.push({ span: extent.span, newText, gaps });
  }
  return { kind: 'converted', form: next.id, edits, notes: notesOn(change), doubt: yearDoubt(change) };
}

const PARTS: Readonly<Record<(typeof SECTIONS)[number], string>> = { proactive: '第二部分', applications: '第三部分' };

/** The empty table of the newer form with what is carried filled in, between bars where the older one stands so. */
function tablePieces(change: Change, section: (typeof SECTIONS)[number]): Pieces {
  const { report, next } = change;
  const skeleton = skeletonOf(next.id, `table/${section}`);
  if (skeleton === undefined) throw new Error(`no skeleton of ${section}`);
  return emptyPieces(
    report,
    skeleton.lines.map((line) => filled(change, section, line)),
  );
}

function filled(change: Change, section: TableSpec['section'], line: SkeletonLine): SkeletonLine {
  if (line.kind !== 'row') return line;
  const tables = tablesOfSection(change.next, section);
  const keys = tables.flatMap((table) => {
    const row = table.rows.find((spec) => line.cells.includes(printedLabel(spec)));
    return row === undefined ? [] : table.columns.map((column) => cellKey(table.id, row.id, column.id));
  });
  let at = 0;
  return {
    ...line,
    cells: line.cells.map((cell) => {
      const key = typeof cell === 'string' ? undefined : keys[at++];
      const value = key === undefined ? null : carried(change, key);
      return value ?? cell;
    }),
  };
}

/** As it was written; null stays a place to fill in. */
function carried(change: Change, key: CellKey): string | null {
  const { table, row, column } = splitKey(key);
  const whole = table === 'applications' ? divisions(change).find(({ parts }) => parts.some(({ id }) => id === row))?.whole : undefined;
  // Only nothing can be divided without asking.
  if (whole !== undefined) return valueOf(change.report, cellKey(table, whole.id, column)) === 0 ? '0' : null;
  const text = change.report.cells.get(key)?.text;
  return text === undefined || text === '' ? null : text;
}

/** Rows of table three that became a group, as （六）其他处理. */
function divisions({ report, next }: Change): readonly { readonly whole: RowSpec; readonly parts: readonly RowSpec[] }[] {
  const rows = tableOf(next, 'applications')?.rows ?? [];
  return (tableOf(report.detectedForm.form, 'applications')?.rows ?? []).flatMap((whole) => {
    const parts = rows.filter(({ groups }) => groups.at(-1) === printedLabel(whole));
    return parts.length === 0 ? [] : [{ whole, parts }];
  });
}

function notesOn(change: Change): readonly string[] {
  return [...yearNote(change), ...undivided(change), ...TO_JUDGE[change.next.id], ...unplaced(change)];
}

function yearNote(change: Change): readonly string[] {
  const doubt = yearDoubt(change);
  return doubt === null ? [] : [`${doubt}。请核实年度，或者撤销这次改动。`];
}

function yearDoubt({ report: { year }, next }: Change): string | null {
  if (year === null || year.value >= next.years[0]) return null;
  return `本年报写的是${year.value}年度，该年度通行${formForYear(year.value).id}年格式`;
}

/** What has to be divided by somebody who knows the cases. */
function undivided(change: Change): readonly string[] {
  const columns = tableOf(change.report.detectedForm.form, 'applications')?.columns ?? [];
  return divisions(change).flatMap(({ whole, parts }) => {
    const counts = columns.flatMap(({ id, label }) => {
      const value = valueOf(change.report, cellKey('applications', whole.id, id));
      return value === null || value === 0 ? [] : [`${label}${value}`];
    });
    if (counts.length === 0) return [];
    const names = parts.map((part) => printedLabel(part).replace(/、行政机关.*$/u, ''));
    return [
      `${printedLabel(whole)}：旧格式为一行（${counts.join('，')}），新格式分为${parts.length}行：${names.join('，')}。请对照登记台账分开填写，各列之和不变。`,
    ];
  });
}

/** Every number of the older tables that stands nowhere in the newer ones, and is not to be divided. */
function unplaced(change: Change): readonly string[] {
  const { report, next } = change;
  const kept = new Set(next.tables.flatMap(({ id, rows, columns }) => rows.flatMap((row) => columns.map((column) => cellKey(id, row.id, column.id)))));
  const divided = new Set(divisions(change).map(({ whole }) => whole.id));
  const lost = [...report.cells.values()].filter(
    ({ key, table, row, reading }) => reading.kind !== 'blank' && !kept.has(key) && !(table === 'applications' && divided.has(row)),
  );
  const name = ({ key }: Cell) => cellName(report.detectedForm.form, key);
  const zeros = lost.filter(({ reading }) => reading.kind === 'number' && reading.value === 0);
  const figures = lost.filter((cell) => !zeros.includes(cell));
  return [
    ...figures.map((cell) => `${name(cell)}原为${cell.text}，新格式没有这一格，未填入。`),
    ...(zeros.length === 0 ? [] : [`${zeros.map(name).join('')}原为0，新格式没有这${zeros.length}格，未填入。`]),
  ];
}

/** By the form that is changed over to; what the rows and columns themselves tell is not here. */
const TO_JUDGE: Readonly<Record<FormId, readonly string[]>> = {
  // None is before it.
  '2019': [],
  '2021': [
    '第二十条第（一）项：“本年新制作数量”已填到“本年制发件数”，请核实口径是否一致。',
    '第二十条第（一）项：“本年废止件数”“现行有效件数”旧格式没有，请按实际填写。',
    '第二十条第（八）项：新格式填“本年收费金额（单位：万元）”，旧格式填的是项目数量，请按实际填写。',
    '第六部分：收取信息处理费的情况在此处报告（统一格式的模板），没有收取的，通常也写一句。',
    '第一部分：新格式的总体情况主要包括主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面（国办公开办函〔2021〕30号），请核实是否都已写到。',
  ],
};
