// Rows unknown to the form that are rather one of its own under a misspelt name.

import type { RowSpec } from '../../forms/form.ts';
import { tableOf } from '../../forms/index.ts';
import type { Report, Table } from '../../parse/model.ts';
import { hanOf, likeness } from '../../text/han.ts';
import type { Span } from '../../text/span.ts';
import { problemsOf, rowsPresent } from '../../findings/problems.ts';

export interface MisnamedRow {
  readonly row: RowSpec;
  /** The name without its number. */
  readonly name: Span;
}

/** One character lost or doubled in a name of three; rows of the form are less alike. */
const MIN_LIKENESS = 0.8;
const NUMBER_AND_NAME = /^(\s*(?:\(?[一二三四五六七八九十0-9]{1,2}(?:\)|[、.]))?\s*)([\u4e00-\u9fff](?:[^0-9\t|]*[\u4e00-\u9fff])?)/u;

/** Rows missing from tables that were read, each with the one stranger whose name it may be. */
export function misnamedRows(report: Report): readonly MisnamedRow[] {
  const strangers = problemsOf(report, 'row-unknown').flatMap(({ problem }) => {
    const [, number = '', name] = NUMBER_AND_NAME.exec(report.folded.slice(problem.span.start, problem.span.end)) ?? [];
    if (name === undefined) return [];
    const start = problem.span.start + number.length;
    return [{ name: { start, end: start + name.length }, key: hanOf(name) }];
  });
  if (strangers.length === 0) return [];
  const missing = report.tables.flatMap((table) => missingRows(report, table));
  return strangers.flatMap(({ name, key }) => {
    const [row, ...others] = missing.filter(({ label }) => likeness(key, hanOf(label)) >= MIN_LIKENESS);
    return row === undefined || others.length > 0 ? [] : [{ row, name }];
  });
}

/** Table four has a single row of values; a table that was not read is spoken of as a whole. */
function missingRows(report: Report, table: Table): readonly RowSpec[] {
  if (table.state !== 'read' || table.id === 'disputes') return [];
  const present = rowsPresent(table);
  return (tableOf(report.detectedForm.form, table.id)?.rows ?? []).filter((row) => !present.has(row.id));
}

/** Runs of neighbouring missing rows: lost together, so one mistake. */
export function missingRuns(report: Report, table: Table): readonly (readonly RowSpec[])[] {
  const missing = new Set(missingRows(report, table));
  const runs: RowSpec[][] = [];
  let open: RowSpec[] | null = null;
  for (const row of tableOf(report.detectedForm.form, table.id)?.rows ?? []) {
    if (!missing.has(row)) {
      open = null;
    } else if (open === null) {
      open = [row];
      runs.push(open);
    } else {
      open.push(row);
    }
  }
  return runs;
}
