// Splits digits that ran together in table three: each row's sum leaves a few readings, the column sums decide. Two answers are
// no answer.

import { splitKey, type ColumnSpec, type EquationSpec, type FormId } from '../../../forms/form.ts';
import { FORMS, tableOf } from '../../../forms/index.ts';
import type { TableProblem } from '../../model.ts';
import { rowOf, spanOfValues, type FoundRow, type FoundRows, type RowsRequest, type Unplaced } from '../rows/found-rows.ts';
import { digitTokens, splitIntoSum, type SplitNumber } from './split.ts';
import { MAX_READINGS_KEPT, MAX_SOLUTIONS, MAX_SOLVE_STEPS } from '../../limits.ts';
import { Turns } from '../../../text/turns.ts';

export interface RunTogetherReading {
  readonly rows: readonly FoundRow[];
  readonly problems: readonly TableProblem[];
  readonly spent: readonly string[];
}

interface Candidate {
  readonly entry: Unplaced;
  readonly row: string;
  readonly ways: readonly (readonly SplitNumber[])[];
}

/** Digits that begin with 0 are more than one number. */
const RAN_TOGETHER = /^0\d/u;
const NOTHING: RunTogetherReading = { rows: [], problems: [], spent: [] };

export function splitRunTogetherRows(request: RowsRequest, found: FoundRows, form: FormId): RunTogetherReading {
  const candidates: Candidate[] = [];
  const problems: TableProblem[] = [];
  const columns = tableOf(FORMS[form], 'applications')?.columns ?? [];
  for (const entry of found.unplaced) {
    const tokens = isRunTogether(request.surface, entry, columns) ? digitTokens(request.surface.text, entry.group.items) : null;
    if (tokens === null) continue;
    const ways = splitIntoSum(tokens, columns.length);
    if (ways !== null && ways.length > 0) candidates.push({ entry, row: entry.formRow.spec.id, ways });
    else problems.push(undecided(entry, []));
  }
  if (candidates.length === 0) return problems.length === 0 ? NOTHING : { ...NOTHING, problems };
  const equations = columnEquations(form, columns);
  const known = new Map(found.rows.map((row) => [row.row.id, row.cells.map((cell) => (cell.reading.kind === 'number' ? cell.reading.value : 0))]));
  const solved = decide(candidates, known, equations);
  const rows: FoundRow[] = [];
  for (const candidate of candidates) {
    const way = solved.get(candidate.row);
    if (way === undefined) problems.push(undecided(candidate.entry, candidate.ways));
    else rows.push(foundRow(request, candidate.entry, way));
  }
  return { rows, problems, spent: spentBy(candidates, equations) };
}

/** Digits enough for all columns, in fewer runs than those, on one line: what stands on lines of its own is whole. */
function isRunTogether({ text }: RowsRequest['surface'], { group, formRow }: Unplaced, columns: readonly ColumnSpec[]): boolean {
  // The sums decide where to cut only where the total comes last.
  if (formRow.columns.some((column, index) => column !== columns[index])) return false;
  const [first] = group.items;
  if (first === undefined || group.items.length >= formRow.columns.length || group.items.some((item) => item.line !== first.line)) return false;
  // A number between blanks is one number, unless one of them can be none: `00` and `023` show that digits ran together here.
  if (group.items.length > 1 && !group.items.some(({ start }) => RAN_TOGETHER.test(text.slice(start, start + 2)))) return false;
  const digits = group.items.reduce((sum, item) => sum + (item.end - item.start), 0);
  const { length } = formRow.columns;
  return digits >= length && group.items.every((item) => item.kind === 'value' && item.fields === 0);
}

function undecided(entry: Unplaced, ways: Candidate['ways']): TableProblem {
  const readings = ways.slice(0, MAX_READINGS_KEPT).map((way) => way.map((number) => number.value));
  return { kind: 'ambiguous', row: entry.formRow.spec.id, span: spanOfValues(entry), readings };
}

function foundRow(request: RowsRequest, entry: Unplaced, way: readonly SplitNumber[]): FoundRow {
  const line = entry.group.items[0]?.line ?? 0;
  return rowOf(
    request,
    entry,
    way.map((number) => ({ ...number, kind: 'value', line, field: -1, fields: 0, runTogether: true })),
  );
}

interface ColumnEquation {
  readonly spec: EquationSpec;
  readonly column: number;
  readonly left: readonly string[];
  readonly right: readonly string[];
}

function columnEquations(form: FormId, columns: readonly ColumnSpec[]): readonly ColumnEquation[] {
  return FORMS[form].equations
    .filter((spec) => spec.table === 'applications' && spec.kind !== 'row-total')
    .map((spec) => ({
      spec,
      column: columns.findIndex((column) => column.id === splitKey(spec.right[0] ?? 'applications//').column),
      left: spec.left.map((key) => splitKey(key).row),
      right: spec.right.map((key) => splitKey(key).row),
    }));
}

