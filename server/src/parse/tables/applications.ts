// Reads table three: rows of seven numbers. Several forms share most of them; the others tell the form.

import { UNDIVIDED_OTHER } from '../../forms/applications-table.ts';
import type { CellKey, FormId } from '../../forms/form.ts';
import { FORMS, NEWEST_FORM } from '../../forms/index.ts';
import { readCell, type CellReading } from '../../text/numbers.ts';
import type { Span } from '../../text/span.ts';
import { hasForeignLabel } from './rows/assign.ts';
import { splitRunTogetherRows } from './cells/run-together-digits.ts';
import type { Cell, Table, TableProblem } from '../model.ts';
import {
  ALTERNATIVES,
  COMMON,
  CONTEXTUAL,
  formsOfRows,
  GROUP_LABEL,
  ROWS_BY_FORM,
  tableNamedIn,
  TELLING,
  type ApplicationsTable,
} from './rows/application-rows.ts';
import type { FormRow } from './rows/form-rows.ts';
import { haveFiguresBeside, isMiscount, spanOfValues, unknownRows, type FoundRow, type FoundRows, type RowsRequest } from './rows/found-rows.ts';
import type { Surface } from '../document/surface.ts';
import { countValues } from './rows/groups.ts';
import { readTurned } from './turned.ts';
import { placePulledRows } from './rows/pulled-rows.ts';
import { chosenVersion, versionsOf, type Version } from './versions.ts';
import { findRows } from './find-rows.ts';

export interface ApplicationsReading {
  readonly table: Table;
  readonly cells: readonly Cell[];
  /** The forms whose rows these are, newest first; none where nothing tells. */
  readonly byRows: readonly FormId[];
  /** Rows stand twice throughout: two reports side by side, or in turn. */
  readonly interleaved: boolean;
  /** Equations used up to split digits that had run together. */
  readonly spent: readonly string[];
}

const MISSING: ApplicationsReading = {
  table: { id: 'applications', state: 'missing', span: null, rows: [], headers: [], problems: [] },
  cells: [],
  byRows: [],
  interleaved: false,
  spent: [],
};
/** So many rows that stand twice are a second table. */
const MIN_DOUBLED = 8;
/** So many rows of the wrong length are no slip of typing. */
const MIN_GUTTED = 3;
/** Fewer labels without values are no header. */
const MIN_TURNED = 12;
/** Fewer labels than this are words in a text, not a table. */
const MIN_LABELS = 2;

export function readApplications(original: string, surface: Surface, region: Span | null): ApplicationsReading {
  if (region === null) return MISSING;
  const spec = tableNamedIn(surface, region);
  const request: RowsRequest = {
    original,
    surface,
    region,
    rows: spec.formRows,
    contextual: CONTEXTUAL,
    groupLabel: GROUP_LABEL,
    alternatives: ALTERNATIVES,
    addsUp: (items, columns) => addsUp(surface, items, columns),
  };
  const found = findRows(request);
  if (found.rows.length + found.bare.length + found.unplaced.length + found.problems.length < MIN_LABELS) return MISSING;
  if (found.sideBySide) return interleaved(region, found);
  if (isDoubled(found)) {
    const versions = versionsOf(found, region);
    return versions === null ? interleaved(region, found) : readVersions(original, surface, versions);
  }
  const byRows = formsOfRows(found, spec);
  const turned = mayBeTurned(found) ? readTurned(request, found.items, spec) : null;
  if (turned !== null) {
    const { cells, rows, span, header } = turned;
    return {
      table: { id: 'applications', state: 'read', span, rows, headers: [], problems: [{ kind: 'turned', span: header }] },
      cells,
      byRows,
      interleaved: false,
      spent: [],
    };
  }
  if (found.isDeclined) return declined(region, found, byRows);
  const form = byRows[0] ?? spec.forms[0] ?? NEWEST_FORM.id;
  const expected = new Set(ROWS_BY_FORM[form].map((row) => row.id));
  const runTogether = splitRunTogetherRows(request, found, form);
  const trusted = withHanOnes(trust(found, spec), form);
  const pulled = placePulledRows(found.pulled, trusted, form);
  const rows = [...pulled.rows, ...runTogether.rows].sort((a, b) => a.row.span.start - b.row.span.start);
  const problems = [...problemsOf(request, found, { spec, expected, read: new Set(rows.map((row) => row.row.id)), runTogether: runTogether.problems })];
  problems.push(...pulled.doubts);
  const cells = rows.flatMap((row) => row.cells);
  const torn = problems.some((problem) => problem.kind === 'unreadable');
  return {
    table: {
      id: 'applications',
      state: cells.length > 0 ? 'read' : torn ? 'unreadable' : 'empty',
      span: spanOfAll(found, region),
      rows: rows.map((row) => row.row),
      headers: [],
      problems,
    },
    cells,
    byRows,
    interleaved: false,
    spent: runTogether.spent,
  };
}

