// Reads table two: blocks one below the other, each with headers of its own.

import type { FormId, TableId, TableSpec } from '../../forms/form.ts';
import { byForm, FORMS_NEWEST_FIRST, tablesOfSection } from '../../forms/index.ts';
import { fold } from '../../text/fold.ts';
import { hanOf } from '../../text/han.ts';
import type { Span } from '../../text/span.ts';
import type { ValueGroup } from './rows/groups.ts';
import { readHeaders } from './cells/headers.ts';
import type { Cell, Table } from '../model.ts';
import { formRowOf, type FormRow } from './rows/form-rows.ts';
import { cellsOf, rowOf, type FoundRow, type FoundRows, type RowsRequest } from './rows/found-rows.ts';
import type { Surface } from '../document/surface.ts';
import { findRows } from './find-rows.ts';
import type { Item } from './lines/items.ts';
import { blockTable, isGluedRun, isOneOf, withStrangers } from './block-problems.ts';
import { readTurned } from './turned.ts';
import { copiesOf, without, type Copies } from './versions.ts';

export interface ProactiveReading {
  readonly tables: readonly Table[];
  readonly cells: readonly Cell[];
}

/** The forms whose headers these are, newest first: those with the most of their words, unless they differ in theirs. */
export function formsOfHeaders(surface: Surface, region: Span | null): readonly FormId[] {
  if (region === null) return [];
  const key = hanOf(surface.text.slice(region.start, region.end));
  const scored = FORMS_NEWEST_FIRST.map((form) => ({ form, score: form.headerWords.filter((word) => key.includes(word)).length }));
  const best = Math.max(...scored.map(({ score }) => score));
  const fitting = scored.filter(({ score }) => score === best && score > 0).map(({ form }) => form);
  return fitting.every(({ headerWords }) => headerWords === fitting[0]?.headerWords) ? fitting.map(({ id }) => id) : [];
}

export function readProactive(original: string, surface: Surface, region: Span | null, form: FormId): ProactiveReading {
  const { specs, rows, all } = READ_BY_FORM[form];
  if (region === null) return { tables: specs.map((spec) => emptyTable(spec.id, 'missing', null)), cells: [] };
  const request: RowsRequest = { original, surface, region, rows: all, contextual: new Set() };
  const found = findRows(request);
  const copies = copiesOf(surface, found, (item) => opensBlock(surface, item));
  // A block of one row that comes again is a row that comes again.
  if (copies.some(({ table }) => found.rows.filter(({ row }) => row.table === table).length > 1))
    return readChosen(copies, (own) => readProactive(original, without(surface, own), region, form));
  const read = [...found.rows, ...readAlone(request, found), ...readDigits(request, found)];
  const turned = readTurnedBlocks(request, found, specs);
  const moved = new Set(found.problems.flatMap(({ table, problem }) => (problem.kind === 'column-order' || problem.kind === 'column-missing' ? [table] : [])));
  const headers = readHeaders(surface, found.items, specs, moved);
  const tables = specs.map((spec) => turned.get(spec.id)?.table ?? blockTable({ surface, found, read, spec, headers }));
  const cells = read.filter((row) => isOneOf(rows, row.formRow)).flatMap((row) => row.cells);
  const turnedCells = [...turned.values()].flatMap((block) => block.cells);
  return { tables: withStrangers(request, { tables, found, read, rows }), cells: [...cells, ...turnedCells] };
}

/** The heading of a block, or the corner of its headers. */
function opensBlock({ text }: Surface, item: Item): boolean {
  const key = item.kind === 'label' ? hanOf(text.slice(item.start, item.end)) : '';
  return HEADING.test(key) || key.startsWith('信息内容');
}

/** Of blocks that stand there several times one is read, and which is told. */
function readChosen(copies: readonly Copies[], readWithout: (spans: readonly Span[]) => ProactiveReading): ProactiveReading {
  const left = copies.map(({ table, copies: own, chosen }) => ({ table, chosen: chosen + 1, spans: own.filter((_, index) => index !== chosen) }));
  const reading = readWithout(left.flatMap(({ spans }) => spans));
  const tables = reading.tables.map((table) => {
    const own = left.find((one) => one.table === table.id);
    const [span] = own?.spans ?? [];
    if (own === undefined || span === undefined) return table;
    return { ...table, problems: [...table.problems, { kind: 'twice' as const, span, chosen: own.chosen, spans: own.spans }] };
  });
  return { ...reading, tables };
}

/** The blocks of which no row was read, as far as their columns stand in their rows. */
function readTurnedBlocks(request: RowsRequest, found: FoundRows, specs: readonly TableSpec[]): ReadonlyMap<TableId, Block> {
  const turned = new Map<TableId, Block>();
  const open = specs.filter(({ id }) => found.rows.every(({ row }) => row.table !== id) && found.bare.some(({ formRow }) => formRow.table === id));
  if (open.length === 0) return turned;
  const headings = headingsIn(request, found);
  for (const spec of open) {
    const at = headings.findIndex(({ key }) => key.includes(hanOf(fold(spec.heading ?? ''))));
    const region = { start: headings[at]?.start ?? request.region.start, end: headings[at + 1]?.start ?? request.region.end };
    if (at < 0) continue;
    const items = found.items.filter(({ start, end }) => start >= region.start && end <= region.end);
    const reading = readTurned({ ...request, region }, items, spec);
    if (reading === null) continue;
    const { rows, span, header, cells } = reading;
    turned.set(spec.id, { table: { id: spec.id, state: 'read', span, rows, headers: [], problems: [{ kind: 'turned', span: header }] }, cells });
  }
  // One cell stands the same way in either.
  return specs.some(({ id, rows, columns }) => turned.has(id) && rows.length * columns.length > 1) ? turned : NONE_TURNED;
}

