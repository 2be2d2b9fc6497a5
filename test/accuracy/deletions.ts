// Measures deleted values: one lost with its separator, anywhere in tables three and four, must be an error at its row.

import type { Finding } from '../../server/src/findings/finding.ts';
import { blanks, compose, type Printer, tabs } from '../generator/disorder/printers.ts';
import { changeRows, drawDraft, type Draft, type Sheet } from '../generator/disorder/sheet.ts';
import { readText } from './score.ts';

const SEEDS = [11, 12, 13];
const LAYOUTS: readonly Printer[] = [tabs, blanks];
const SHOWN = 8;

interface Deletion {
  readonly name: string;
  readonly text: string;
  /** The line that lost a value. */
  readonly line: string;
}

/** Prints the counts; the sentences that come back are the thresholds that fail. */
export function measureDeletions(print: (line: string) => void): readonly string[] {
  let all = 0;
  const silent: string[] = [];
  for (const seed of SEEDS) {
    for (const layout of LAYOUTS) {
      for (const { name, text, line } of deletionsOf(drawDraft(seed).draft, layout)) {
        all++;
        if (!isTold(text, line)) silent.push(`seed ${seed}, ${layout.name}, ${name}: ${line.slice(0, 60)}`);
      }
    }
  }
  print(`single deletions in tables three and four: ${all}, told as errors at their row ${all - silent.length}`);
  for (const example of silent.slice(0, SHOWN)) print(`    ${example}`);
  return silent.length === 0 ? [] : ['deletions: a lost value is not told as an error at its row'];
}

function isTold(text: string, line: string): boolean {
  const reading = readText(text);
  if (reading instanceof Error) return false;
  const start = text.indexOf(line);
  const isAt = ({ severity, span, related }: Finding) =>
    severity === 'error' && [span, ...related.map((each) => each.span)].some((own) => own.start <= start + line.length && own.end >= start);
  return reading.result.findings.some(isAt);
}

function* deletionsOf(draft: Draft, layout: Printer): Generator<Deletion> {
  const applications = (sheet: Sheet): string => compose({ ...draft, applications: sheet }, { three: layout, four: layout });
  const disputes = (sheet: Sheet): string => compose({ ...draft, disputes: sheet }, { three: layout, four: layout });
  yield* inSheet(draft.applications, layout, applications);
  yield* inSheet(draft.disputes, layout, disputes);
}

function* inSheet(sheet: Sheet, layout: Printer, print: (sheet: Sheet) => string): Generator<Deletion> {
  const rows = sheet.rows.filter(({ group }) => !group);
  for (const [at, { label, cells }] of rows.entries()) {
    for (const column of cells.keys()) {
      const lost = cells.toSpliced(column, 1);
      const changed = changeRows(sheet, (row, index) => (index === at ? { ...row, cells: lost } : row));
      const line = layout.sheet({ above: [], header: [], rows: [{ label, group: false, cells: lost }], below: [] });
      yield { name: `row ${at + 1}, cell ${column + 1}`, text: print(changed), line };
    }
  }
}
