// Runs the measurements and turns failed thresholds into an exit code.

import { generateMany } from '../generator/generate.ts';
import { measureClaims } from './claims.ts';
import { sharedFolder } from './corpus.ts';
import { type GeneratedOptions, measureGenerated } from './generated.ts';
import { measureLocated } from './located.ts';
import { measurePublished } from './published.ts';
import { measureSentences } from '../writing/measure.ts';

export interface AccuracyOptions extends GeneratedOptions {
  readonly reportOnly: boolean;
  /** Print the generated report of this seed and nothing else. */
  readonly text: number | null;
  /** One measurement by its name, or null for all of them. */
  readonly only: string | null;
}

/** Returns the exit code: 1 when a threshold fails, unless only a report was asked for. */
export function main(root: string, options: AccuracyOptions): number {
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  if (options.text !== null) {
    const index = options.text - options.firstSeed;
    for (const sample of generateMany(index + 1, options.firstSeed)) if (sample.seed === options.text) print(sample.text);
    return 0;
  }
  if (options.only === 'claims') return conclude(measureClaims(root, print), options, print);
  const folder = sharedFolder(root);
  if (options.only === 'sentences') return conclude(reportSentences(print), options, print);
  if (options.only === 'located') return conclude(measureLocated(folder, print), options, print);
  const failures: string[] = [];
  if (folder === null) print('published reports: none at hand, only generated ones are measured');
  else failures.push(...measurePublished(folder, print));
  failures.push(...measureGenerated(options, print), ...measureLocated(folder, print), ...measureClaims(root, print), ...reportSentences(print));
  return conclude(failures, options, print);
}

const SENTENCE_TABLES = 1_000;

/** What the completions write over random tables: nothing of it may be found fault with. */
function reportSentences(print: (line: string) => void): readonly string[] {
  const { sentences, problems } = measureSentences(SENTENCE_TABLES, 'together');
  print(`written sentences: ${sentences} over ${SENTENCE_TABLES} random tables, ${problems.length} with a finding or a number not read back`);
  for (const problem of problems) print(`    ${problem.replaceAll('\n', '⏎')}`);
  return problems.length === 0 ? [] : ['sentences: what the completions write is found fault with'];
}

function conclude(failures: readonly string[], options: AccuracyOptions, print: (line: string) => void): number {
  for (const failure of failures) print(`FAILED ${failure}`);
  return failures.length > 0 && !options.reportOnly ? 1 : 0;
}
