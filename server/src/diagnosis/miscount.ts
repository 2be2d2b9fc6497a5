// A row whose values the parser could not place for their number: which reading of it makes the sums hold?

import { cellKey, type TableId } from '../forms/form.ts';
import { tableOf } from '../forms/index.ts';
import type { Report, TableProblem } from '../parse/model.ts';
import type { EquationState } from '../equations/evaluate.ts';
import { alignments, type Alignment } from './alignment.ts';
import type { Displaced } from './displacement.ts';
import { candidateOf, tokensOf } from './row-text.ts';
import { addsUp, targetOf } from '../equations/target.ts';
import { MAX_CANDIDATES } from './limits.ts';

/** Too few, too many, or so few that the parser took them for digits that ran together. */
type Miscounted = Extract<TableProblem, { readonly kind: 'cell-count' | 'ambiguous' }>;

/** None or one: a row of six, eight, fourteen or sixteen values. */
export function miscount(report: Report, equations: EquationState, table: TableId, problem: Miscounted): readonly Displaced[] {
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
  const sure = known && aligned.length === 1;
  // Digits that ran together are no mistake of the clerk's: only a value that is surely lost is.
  if (problem.kind === 'ambiguous' && !(sure && aligned[0]?.kind === 'lost')) return [];
  const candidates = byTarget(aligned, target).slice(0, MAX_CANDIDATES).map((alignment) => candidateOf(report, tokens, alignment));
  const id = table === 'disputes' ? '' : problem.row;
  const found = tokens.map((token) => token.text);
  return [{ kind: 'displaced', table, axis: 'row', id, span: problem.span, cells, found, candidates, sure }];
}

/** Where another mistake keeps the columns from deciding, most of them still tell which reading is the likelier. */
function byTarget(aligned: readonly Alignment[], target: readonly (number | null)[]): readonly Alignment[] {
  const met = ({ values }: Alignment) => values.filter((value, at) => value === target[at]).length;
  return aligned.toSorted((one, other) => met(other) - met(one));
}
