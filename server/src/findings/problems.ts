// Problems that the parser recorded in tables, by kind: facts, which rules turn into findings.

import type { TableId } from '../forms/form.ts';
import type { Report, Table, TableProblem } from '../parse/model.ts';

type OfKind<K extends TableProblem['kind']> = Extract<TableProblem, { readonly kind: K }>;

export interface ProblemOf<K extends TableProblem['kind']> {
  readonly table: TableId;
  readonly problem: OfKind<K>;
}

export function problemsOf<K extends TableProblem['kind']>(report: Report, kind: K): readonly ProblemOf<K>[] {
  return report.tables.flatMap((table) => table.problems.flatMap((problem) => (isKind(problem, kind) ? [{ table: table.id, problem }] : [])));
}

/** The rows of a table that were read, and those of which a problem speaks: they are there, whatever is wrong with them. */
export function rowsPresent({ rows, problems }: Table): ReadonlySet<string> {
  const begun = problems.flatMap((problem) => {
    if (problem.kind === 'unreadable' || problem.kind === 'conflict') return [...problem.rows];
    return problem.kind === 'cell-count' || problem.kind === 'ambiguous' ? [problem.row] : [];
  });
  return new Set([...rows.map((row) => row.id), ...begun]);
}

function isKind<K extends TableProblem['kind']>(problem: TableProblem, kind: K): problem is OfKind<K> {
  return problem.kind === kind;
}