const NONE_TURNED: ReadonlyMap<TableId, Block> = new Map();

interface Block {
  readonly table: Table;
  readonly cells: readonly Cell[];
}

/** Where the headings of the blocks stand. */
function headingsIn({ surface: { text } }: RowsRequest, { items }: FoundRows): readonly { readonly start: number; readonly key: string }[] {
  return items.flatMap((item) => {
    const key = item.kind === 'label' ? hanOf(text.slice(item.start, item.end)) : '';
    return HEADING.test(key) ? [{ start: item.start, key }] : [];
  });
}

const HEADING = /^(?:条例)?第二十条第.?项/u;

/** The form's own rows, and those with the rows only other forms have. */
const READ_BY_FORM = byForm((form) => {
  const specs = tablesOfSection(form, 'proactive');
  const rows = rowsOf(specs);
  const all = FORMS_NEWEST_FIRST.reduce((known, other) => {
    const isKnown = (row: FormRow) => known.some((own) => own.spec.id === row.spec.id && own.table === row.table);
    return [...known, ...rowsOf(tablesOfSection(other, 'proactive')).filter((row) => !isKnown(row))];
  }, rows);
  return { specs, rows, all };
});

function rowsOf(specs: readonly TableSpec[]): readonly FormRow[] {
  return specs.flatMap((table) => table.rows.map((spec) => formRowOf(table.id, spec, table.columns)));
}

function emptyTable(id: TableId, state: Table['state'], span: Span | null): Table {
  return { id, state, span, rows: [], headers: [], problems: [] };
}

/**
 * A block with one row of one cell (行政许可) whose value was printed before its label:
 * between two block headings there is one value and one label, so there is no doubt.
 */
function readAlone(request: RowsRequest, found: FoundRows): readonly FoundRow[] {
  const { items } = found;
  const headings = items.flatMap((item, index) =>
    item.kind === 'label' && HEADING.test(hanOf(request.surface.text.slice(item.start, item.end))) ? [index] : [],
  );
  return found.bare.flatMap(({ formRow, span }) => {
    if (formRow.columns.length !== 1) return [];
    const at = items.findIndex((item) => item.start <= span.start && span.start < item.end);
    const from = headings.filter((heading) => heading < at).at(-1);
    const to = headings.find((heading) => heading > at) ?? items.length;
    if (from === undefined) return [];
    const inside = items.slice(from, to);
    const values = inside.filter((item) => item.kind === 'value');
    const labels = found.rows.some((row) => within(row.row.label, inside)) || found.bare.filter((bare) => within(bare.span, inside)).length > 1;
    const [value] = values;
    if (labels || values.length !== 1 || value === undefined) return [];
    const row = {
      table: formRow.table,
      id: formRow.spec.id,
      span: { start: Math.min(span.start, value.start), end: Math.max(span.end, value.end) },
      label: span,
      match: 'printed' as const,
    };
    return [{ row, formRow, group: { items: values, kind: 'run' as const, first: from }, cells: cellsOf(request, formRow, values) }];
  });
}

/** Cells that ran together are read only where there is one digit for each of them: table two has no equations to tell where to cut. */
function readDigits(request: RowsRequest, found: FoundRows): readonly FoundRow[] {
  return found.unplaced.flatMap(({ formRow, label, group }) => {
    const [run] = group.items;
    const width = formRow.columns.length;
    if (run === undefined || !isGluedRun(group, width) || run.end - run.start !== width) return [];
    if (!isBehindLabel(request, label, run) || hasLostBlanks(request, found, formRow)) return [];
    const items = formRow.columns.map((_, index) => ({ ...run, start: run.start + index, end: run.start + index + 1 }));
    return [rowOf(request, { formRow, label, group }, items)];
  });
}

/** Words between label and digits name one column, and a dash behind them stands for the next: then the digits are one number. */
function isBehindLabel({ surface: { text } }: RowsRequest, label: Span, run: Span): boolean {
  return hanOf(text.slice(label.end, run.start)) === '' && !/[-–—─/]/u.test(text.charAt(run.end));
}

/** Another row of the block has fewer digits than cells, or none at all: blank cells left none, here too perhaps. */
function hasLostBlanks({ rows }: RowsRequest, found: FoundRows, { table, columns }: FormRow): boolean {
  const digitsOf = ({ items }: ValueGroup) => items.reduce((sum, { start, end }) => sum + end - start, 0);
  const isWhole = (row: FormRow) =>
    found.rows.some(({ formRow }) => formRow === row) || found.unplaced.some(({ formRow, group }) => formRow === row && digitsOf(group) >= columns.length);
  return rows.some((row) => row.table === table && row.columns === columns && !isWhole(row));
}

function within(span: Span, items: readonly Span[]): boolean {
  return span.start >= (items[0]?.start ?? 0) && span.end <= (items.at(-1)?.end ?? 0);
}
