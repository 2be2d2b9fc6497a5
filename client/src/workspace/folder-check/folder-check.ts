// Checking a whole folder: progress that can be stopped, findings in Problems, and a list to copy.

import {
  CancellationTokenSource,
  commands,
  env,
  FileType,
  l10n,
  ProgressLocation,
  Uri,
  window,
  workspace,
  type CancellationToken,
  type Disposable,
} from 'vscode';
import { CHECK_TEXT_METHOD, type ParamsOf, type ResultOf } from '../../../../server/src/protocol/requests.ts';
import { NotRunning, wasCutOff } from '../../server-process/errors.ts';
import type { Server } from '../../server-process/server-keeper.ts';
import type { Held } from '../../editor/held.ts';
import type { Aside } from '../../editor/set-aside.ts';
import { FILES_AT_ONCE, MAX_FILES, PROGRESS_INTERVAL_MS } from '../../limits.ts';
import { textUri } from '../../word/word-uris.ts';
import { fileName } from '../file-names.ts';
import { contentOf, filesOf, type FoundFile } from '../folder-files.ts';
import type { ListDocuments } from '../../editor/list-documents.ts';
import { createFolderResults, listOf, tallyOf, type CheckedFile, type FolderOutcome } from './results.ts';

/** As often as a server is started again: behind the last of them it is given up. */
const MAX_ATTEMPTS = 5;

export interface FolderCheck extends Disposable {
  /** `chosen` is what the explorer passes: the folder under the mouse, and all that are selected. */
  readonly run: (chosen?: unknown, selected?: unknown) => Promise<void>;
  readonly clear: () => void;
}

interface FolderCheckContext {
  readonly held: Held;
  readonly lists: ListDocuments;
  /** Told when a check begins. */
  readonly begun: () => void;
}

export function createFolderCheck(server: Pick<Server, 'start' | 'ask' | 'toDiagnostics'>, { held, lists, begun }: FolderCheckContext): FolderCheck {
  const results = createFolderResults();
  let underWay: CancellationTokenSource | undefined;

  async function run(chosen?: unknown, selected?: unknown): Promise<void> {
    const folders = await foldersFrom(chosen, selected);
    if (folders.length === 0) return;
    if (!(await server.start())) throw new NotRunning();
    // Two at a time would mix their results: the one that was asked for last counts.
    underWay?.cancel();
    const source = new CancellationTokenSource();
    underWay = source;
    results.clear();
    begun();
    const outcome = await window.withProgress(
      { location: ProgressLocation.Notification, title: l10n.t('Checking folder'), cancellable: true },
      (progress, token) => {
        token.onCancellationRequested(() => source.cancel());
        return checkAll(folders, source.token, (count) => progress.report({ message: l10n.t('{0} files', count) }));
      },
    );
    source.dispose();
    if (underWay === source) await tell(outcome);
  }

  async function checkAll(folders: readonly Uri[], token: CancellationToken, report: (count: number) => void): Promise<FolderOutcome> {
    const files: CheckedFile[] = [];
    let reported = Date.now();
    for await (const batch of batchesOf(folders, token)) {
      const checked = await Promise.all(batch.map((file) => checkFile(file, token)));
      files.push(...checked.filter((file) => file !== null));
      if (token.isCancellationRequested || files.length >= MAX_FILES) return { files, isWhole: false };
      if (Date.now() - reported < PROGRESS_INTERVAL_MS) continue;
      report(files.length);
      reported = Date.now();
    }
    return { files, isWhole: !token.isCancellationRequested };
  }

  /** Null where it was stopped. */
  async function checkFile(file: FoundFile, token: CancellationToken): Promise<CheckedFile | null> {
    const { path, problem, advice } = file;
    // Problems and the list lead to the text of a document.
    const uri = textUri(file.uri);
    if (advice !== undefined) return { uri, path, kind: 'document', advice };
    const content = problem === undefined ? await contentOf(file) : { problem };
    if ('problem' in content) return { uri, path, kind: 'unreadable', problem: content.problem };
    const answer = await checkText({ uri: uri.toString(), text: content.text }, token);
    if (answer !== null && 'until' in answer)
      return { uri, path, kind: 'unchecked', problem: l10n.t('the check had not ended after {0} seconds', answer.seconds) };
    const diagnostics = answer?.kind === 'report' ? await server.toDiagnostics(answer.diagnostics) : [];
    if (token.isCancellationRequested) return null;
    if (answer === null) return { uri, path, kind: 'unchecked', problem: l10n.t('the check failed') };
    if (answer.kind !== 'report') return { uri, path, kind: answer.kind };
    results.set(uri, diagnostics);
    return { uri, path, kind: 'report', equations: answer.equations, readiness: answer.readiness, diagnostics };
  }

  /** A server that does not come back from one text goes down with all that were asked about: those are asked about again. */
  async function checkText(params: ParamsOf<typeof CHECK_TEXT_METHOD>, token: CancellationToken): Promise<ResultOf<typeof CHECK_TEXT_METHOD> | Aside | null> {
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      const aside = held.ofText(params.uri, params.text);
      if (aside !== null) return aside;
      try {
        return await server.ask(CHECK_TEXT_METHOD, params, token);
      } catch (error) {
        // Where the server was given up every other would fail, too.
        if (error instanceof NotRunning) throw error;
        if (!wasCutOff(error) || token.isCancellationRequested) return null;
      }
    }
    return null;
  }

  async function tell(outcome: FolderOutcome): Promise<void> {
    const [show, copy, problems] = [l10n.t('Show List'), l10n.t('Copy List'), l10n.t('Show Problems')];
    const chosen = await window.showInformationMessage(tallyOf(outcome), show, copy, problems);
    if (chosen === show) await lists.show(`${l10n.t('Folder check')}.txt`, listOf(outcome));
    else if (chosen === copy)
      await env.clipboard.writeText(
        listOf(outcome)
          .map(({ text }) => text)
          .join('\n'),
      );
    else if (chosen === problems) await commands.executeCommand('workbench.actions.view.problems');
  }

  return {
    run,
    clear: results.clear,
    dispose: () => {
      underWay?.cancel();
      results.dispose();
    },
  };
}

async function* batchesOf(folders: readonly Uri[], token: CancellationToken): AsyncGenerator<readonly FoundFile[]> {
  let batch: FoundFile[] = [];
  for (const folder of folders) {
    for await (const file of filesAt(folder, token)) {
      batch.push(file);
      if (batch.length < FILES_AT_ONCE) continue;
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/** The files of a folder, or the one file that was chosen. */
async function* filesAt(chosen: Uri, token: CancellationToken): AsyncGenerator<FoundFile> {
  const isFile = await Promise.resolve(workspace.fs.stat(chosen)).then(
    ({ type }) => (type & FileType.Directory) === 0,
    () => false,
  );
  if (isFile) yield { uri: chosen, path: fileName(chosen) };
  else yield* filesOf(chosen, token);
}

/** From the explorer, else the one folder that is open, else what the person chooses. */
async function foldersFrom(chosen: unknown, selected: unknown): Promise<readonly Uri[]> {
  if (Array.isArray(selected) && selected.length > 0) return selected.filter((each) => each instanceof Uri);
  if (chosen instanceof Uri) return [chosen];
  const [only, ...others] = workspace.workspaceFolders ?? [];
  if (only !== undefined && others.length === 0) return [only.uri];
  if (only === undefined) return (await window.showOpenDialog({ canSelectFolders: true, canSelectFiles: false })) ?? [];
  const picked = await window.showWorkspaceFolderPick();
  return picked === undefined ? [] : [picked.uri];
}
