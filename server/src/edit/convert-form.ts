// How does a report of the 2019 form become one of the 2021 form? Tables two and three are written anew; what means the same is
// carried, and every number that found no place is named.

import { cellName } from '../check/describe.ts';
import type { Edit } from '../check/finding.ts';
import { insertion, BLANK, type Pieces } from '../check/insert/pieces.ts';
import { lineBreak } from '../check/lines.ts';
import { DIVIDED_ROWS } from '../forms/applications.ts';
import { cellKey, type CellKey, type TableSpec } from '../forms/form.ts';
import { FORM_2021, tableOf } from '../forms/index.ts';
import { piecesOf, type Layout, type SkeletonLine } from '../forms/skeletons/skeleton.ts';
import { skeletons } from '../forms/skeletons/skeletons.ts';
import { valueOf, type Cell, type Report } from '../report/model.ts';
import { sourceOf, TO_JUDGE } from './carried-cells.ts';
import { tableExtent } from './tables/table-extent.ts';
import { wholeTables } from './tables/whole-tables.ts';

export type FormConversion =
  | { readonly kind: 'converted'; readonly edits: readonly Edit[]; readonly notes: readonly string[] }
  /** Nothing can be done without losing something; the reason in Chinese. */
  | { readonly kind: 'refused'; readonly reason: string };

const SECTIONS = ['proactive', 'applications'] as const;

/** Null where the report is not of the 2019 form. */
export function convertForm(report: Report): FormConversion | null {
  if (!report.recognised || report.form.id !== '2019' || report.form.hybrid) return null;
  const edits: Edit[] = [];
  for (const section of SECTIONS) {
    const table = wholeTables(report).find((candidate) => candidate.section === section);
    const extent = table === undefined ? null : tableExtent(report, table);
    if (table === undefined || extent === null) return { kind: 'refused', reason: `${PARTS[section]}的表格没有读全，或者夹有表格以外的文字。换格式会丢失内容，请先修正。` };
    const { newText, gaps = [] } = insertion(0, tablePieces(report, section));
    edits.push({ span: extent.span, newText, gaps });
  }
  return { kind: 'converted', edits, notes: notesOn(report) };
}

const PARTS: Readonly<Record<(typeof SECTIONS)[number], string>> = { proactive: '第二部分', applications: '第三部分' };

/** The empty table of the newer form with what is carried filled in, between bars where the older one stands so. */
function tablePieces(report: Report, section: (typeof SECTIONS)[number]): Pieces {
  const skeleton = skeletons().find(({ id, forms }) => id === `table/${section}` && forms.includes(FORM_2021.id));
  if (skeleton === undefined) throw new Error(`no skeleton of ${section}`);
  const lines = skeleton.lines.map((line) => filled(report, section, line));
  return piecesOf({ lines }, { layout: layoutOf(report), lineBreak: lineBreak(report) }).map((piece) => (typeof piece === 'string' ? piece : BLANK));
}

function filled(report: Report, section: TableSpec['section'], line: SkeletonLine): SkeletonLine {
  if (line.kind !== 'row') return line;
  const tables = FORM_2021.tables.filter((table) => table.section === section);
  const keys = tables.flatMap((table) => {
    const row = table.rows.find(({ enumerator, label }) => line.cells.includes(enumerator + label));
    return row === undefined ? [] : table.columns.map((column) => cellKey(table.id, row.id, column.id));
  });
  let next = 0;
  return {
    ...line,
    cells: line.cells.map((cell) => {
      const key = typeof cell === 'string' ? undefined : keys[next++];
      const value = key === undefined ? null : carried(report, key);
      return value ?? cell;
    }),
  };
}

/** As it was written; null stays a place to fill in. */
function carried(report: Report, key: CellKey): string | null {
  const [, row = '', column = ''] = key.split('/');
  // （六） was one row; only nothing can be divided without asking.
  if (DIVIDED_ROWS.includes(row)) return valueOf(report, cellKey('applications', 'other', column)) === 0 ? '0' : null;
  const source = sourceOf(key);
  const text = source === null ? undefined : report.cells.get(source)?.text;
  return text === undefined || text === '' ? null : text;
}

function layoutOf(report: Report): Layout {
  const rows = report.tables.flatMap((table) => table.rows);
  const lineOfRow = (start: number) => report.text.slice(report.lines.starts.findLast((at) => at <= start) ?? 0, start);
  return rows.some(({ label }) => /^\s*\|/u.test(lineOfRow(label.start))) ? 'bars' : 'tabs';
}

function notesOn(report: Report): readonly string[] {
  return [...yearNote(report), ...undivided(report), ...TO_JUDGE, ...unplaced(report)];
}

function yearNote({ year }: Report): readonly string[] {
  if (year === null || year.value >= FORM_2021.years[0]) return [];
  return [`本报告写的是${year.value}年度，该年度应使用2019年格式。请核对年度，或者撤销这次改动。`];
}

/** （六） has to be divided by somebody who knows the cases. */
function undivided(report: Report): readonly string[] {
  const columns = tableOf(report.form.form, 'applications')?.columns ?? [];
  const counts = columns.flatMap(({ id, label }) => {
    const value = valueOf(report, cellKey('applications', 'other', id));
    return value === null || value === 0 ? [] : [`${label}${value}`];
  });
  if (counts.length === 0) return [];
  return [`（六）其他处理：旧格式为一行（${counts.join('，')}），新格式分三行：1.申请人无正当理由逾期不补正，2.申请人逾期未按收费通知要求缴纳费用，3.其他。请按实际分开填写，各列之和不变。`];
}

/** Every number of the older table two that stands nowhere in the newer one. */
function unplaced(report: Report): readonly string[] {
  const placed = new Set(FORM_2021.tables.flatMap((table) => table.rows.flatMap((row) => table.columns.map((column) => sourceOf(cellKey(table.id, row.id, column.id))))));
  const lost = [...report.cells.values()].filter(({ key, table, reading }) => table !== 'disputes' && table !== 'applications' && reading.kind !== 'blank' && !placed.has(key));
  const name = ({ key }: Cell) => cellName(report.form.form, key);
  const zeros = lost.filter(({ reading }) => reading.kind === 'number' && reading.value === 0);
  const figures = lost.filter((cell) => !zeros.includes(cell));
  return [
    ...figures.map((cell) => `${name(cell)}原为${cell.text}，新格式没有这一格，没有填入。`),
    ...(zeros.length === 0 ? [] : [`${zeros.map(name).join('')}原为0，新格式没有这${zeros.length}格，没有填入。`]),
  ];
}
