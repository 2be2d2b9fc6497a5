// Which row or column has all its values, but three or more of them moved on by one place?

import { splitKey, type CellKey } from '../../forms/form.ts';
import { tableOf } from '../../forms/index.ts';
import { valueOf, type Report } from '../../report/model.ts';
import type { EquationState } from '../equations.ts';
import { isShifted } from './alignment.ts';
import type { Displaced } from './displaced.ts';
import { lineKeys, targetOf } from './target.ts';

/** Fewer changed cells than this are explained one by one. */
const MIN_MOVED = 3;

/** The first such line whose values, put back, make every equation hold. */
export function movedLine(report: Report, equations: EquationState, keys: readonly CellKey[], holds: Holds): Displaced | null {
  const spec = tableOf(report.form.form, 'applications');
  if (spec === undefined) return null;
  const crossed = brokenLines(equations);
  const lines = [
    ...(crossed.columns.size < MIN_MOVED ? [] : spec.rows.map((row) => ({ axis: 'row' as const, id: row.id }))),
    ...(crossed.rows.size < MIN_MOVED ? [] : spec.columns.map((column) => ({ axis: 'column' as const, id: column.id }))),
  ];
  for (const { axis, id } of lines) {
    const line = lineKeys(keys, axis, id);
    const cells = line.flatMap((key) => report.cells.get(key) ?? []);
    const present = line.map((key) => valueOf(report, key) ?? 0);
    const target = targetOf(report, equations, line);
    const wanted = target.flatMap((value) => value ?? []);
    if (wanted.length !== line.length || cells.length !== line.length) continue;
    const moved = cells.filter((_, at) => present[at] !== wanted[at]);
    if (moved.length < MIN_MOVED || !isShifted(present, wanted)) continue;
    if (!holds(line.map((key, at) => ({ key, value: wanted[at] ?? 0 })))) continue;
    const edits = cells.flatMap((cell, at) => (present[at] === wanted[at] ? [] : [{ span: cell.span, newText: String(wanted[at]) }]));
    const span = { start: moved[0]?.span.start ?? 0, end: (axis === 'row' ? moved.at(-1) : moved[0])?.span.end ?? 0 };
    const candidate = { alignment: null, values: wanted, edits };
    return { kind: 'displaced', table: 'applications', axis, id, span, cells: line, found: present.map(String), candidates: [candidate], sure: true };
  }
  return null;
}

/** Rows whose own sum is broken, and columns whose sum or balance is: a displaced line crosses as many as it has moved. */
function brokenLines(equations: EquationState): { readonly rows: ReadonlySet<string>; readonly columns: ReadonlySet<string> } {
  const rows = new Set<string>();
  const columns = new Set<string>();
  for (const { spec, status } of equations.all) {
    const total = spec.right[0];
    if (status !== 'broken' || total === undefined) continue;
    const { row, column } = splitKey(total);
    if (spec.kind === 'row-total') rows.add(row);
    else if (spec.kind !== 'block-total') columns.add(column);
  }
  return { rows, columns };
}

/** Whether every equation holds once the line has these values. */
export type Holds = (values: readonly { readonly key: CellKey; readonly value: number }[]) => boolean;
