// Reads table four: fifteen numbers in one row, or three blocks of five, in the order of the block labels above them.

import { DISPUTES } from '../../forms/disputes-table.ts';
import { hanOf, hanOfName } from '../../text/han.ts';
import type { Span } from '../../text/span.ts';
import { withoutPageNumbers } from './rows/groups.ts';
import { isCellItem, type Item } from './lines/items.ts';
import { lexRegion } from './lines/lex.ts';
import type { Cell, Table, TableProblem, TableRow } from '../model.ts';
import { disputesOrder, blockNamed, FORM_ORDER, isFormOrder, pairedCells, type DisputesOrder } from './disputes-order.ts';
import { findRows } from './find-rows.ts';
import { chosenVersion, type Version } from './versions.ts';
import { ADDED } from './rows/added-names.ts';
import { formRowOf, namesOfColumns, type FormRow } from './rows/form-rows.ts';
import { cellsOf, type RowsRequest } from './rows/found-rows.ts';
import { stackedCells, type Stack } from './cells/stacked.ts';
import { digitTokens, splitIntoBlocks } from './cells/split.ts';
import type { Surface } from '../document/surface.ts';

export interface DisputesReading {
  readonly table: Table;
  readonly cells: readonly Cell[];
  readonly spent: readonly string[];
}

const COLUMNS = DISPUTES.columns.length;
const CELLS = DISPUTES.rows.length * COLUMNS;
const FORM_ROWS: readonly FormRow[] = DISPUTES.rows.map((spec) => formRowOf('disputes', spec, DISPUTES.columns));
const COLUMN_NAMES = [namesOfColumns(DISPUTES.columns)];
const NAMES: readonly string[] = DISPUTES.columns.map((column) => hanOfName(column.label));
/** So many values too many are a slip; more are another table. */
const MAX_EXTRA = 3;
const SUM_OF_SUITS = /^(?:行政)?(?:复议)?(?:行政)?诉讼(?:案件)?(?:合计|总计|小计)$/u;
/** More copies are no versions. */
const MAX_VERSIONS = 8;
/** The names of both blocks stand on a line. */
const BOTH = 3;
/** Where this stands, the region is table four and not a paragraph about disputes; in narrow columns it is broken after two or three characters. */
const HEADER_WORDS = ['结果维持', '结果纠正', '其他结果', '尚未审结'];
/** The characters of its headers, however they are broken; a sentence about disputes has others. */
const HEADER = /^[行政复议诉讼结果维持纠正其他它尚未审总合计经直接起后]+$/u;

export function readDisputes(original: string, surface: Surface, region: Span | null): DisputesReading {
  const missing: DisputesReading = { table: tableOf('missing', null, [], []), cells: [], spent: [] };
  if (region === null) return missing;
  const lexed = lexRegion(surface, region, COLUMN_NAMES);
  const items = claimTextCells(withoutPageNumbers(lexed.items, new Set([CELLS])));
  const key = hanOf(items.flatMap((item) => (item.kind === 'label' ? [surface.text.slice(item.start, item.end)] : [])).join(''));
  const headers = HEADER_WORDS.filter((word) => key.includes(word) || key.includes(word.slice(2)) || key.includes(word.slice(0, 3)));
  const isListed = items.filter((item) => isCellItem(item) && item.fields === COLUMNS).length >= CELLS;
  if (headers.length < 2 && !isListed) return missing;
  const worded = readByLabels(original, surface, region, items);
  if (worded !== null) return worded;
  const versions = versionsIn(items, region);
  if (versions.length > 1) return readVersions(original, surface, versions);
  const added = addedLast(surface, items);
  const { body, torn } = bodyOf(surface, items, added !== null);
  const span = spanOf(tablePart(surface, items, body), region);
  const values = body.filter((item) => item.kind === 'value').length;
  if (values === 0 && body.length < CELLS) return { ...missing, table: tableOf('empty', span, [], []) };
  const glued = torn ? null : splitGlued(surface.text, body);
  const window = torn ? null : (windowOf(body) ?? glued?.items ?? stackedIn({ surface, region, items }, body));
  if (window === null && glued !== null) {
    const problem: TableProblem = { kind: 'ambiguous', row: DISPUTES.rows[0]?.id ?? '', span: valueSpan(body, span), readings: glued.readings };
    return { ...missing, table: tableOf('read', span, [], [problem]) };
  }
  if (window === null) {
    const unreadable = torn || values > CELLS + MAX_EXTRA || isGutted(body);
    const problem: TableProblem = unreadable
      ? { kind: 'unreadable', span, rows: DISPUTES.rows.map((row) => row.id) }
      : { kind: 'cell-count', row: DISPUTES.rows[0]?.id ?? '', span: valueSpan(body, span), found: values, expected: CELLS };
    return { ...missing, table: tableOf(unreadable ? 'unreadable' : 'read', span, [], [problem]) };
  }
  const order = glued === null && !isList(surface, items) ? disputesOrder(surface, items, window[0]?.start ?? 0) : null;
  const settled = settleOrder(surface, order, window);
  const request: RowsRequest = { original, surface, region, rows: FORM_ROWS, contextual: new Set() };
  const cells: Cell[] = [];
  const rows: TableRow[] = [];
  settled.blocks.forEach(({ spec, columns }, index) => {
    const own = window.slice(index * COLUMNS, (index + 1) * COLUMNS);
    cells.push(...cellsOf(request, formRowOf('disputes', spec, columns), own));
    const start = own[0]?.start ?? span.start;
    rows.push({ table: 'disputes', id: spec.id, span: { start, end: own.at(-1)?.end ?? start }, label: { start, end: start }, match: 'printed' });
  });
  const problems: readonly TableProblem[] = [...(added === null ? [] : [{ kind: 'column-added' as const, span: added }]), ...settled.problems];
  const spent = glued === null ? [] : DISPUTES.rows.map((row) => `block-total/${row.id}`);
  return { table: tableOf('read', span, rows, problems), cells, spent };
}

