// Scores how one text was read: cells right, absent and wrong; spans that do not hold what they claim.

import { type CheckResult } from '../../server/src/findings/finding.ts';
import { checkReport } from '../../server/src/check.ts';
import { type CellKey, splitKey } from '../../server/src/forms/form.ts';
import type { Report } from '../../server/src/parse/model.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import type { Span } from '../../server/src/text/span.ts';

export interface Misread {
  readonly key: CellKey;
  readonly expected: number | null;
  readonly found: string;
}

export interface Score {
  readonly right: number;
  readonly absent: readonly CellKey[];
  readonly wrong: readonly Misread[];
}

export interface Reading {
  readonly report: Report;
  readonly result: CheckResult;
}

/** Parses and checks; an exception anywhere is handed back, since no text may cause one. */
export function readText(text: string): Reading | Error {
  try {
    const report = parseReport(text);
    return { report, result: checkReport(report) };
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/**
 * Compares the report's cells with the expected ones, over the tables `expected` speaks of.
 * A number where nothing was expected is as wrong as another number.
 */
export function scoreCells(report: Report, expected: ReadonlyMap<CellKey, number>): Score {
  const absent: CellKey[] = [];
  const wrong: Misread[] = [];
  let right = 0;
  for (const [key, value] of expected) {
    const cell = report.cells.get(key);
    if (cell === undefined || cell.reading.kind === 'blank') absent.push(key);
    else if (cell.reading.kind === 'number' && cell.reading.value === value) right++;
    else wrong.push({ key, expected: value, found: cell.text });
  }
  const tables = new Set([...expected.keys()].map((key) => splitKey(key).table));
  for (const [key, cell] of report.cells) {
    if (expected.has(key) || !tables.has(cell.table) || cell.reading.kind === 'blank') continue;
    wrong.push({ key, expected: null, found: cell.text });
  }
  return { right, absent, wrong };
}

/** Spans that lie outside the text or whose slice is not their text; empty when all is well. */
export function brokenSpans({ report, result }: Reading): readonly string[] {
  const broken: string[] = [];
  const { length } = report.text;
  const check = (name: string, span: Span | null): void => {
    if (span !== null && !(span.start >= 0 && span.start <= span.end && span.end <= length)) broken.push(name);
  };
  for (const [key, cell] of report.cells) {
    check(key, cell.span);
    if (report.text.slice(cell.span.start, cell.span.end) !== cell.text) broken.push(key);
  }
  for (const section of report.sections) {
    for (const span of [section.heading, section.titleSpan, section.span]) check(`section ${section.id}`, span);
  }
  for (const table of report.tables) {
    check(`table ${table.id}`, table.span);
    for (const part of [...table.rows, ...table.headers]) check(`part of ${table.id}`, part.span);
  }
  for (const span of [report.title?.span, report.year?.span, report.period?.span]) check('title, year or period', span ?? null);
  for (const finding of result.findings) {
    check(finding.rule, finding.span);
    for (const related of finding.related) check(`${finding.rule} related`, related.span);
    for (const edit of finding.fixes.flatMap((fix) => fix.edits)) check(`${finding.rule} fix`, edit.span);
  }
  return broken;
}
