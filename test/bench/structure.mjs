// Measures what outline, folds, tokens and hints add to a keystroke, beside the parse they share.

import { join } from 'node:path';
import { importTypeScript } from '../accuracy/bundle.mjs';
import { percentile, short } from './figures.mjs';

export async function measureStructure({ root, sheet }) {
  const { timeStructure } = await importTypeScript(join(root, 'test', 'bench', 'structure-times.ts'));
  const rows = timeStructure().map(({ name, times }) => [name, short(percentile(times, 0.5)), short(percentile(times, 0.95))]);
  sheet.table('One report with a wrong digit, ms', ['request', 'p50', 'p95'], rows);
}
