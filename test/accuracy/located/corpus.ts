// Published texts with a wrong digit planted into them: whether it is found, and its cell named.

import { checkReport } from '../../../server/src/check.ts';
import { evaluateEquations } from '../../../server/src/equations/evaluate.ts';
import type { Finding } from '../../../server/src/findings/finding.ts';
import type { Cell, Report } from '../../../server/src/parse/model.ts';
import { parseReport } from '../../../server/src/parse/parse.ts';
import { createRng } from '../../generator/rng.ts';
import { loadCorpus } from '../corpus.ts';
import type { Part } from './displaced.ts';
import { changeDigit } from './slips.ts';

const PER_TEXT = 24;
const SEED = 77;
/** What a number that no longer fits may be called, also where digits had run together. */
const SPEAKING: ReadonlySet<string> = new Set(['wrong-cell', 'misfiled-case', 'shifted-cells', 'unbalanced', 'cell-ambiguous', 'table-unreadable']);

export function measureCorpus(folder: string | null, print: (line: string) => void): Part {
  if (folder === null) {
    print('  published reports: none at hand');
    return { trials: 0, failures: [] };
  }
  const tally = { texts: 0, trials: 0, found: 0, pinned: 0, inThree: 0, named: 0 };
  const missed: string[] = [];
  for (const { file, text } of loadCorpus(folder)) {
    const report = parseReport(text);
    const cells = checkedCells(report);
    if (cells.length === 0) continue;
    tally.texts++;
    const rng = createRng(SEED);
    const known = new Set(checkReport(report).findings.map(essence));
    for (let trial = 0; trial < PER_TEXT; trial++) {
      const cell = rng.pick(cells);
      const value = cell.reading.kind === 'number' ? cell.reading.value : 0;
      const torn = text.slice(0, cell.span.start) + String(changeDigit(value, rng)) + text.slice(cell.span.end);
      const fresh = checkReport(parseReport(torn)).findings.filter((finding) => SPEAKING.has(finding.rule) && !known.has(essence(finding)));
      tally.trials++;
      tally.found += Number(fresh.length > 0);
      tally.named += Number(fresh.some((finding) => finding.cells.includes(cell.key)));
      if (cell.table === 'applications') {
        tally.inThree++;
        tally.pinned += Number(fresh.length === 1 && fresh[0]?.rule === 'wrong-cell' && fresh[0].cells[0] === cell.key && fresh[0].expected === value);
      }
      if (fresh.length === 0) missed.push(`${file} ${cell.key} ${cell.text}`);
    }
  }
  print(
    `  published reports with a planted digit: ${tally.texts} texts, ${tally.trials} trials · found ${tally.found}, cell among the suspects ${tally.named}; ` +
      `table three ${tally.inThree}, pinned ${tally.pinned}`,
  );
  for (const example of missed.slice(0, 6)) print(`    missed ${example}`);
  return { trials: tally.trials, failures: tally.found < tally.trials ? ['located: a digit planted into a published report is not found'] : [] };
}

function essence(finding: Finding): string {
  return `${finding.rule} ${finding.cells.join(' ')} ${finding.message}`;
}

/** Cells all of whose equations were checked and hold: a report's own mistakes are no place to plant another. */
function checkedCells(report: Report): readonly Cell[] {
  const { byCell } = evaluateEquations(report);
  return [...report.cells.values()].filter(
    (cell) => cell.reading.kind === 'number' && byCell.get(cell.key)?.every((equation) => equation.status === 'holding') === true,
  );
}
