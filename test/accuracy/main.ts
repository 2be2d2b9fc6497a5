// Runs the measurements and turns failed thresholds into an exit code.

import { generateSeed } from '../generator/generate.ts';
import { measureSentences } from '../rewrite/sentences/measure.ts';
import { measureClaims } from './claims.ts';
import { sharedFolder } from './corpus.ts';
import { measureDeletions } from './deletions.ts';
import { measureGenerated } from './generated.ts';
import { measureLocated } from './located.ts';
import { type AccuracyOptions, type Arguments, type Measurement, readOptions } from './options.ts';
import { measureChangedSentences, measurePublished } from './published.ts';

type Print = (line: string) => void;

/** Returns the exit code: 1 when a threshold fails, unless only a report was asked for; 2 when the arguments are not understood. */
export function main(root: string, given: Arguments): number {
  const print: Print = (line) => void process.stdout.write(`${line}\n`);
  const options = readOptions(given);
  if (options instanceof Error) {
    process.stderr.write(`${options.message}\n`);
    return 2;
  }
  if (options.text !== null) {
    print(generateSeed(options.text, options).text);
    return 0;
  }
  const failures = options.only.flatMap((measurement) => measure(measurement, root, { options, print }));
  for (const failure of failures) print(`FAILED ${failure}`);
  return failures.length > 0 && !options.reportOnly ? 1 : 0;
}

/** Sentences that say which thresholds fail. */
function measure(measurement: Measurement, root: string, { options, print }: { readonly options: AccuracyOptions; readonly print: Print }): readonly string[] {
  const folder = sharedFolder(root);
  switch (measurement) {
    case 'published':
      if (folder !== null) return [...measurePublished(folder, print), ...measureChangedSentences(folder, print)];
      print('published reports: none at hand');
      return [];
    case 'generated':
      return measureGenerated(options, print);
    case 'located':
      return measureLocated(folder, print);
    case 'deletions':
      return measureDeletions(print);
    case 'claims':
      return measureClaims(root, print);
    case 'sentences':
      return reportSentences(print);
    default:
      return measurement satisfies never;
  }
}

const SENTENCE_TABLES = 1_000;

/** What the completions write over random tables: nothing of it may be found fault with. */
function reportSentences(print: Print): readonly string[] {
  const { sentences, problems } = measureSentences(SENTENCE_TABLES, 'together');
  print(`written sentences: ${sentences} over ${SENTENCE_TABLES} random tables, ${problems.length} with a finding or a number not read back`);
  for (const problem of problems) print(`    ${problem.replaceAll('\n', '⏎')}`);
  return problems.length === 0 ? [] : ['sentences: what the completions write is found fault with'];
}