/** The stretches in which one row of fifteen after the other stands, each below a header of its own. */
function versionsIn(items: readonly Item[], region: Span): readonly Span[] {
  const whole = chunksOf(items, () => true).filter((chunk) => chunk.length === CELLS && chunk.some(({ kind }) => kind === 'value'));
  if (whole.length < 2 || whole.length > MAX_VERSIONS) return [];
  const ends = whole.map((chunk) => chunk.at(-1)?.end ?? region.end);
  const isHeaded = whole.every(
    (chunk, index) =>
      index === 0 || items.filter(({ kind, start }) => kind === 'label' && start >= (ends[index - 1] ?? 0) && start < (chunk[0]?.start ?? 0)).length >= COLUMNS,
  );
  return isHeaded ? ends.map((end, index) => ({ start: ends[index - 1] ?? region.start, end: index === ends.length - 1 ? region.end : end })) : [];
}

/** One table after the other: one is read, and which is told. */
function readVersions(original: string, surface: Surface, regions: readonly Span[]): DisputesReading {
  const readings = regions.map((region) => readDisputes(original, surface, region));
  const holds = ({ cells }: DisputesReading) => {
    const values = new Map(cells.map(({ key, reading }) => [key, reading.kind === 'number' ? reading.value : 0] as const));
    return FORM_ROWS.every(({ keys }) => keys.slice(0, -1).reduce((sum, key) => sum + (values.get(key) ?? 0), 0) === values.get(keys.at(-1) ?? 'disputes//'));
  };
  const chosen = chosenVersion(
    surface,
    readings.map((reading, index): Version => ({
      region: regions[index] ?? { start: 0, end: 0 },
      start: reading.table.span?.start ?? 0,
      holds: holds(reading),
    })),
  );
  const reading = readings[chosen];
  const others = readings.flatMap(({ table: { span } }, index) => (index === chosen || span === null ? [] : [span]));
  const [span] = others;
  if (reading === undefined || span === undefined) return readings[0] ?? { table: tableOf('missing', null, [], []), cells: [], spent: [] };
  return { ...reading, table: { ...reading.table, problems: [...reading.table.problems, { kind: 'twice', span, chosen: chosen + 1, spans: others }] } };
}

interface Settled {
  readonly blocks: DisputesOrder['blocks'];
  readonly problems: readonly TableProblem[];
}

/** The order of the header, unless the sums of the blocks hold only in that of the form. */
function settleOrder({ text }: Surface, order: DisputesOrder | null, window: readonly Item[]): Settled {
  if (order === null || isFormOrder(order.blocks)) return { blocks: FORM_ORDER, problems: [] };
  const values = window.map((item) => Number(text.slice(item.start, item.end)));
  const holding = (blocks: DisputesOrder['blocks']) =>
    blocks.filter(({ columns }, index) => {
      const own = values.slice(index * COLUMNS, (index + 1) * COLUMNS);
      const total = columns.findIndex(({ id }) => id === 'total');
      return own.reduce((sum, value, at) => (at === total ? sum : sum + value), 0) === own[total];
    }).length;
  const bySums = holding(FORM_ORDER) > holding(order.blocks);
  return { blocks: bySums ? FORM_ORDER : order.blocks, problems: [orderProblem(order, bySums ? 'sums' : 'header')] };
}

