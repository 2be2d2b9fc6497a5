// What did the parser see in the tables, by kind? Rules turn these facts into findings, each by itself or several as one.

import type { Form, TableId } from '../forms/form.ts';
import { sectionOfTable } from '../forms/index.ts';
import type { Report, Table, TableProblem } from '../report/model.ts';
import type { RuleFinding } from './rule.ts';
import { MAX_SINGLE } from './limits.ts';

type OfKind<K extends TableProblem['kind']> = Extract<TableProblem, { readonly kind: K }>;

export interface ProblemOf<K extends TableProblem['kind']> {
  readonly table: TableId;
  readonly problem: OfKind<K>;
}

export function problemsOf<K extends TableProblem['kind']>(report: Report, kind: K): readonly ProblemOf<K>[] {
  return report.tables.flatMap((table) =>
    table.problems.flatMap((problem) => (isKind(problem, kind) ? [{ table: table.id, problem }] : [])),
  );
}

/** The rows of a table that were read, and those of which a problem speaks: they are there, whatever is wrong with them. */
export function rowsPresent({ rows, problems }: Table): ReadonlySet<string> {
  const begun = problems.flatMap((problem) => {
    if (problem.kind === 'unreadable') return [...problem.rows];
    return problem.kind === 'cell-count' || problem.kind === 'ambiguous' ? [problem.row] : [];
  });
  return new Set([...rows.map((row) => row.id), ...begun]);
}

/** At least one. */
export type Some<T> = readonly [T, ...T[]];

interface Telling<T> {
  readonly single: (one: T) => RuleFinding;
  readonly together: (found: Some<T>) => RuleFinding;
}

/** Of each group its members one by one, or one finding for all where there are many. */
export function singlyOrTogether<T>(groups: readonly Some<T>[], { single, together }: Telling<T>): readonly RuleFinding[] {
  return groups.flatMap((found) => (found.length > MAX_SINGLE ? [together(found)] : found.map(single)));
}

/** Splits a list by part: the blocks of table two are one table to the reader, and one paste tears them all. */
export function byPart<T extends { readonly table: TableId }>(form: Form, items: readonly T[]): readonly Some<T>[] {
  return grouped(items, (item) => sectionOfTable(form, item.table) ?? item.table);
}

/** Splits a list by table, keeping the order, for findings that are grouped one a table. */
export function byTable<T extends { readonly table: TableId }>(items: readonly T[]): readonly Some<T>[] {
  return grouped(items, (item) => item.table);
}

/** Splits a list by a key, keeping the order. */
export function grouped<T>(items: readonly T[], keyOf: (item: T) => string): readonly Some<T>[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

function isKind<K extends TableProblem['kind']>(problem: TableProblem, kind: K): problem is OfKind<K> {
  return problem.kind === kind;
}
