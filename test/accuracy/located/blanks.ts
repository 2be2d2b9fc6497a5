// Each cell of tables three and four emptied in turn: the offered value is compared with the one that stood there.

import { checkReport } from '../../../server/src/check.ts';
import type { Part } from './displaced.ts';
import { planted, type Table } from './tables.ts';

const SHOWN = 4;

export function measureBlanks(tables: readonly Table[], print: (line: string) => void): Part {
  const tally = { trials: 0, right: 0, wrong: 0, once: 0 };
  const missed: string[] = [];
  for (const table of tables) {
    for (const [key, value] of table.truth) {
      const report = planted(table, new Map([[key, null]]));
      const { findings } = checkReport(report);
      const span = report.cells.get(key)?.span;
      const offers = findings.flatMap((finding) => finding.fixes.flatMap((fix) => fix.edits.filter((edit) => edit.span.start === span?.start)));
      const right = offers.length > 0 && offers.every((edit) => edit.newText === String(value));
      tally.trials++;
      tally.once += Number(findings.length === 1);
      tally.right += Number(right);
      tally.wrong += Number(offers.some((edit) => edit.newText !== String(value)));
      if (!right || findings.length !== 1) missed.push(`${key} ${value} → ${findings.map((finding) => `${finding.rule} ${finding.message}`).join(' | ')}`);
    }
  }
  print(`  each cell emptied: ${tally.trials} · original value offered ${tally.right}, another ${tally.wrong}; one finding ${tally.once}`);
  for (const example of missed.slice(0, SHOWN)) print(`    ${example}`);
  const failures = tally.right < tally.trials || tally.once < tally.trials ? ['located: a blank cell is not offered its value, once'] : [];
  return { trials: tally.trials, failures };
}