/** The one reading of each row that all solutions share; rows without one are left out. */
function decide(
  candidates: readonly Candidate[],
  known: ReadonlyMap<string, readonly number[]>,
  equations: readonly ColumnEquation[],
): ReadonlyMap<string, readonly SplitNumber[]> {
  const options = new Map(candidates.map((candidate) => [candidate.row, [...candidate.ways]]));
  const usable = equations.filter((equation) => [...equation.left, ...equation.right].every((row) => known.has(row) || options.has(row)));
  prune(options, known, usable);
  const open = [...options].filter(([, ways]) => ways.length > 1).sort((a, b) => a[1].length - b[1].length);
  const decided = new Map<string, readonly SplitNumber[]>();
  for (const [row, ways] of options) if (ways.length === 1 && ways[0] !== undefined) decided.set(row, ways[0]);
  if (open.length > 0) for (const [row, way] of agreedBySolutions(open, decided, known, usable)) decided.set(row, way);
  return decided;
}

type Options = Map<string, (readonly SplitNumber[])[]>;

/** Drops readings that no choice of the other rows can balance, until nothing more falls away. */
function prune(options: Options, known: ReadonlyMap<string, readonly number[]>, equations: readonly ColumnEquation[]): void {
  const bounds = (row: string, column: number): readonly [number, number] => {
    const fixed = known.get(row)?.[column];
    if (fixed !== undefined) return [fixed, fixed];
    const values = (options.get(row) ?? []).map((way) => way[column]?.value ?? 0);
    return [Math.min(...values), Math.max(...values)];
  };
  // Each turn but the last drops a reading.
  const turns = new Turns([...options.values()].reduce((sum, ways) => sum + ways.length, 0));
  for (let changed = true; turns.more() && changed;) {
    changed = false;
    for (const { left, right, column } of equations) {
      for (const row of [...left, ...right]) {
        const ways = options.get(row);
        if (ways === undefined || ways.length < 2) continue;
        const own = left.includes(row) ? left : right;
        const opposite = own === left ? right : left;
        const sum = (rows: readonly string[], end: 0 | 1) => rows.reduce((total, other) => total + (other === row ? 0 : bounds(other, column)[end]), 0);
        const low = sum(opposite, 0) - sum(own, 1);
        const high = sum(opposite, 1) - sum(own, 0);
        const kept = ways.filter((way) => (way[column]?.value ?? 0) >= low && (way[column]?.value ?? 0) <= high);
        // Nothing left means that the table itself does not add up: then the sums decide nothing.
        if (kept.length === 0 || kept.length === ways.length) continue;
        options.set(row, kept);
        changed = true;
      }
    }
  }
}

function agreedBySolutions(
  open: readonly (readonly [string, readonly (readonly SplitNumber[])[]])[],
  decided: ReadonlyMap<string, readonly SplitNumber[]>,
  known: ReadonlyMap<string, readonly number[]>,
  equations: readonly ColumnEquation[],
): ReadonlyMap<string, readonly SplitNumber[]> {
  const chosen = new Map(decided);
  const solutions: ReadonlyMap<string, readonly SplitNumber[]>[] = [];
  let steps = 0;
  const value = (row: string, column: number) => known.get(row)?.[column] ?? chosen.get(row)?.[column]?.value;
  const holds = (equation: ColumnEquation) => {
    let difference = 0;
    for (const [rows, sign] of [
      [equation.left, 1],
      [equation.right, -1],
    ] as const) {
      for (const row of rows) {
        const number = value(row, equation.column);
        if (number === undefined) return true;
        difference += sign * number;
      }
    }
    return difference === 0;
  };
  const search = (depth: number): void => {
    if (++steps > MAX_SOLVE_STEPS || solutions.length > MAX_SOLUTIONS) return;
    const next = open[depth];
    if (next === undefined) {
      solutions.push(new Map(open.map(([row]) => [row, chosen.get(row) ?? []])));
      return;
    }
    for (const way of next[1]) {
      chosen.set(next[0], way);
      if (equations.every(holds)) search(depth + 1);
      chosen.delete(next[0]);
    }
  };
  search(0);
  const agreed = new Map<string, readonly SplitNumber[]>();
  const [first] = solutions;
  if (first === undefined || steps > MAX_SOLVE_STEPS || solutions.length > MAX_SOLUTIONS) return agreed;
  for (const [row, way] of first) if (solutions.every((solution) => solution.get(row) === way)) agreed.set(row, way);
  return agreed;
}

/** The sums of the split rows, and the columns in which their readings differed. */
function spentBy(candidates: readonly Candidate[], equations: readonly ColumnEquation[]): readonly string[] {
  const spent = new Set(candidates.map((candidate) => `row-total/${candidate.row}`));
  for (const { row, ways } of candidates) {
    for (const equation of equations) {
      if (!equation.left.includes(row) && !equation.right.includes(row)) continue;
      const values = new Set(ways.map((way) => way[equation.column]?.value));
      if (values.size > 1) spent.add(equation.spec.id);
    }
  }
  return [...spent];
}
