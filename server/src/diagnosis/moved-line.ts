// Rows and columns that have all their values, three or more of them moved on by one place.

import type { CellKey } from '../forms/form.ts';
import { tableOf } from '../forms/index.ts';
import type { Cell, Report } from '../parse/model.ts';
import { isShifted } from './alignment.ts';
import type { Displaced } from './displacement.ts';
import type { Line } from './explanation.ts';
import { brokenAfter, isCount, type System } from '../equations/system.ts';
import { lineKeys } from '../equations/target.ts';

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
