// Rows displaced by a lost or an extra value, and the edits that would put them right.

import { valueOf, type Report, type TableProblem, type TableRow, type Cell } from '../parse/model.ts';
import type { EquationState } from '../equations/evaluate.ts';
import { problemsOf } from '../findings/problems.ts';
import type { Displaced, DisplacedCandidate } from './displacement.ts';
import { cellKey, splitKey, type CellKey, type TableId } from '../forms/form.ts';
import { tableOf } from '../forms/index.ts';
import { alignments, type Alignment, isShifted } from './alignment.ts';
import { addsUp, targetOf, lineKeys } from '../equations/target.ts';
import { MAX_CANDIDATES, MAX_ROW_LINE } from './limits.ts';
import { lineSpan } from '../parse/line-spans.ts';
import { columnsAsPrinted } from '../parse/tables/whole-tables.ts';
import type { Span } from '../text/span.ts';
import type { Edit } from '../text/edits.ts';
import type { Line } from './explanation.ts';
import { brokenAfter, isCount, type System } from '../equations/system.ts';

/** More such rows in one table have another cause than a slip. */
const MAX_ROWS = 3;

/** Rows of six, eight, fourteen or sixteen values, and rows whose empty label field was taken for a value. */
export function displacedCounts(report: Report, equations: EquationState): readonly Displaced[] {
  const miscounted = [...problemsOf(report, 'cell-count'), ...problemsOf(report, 'ambiguous')];
  const rows = miscounted.length > MAX_ROWS ? [] : miscounted.flatMap(({ table, problem }) => miscount(report, equations, table, problem));
  return [...rows, ...rowsOfOtherFields(report, equations)];
}

/** Too few, too many, or so few that the parser took them for digits that ran together. */
type Miscounted = Extract<TableProblem, { readonly kind: 'cell-count' | 'ambiguous' }>;

/** None or one: a row of six, eight, fourteen or sixteen values. */
function miscount(report: Report, equations: EquationState, table: TableId, problem: Miscounted): readonly Displaced[] {
  const spec = tableOf(report.detectedForm.form, table);
  const tokens = tokensOf(report, problem.span);
  if (spec === undefined || tokens === null || (table !== 'applications' && table !== 'disputes')) return [];
  // Table four is printed as one row of all its blocks, or as a row for each.
  const isOneRow = table === 'disputes' && !(problem.kind === 'cell-count' && problem.expected === spec.columns.length);
  const rows = isOneRow ? spec.rows.map((row) => row.id) : [problem.row];
  const columns = columnsAsPrinted(report, spec);
  // The values are told apart by their sum, which stands last; figures of other columns are none of them.
  const isAdded = report.tables.some(({ id, problems }) => id === table && problems.some(({ kind }) => kind === 'column-added'));
  const cells = problem.cells ?? rows.flatMap((row) => columns.map((column) => cellKey(table, row, column.id)));
  const total = spec.columns.at(-1)?.id;
  if (isAdded || cells.some((key, at) => (at + 1) % columns.length === 0 && splitKey(key).column !== total)) return [];
  const shape = { block: spec.columns.length, blocks: rows.length };
  const target = isOneRow ? cells.map(() => null) : targetOf(report, equations, cells);
  const known = addsUp(target);
  const aligned = alignments({ texts: tokens.map((token) => token.text), ...shape, target: known ? target : cells.map(() => null) });
  if (aligned.length === 0) return [];
  const sure = known && aligned.length === 1;
  // Digits that ran together are no mistake of the clerk's: only a value that is surely lost is.
  if (problem.kind === 'ambiguous' && !(sure && aligned[0]?.kind === 'lost')) return [];
  const candidates = byTarget(aligned, target)
    .slice(0, MAX_CANDIDATES)
    .map((alignment) => candidateOf(report, tokens, alignment));
  const id = isOneRow ? '' : problem.row;
  const found = tokens.map((token) => token.text);
  return [{ kind: 'displaced', table, axis: 'row', id, span: problem.span, cells, found, candidates, sure }];
}

/** Where another mistake keeps the columns from deciding, most of them still tell which reading is the likelier. */
function byTarget(aligned: readonly Alignment[], target: readonly (number | null)[]): readonly Alignment[] {
  const met = ({ values }: Alignment) => values.filter((value, at) => value === target[at]).length;
  return aligned.toSorted((one, other) => met(other) - met(one));
}

const TAB = 0x09;
const PIPE = 0x7c;

