// How are the paths of one call examined and their results printed in the order given?

import { checkReporter, parseReporter } from './formats/index.ts';
import { createExaminer, type Examiner } from './examine.ts';
import { visible } from './escape.ts';
import { inOrder, peek } from './in-order.ts';
import { addOutcome, NOTHING, NOTHING_YET, type Outcome, type Summary } from './outcome.ts';
import type { Output } from './output.ts';
import type { Progress } from './progress.ts';
import { createPool } from './pool.ts';
import { readStream } from './read.ts';
import type { Settings } from './settings.ts';
import { type Target, targetsOf } from './targets.ts';
import { FEW_FILES, MAX_AHEAD, TURN_MS } from './limits.ts';

export interface Run {
  readonly settings: Settings;
  readonly paths: readonly string[];
  readonly listed: readonly string[];
  readonly stdin: AsyncIterable<unknown>;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly progress: Progress;
  /** Whether the person asked to stop. */
  readonly interrupted: () => boolean;
  readonly threads: number;
  readonly workerFile: string | null;
}

/** Stops early where nobody reads the output any more, or the person asks to: then behind a whole result, with the output closed properly. */
export async function runRequest(run: Run): Promise<Summary> {
  const { settings, stdout, stderr, progress, interrupted } = run;
  const reporter = settings.command === 'check' ? checkReporter(settings) : parseReporter(settings);
  let summary = NOTHING_YET;
  let separator = '';
  let turnDue = performance.now() + TURN_MS;
  const said = new Set<string>();
  await stdout.write(reporter.head);
  for await (const outcome of outcomes(run)) {
    const folderNotes = outcome.folderNote === null || said.has(outcome.folderNote) ? [] : [outcome.folderNote];
    for (const note of folderNotes) said.add(note);
    // The terminal is one for both streams.
    if (outcome.output !== '' || outcome.notes.length > 0 || folderNotes.length > 0) progress.clear();
    for (const note of [...folderNotes, ...outcome.notes]) await stderr.write(`${note}\n`);
    if (outcome.output !== '') {
      await stdout.write(separator + outcome.output);
      separator = reporter.separator;
    }
    summary = addOutcome(summary, outcome);
    if (stdout.closed()) break;
    progress.step();
    if (performance.now() > turnDue) {
      await nextTurn();
      turnDue = performance.now() + TURN_MS;
    }
    if (interrupted()) break;
  }
  progress.clear();
  if (stdout.closed()) return summary;
  await stdout.write(reporter.tail({ ...summary, interrupted: interrupted() }));
  return summary;
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve));
}

async function* outcomes(run: Run): AsyncGenerator<Outcome> {
  const { settings, paths, listed, threads, workerFile } = run;
  const examiner = createExaminer(settings);
  const { all, more } = peek(targetsOf(paths, listed, settings.cwd), FEW_FILES);
  // Files are rewritten one after another: the same file may be given twice.
  if (!more || workerFile === null || settings.fix) {
    yield* inOrder(all, (target) => examine(target, run, examiner), 1);
    return;
  }
  const lost = (path: string) => examiner.failed(path, '检查线程意外结束');
  const pool = createPool({ threads, workerFile, settings, lost });
  const work = (target: Target) => (target.kind === 'file' ? pool.examine(target) : examine(target, run, examiner));
  try {
    yield* inOrder(all, work, threads * MAX_AHEAD);
  } finally {
    await pool.dispose();
  }
}

async function examine(target: Target, { stdin, interrupted }: Run, examiner: Examiner): Promise<Outcome> {
  switch (target.kind) {
    case 'file':
      return examiner.file(target);
    case 'stdin': {
      const reading = await readStream(stdin);
      // Half a report would have findings of its own.
      return interrupted() ? NOTHING : examiner.stream(reading);
    }
    case 'empty':
      return { ...NOTHING, notes: [`${visible(target.path)}：文件夹中没有 .txt .md .html .htm 文件`] };
    case 'failure':
      return examiner.failed(target.path, target.message);
    default:
      return target satisfies never;
  }
}
