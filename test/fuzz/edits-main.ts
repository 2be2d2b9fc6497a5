// Sends as many sequences of edits as it is told to a server; prints the rate, and each sequence after which the server was wrong, made small.

import { agrees, fuzzEdits, type Trial } from './edits.ts';
import { escapeText } from './fixture.ts';
import { loadSources } from './sources.ts';

const PROGRESS_EVERY = 10_000;

/** Returns the exit code: 1 when anything failed. */
export async function main(root: string, { count, seed }: { readonly count: number; readonly seed: number }): Promise<number> {
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  const sources = loadSources(root);
  print(`seed ${seed}, ${sources.length} texts to edit`);
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  const progress = (done: number) => {
    if (done % PROGRESS_EVERY === 0) print(`  ${done} in ${seconds().toFixed(0)} s`);
  };
  const { sequences, changes, recognised, failed } = await fuzzEdits({ sources, seed, count, progress });
  print(`${sequences} sequences, ${changes} changes in ${seconds().toFixed(1)} s; after ${recognised} of them a report`);
  for (const trial of failed) {
    const { before, batches } = await smallest(trial);
    print(`\nafter ${JSON.stringify(batches)}\n  to ${escapeText(before).slice(0, 3000).replaceAll('\n', '\\n')}`);
  }
  print(failed.length === 0 ? 'nothing found' : `FAILED: ${failed.length} sequences`);
  return failed.length === 0 ? 0 : 1;
}

/** Without the batches that are not needed; as it is where the failure came from an earlier sequence. */
async function smallest(trial: Trial): Promise<Trial> {
  if (await agrees(trial)) return trial;
  let small = trial;
  for (let at = 0; at < small.batches.length; ) {
    const fewer = { ...small, batches: small.batches.toSpliced(at, 1) };
    if (await agrees(fewer)) at++;
    else small = fewer;
  }
  return small;
}
