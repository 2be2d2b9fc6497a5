// `gouji review`: from its arguments to its exit status. Everything that is wrong is told before anything is written.

import { mkdirSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, extname, join, resolve } from 'node:path';
import { reviewOf, type Review } from '../../units/review.ts';
import type { MainParams, Outputs } from '../main.ts';
import { visible } from '../escape.ts';
import { readBytes } from '../file-content.ts';
import { MAX_DEFAULT_JOBS } from '../limits.ts';
import { NO_PROGRESS, showProgress } from '../progress.ts';
import { writeWhole } from '../replace-file.ts';
import { whyNot } from '../system-errors.ts';
import { gather, type Gathered, type GatheredReview } from './gather.ts';
import { letterTemplate, lettersOf } from './letters.ts';
import { readPart, writePart } from './part-file.ts';
import { readReviewArguments, type ReviewRequest } from './review-arguments.ts';
import { outputOf } from './review-output.ts';
import { explanations, summaryWords } from './review-tables.ts';
import { localDay } from './review-worker.ts';
import { initialise } from './init-command.ts';
import { rootConfig, unitsFromFile, type RootConfig } from './unit-source.ts';
import { recordVersions, versionsIn } from './versions-store.ts';
import { versionsFile } from '../../units/second-look.ts';

const EXIT_CLEAN = 0;
const EXIT_FINDINGS = 1;
const EXIT_TROUBLE = 2;
const EXIT_INTERRUPTED = 130;

/** Resolves to the exit status; never rejects. */
export async function reviewCommand(params: MainParams, outputs: Outputs): Promise<number> {
  const parsed = readReviewArguments(params.argv);
  switch (parsed.kind) {
    case 'help':
      await outputs.stdout.write(parsed.text);
      return EXIT_CLEAN;
    case 'wrong':
      return await trouble([parsed.message, `用 gouji ${params.argv[0] ?? ''} --help 查看用法`], outputs);
    case 'run': {
      const prepared = await prepare(parsed.request, params);
      if ('problems' in prepared) return await trouble(prepared.problems, outputs);
      return parsed.request.command === 'init'
        ? await initialise(prepared, { request: parsed.request, params, outputs })
        : await run(prepared, { request: parsed.request, params, outputs });
    }
    default:
      return parsed satisfies never;
  }
}

export async function trouble(problems: readonly string[], { stderr }: Outputs): Promise<number> {
  await stderr.write(problems.map((problem) => `gouji：${problem}\n`).join(''));
  return EXIT_TROUBLE;
}

export interface Prepared {
  readonly root: string;
  readonly folders: readonly string[];
  readonly parts: readonly Gathered[];
  readonly config: RootConfig;
}

/** Reads and looks at all that was named, so that a slip is told at once and not after minutes. */
async function prepare(request: ReviewRequest, { cwd, loadSheets }: MainParams): Promise<Prepared | { readonly problems: readonly string[] }> {
  const problems: string[] = [];
  const folders: string[] = [];
  const parts: Gathered[] = [];
  for (const path of request.paths) {
    const stat = statSync(resolve(cwd, path), { throwIfNoEntry: false });
    if (stat?.isDirectory() === true) folders.push(path);
    else if (stat === undefined) problems.push(`${visible(path)}：找不到这个文件夹`);
    else if (extname(path).toLowerCase() !== '.json') problems.push(`${visible(path)}：不是文件夹，请写年报所在的文件夹`);
    else {
      const raw = readBytes(resolve(cwd, path));
      const part = 'problem' in raw ? null : readPart(Buffer.from(raw.bytes).toString('utf8'));
      if (part === null) problems.push(`${visible(path)}：不是 --partial 写出的中间结果，或者由另一版本写出，请重新生成`);
      else parts.push(part);
    }
  }
  for (const [option, folder] of [['--previous', request.previous]] as const) {
    if (folder !== null && statSync(resolve(cwd, folder), { throwIfNoEntry: false })?.isDirectory() !== true)
      problems.push(`${option} ${visible(folder)}：找不到这个文件夹`);
  }
  const outFolder = request.out === null ? null : dirname(resolve(cwd, request.out.file));
  if (outFolder !== null && statSync(outFolder, { throwIfNoEntry: false })?.isDirectory() !== true)
    problems.push(`--out ${visible(request.out?.file ?? '')}：文件夹不存在，请先建立`);
  const root = resolve(cwd, folders[0] ?? '.');
  const config = rootConfig(root);
  if ('problem' in config) problems.push(config.problem);
  const list = request.units === null ? null : await unitsFromFile(request.units, cwd, loadSheets);
  if (list !== null && 'problem' in list) problems.push(list.problem);
  if (problems.length > 0 || 'problem' in config) return { problems };
  const units = list === null || 'problem' in list ? config.value.review.units : list.value;
  const due = request.due ?? config.value.review.due;
  return { root, folders, parts, config: { ...config.value, review: { ...config.value.review, units, due } } };
}

