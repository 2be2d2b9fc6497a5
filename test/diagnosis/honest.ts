// Judges the fixes of a table with planted mistakes: each does what its title promises, and no harm.

import { checkReport } from '../../server/src/check.ts';
import { planted, valuesAfter, type Table, type Values } from '../accuracy/located/tables.ts';

/** What is wrong with what is said of the table, shortest words; empty when all is well. */
export function dishonesty(table: Table, values: Values): readonly string[] {
  const before = checkReport(planted(table, values));
  const wrong = new Set<string>();
  for (const { rule, message, fixes } of before.findings) {
    if (fixes.filter((fix) => fix.preferred).length > 1) wrong.add(`${rule}: two preferred fixes`);
    // A planted table has values and no lines: fixes that write rows are judged on texts (test/fuzz/fix-invariants.ts).
    for (const fix of fixes.filter(({ kind }) => kind !== 'text')) {
      const after = checkReport(planted(table, valuesAfter(table, values, fix.edits)));
      const left = /改后仍有(\d+)条不平/u.exec(fix.title)?.[1] ?? (fix.title.includes('改后全部平衡') ? '0' : null);
      if (after.findings.some((each) => each.message === message)) wrong.add(`${rule}: the finding stays`);
      if (after.equations.broken > before.equations.broken) wrong.add(`${rule}: a fix breaks equations`);
      if (left !== null && after.equations.broken !== Number(left)) wrong.add(`${rule}: another number of equations stays broken than the title says`);
    }
  }
  return [...wrong];
}
