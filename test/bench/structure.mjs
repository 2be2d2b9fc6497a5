// What do outline, folds, tokens, hints and lenses add to a keystroke, beside the parse they share?

import { join } from 'node:path';
import { importTypeScript } from '../accuracy/bundle.mjs';
import { summary } from './figures.mjs';

export async function measureStructure({ root }) {
  const { timeStructure } = await importTypeScript(join(root, 'test', 'bench', 'structure-times.ts'));
  console.log('  one report with a wrong digit');
  for (const { name, times } of timeStructure()) console.log(`    ${name}: ${summary(times)}`);
}