function orderProblem({ blocks, span }: DisputesOrder, by: 'header' | 'sums'): TableProblem {
  const isMoved = blocks.some(({ spec }, index) => spec !== DISPUTES.rows[index]);
  const columns = (blocks[0]?.columns ?? DISPUTES.columns).map(({ id }) => id);
  return { kind: 'column-order', span, columns, by, ...(isMoved && { rows: blocks.map(({ spec }) => spec.id) }) };
}

/** The names of the blocks beside their values, or of the results too: rows, and not one row of fifteen. */
function readByLabels(original: string, surface: Surface, region: Span, items: readonly Item[]): DisputesReading | null {
  const request: RowsRequest = { original, surface, region, rows: FORM_ROWS, contextual: new Set() };
  const isPaired = items.filter(({ kind }, index) => kind === 'value' && items[index - 1]?.kind === 'label').length >= CELLS;
  const paired = isPaired ? pairedCells(surface, items) : null;
  if (paired !== null) {
    const found = [...paired.cells].map(([spec, pairs]) => ({ spec, columns: pairs.map(([column]) => column), items: pairs.map(([, item]) => item) }));
    const cells = found.flatMap(({ spec, columns, items: own }) => cellsOf(request, formRowOf('disputes', spec, columns), own));
    const order: DisputesOrder = { blocks: found, span: paired.span };
    const rows = found.map(({ spec, items: own }): TableRow => ({
      table: 'disputes',
      id: spec.id,
      span: { start: own[0]?.start ?? 0, end: own.at(-1)?.end ?? 0 },
      label: { start: own[0]?.start ?? 0, end: own[0]?.start ?? 0 },
      match: 'printed',
    }));
    return { table: tableOf('read', paired.span, rows, isFormOrder(found) ? [] : [orderProblem(order, 'header')]), cells, spent: [] };
  }
  const isBeside = (item: Item, index: number) =>
    item.kind === 'label' && items[index + 1]?.line === item.line && isCellItem(items[index + 1] ?? item) && isNamedLast(surface, item);
  if (items.filter(isBeside).length < FORM_ROWS.length) return null;
  const found = findRows({ ...request, addsUp: (own, columns) => addsUp(surface, own, columns) });
  if (found.rows.length !== FORM_ROWS.length || found.unplaced.length > 0) return null;
  const rows = [...found.rows].sort((a, b) => a.row.span.start - b.row.span.start);
  const span = { start: rows[0]?.row.span.start ?? 0, end: rows.at(-1)?.row.span.end ?? 0 };
  const told = found.problems.map(({ problem }) => problem);
  const blocks = rows.map(({ formRow: { spec, columns } }) => ({ spec, columns }));
  const isMoved = blocks.some(({ spec }, index) => spec !== DISPUTES.rows[index]);
  const own = isMoved && told.every(({ kind }) => kind !== 'column-order') ? [orderProblem({ blocks, span }, 'header')] : [];
  return {
    table: tableOf(
      'read',
      span,
      rows.map(({ row }) => row),
      [...told, ...own],
    ),
    cells: rows.flatMap(({ cells }) => cells),
    spent: [],
  };
}

/** 行政诉讼（复议后起诉） */
function isNamedLast({ text }: Surface, item: Item): boolean {
  const key = hanOf(text.slice(item.start, item.end));
  return blockNamed(key) !== undefined || DISPUTES.rows.some(({ label }) => key.endsWith(hanOfName(label)));
}

function addsUp({ text }: Surface, items: readonly Item[], columns: readonly { readonly id: string }[]): boolean {
  const values = items.map((item) => Number(text.slice(item.start, item.end)));
  const total = columns.findIndex(({ id }) => id === 'total');
  return values.reduce((sum, value, index) => (index === total ? sum : sum + value), 0) === values[total];
}

interface Glued {
  /** The fifteen cells, where the sums leave one way to cut them. */
  readonly items: readonly Item[] | null;
  readonly readings: readonly (readonly number[])[];
}