/** Labels without values: the header of a table whose columns stand in its rows. Some of those are called as rows are. */
function mayBeTurned(found: FoundRows): boolean {
  return found.rows.every(({ formRow }) => COMMON.includes(formRow.spec.id)) && found.bare.length + found.unplaced.length >= MIN_TURNED;
}

/** One table after the other: one is read, and which is told. */
function readVersions(original: string, surface: Surface, regions: readonly Span[]): ApplicationsReading {
  const readings = regions.map((region) => readApplications(original, surface, region));
  const versions = readings.map(({ table, cells, byRows }, index): Version => ({
    region: regions[index] ?? { start: 0, end: 0 },
    start: table.span?.start ?? 0,
    holds: allHold(cells, byRows[0] ?? NEWEST_FORM.id),
  }));
  const chosen = chosenVersion(surface, versions);
  const reading = readings[chosen] ?? MISSING;
  const others = readings.flatMap(({ table: { span } }, index) => (index === chosen || span === null ? [] : [span]));
  const [span] = others;
  if (span === undefined) return reading;
  return { ...reading, table: { ...reading.table, problems: [...reading.table.problems, { kind: 'twice', span, chosen: chosen + 1, spans: others }] } };
}

function allHold(cells: readonly Cell[], form: FormId): boolean {
  const values = new Map(cells.map(({ key, reading }) => [key, reading.kind === 'number' ? reading.value : 0] as const));
  const sum = (keys: readonly CellKey[]) => keys.reduce((known, key) => known + (values.get(key) ?? 0), 0);
  return FORMS[form].equations.every(({ table, left, right }) => table !== 'applications' || sum(left) === sum(right));
}

/** 一 stands for a blank, as a dash does, unless more of the sums hold where it is 1. */
function withHanOnes(rows: readonly FoundRow[], form: FormId): readonly FoundRow[] {
  const isOne = ({ reading }: Cell) => reading.kind === 'blank' && reading.standIn === '一';
  if (!rows.some(({ cells }) => cells.some(isOne))) return rows;
  const ones = rows.map((row) => ({ ...row, cells: row.cells.map((cell): Cell => (isOne(cell) ? { ...cell, reading: HAN_ONE } : cell)) }));
  return holdingIn(ones, form) > holdingIn(rows, form) ? ones : rows;
}

/** How many of the form's sums hold in these rows. */
function holdingIn(rows: readonly FoundRow[], form: FormId): number {
  const values = new Map(rows.flatMap(({ cells }) => cells.map(({ key, reading }) => [key, reading.kind === 'number' ? reading.value : 0] as const)));
  const sum = (keys: readonly CellKey[]) => keys.reduce((known, key) => known + (values.get(key) ?? 0), 0);
  return FORMS[form].equations.filter(({ table, left, right }) => table === 'applications' && sum(left) === sum(right)).length;
}

const HAN_ONE: CellReading = { kind: 'number', value: 1, decimals: 0, sign: null, unit: null, notation: ['han'], plain: '1' };

/** The total is the sum of the others, blanks as 0. */
function holdsTotal(readings: readonly CellReading[], columns: readonly { readonly id: string }[]): boolean {
  const values = readings.map((reading) => (reading.kind === 'number' ? reading.value : 0));
  const total = columns.findIndex(({ id }) => id === 'total');
  return values.reduce((sum, value, index) => (index === total ? sum : sum + value), 0) === values[total];
}

function addsUp(surface: Surface, items: readonly Span[], columns: readonly { readonly id: string }[]): boolean {
  return holdsTotal(
    items.map((item) => readCell(surface.text.slice(item.start, item.end))),
    columns,
  );
}

/** A row copied twice is a slip; most of them twice are two tables. */
function isDoubled(found: FoundRows): boolean {
  return found.problems.filter(({ problem }) => problem.kind === 'row-duplicate').length >= MIN_DOUBLED;
}

function interleaved(region: Span, found: FoundRows): ApplicationsReading {
  const span = spanOfAll(found, region);
  return { ...MISSING, table: { ...MISSING.table, state: 'unreadable', span }, interleaved: true };
}

/** Header and sums contradict each other. */
function declined(region: Span, found: FoundRows, byRows: readonly FormId[]): ApplicationsReading {
  const span = spanOfAll(found, region);
  const rows = ROWS_BY_FORM[byRows[0] ?? NEWEST_FORM.id].map(({ id }) => id);
  return { ...MISSING, byRows, table: { ...MISSING.table, state: 'unreadable', span, problems: [{ kind: 'unreadable', span, rows, by: 'columns' }] } };
}

/** Where values were torn from labels, values one below the other count only if their own sum holds. */
function trust(found: FoundRows, spec: ApplicationsTable): readonly FoundRow[] {
  const torn = isTorn(found, spec);
  return torn
    ? found.rows.filter(
        (row) =>
          row.group.kind === 'line' ||
          holdsTotal(
            row.cells.map((cell) => cell.reading),
            row.formRow.columns,
          ),
      )
    : found.rows;
}