/** Rows that were read with seven values although their line has another number of fields than its neighbours. */
function rowsOfOtherFields(report: Report, equations: EquationState): readonly Displaced[] {
  if (equations.filling.size === 0 && equations.tally.broken === 0) return [];
  const rows = report.tables.find((table) => table.id === 'applications')?.rows ?? [];
  const usual = usualSeparators(report, rows);
  return rows.flatMap((row) => {
    const keys = cellsOf(report, row.id);
    const difference = usual === null ? 0 : separators(report, row) - usual;
    const tokens = padded(report, keys, difference) ?? surplus(report, row, difference);
    const target = tokens === null ? [] : targetOf(report, equations, keys);
    if (tokens === null || !addsUp(target) || isInPlace(report, keys, target, difference)) return [];
    const found = tokens.map((token) => token.text);
    const [only] = alignments({ texts: found, block: keys.length, blocks: 1, target });
    if (only === undefined) return [];
    const candidates = [candidateOf(report, tokens, only)];
    return [{ kind: 'displaced', table: 'applications', axis: 'row', id: row.id, span: row.span, cells: keys, found, candidates, sure: true }];
  });
}

/** Six values and an empty field at one end: an empty label field stands in for the value that was lost. */
function padded(report: Report, keys: readonly CellKey[], difference: number): readonly Token[] | null {
  const cells = keys.map((key) => report.cells.get(key));
  const written = cells.flatMap((cell) => (cell?.reading.kind === 'number' ? [{ text: String(cell.reading.value), span: cell.span }] : []));
  const isEnd = [cells[0], cells.at(-1)].some((cell) => cell?.text === '');
  return difference <= 0 && isEnd && written.length === keys.length - 1 ? written : null;
}

/** Eight values of which the last repeats the one before it: they were read as a merged cell written out twice. */
function surplus(report: Report, row: TableRow, difference: number): readonly Token[] | null {
  if (difference !== 1) return null;
  const tokens = tokensOf(report, { start: row.span.start, end: lineSpan(report, row.span.end).end });
  return tokens !== null && tokens.length === (tableOf(report.detectedForm.form, row.table)?.columns.length ?? 0) + 1 ? tokens : null;
}

/** What is written is right, and no field is gone: an empty cell is only empty. */
function isInPlace(report: Report, keys: readonly CellKey[], target: readonly (number | null)[], difference: number): boolean {
  return difference >= 0 && keys.every((key, at) => report.cells.get(key)?.text === '' || target[at] === valueOf(report, key));
}

function cellsOf(report: Report, row: string): readonly CellKey[] {
  const columns = tableOf(report.detectedForm.form, 'applications')?.columns ?? [];
  return columns.map((column) => cellKey('applications', row, column.id));
}

/** How many separators most of the rows have in their line; null where they differ too much to say. */
function usualSeparators(report: Report, rows: readonly TableRow[]): number | null {
  const counts = new Map<number, number>();
  for (const row of rows) {
    const count = separators(report, row);
    counts.set(count, (counts.get(count) ?? 0) + 1);
  }
  const [usual] = [...counts].sort((one, other) => other[1] - one[1]);
  return usual !== undefined && usual[0] > 0 && usual[1] > rows.length / 2 ? usual[0] : null;
}

function separators(report: Report, { span }: TableRow): number {
  const line = lineSpan(report, span.end);
  if (line.start > span.start || line.end - line.start > MAX_ROW_LINE) return 0;
  let count = 0;
  for (let at = line.start; at < line.end; at++) {
    const unit = report.text.charCodeAt(at);
    if (unit === TAB || unit === PIPE) count++;
  }
  return count;
}

interface Token {
  readonly text: string;
  readonly span: Span;
}

const TOKEN = /[0-9]+/gu;