export interface Call {
  readonly request: ReviewRequest;
  readonly params: MainParams;
  readonly outputs: Outputs;
}

async function run(prepared: Prepared, call: Call): Promise<number> {
  const { request, params, outputs } = call;
  const { config, root } = prepared;
  const template = letterTemplate(root);
  if ('problem' in template) return await trouble([template.problem], outputs);
  const gathered = await gatherFor(prepared, call);
  if (params.interrupted.aborted) {
    await outputs.stderr.write('gouji：已中断，没有写出结果\n');
    return EXIT_INTERRUPTED;
  }
  const overwritten =
    request.out === null ? undefined : gathered.submissions.find(({ path }) => resolve(params.cwd, path) === resolve(params.cwd, request.out?.file ?? ''));
  if (overwritten !== undefined) return await trouble([`--out ${visible(overwritten.path)}：是一份年报，请换一个文件名`], outputs);
  if (request.partial)
    return await finish(
      { writes: [{ file: request.out?.file ?? '', bytes: writePart(gathered) }], failed: gathered.failed, notes: gathered.notes },
      call,
      null,
    );
  const damaged: string[] = [];
  const review = reviewOf({
    roll: gathered.roll,
    due: config.review.due,
    asOf: request.asOf ?? localDay(new Date()),
    hasList: config.review.units !== null,
    levels: config.folder.rules,
    checked: new Map(gathered.checked.map((each) => [each.path, each])),
    alike: gathered.alike,
    versionsOf: (unit) => {
      const reading = versionsIn(root, unit);
      if ('versions' in reading) return reading.versions;
      damaged.push(reading.problem);
      return [];
    },
    notes: gathered.notes,
  });
  const letters = request.letters === null ? [] : lettersOf(review, template.text);
  const writes = [
    ...(request.out === null ? [] : [{ file: request.out.file, bytes: await outputOf(review, request.out.kind, params.loadSheets) }]),
    ...letters.flatMap(({ name, markdown, html }) => {
      const file = join(request.letters ?? '', versionsFile(name).replace(/\.json$/u, ''));
      return [
        { file: `${file}.md`, bytes: markdown },
        { file: `${file}.html`, bytes: html },
      ];
    }),
  ];
  if (request.out === null && request.letters === null) await outputs.stdout.write(String(await outputOf(review, '.md', params.loadSheets)));
  return await finish({ writes, failed: gathered.failed, notes: damaged }, call, { review, root });
}

export async function gatherFor({ root, folders, parts, config }: Prepared, { request, params }: Call): Promise<GatheredReview> {
  return await gather({
    cwd: params.cwd,
    root,
    folders,
    parts,
    previous: request.previous,
    config,
    units: config.review.units,
    threads: request.jobs ?? Math.min(availableParallelism(), MAX_DEFAULT_JOBS),
    workerFile: params.workerFile,
    timeLimit: request.timeLimit,
    loadDocuments: params.loadDocuments,
    progress: params.stderr.isTTY === true ? showProgress({ stream: params.stderr, now: () => performance.now() }) : NO_PROGRESS,
    interrupted: params.interrupted,
  });
}

interface Result {
  readonly writes: readonly { readonly file: string; readonly bytes: Uint8Array | string }[];
  readonly failed: number;
  readonly notes: readonly string[];
}

async function finish(
  { writes, failed, notes }: Result,
  { request, params, outputs }: Call,
  reviewed: { readonly review: Review; readonly root: string } | null,
): Promise<number> {
  const problems: string[] = [];
  if (request.letters !== null) problems.push(...makeFolder(resolve(params.cwd, request.letters)));
  for (const { file, bytes } of problems.length > 0 ? [] : writes) {
    const problem = writeWhole(resolve(params.cwd, file), bytes);
    if (problem !== null) problems.push(`${visible(file)}：未写出：${problem}`);
  }
  if (request.record && reviewed !== null && problems.length === 0) problems.push(...recordVersions(reviewed.root, reviewed.review, 'recorded'));
  const { stderr } = outputs;
  if (reviewed !== null) {
    await stderr.write(`${visible(summaryWords(reviewed.review))}\n`);
    for (const line of explanations(reviewed.review)) await stderr.write(`${visible(line)}\n`);
  }
  for (const note of notes) await stderr.write(`${note}\n`);
  const written = writes.length === 0 || problems.length > 0 ? '' : `结果写入 ${visible(request.out?.file ?? request.letters ?? '')}\n`;
  await stderr.write(written);
  if (problems.length > 0) return await trouble(problems, outputs);
  if (failed > 0) return EXIT_TROUBLE;
  return reviewed?.review.units.some(({ findings }) => findings.some(({ severity }) => severity === 'error')) === true ? EXIT_FINDINGS : EXIT_CLEAN;
}

function makeFolder(folder: string): readonly string[] {
  try {
    mkdirSync(folder, { recursive: true });
    return [];
  } catch (error) {
    return [`${visible(folder)}：${whyNot(error)}`];
  }
}
