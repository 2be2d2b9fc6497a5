// Labels first, values below: read in the form's order where that is the only one in which the sums hold.

import { splitKey, cellKey, type CellKey, type EquationSpec, type FormId } from '../../../forms/form.ts';
import { FORMS } from '../../../forms/index.ts';
import type { Cell, TableProblem } from '../../model.ts';
import type { FoundRow } from './found-rows.ts';

/** So many rows are the table: an extractor took labels and values apart and changed the order of neither. */
const WHOLE_TABLE = 20;

export interface PulledRows {
  readonly rows: readonly FoundRow[];
  readonly doubts: readonly TableProblem[];
}

/** The rows in the order of the form, or with two of them exchanged where the sums hold only so; what the sums cannot tell is told. */
export function placePulledRows(runs: readonly (readonly string[])[], rows: readonly FoundRow[], form: FormId): PulledRows {
  let settled = rows;
  const doubts: TableProblem[] = [];
  const equations = FORMS[form].equations.filter(({ table, kind }) => table === 'applications' && kind !== 'row-total');
  for (const run of runs) {
    const known = rows.filter(({ row }) => run.includes(row.id));
    const holding = holdingIn(settled, equations);
    const swapped = pairsOf(run)
      .map((pair) => exchanged(settled, pair))
      .filter((other) => other !== null);
    const scores = swapped.map((other) => holdingIn(other, equations));
    const best = Math.max(-1, ...scores);
    const better = best > holding ? swapped.filter((_, index) => scores[index] === best) : [];
    const [only] = better;
    if (only !== undefined && better.length === 1) settled = only;
    const isSure = better.length === 0 && (scores.every((score) => score < holding) || (run.length >= WHOLE_TABLE && holding === equations.length));
    const [first, last] = [known[0], known.at(-1)];
    if (isSure || better.length === 1 || first === undefined || last === undefined) continue;
    doubts.push({ kind: 'unreadable', span: { start: first.row.label.start, end: last.row.span.end }, rows: run, by: 'order' });
  }
  return { rows: settled, doubts };
}

function pairsOf(run: readonly string[]): readonly (readonly [string, string])[] {
  return run.flatMap((one, index) => run.slice(index + 1).map((other) => [one, other] as const));
}

/** The values of two rows exchanged; null where they are the same. */
function exchanged(rows: readonly FoundRow[], [one, other]: readonly [string, string]): readonly FoundRow[] | null {
  const [first, second] = [one, other].map((id) => rows.find(({ row }) => row.id === id));
  if (first === undefined || second === undefined) return null;
  const isSame = first.cells.every(({ text }, index) => text === second.cells[index]?.text);
  if (isSame) return null;
  const renamed = (from: FoundRow, to: FoundRow): FoundRow => ({
    ...to,
    group: from.group,
    cells: from.cells.map((cell): Cell => ({ ...cell, row: to.row.id, key: cellKey('applications', to.row.id, splitKey(cell.key).column) })),
  });
  return rows.map((row) => (row === first ? renamed(second, first) : row === second ? renamed(first, second) : row));
}

/** How many sums down the columns hold. */
function holdingIn(rows: readonly FoundRow[], equations: readonly EquationSpec[]): number {
  const values = new Map<CellKey, number>(
    rows.flatMap(({ cells }) => cells.map(({ key, reading }) => [key, reading.kind === 'number' ? reading.value : 0] as const)),
  );
  const sum = (keys: readonly CellKey[]) => keys.reduce((known, key) => known + (values.get(key) ?? 0), 0);
  return equations.filter(({ left, right }) => sum(left) === sum(right)).length;
}