function isTorn(found: FoundRows, { columns: { length: width } }: ApplicationsTable): boolean {
  const runs = found.loose.filter((group) => group.kind === 'run').reduce((sum, group) => sum + group.items.length, 0);
  const rows = found.loose.some((group) => group.items.length === width && !hasForeignLabel(found.items, group));
  return rows || runs >= width || found.unplaced.some((row) => !isMiscount(row.found, width));
}

interface Outcome {
  readonly spec: ApplicationsTable;
  readonly expected: ReadonlySet<string>;
  readonly read: ReadonlySet<string>;
  readonly runTogether: readonly TableProblem[];
}

function problemsOf(request: RowsRequest, found: FoundRows, outcome: Outcome): readonly TableProblem[] {
  const width = outcome.spec.columns.length;
  const torn = isTorn(found, outcome.spec);
  const problems: TableProblem[] = found.problems.map(({ problem }) => problem);
  const ambiguous = new Set(outcome.runTogether.map((problem) => (problem.kind === 'ambiguous' ? problem.row : '')));
  problems.push(...outcome.runTogether);
  for (const span of unknownRows(request, found, width)) {
    problems.push({ kind: 'row-unknown', span, text: request.original.slice(span.start, span.end) });
  }
  if (!torn) problems.push(...looseRows(found));
  const open = found.unplaced.filter(({ formRow }) => !outcome.read.has(formRow.spec.id) && !ambiguous.has(formRow.spec.id));
  if (torn || isGutted(open, outcome) || (outcome.read.size === 0 && haveFiguresBeside(request.surface, found.bare))) {
    const rows = [...outcome.expected].filter((row) => !outcome.read.has(row));
    const span = spanOfAll(found, request.region);
    if (rows.length > 0) problems.push({ kind: 'unreadable', span, rows });
    else problems.push(...looseRows(found));
    return problems;
  }
  for (const entry of open) {
    problems.push({ kind: 'cell-count', row: entry.formRow.spec.id, span: spanOfValues(entry), found: entry.found, expected: entry.formRow.columns.length });
  }
  if (outcome.read.size > 0) {
    for (const { formRow, span } of found.bare) {
      if (!outcome.expected.has(formRow.spec.id) || outcome.read.has(formRow.spec.id) || isGroupLabel(formRow, outcome)) continue;
      // 其他 alone begins many a label; without values it is a row only among those of its group.
      if (formRow.spec.id === 'other-misc' && !standsInGroup(found, span)) continue;
      problems.push({ kind: 'cell-count', row: formRow.spec.id, span, found: 0, expected: formRow.columns.length });
    }
  }
  return problems;
}

/** So many numbers side by side are a row; fewer are the number of a page, or a note. */
const MIN_LOOSE = 3;

/** Numbers that stand under no row. */
function looseRows(found: FoundRows): readonly TableProblem[] {
  const loose = found.loose.filter((group) => countValues(group) >= MIN_LOOSE && !hasForeignLabel(found.items, group));
  return loose.map(({ items }): TableProblem => ({
    kind: 'loose',
    span: { start: items[0]?.start ?? 0, end: items.at(-1)?.end ?? 0 },
    count: items.filter(({ kind }) => kind === 'value').length,
  }));
}

/** Behind the row above it in the form and before the one below; those may be without values too. */
function standsInGroup(found: FoundRows, span: Span): boolean {
  const labels = [
    ...found.rows.map(({ row }) => row),
    ...[...found.unplaced.map(({ formRow, label }) => ({ formRow, span: label })), ...found.bare].map(({ formRow, span: label }) => ({
      id: formRow.spec.id,
      span: label,
    })),
  ];
  const isAbove = labels.some((label) => label.id === 'unpaid' && label.span.end <= span.start);
  return isAbove && labels.some((label) => label.id === 'total' && span.end <= label.span.start);
}

/** Few rows are whole and several have too few values: an extractor dropped what it took for repetition. */
function isGutted(open: FoundRows['unplaced'], { read }: Outcome): boolean {
  return open.length >= MIN_GUTTED && open.length >= read.size * 2;
}

/** （六）其他处理 without values heads its three rows. */
function isGroupLabel(formRow: FormRow, outcome: Outcome): boolean {
  return formRow.spec.id === UNDIVIDED_OTHER.id && [...TELLING].some((row) => outcome.expected.has(row));
}

function spanOfAll(found: FoundRows, region: Span): Span {
  const spans = [
    ...found.rows.map((row) => row.row.span),
    ...found.bare.map((bare) => bare.span),
    ...found.unplaced.map(({ label }) => ({ start: label.start, end: label.end })),
  ];
  if (spans.length === 0) return region;
  return {
    start: Math.min(...spans.map((span) => span.start)),
    end: Math.max(...spans.map((span) => span.end)),
  };
}