/** Fewer values than cells but digits enough: neighbouring cells ran together. Null where that is not so. */
function splitGlued(text: string, body: readonly Item[]): Glued | null {
  // A number between blanks is one number.
  if (body.length !== 1 || body.some((item) => item.kind !== 'value' || item.field >= 0)) return null;
  const tokens = digitTokens(text, body);
  if (tokens === null || tokens.reduce((sum, token) => sum + token.digits.length, 0) < CELLS) return null;
  const ways = splitIntoBlocks(tokens, DISPUTES.rows.length, COLUMNS);
  const [only] = ways;
  const [first] = body;
  const readings = ways.map((way) => way.map((number) => number.value));
  if (ways.length !== 1 || only === undefined || first === undefined) return { items: null, readings };
  return { items: only.map(({ start, end }) => ({ ...first, start, end, glued: true })), readings };
}

/** One cell a line, and an empty line for each that is blank, if the sums of most blocks then hold. */
function stackedIn(stack: Stack, body: readonly Item[]): readonly Item[] | null {
  const [first] = body;
  const stacked =
    first === undefined
      ? null
      : stackedCells(
          stack,
          stack.items.findLastIndex((item) => item.kind === 'label' && item.start < first.start),
          CELLS,
        );
  if (stacked === null) return null;
  const { cells } = stacked;
  const values = cells.map(({ start, end }) => Number(stack.surface.text.slice(start, end)));
  const agreeing = DISPUTES.rows.filter((_, block) => {
    const own = values.slice(block * COLUMNS, (block + 1) * COLUMNS);
    return own.slice(0, -1).reduce((sum, value) => sum + value, 0) === own.at(-1);
  });
  return agreeing.length * 2 > DISPUTES.rows.length ? cells : null;
}

function tableOf(state: Table['state'], span: Span | null, rows: readonly TableRow[], problems: readonly TableProblem[]): Table {
  return { id: 'disputes', state, span, rows, headers: [], problems };
}

/** The header of a column behind the fifteen: a remark, or the sum of both blocks of 行政诉讼, which the form does not ask for. */
function addedLast({ text }: Surface, items: readonly Item[]): Span | null {
  // Beside the names of both blocks a sum is one of all of them; below them it is that of one.
  const over = new Map<number, number>();
  for (const item of items) {
    if (item.kind === 'value') break;
    const written = item.kind === 'label' ? text.slice(item.start, item.end) : '';
    over.set(item.line, (over.get(item.line) ?? 0) | (written.includes('行政复议') ? 1 : 0) | (written.includes('行政诉讼') ? 2 : 0));
  }
  for (const item of items) {
    if (item.kind === 'value') break;
    if (item.kind !== 'label') continue;
    for (const { 0: word, index } of text.slice(item.start, item.end).matchAll(/\S{1,64}/gu)) {
      if (
        SUM_OF_SUITS.test(hanOf(word)) ||
        (over.get(item.line) === BOTH && /^(?:总计|合计)$/u.test(hanOf(word)) && !/结果/u.test(text.slice(item.start, item.end))) ||
        (ADDED.test(hanOf(word)) && hanOf(word) !== '小计')
      )
        return { start: item.start + index, end: item.start + index + word.length };
    }
  }
  return null;
}

/** A word among the values of a delimited row is a cell, though no number. */
function claimTextCells(items: readonly Item[]): readonly Item[] {
  const values = new Map<number, number>();
  for (const item of items) if (item.kind === 'value') values.set(item.line, (values.get(item.line) ?? 0) + 1);
  // 件数 before fifteen fields names the row.
  const isRowLabel = ({ field, fields }: Item) => field === 0 && fields > CELLS;
  return items.map((item) => {
    const claimed = item.kind === 'label' && item.fields >= CELLS && (values.get(item.line) ?? 0) >= COLUMNS && !isRowLabel(item);
    return claimed ? { ...item, kind: 'value' as const } : item;
  });
}

/** One value below the other and less than half of them: an extractor dropped what it took for repetition. */
function isGutted(body: readonly Item[]): boolean {
  const stacked = body.length > 0 && body.every((item, index) => item.fields === 0 && item.line !== body[index + 1]?.line);
  return stacked && body.length * 2 < CELLS;
}

