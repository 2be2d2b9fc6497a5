// How long does it take to locate the mistakes of one table? Median and worst, beside evaluating its equations.

import { join } from 'node:path';
import { importTypeScript } from '../accuracy/bundle.mjs';
import { percentile } from './figures.mjs';

export async function measureLocate({ root }) {
  const { timeLocating } = await importTypeScript(join(root, 'test', 'bench', 'locate-times.ts'));
  console.log('  one table, the least of three runs: median, 99 of 100, worst; the same for its equations alone');
  for (const { name, located, evaluated } of timeLocating()) console.log(`    ${name}: ${figures(located)} · ${figures(evaluated)}`);
}

function figures(samples) {
  return `${[0.5, 0.99, 1].map((share) => percentile(samples, share).toFixed(2)).join(', ')} ms`;
}
