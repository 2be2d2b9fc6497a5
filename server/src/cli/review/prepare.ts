// What `gouji review` and `gouji init` have in common: arguments, folders, list and root are looked at before anything is done.

import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, extname, resolve } from 'node:path';
import type { MainParams, Outputs } from '../main-params.ts';
import { visible } from '../escape.ts';
import { readBytes } from '../file-content.ts';
import { MAX_DEFAULT_JOBS } from '../limits.ts';
import { NO_PROGRESS, showProgress } from '../progress.ts';
import { gather, type Gathered, type GatheredReview } from './gather.ts';
import { readPart } from './part-file.ts';
import { readReviewArguments, type ReviewRequest } from './review-arguments.ts';
import { rootConfig, unitsFromFile, type RootConfig } from './unit-source.ts';

const EXIT_TROUBLE = 2;

/** Answers `--help` and wrong usage itself; what is right is handed on. */
export async function withPrepared(streams: Omit<Call, 'request'>, command: (prepared: Prepared, call: Call) => Promise<number>): Promise<number> {
  const { params, outputs } = streams;
  const parsed = readReviewArguments(params.argv);
  switch (parsed.kind) {
    case 'help':
      await outputs.stdout.write(parsed.text);
      return 0;
    case 'wrong':
      return await trouble([parsed.message, `用 gouji ${params.argv[0] ?? ''} --help 查看用法`], outputs);
    case 'run': {
      const prepared = await prepare(parsed.request, params);
      return 'problems' in prepared ? await trouble(prepared.problems, outputs) : await command(prepared, { ...streams, request: parsed.request });
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
  const { previous } = request;
  if (previous !== null && !isFolder(resolve(cwd, previous))) problems.push(`--previous ${visible(previous)}：找不到这个文件夹`);
  problems.push(...wrongOutputs(request, cwd));
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

function wrongOutputs({ out, letters }: ReviewRequest, cwd: string): readonly string[] {
  const problems: string[] = [];
  if (out !== null) {
    const file = resolve(cwd, out.file);
    if (!isFolder(dirname(file))) problems.push(`--out ${visible(out.file)}：文件夹不存在，请先建立`);
    else if (isFolder(file)) problems.push(`--out ${visible(out.file)}：是文件夹，请换一个文件名`);
  }
  if (letters !== null && statSync(resolve(cwd, letters), { throwIfNoEntry: false })?.isFile() === true)
    problems.push(`--letters ${visible(letters)}：是文件，请换一个文件夹`);
  return problems;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

export interface Call {
  readonly request: ReviewRequest;
  readonly params: MainParams;
  readonly outputs: Outputs;
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