/** The values behind the last word of the label, or null where anything else stands among them. */
function tokensOf(report: Report, span: Span): readonly Token[] | null {
  const slice = report.folded.slice(span.start, span.end).replaceAll(/<[^>]*>/gu, (tag) => ' '.repeat(tag.length));
  const tail = /[^\p{Script=Han}]*$/u.exec(slice);
  const base = tail?.index ?? 0;
  const values = slice.slice(base);
  if (/[^0-9\s|\u200b()"':.]/u.test(values)) return null;
  return [...values.matchAll(TOKEN)].map((match) => {
    const start = span.start + base + match.index;
    return { text: match[0], span: { start, end: start + match[0].length } };
  });
}

function candidateOf(report: Report, tokens: readonly Token[], alignment: Alignment): DisplacedCandidate {
  return { alignment, values: alignment.values, edits: editsFor(report, tokens, alignment) };
}

/** Separators are copied from the neighbours, so that the row looks as the others do. */
function editsFor(report: Report, tokens: readonly Token[], { kind, at, values, cut }: Alignment): readonly Edit[] {
  const between = (index: number): Span => ({ start: tokens[index]?.span.end ?? 0, end: tokens[index + 1]?.span.start ?? 0 });
  const slice = ({ start, end }: Span) => report.text.slice(start, end);
  const token = tokens[at];
  const last = tokens.at(-1);
  switch (kind) {
    case 'lost': {
      const value = String(values[at] ?? 0);
      if (token !== undefined) return [insertion(token.span.start, value + slice(between(Math.max(0, at - 1))))];
      return last === undefined ? [] : [insertion(last.span.end, slice(between(tokens.length - 2)) + value)];
    }
    case 'extra': {
      if (token === undefined) return [];
      const next = tokens[at + 1];
      const span = next === undefined ? { start: between(at - 1).start, end: token.span.end } : { start: token.span.start, end: next.span.start };
      return [{ span, newText: '' }];
    }
    case 'run-together': {
      const gap = at + 1 < tokens.length ? between(at) : between(at - 1);
      return token === undefined ? [] : [insertion(token.span.start + (cut ?? 0), slice(gap))];
    }
    case 'split':
      return [{ span: between(at), newText: '' }];
    default:
      return kind satisfies never;
  }
}

function insertion(offset: number, newText: string): Edit {
  return { span: { start: offset, end: offset }, newText };
}

/** Fewer changed cells than this are explained one by one. */
const MIN_MOVED = 3;

/** The first such line whose values, put back, make every equation hold. */
export function movedLine(report: Report, system: System): Displaced | null {
  for (const line of candidateLines(report, system)) {
    const keys = lineKeys(system.keys, line.axis, line.id);
    const present = keys.map((key) => system.values[system.indexOf.get(key) ?? 0] ?? 0);
    const wanted = keys.map((key) => wantedValue(system, line.axis, key));
    const found = wanted.every((value) => value !== null) ? displaced(report, system, line, { keys, present, wanted }) : null;
    if (found !== null) return found;
  }
  return null;
}

/** A displaced line crosses as many broken equations as it has moved values: where fewer are broken there is none. */
function candidateLines(report: Report, system: System): readonly Line[] {
  const spec = tableOf(report.detectedForm.form, 'applications');
  const broken = system.equations.filter((equation, index) => system.residuals[index] !== 0 && equation.spec.kind !== 'block-total');
  const rowSums = broken.filter(({ spec: { kind } }) => kind === 'row-total').length;
  const rows = broken.length - rowSums < MIN_MOVED ? [] : (spec?.rows ?? []).map((row) => ({ axis: 'row' as const, id: row.id }));
  const columns = rowSums < MIN_MOVED ? [] : (spec?.columns ?? []).map((column) => ({ axis: 'column' as const, id: column.id }));
  return [...rows, ...columns];
}

/** What the equations across the line ask of a cell; null where none was checked or they disagree. */
function wantedValue(system: System, axis: Line['axis'], key: CellKey): number | null {
  const cell = system.indexOf.get(key) ?? 0;
  const across = (system.ofCell[cell] ?? []).filter(({ equation }) => (system.equations[equation]?.spec.kind === 'row-total') === (axis === 'column'));
  const [first] = across;
  if (first === undefined) return null;
  const by = -first.sign * (system.residuals[first.equation] ?? 0);
  const value = (system.values[cell] ?? 0) + by;
  const agrees = across.every(({ equation, sign }) => sign * by === -(system.residuals[equation] ?? 0));
  return agrees && isCount(value) ? value : null;
}

interface Values {
  readonly keys: readonly CellKey[];
  readonly present: readonly number[];
  readonly wanted: readonly (number | null)[];
}

function displaced(report: Report, system: System, { axis, id }: Line, { keys, present, wanted: asked }: Values): Displaced | null {
  const wanted = asked.map((value) => value ?? 0);
  const moved = keys.flatMap((key, at) => (present[at] === wanted[at] ? [] : [{ key, to: wanted[at] ?? 0, from: present[at] ?? 0 }]));
  if (moved.length < MIN_MOVED || !isShifted(present, wanted)) return null;
  if (
    brokenAfter(
      system,
      moved.map(({ key, to, from }) => ({ cell: system.indexOf.get(key) ?? 0, by: to - from })),
    ) > 0
  )
    return null;
  const cells = moved.map(({ key }) => report.cells.get(key)).filter((cell): cell is Cell => cell !== undefined);
  const edits = cells.map((cell, index) => ({ span: cell.span, newText: String(moved[index]?.to) }));
  const start = cells[0]?.span.start ?? 0;
  // Down a column the values stand on many lines: the first of them is the place.
  const end = (axis === 'row' ? cells.at(-1) : cells[0])?.span.end ?? start;
  const candidate = { alignment: null, values: wanted, edits };
  return {
    kind: 'displaced',
    table: 'applications',
    axis,
    id,
    span: { start, end },
    cells: keys,
    found: present.map(String),
    candidates: [candidate],
    sure: true,
  };
}
