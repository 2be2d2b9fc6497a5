// How does a report look when its tables are laid out in the one way that was chosen?
// Blanks and separators change, and what the layout fixes mend; no number, no word, and nothing outside the tables.

import type { CheckOptions } from '../check/check.ts';
import type { Edit } from '../check/finding.ts';
import type { Report } from '../report/model.ts';
import { parseReport } from '../report/parse.ts';
import { applyEdits } from './apply.ts';
import { fixLayout } from './fix-all.ts';
import { lineEdits } from './line-edits.ts';
import { alignedLines, barredLines, tabbedLines } from './lay-out.ts';
import { tableLines } from './table-lines.ts';
import { sameCells, wholeTables } from './whole-tables.ts';

/**
 * `tabs`: one tab between two cells. `aligned`: columns under each other by blanks. `keep`: separators and blanks stay.
 * Tables with bars keep their bars; unless `keep` is chosen their columns are aligned.
 */
export type FormatLayout = 'tabs' | 'aligned' | 'keep';

export interface FormatOptions {
  readonly layout: FormatLayout;
  readonly check?: CheckOptions;
  /** First and last line that may change; all of them where left out. */
  readonly within?: readonly [number, number];
}

/** The edits of each table that was read whole, has a row a line, and says the same afterwards. */
export function formatTables(report: Report, { layout, check, within = [0, Number.POSITIVE_INFINITY] }: FormatOptions): readonly Edit[] {
  if (!report.recognised) return [];
  const { report: fixed } = fixLayout(report.text, check);
  if (fixed.lines.starts.length !== report.lines.starts.length) return [];
  const [first, last] = within;
  const groups = wholeTables(fixed).map((table) => {
    const lines = tableLines(fixed, table);
    if (lines === null) return [];
    const after = laidOut(fixed, layout, lines);
    if (!lines.lines.every(({ line, kind }) => kind === 'ruling' || wordsOf(textOfLine(fixed, line)) === wordsOf(after.get(line) ?? ''))) return [];
    return [...after].filter(([line]) => first <= line && line <= last).flatMap(([line, text]) => lineEdits(report.text, lineSpan(report, line), text));
  });
  const edits = groups.flat();
  if (keepsCells(report, edits)) return edits;
  return groups.filter((group) => keepsCells(report, group)).flat();
}

function laidOut(fixed: Report, layout: FormatLayout, lines: NonNullable<ReturnType<typeof tableLines>>): ReadonlyMap<number, string> {
  switch (layout) {
    case 'keep':
      return new Map(lines.lines.map(({ line }) => [line, textOfLine(fixed, line)]));
    case 'tabs':
      return lines.barred ? barredLines(lines) : tabbedLines(lines);
    case 'aligned':
      return lines.barred ? barredLines(lines) : alignedLines(lines);
    default:
      return layout satisfies never;
  }
}

function keepsCells(report: Report, edits: readonly Edit[]): boolean {
  return edits.length === 0 || sameCells(report, parseReport(applyEdits(report.text, edits)));
}

/** All that formatting may not lose: what is neither blank nor a separator. */
function wordsOf(line: string): string {
  return line.replaceAll(/[\s|｜\u200b]/gu, '');
}

function textOfLine(report: Report, line: number): string {
  const { start, end } = lineSpan(report, line);
  return report.text.slice(start, end);
}

function lineSpan({ lines }: Report, line: number): Edit['span'] {
  return { start: lines.starts[line] ?? lines.length, end: lines.ends[line] ?? lines.length };
}
