// Which row or column is displaced by a lost or an extra value, and what would put it right?

import { cellKey, type CellKey, type TableId } from '../../forms/form.ts';
import { tableOf } from '../../forms/index.ts';
import type { Cell, Report, TableProblem } from '../../report/model.ts';
import type { Span } from '../../text/span.ts';
import type { EquationState } from '../equations.ts';
import type { Edit } from '../finding.ts';
import { problemsOf } from '../problems.ts';
import { alignments, isShifted, type Alignment } from './alignment.ts';
import { addsUp, lineKeys, targetOf } from './target.ts';

export interface Displaced {
  readonly kind: 'displaced';
  readonly table: TableId;
  readonly axis: 'row' | 'column';
  readonly id: string;
  readonly span: Span;
  readonly cells: readonly CellKey[];
  /** Values as they stand. */
  readonly found: readonly string[];
  /** Best first; one only where the equations across the row leave no choice. */
  readonly candidates: readonly DisplacedCandidate[];
  /** All equations across the line agree on the one candidate. */
  readonly sure: boolean;
}

export interface DisplacedCandidate {
  readonly alignment: Alignment | null;
  readonly values: readonly number[];
  readonly edits: readonly Edit[];
}

/** Too few, too many, or so few that the parser took them for digits that ran together. */
type Miscounted = Extract<TableProblem, { readonly kind: 'cell-count' | 'ambiguous' }>;

interface Token {
  readonly text: string;
  readonly span: Span;
}

/** A row that lost or gained a value; more such rows in one table have another cause. */
const MAX_ROWS = 3;
/** Fewer changed cells than this are explained one by one. */
const MIN_DISPLACED = 3;
const MAX_CANDIDATES = 8;
const TOKEN = /[0-9]+/gu;

/** Rows of six, eight, fourteen or sixteen values, and rows whose empty label field was taken for a value. */
export function displacedCounts(report: Report, equations: EquationState): readonly Displaced[] {
  const miscounted = [...problemsOf(report, 'cell-count'), ...problemsOf(report, 'ambiguous')];
  const rows = miscounted.length > MAX_ROWS ? [] : miscounted.flatMap(({ table, problem }) => miscount(report, equations, table, problem));
  return [...rows, ...paddedRows(report, equations)];
}

function miscount(report: Report, equations: EquationState, table: TableId, problem: Miscounted): readonly Displaced[] {
  const spec = tableOf(report.form.form, table);
  const tokens = tokensOf(report, problem.span);
  if (spec === undefined || tokens === null || (table !== 'applications' && table !== 'disputes')) return [];
  const rows = table === 'disputes' ? spec.rows.map((row) => row.id) : [problem.row];
  const cells = rows.flatMap((row) => spec.columns.map((column) => cellKey(table, row, column.id)));
  const shape = { block: spec.columns.length, blocks: rows.length };
  const target = table === 'disputes' ? cells.map(() => null) : targetOf(report, equations, cells);
  const known = addsUp(target);
  const aligned = alignments({ texts: tokens.map((token) => token.text), ...shape, target: known ? target : cells.map(() => null) });
  if (aligned.length === 0) return [];
  const candidates = aligned.slice(0, MAX_CANDIDATES).map((alignment) => candidateOf(report, tokens, alignment));
  const id = table === 'disputes' ? '' : problem.row;
  const found = tokens.map((token) => token.text);
  return [{ kind: 'displaced', table, axis: 'row', id, span: problem.span, cells, found, candidates, sure: known && aligned.length === 1 }];
}

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
    case 'glued': {
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

/** Seven fields of which an end one is empty: an empty label field stands in for the value that was lost. */
function paddedRows(report: Report, equations: EquationState): readonly Displaced[] {
  const rows = report.tables.find((table) => table.id === 'applications')?.rows ?? [];
  return rows.flatMap((row) => {
    const keys = cellsOf(report, row.id);
    const cells = keys.map((key) => report.cells.get(key));
    const written = cells.filter((cell) => cell !== undefined && cell.reading.kind === 'number');
    const isEnd = [cells[0], cells.at(-1)].some((cell) => cell?.text === '');
    if (!isEnd || written.length !== keys.length - 1) return [];
    const target = targetOf(report, equations, keys);
    if (!addsUp(target) || keys.every((_, at) => target[at] === numberOf(cells[at]))) return [];
    const tokens = written.flatMap((cell) => (cell === undefined ? [] : [{ text: String(numberOf(cell)), span: cell.span }]));
    const [only] = alignments({ texts: tokens.map((token) => token.text), block: keys.length, blocks: 1, target });
    if (only === undefined || keys.every((_, at) => cells[at]?.text === '' || target[at] === numberOf(cells[at]))) return [];
    const found = tokens.map((token) => token.text);
    const candidates = [candidateOf(report, tokens, only)];
    return [{ kind: 'displaced', table: 'applications', axis: 'row', id: row.id, span: row.span, cells: keys, found, candidates, sure: true }];
  });
}

function cellsOf(report: Report, row: string): readonly CellKey[] {
  const columns = tableOf(report.form.form, 'applications')?.columns ?? [];
  return columns.map((column) => cellKey('applications', row, column.id));
}

function numberOf(cell: Cell | undefined): number {
  return cell?.reading.kind === 'number' ? cell.reading.value : 0;
}

/** A row or column with as many values as it should have, of which three or more have moved by one place. */
export function displacedLine(report: Report, equations: EquationState, keys: readonly CellKey[], holds: Holds): Displaced | null {
  const spec = tableOf(report.form.form, 'applications');
  if (spec === undefined) return null;
  const lines = [
    ...spec.rows.map((row) => ({ axis: 'row' as const, id: row.id })),
    ...spec.columns.map((column) => ({ axis: 'column' as const, id: column.id })),
  ];
  for (const { axis, id } of lines) {
    const line = lineKeys(keys, axis, id);
    const cells = line.flatMap((key) => report.cells.get(key) ?? []);
    const present = cells.map(numberOf);
    const target = targetOf(report, equations, line);
    const wanted = target.flatMap((value) => value ?? []);
    if (wanted.length !== line.length || cells.length !== line.length) continue;
    const moved = cells.filter((_, at) => present[at] !== wanted[at]);
    if (moved.length < MIN_DISPLACED || !isShifted(present, wanted)) continue;
    if (!holds(line.map((key, at) => ({ key, value: wanted[at] ?? 0 })))) continue;
    const edits = cells.flatMap((cell, at) => (present[at] === wanted[at] ? [] : [{ span: cell.span, newText: String(wanted[at]) }]));
    const span = { start: moved[0]?.span.start ?? 0, end: (axis === 'row' ? moved.at(-1) : moved[0])?.span.end ?? 0 };
    const candidate = { alignment: null, values: wanted, edits };
    return { kind: 'displaced', table: 'applications', axis, id, span, cells: line, found: present.map(String), candidates: [candidate], sure: true };
  }
  return null;
}

/** Whether every equation holds once the line has these values. */
export type Holds = (values: readonly { readonly key: CellKey; readonly value: number }[]) => boolean;
