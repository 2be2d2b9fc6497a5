// Runs `check` or `parse` over the paths of one call and prints results in the order given.

import { resolve } from 'node:path';
import { checkReporter, parseReporter } from './formats/choose-reporter.ts';
import { createExaminer, type Examiner } from './examine.ts';
import { visible } from './escape.ts';
import { addOutcome, NOTHING, NOTHING_YET, type Outcome, type Summary } from './outcome.ts';
import type { LoadDocuments } from './document-bundle.ts';
import type { Output } from './output.ts';
import type { Progress } from './progress.ts';
import { STANDARD_INPUT } from './arguments.ts';
import { readPipe } from './pipes.ts';
import { createPool, inOrder, peek, type Pool } from './pool.ts';
import { type RawReading, readStreamBytes } from './file-content.ts';
import type { Settings } from './run-settings.ts';
import { type Target, targetsOf } from './targets.ts';
import { FEW_FILES, MAX_AHEAD, TURN_MS } from './limits.ts';
import { examineWork, type Work } from './worker-thread.ts';

export interface Run {
  readonly settings: Settings;
  readonly paths: readonly string[];
  readonly listed: readonly string[];
  readonly stdin: AsyncIterable<unknown>;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly progress: Progress;
  /** Whether the person asked to stop. */
  readonly interrupted: AbortSignal;
  readonly threads: number;
  readonly workerFile: string | null;
  readonly loadDocuments: LoadDocuments;
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
    if (interrupted.aborted) break;
  }
  progress.clear();
  if (stdout.closed()) return summary;
  const passed = passedOverWords(summary);
  if (passed !== '') await stderr.write(`${passed}\n`);
  await stdout.write(reporter.tail({ ...summary, interrupted: interrupted.aborted }));
  return summary;
}

/** Said whatever the format is: who checked a folder of Word files must not take silence for an answer. */
function passedOverWords({ passedOver, passedOverNamed }: Summary): string {
  if (passedOver === 0) return '';
  const more = passedOver > passedOverNamed.length ? '等' : '';
  return `文件夹中有${passedOver}个文档不能读取，未检查：${passedOverNamed.map(visible).join('、')}${more}。请另存为 .docx 再检查，或复制到 .txt 文件中`;
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve));
}

async function* outcomes(run: Run): AsyncGenerator<Outcome> {
  const { settings, paths, listed, interrupted } = run;
  if (interrupted.aborted) return;
  const examiner = createExaminer(settings, run.loadDocuments);
  const { all, more } = peek(targetsOf(paths, listed, settings.cwd), FEW_FILES);
  // Files are rewritten one after another: the same file may be given twice.
  const threads = more && !settings.fix ? run.threads : 1;
  const crew = run.workerFile === null ? thisThread(examiner) : poolOf(run, run.workerFile, { examiner, threads });
  // Who asked to stop does not wait for the file in work.
  const stop = () => void crew.dispose();
  interrupted.addEventListener('abort', stop);
  try {
    yield* inOrder(all, (target) => outcomeOf(target, run, { examiner, crew }), settings.fix ? 1 : threads * MAX_AHEAD);
  } finally {
    interrupted.removeEventListener('abort', stop);
    await crew.dispose();
  }
}

interface Crew {
  readonly examiner: Examiner;
  readonly crew: Pool<Work, Outcome>;
}

/** Without threads nothing has a limit: whoever calls us so sees to that. */
function thisThread(examiner: Examiner): Pool<Work, Outcome> {
  return { examine: async (work) => examineWork(examiner, work), dispose: async () => undefined };
}

function poolOf({ settings }: Run, workerFile: string, { examiner, threads }: { readonly examiner: Examiner; readonly threads: number }): Pool<Work, Outcome> {
  const words = { ended: '检查线程意外结束', late: `检查超过 ${settings.timeLimit} 秒，没有检查完。可用 --time-limit 延长时限，或删去文件中不属于年报的内容` };
  return createPool<Work, Outcome>({ threads, workerFile, settings, nothing: NOTHING, lost: ({ path }, why) => examiner.failed(path, words[why]) });
}

async function outcomeOf(target: Target, { settings, stdin, interrupted }: Run, { examiner, crew }: Crew): Promise<Outcome> {
  // Half a report would have findings of its own.
  const examineBytes = (path: string, raw: RawReading) => (interrupted.aborted ? NOTHING : crew.examine({ kind: 'bytes', path, raw }));
  switch (target.kind) {
    case 'file':
      return await crew.examine(target);
    case 'stdin':
      return await examineBytes(STANDARD_INPUT, await readStreamBytes(stdin));
    case 'pipe':
      return await examineBytes(target.path, await readPipe(resolve(settings.cwd, target.path), { seconds: settings.timeLimit, interrupted }));
    case 'passed-over':
      return { ...NOTHING, passedOver: target.path };
    case 'empty':
      return { ...NOTHING, notes: [`${visible(target.path)}：文件夹中没有 .docx .txt .md .html .htm 文件`] };
    case 'failure':
      return examiner.failed(target.path, target.message);
    default:
      return target satisfies never;
  }
}
