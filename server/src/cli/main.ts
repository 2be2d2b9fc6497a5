// The command line from its arguments to its exit status. Everything of the outside comes in as a parameter.

import { availableParallelism } from 'node:os';
import { SEVERITIES } from '../findings/finding.ts';
import { RULES } from '../rules/registry.ts';
import { type Arguments, readArguments, type Request } from './arguments.ts';
import { visible } from './escape.ts';
import { readPathList, type PathList } from './targets.ts';
import { HELP } from './arguments.ts';
import { MAX_DEFAULT_JOBS } from './limits.ts';
import type { MainParams, Outputs } from './main-params.ts';
import { initCommand } from './review/init-command.ts';
import { reviewCommand } from './review/review-command.ts';
import { annotateCommand } from './word/annotate-command.ts';
import { convertCommand } from './word/convert-command.ts';
import { openOutput } from './output.ts';
import { NO_PROGRESS, showProgress } from './progress.ts';
import { runRequest } from './run.ts';
import { reasonOf } from './system-errors.ts';
import { fails, type Settings } from './run-settings.ts';

/** Commands with arguments of their own. */
const COMMANDS: ReadonlyMap<string, (params: MainParams, outputs: Outputs) => Promise<number>> = new Map([
  ['review', reviewCommand],
  ['init', initCommand],
  ['annotate', annotateCommand],
  ['convert', convertCommand],
]);

const NO_PATHS: PathList = { paths: [] };

const EXIT_CLEAN = 0;
const EXIT_FINDINGS = 1;
const EXIT_TROUBLE = 2;
/** As shells count: 128 and the number of the signal. */
const EXIT_INTERRUPTED = 130;

/** Resolves to the exit status; never rejects. */
export async function main(params: MainParams): Promise<number> {
  const stdout = openOutput(params.stdout);
  const stderr = openOutput(params.stderr);
  const command = COMMANDS.get(params.argv[0] ?? '');
  if (command !== undefined) {
    const status = await command(params, { stdout, stderr });
    return (await reportBrokenPipes({ stdout, stderr })) ? EXIT_TROUBLE : status;
  }
  const parsed: Arguments = readArguments(params.argv, new Set(RULES.map(({ id }) => id)));
  switch (parsed.kind) {
    case 'help':
      return await show(HELP, { stdout, stderr });
    case 'version':
      return await show(`${params.version()}\n`, { stdout, stderr });
    case 'wrong':
      await stderr.write(`gouji：${visible(parsed.message)}\n用 gouji --help 查看用法\n`);
      return EXIT_TROUBLE;
    case 'run':
      return await run(parsed.request, params, { stdout, stderr });
    default:
      return parsed satisfies never;
  }
}

async function show(text: string, outputs: Outputs): Promise<number> {
  await outputs.stdout.write(text);
  return (await reportBrokenPipes(outputs)) ? EXIT_TROUBLE : EXIT_CLEAN;
}

/** Whether the output could not be written, as on a full disk; a reader that left is no trouble. */
async function reportBrokenPipes({ stdout, stderr }: Outputs): Promise<boolean> {
  const broken = stdout.error();
  if (broken !== null) await stderr.write(`gouji：无法写出结果：${reasonOf(broken)}\n`);
  return broken !== null;
}

async function run(request: Request, params: MainParams, outputs: Outputs): Promise<number> {
  const { filesFrom, paths } = request;
  const read = filesFrom === null ? NO_PATHS : await readPathList(filesFrom, { ...params, seconds: request.timeLimit });
  // Half a list is none.
  const list = params.interrupted.aborted ? NO_PATHS : read;
  if ('problem' in list) {
    await outputs.stderr.write(`gouji：--files-from ${visible(filesFrom ?? '')}：${list.problem}\n`);
    return EXIT_TROUBLE;
  }
  const settings = settingsOf(request, params);
  const summary = await runRequest({
    ...outputs,
    settings,
    paths,
    listed: list.paths,
    stdin: params.stdin,
    progress: params.stderr.isTTY === true ? showProgress({ stream: params.stderr, now: () => performance.now() }) : NO_PROGRESS,
    interrupted: params.interrupted,
    threads: request.jobs ?? Math.min(availableParallelism(), MAX_DEFAULT_JOBS),
    workerFile: params.workerFile,
    loadDocuments: params.loadDocuments,
  });
  if (params.interrupted.aborted) {
    await outputs.stderr.write('gouji：已中断，以上是已检查的部分\n');
    return EXIT_INTERRUPTED;
  }
  if ((await reportBrokenPipes(outputs)) || summary.failed > 0) return EXIT_TROUBLE;
  const isFailing = SEVERITIES.some((severity) => summary.counts[severity] > 0 && fails(severity, settings.failOn));
  return isFailing ? EXIT_FINDINGS : EXIT_CLEAN;
}

function settingsOf({ command, format, fix, revisions, failOn, timeLimit, levels }: Request, { stdout, env, cwd, version }: MainParams): Settings {
  const terminal = stdout.isTTY === true;
  const chosen = format ?? (terminal ? 'pretty' : 'ndjson');
  return {
    command,
    format: chosen,
    colour: isColoured(terminal, env),
    fix,
    revisions,
    failOn,
    timeLimit,
    levels,
    cwd,
    version: chosen === 'sarif' ? version() : '',
  };
}

/** On a terminal, and where FORCE_COLOR asks for it, as in the log of a build; NO_COLOR outranks it. */
function isColoured(terminal: boolean, env: MainParams['env']): boolean {
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  const forced = env['FORCE_COLOR'] ?? '';
  return forced === '' ? terminal && env['TERM'] !== 'dumb' : forced !== '0' && forced !== 'false';
}