/** Fifteen values together; else three blocks of five, each under its own header; else what there is. */
function bodyOf(surface: Surface, items: readonly Item[], isAdded: boolean): { readonly body: readonly Item[]; readonly torn: boolean } {
  const withoutLast = (all: readonly (readonly Item[])[]) => (isAdded ? all.map((chunk) => (chunk.length > CELLS ? chunk.slice(0, -1) : chunk)) : all);
  const strict = withoutLast(chunksOf(items, () => true));
  // 总计 alone between two values is a header that an extractor dropped in the wrong place.
  const isTotal = (item: Item) => /^(?:总计|合计)$/u.test(hanOf(surface.text.slice(item.start, item.end)));
  const chunks = withoutLast(chunksOf(items, (item) => !isTotal(item)));
  const isWhole = (chunk: readonly Item[]) => windowOf(chunk) !== null && chunk.some((item) => item.kind === 'value');
  const whole = strict.find(isWhole) ?? chunks.find(isWhole);
  if (whole !== undefined) return { body: whole, torn: false };
  const valued = chunks.filter((chunk) => chunk.some((item) => item.kind === 'value'));
  const blocks = chunks.filter((chunk) => chunk.length === COLUMNS);
  if (blocks.length === DISPUTES.rows.length && valued.every((chunk) => blocks.includes(chunk))) return { body: blocks.flat(), torn: false };
  if (isTwoTables(valued) || isList(surface, items)) return { body: valued.flat(), torn: false };
  if (valued.length > 0) return { body: valued.flat(), torn: valued.length > 1 };
  // No number at all: the last row of blanks is the one to be filled.
  return { body: chunks.findLast((chunk) => chunk.length >= CELLS) ?? [], torn: false };
}

/** 行政复议 in a table of its own, both blocks of 行政诉讼 side by side in the next. */
function isTwoTables(valued: readonly (readonly Item[])[]): boolean {
  const [review, suits] = valued;
  return valued.length === 2 && review?.length === COLUMNS && suits?.length === CELLS - COLUMNS;
}

/** `结果维持：1` and so on, each figure behind its own name. */
function isList(surface: Surface, items: readonly Item[]): boolean {
  const named = items.flatMap((item, index) => {
    const label = items[index - 1];
    if (item.kind !== 'value') return [];
    return [label?.kind === 'label' ? hanOf(surface.text.slice(label.start, label.end)) : ''];
  });
  return named.length === CELLS && named.every((name, index) => name.endsWith(NAMES[index % COLUMNS] ?? name));
}

/** Values that no header interrupts, as far as `interrupts` says so. */
function chunksOf(items: readonly Item[], interrupts: (label: Item) => boolean): readonly (readonly Item[])[] {
  const isStream = items.some((item) => item.field >= 0 && item.fields === 0);
  const valued = new Set(items.filter((item) => item.kind === 'value').map((item) => item.line));
  const labelled = new Set(items.filter((item) => item.kind === 'label').map((item) => item.line));
  const chunks: Item[][] = [[]];
  let line = -1;
  let delimited = false;
  for (const item of items) {
    if (!isCellItem(item)) {
      if (interrupts(item)) chunks.push([]);
      continue;
    }
    const counts = item.kind === 'value' || isStream || item.start < item.end || valued.has(item.line) || !labelled.has(item.line);
    if (!counts) continue;
    // A delimited line is a row of its own.
    if ((item.fields > 0 || delimited) && item.line !== line) chunks.push([]);
    line = item.line;
    delimited = item.fields > 0;
    chunks.at(-1)?.push(item);
  }
  return chunks.filter((chunk) => chunk.length > 0);
}

/** Exactly fifteen, once empty fields at either end are taken off; where fifteen are filled, the others are gaps. */
function windowOf(body: readonly Item[]): readonly Item[] | null {
  const isEmpty = (item: Item | undefined) => item !== undefined && item.kind === 'blank' && item.start === item.end;
  const filled = body.filter((item) => item.kind === 'value');
  if (filled.length === CELLS) return filled;
  let start = 0;
  let end = body.length;
  while (end > start + CELLS && isEmpty(body[end - 1])) end--;
  while (start < end - CELLS && isEmpty(body[start])) start++;
  return end - start === CELLS ? body.slice(start, end) : null;
}

function valueSpan(body: readonly Item[], fallback: Span): Span {
  const first = body[0];
  const last = body.at(-1);
  return first === undefined || last === undefined ? fallback : { start: first.start, end: last.end };
}

/** From the first header to the last value: what stands before and behind is prose, and read as such. */
function tablePart(surface: Surface, items: readonly Item[], body: readonly Item[]): readonly Item[] {
  const isHeader = (item: Item) => item.kind === 'label' && HEADER.test(hanOf(surface.text.slice(item.start, item.end)));
  const values = new Set(body);
  const isTable = (item: Item) => values.has(item) || isHeader(item);
  const first = items.findIndex(isTable);
  return first < 0 ? items : items.slice(first, items.findLastIndex(isTable) + 1);
}

function spanOf(items: readonly Item[], region: Span): Span {
  const first = items[0];
  const last = items.at(-1);
  return first === undefined || last === undefined ? region : { start: first.start, end: last.end };
}
