// Reviews a folder through the server: walks and reads it, step by step and with progress, and writes what was decided.

import { l10n, ProgressLocation, Uri, window, workspace, type CancellationToken } from 'vscode';
import { FOLDER_REVIEW_METHOD } from '../../../server/src/protocol/requests.ts';
import type { ComparedCell, FolderReviewAnswer, FolderReviewStep, ReviewedUnitView } from '../../../server/src/protocol/folder-review.ts';
import { MAX_CONFIG_BYTES } from '../../../server/src/text/limits.ts';
import { FILES_AT_ONCE, MAX_REVIEW_FILES } from '../limits.ts';
import { messageOf } from '../server-process/errors.ts';
import type { Server } from '../server-process/server-keeper.ts';
import { pathBetween } from '../workspace/file-names.ts';
import { contentOf, filesOf, readBounded, type FoundFile } from '../workspace/folder-files.ts';

export interface ReviewedFolders {
  readonly root: Uri;
  /** Where last year's reports lie, if not in the root. */
  readonly previous: Uri | null;
}

export interface FolderReview extends ReviewedFolders {
  readonly year: number | null;
  readonly hasList: boolean;
  readonly units: readonly ReviewedUnitView[];
  /** Of the folder as a whole. */
  readonly notes: readonly string[];
  /** Documents that are not read here, and files that could not be. */
  readonly unread: readonly string[];
}

const CONFIG = '.gouji.json';
const VERSIONS = ['.gouji', 'versions'] as const;

type Asking = Pick<Server, 'ask'>;

/** Null where it was cancelled, or something is wrong, which is told. */
export async function reviewFolder(folders: ReviewedFolders, server: Asking): Promise<FolderReview | null> {
  return await window.withProgress(
    { location: ProgressLocation.Notification, title: l10n.t('Reviewing reports'), cancellable: true },
    async (progress, token) => {
      try {
        return await run({ folders, server, token, report: (message) => progress.report({ message }) });
      } catch (error) {
        if (token.isCancellationRequested) return null;
        void window.showErrorMessage(l10n.t('The folder could not be reviewed: {0}', messageOf(error)));
        return null;
      }
    },
  );
}

interface Run {
  readonly folders: ReviewedFolders;
  readonly server: Asking;
  readonly token: CancellationToken;
  readonly report: (message: string) => void;
}

async function run({ folders, server, token, report }: Run): Promise<FolderReview | null> {
  const { root } = folders;
  const unread: string[] = [];
  await ask(server, { step: 'begin', config: await textOf(Uri.joinPath(root, CONFIG)), asOf: localDay(Date.now()) }, token);
  let count = 0;
  for await (const batch of batchesOf(folders, token)) {
    const problems = await Promise.all(batch.map((file) => survey(file, { root, server, token })));
    unread.push(...problems.filter((problem) => problem !== null));
    count += batch.length;
    report(l10n.t('{0} files', count));
    if (token.isCancellationRequested) return null;
    if (count >= MAX_REVIEW_FILES) break;
  }
  const plan = await ask(server, { step: 'plan' }, token);
  if (plan.kind !== 'plan') return null;
  for (const [index, path] of plan.paths.entries()) {
    const uri = at(root, path);
    const content = await contentOf({ uri, path });
    const folder = Uri.joinPath(uri, '..');
    const config = folder.path === root.path ? null : await textOf(Uri.joinPath(folder, CONFIG));
    if ('text' in content) await ask(server, { step: 'check', path, text: content.text, config }, token);
    if (index % FILES_AT_ONCE === 0) report(l10n.t('{0} of {1} reports', index, plan.paths.length));
    if (token.isCancellationRequested) return null;
  }
  for (const pair of plan.alike) {
    const [copy, source] = await Promise.all([pair.copy, pair.source].map((path) => contentOf({ uri: at(root, path), path })));
    if (copy === undefined || source === undefined || 'problem' in copy || 'problem' in source) continue;
    await ask(server, { step: 'passages', pair, copy: copy.text, source: source.text }, token);
    if (token.isCancellationRequested) return null;
  }
  const versions: Record<string, string> = {};
  for (const { unit, file } of plan.versionFiles) {
    const text = await textOf(Uri.joinPath(root, ...VERSIONS, file));
    if (text !== null) versions[unit] = text;
  }
  const result = await ask(server, { step: 'result', versions }, token);
  return result.kind === 'result' ? { ...folders, ...result, unread } : null;
}

