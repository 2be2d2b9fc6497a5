// Table four: fifteen numbers in one row, or three blocks of five. Their order is known from the block labels above them.

import { DISPUTES } from '../forms/disputes.ts';
import { hanOf } from '../text/han.ts';
import type { Span } from '../text/span.ts';
import type { Item } from './items.ts';
import { lexRegion } from './lex.ts';
import type { Cell, Table, TableProblem, TableRow } from './model.ts';
import { cellsOf, type FormRow, type RowsRequest } from './rows.ts';
import type { Surface } from './surface.ts';

export interface DisputesReading {
  readonly table: Table;
  readonly cells: readonly Cell[];
  readonly spent: readonly string[];
}

const COLUMNS = DISPUTES.columns.length;
const CELLS = DISPUTES.rows.length * COLUMNS;
const FORM_ROWS: readonly FormRow[] = DISPUTES.rows.map((spec) => ({ table: 'disputes', spec, columns: DISPUTES.columns }));
/** Where this stands, the region is table four and not a paragraph about disputes. */
const HEADER_WORDS = ['结果维持', '结果纠正', '其他结果', '尚未审结'];

export function readDisputes(original: string, surface: Surface, region: Span | null): DisputesReading {
  const missing: DisputesReading = { table: tableOf('missing', null, [], []), cells: [], spent: [] };
  if (region === null) return missing;
  const { items } = lexRegion(surface, region);
  const key = hanOf(items.flatMap((item) => (item.kind === 'label' ? [surface.text.slice(item.start, item.end)] : [])).join(''));
  const headers = HEADER_WORDS.filter((word) => key.includes(word) || key.includes(hanOf(word).slice(2)));
  if (headers.length < 2) return missing;
  const body = valuesOf(items);
  const span = spanOf(items, region);
  const values = body.filter((item) => item.kind === 'value').length;
  if (values === 0 && body.length < CELLS) return { ...missing, table: tableOf('empty', span, [], []) };
  const window = windowOf(body);
  if (window === null) {
    const problem: TableProblem =
      values > CELLS + 3
        ? { kind: 'unreadable', span, rows: DISPUTES.rows.map((row) => row.id) }
        : { kind: 'cell-count', row: DISPUTES.rows[0]?.id ?? '', span: valueSpan(body, span), found: values, expected: CELLS };
    return { ...missing, table: tableOf(values > CELLS + 3 ? 'unreadable' : 'read', span, [], [problem]) };
  }
  const request: RowsRequest = { original, surface, region, rows: FORM_ROWS, contextual: new Set() };
  const cells: Cell[] = [];
  const rows: TableRow[] = [];
  FORM_ROWS.forEach((formRow, index) => {
    const own = window.slice(index * COLUMNS, (index + 1) * COLUMNS);
    cells.push(...cellsOf(request, formRow, own));
    const start = own[0]?.start ?? span.start;
    rows.push({ table: 'disputes', id: formRow.spec.id, span: { start, end: own.at(-1)?.end ?? start }, label: { start, end: start }, match: 'printed' });
  });
  return { table: tableOf('read', span, rows, []), cells, spent: [] };
}

function tableOf(state: Table['state'], span: Span | null, rows: readonly TableRow[], problems: readonly TableProblem[]): Table {
  return { id: 'disputes', state, span, rows, headers: [], problems };
}

/** Values and the blanks beside them; blanks on lines without any value are the holes of merged headers. */
function valuesOf(items: readonly Item[]): readonly Item[] {
  const labelled = new Set(items.filter((item) => item.kind === 'label').map((item) => item.line));
  const valued = new Set(items.filter((item) => item.kind === 'value').map((item) => item.line));
  const isStream = items.some((item) => item.field >= 0 && item.fields === 0);
  if (isStream) return behindLastHeader(items);
  const plain = items.filter((item) => item.kind === 'value' || (item.kind === 'blank' && (valued.has(item.line) || item.start < item.end)));
  if (valued.size > 0) return plain;
  return items.filter((item) => item.kind === 'blank' && !labelled.has(item.line));
}

function behindLastHeader(items: readonly Item[]): readonly Item[] {
  const first = items.findIndex((item) => item.kind === 'value');
  let last = -1;
  items.forEach((item, index) => {
    if (item.kind === 'label' && (first < 0 || index < first)) last = index;
  });
  return items.slice(last + 1).filter((item) => item.kind !== 'label');
}

/** Exactly fifteen, once empty fields at either end are taken off. */
function windowOf(body: readonly Item[]): readonly Item[] | null {
  const isEmpty = (item: Item | undefined) => item !== undefined && item.kind === 'blank' && item.start === item.end;
  let start = 0;
  let end = body.length;
  while (end - start > CELLS && isEmpty(body[end - 1])) end--;
  while (end - start > CELLS && isEmpty(body[start])) start++;
  return end - start === CELLS ? body.slice(start, end) : null;
}

function valueSpan(body: readonly Item[], fallback: Span): Span {
  const first = body[0];
  const last = body.at(-1);
  return first === undefined || last === undefined ? fallback : { start: first.start, end: last.end };
}

function spanOf(items: readonly Item[], region: Span): Span {
  const first = items[0];
  const last = items.at(-1);
  return first === undefined || last === undefined ? region : { start: first.start, end: last.end };
}
