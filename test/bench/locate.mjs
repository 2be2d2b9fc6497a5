// Measures locating the mistakes of one table: median and worst, beside evaluating its equations.

import { join } from 'node:path';
import { importTypeScript } from '../accuracy/bundle.mjs';
import { percentile, short } from './figures.mjs';

export async function measureLocate({ root, sheet }) {
  const { timeLocating } = await importTypeScript(join(root, 'test', 'bench', 'locate-times.ts'));
  const rows = timeLocating().map(({ name, located, evaluated }) => [name, ...figures(located), ...figures(evaluated)]);
  const head = ['planted', 'locating, median ms', '99 of 100', 'worst', 'equations alone, median ms', '99 of 100', 'worst'];
  sheet.table('One table, the least of three runs', head, rows);
}

function figures(samples) {
  return [0.5, 0.99, 1].map((share) => short(percentile(samples, share)));
}