/** A file of the review by its path from the root. */
export function at(root: Uri, path: string): Uri {
  return Uri.joinPath(root, ...path.split('/'));
}

interface SourceFile extends FoundFile {
  readonly former: boolean;
}

interface Survey extends Omit<Run, 'report' | 'folders'> {
  readonly root: Uri;
}

/** Why the file was not read; null where it was. */
async function survey(file: SourceFile, { root, server, token }: Survey): Promise<string | null> {
  const { uri, path, former, problem, advice } = file;
  if (problem !== undefined || advice !== undefined) return `${path}：${problem ?? advice ?? ''}`;
  const content = await contentOf(file);
  if ('problem' in content) return `${path}：${content.problem}`;
  const [bytes, { mtime }] = await Promise.all([workspace.fs.readFile(uri), workspace.fs.stat(uri)]);
  const date = mtime > 0 ? localDay(mtime) : null;
  const fromRoot = pathBetween(Uri.joinPath(root, CONFIG), uri);
  await ask(server, { step: 'survey', path: fromRoot, former, text: content.text, hash: await hashOf(bytes), date }, token);
  return null;
}

async function* batchesOf(folders: ReviewedFolders, token: CancellationToken): AsyncGenerator<readonly SourceFile[]> {
  let batch: SourceFile[] = [];
  for await (const file of sourcesOf(folders, token)) {
    batch.push(file);
    if (batch.length < FILES_AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Last year's folder may lie within this year's, and is last year's then. */
async function* sourcesOf({ root, previous }: ReviewedFolders, token: CancellationToken): AsyncGenerator<SourceFile> {
  if (previous !== null) for await (const file of filesOf(previous, token)) yield { ...file, former: true };
  const isFormer = ({ path }: Uri) => previous !== null && (path === previous.path || path.startsWith(`${previous.path}/`));
  for await (const file of filesOf(root, token)) if (!isFormer(file.uri)) yield { ...file, former: false };
}

/** Reads the file of versions again before it writes it, so that nothing is lost of what another reviewer wrote. Why not, or null. */
export async function recordVerdict(
  review: FolderReview,
  decision: { readonly unit: string; readonly verdict: 'returned' | 'accepted' },
  server: Asking,
): Promise<string | null> {
  try {
    const plan = await ask(server, { step: 'plan' });
    const file = plan.kind === 'plan' ? plan.versionFiles.find(({ unit }) => unit === decision.unit)?.file : undefined;
    if (file === undefined) return l10n.t('Review the folder again first.');
    const uri = Uri.joinPath(review.root, ...VERSIONS, file);
    const answer = await ask(server, { step: 'record', ...decision, text: await textOf(uri) });
    if (answer.kind !== 'version') return null;
    await workspace.fs.createDirectory(Uri.joinPath(uri, '..'));
    await workspace.fs.writeFile(uri, new TextEncoder().encode(answer.text));
    return null;
  } catch (error) {
    return messageOf(error);
  }
}

export async function compareWithLastYear(unit: string, server: Asking): Promise<readonly ComparedCell[]> {
  const answer = await ask(server, { step: 'compare', unit });
  return answer.kind === 'comparison' ? answer.cells : [];
}

/** Throws what the server says is wrong. */
async function ask({ ask: question }: Asking, step: FolderReviewStep, token?: CancellationToken): Promise<FolderReviewAnswer> {
  const answer = await question(FOLDER_REVIEW_METHOD, step, token);
  if (answer === null) throw new Error(l10n.t('the checking service did not answer'));
  if (answer.kind === 'problem') throw new Error(answer.message);
  return answer;
}

/** Null where there is none. */
async function textOf(uri: Uri): Promise<string | null> {
  try {
    const bytes = await readBounded(uri, MAX_CONFIG_BYTES);
    return bytes === null ? null : new TextDecoder().decode(bytes);
  } catch {
    return null;
  }
}

async function hashOf(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** By the clock of this machine: 2026-01-31. */
export function localDay(time: number): string {
  const date = new Date(time);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
