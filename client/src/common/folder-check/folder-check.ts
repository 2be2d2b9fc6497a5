// Checking a whole folder: progress that can be stopped, findings in Problems, and a list to copy.

import { commands, env, l10n, ProgressLocation, Uri, window, workspace, type CancellationToken, type Disposable } from 'vscode';
import { CHECK_TEXT_METHOD } from '../../../../server/src/lsp/protocol.ts';
import { NotRunning } from '../connection/ask.ts';
import type { Server } from '../connection/server.ts';
import { FILES_AT_ONCE, MAX_FILES } from '../limits.ts';
import { contentOf, filesOf, type FoundFile } from '../workspace/files.ts';
import { createListDocument, listOf, tallyOf, type CheckedFile, type FolderOutcome } from './list.ts';
import { createFolderResults } from './results.ts';

export interface FolderCheck extends Disposable {
  /** `chosen` is what the explorer passes: the folder under the mouse, and all that are selected. */
  readonly run: (chosen?: unknown, selected?: unknown) => Promise<void>;
  readonly clear: () => void;
}

export function createFolderCheck(server: Pick<Server, 'start' | 'ask' | 'toDiagnostics'>): FolderCheck {
  const results = createFolderResults();
  const list = createListDocument();

  async function run(chosen?: unknown, selected?: unknown): Promise<void> {
    const folders = await foldersFrom(chosen, selected);
    if (folders.length === 0) return;
    if (!(await server.start())) throw new NotRunning();
    results.clear();
    const outcome = await window.withProgress(
      { location: ProgressLocation.Notification, title: l10n.t('Checking the folder'), cancellable: true },
      (progress, token) => checkAll(folders, token, (count) => progress.report({ message: l10n.t('{0} files', count) })),
    );
    await tell(outcome);
  }

  async function checkAll(folders: readonly Uri[], token: CancellationToken, report: (count: number) => void): Promise<FolderOutcome> {
    const files: CheckedFile[] = [];
    for await (const batch of batchesOf(folders)) {
      if (token.isCancellationRequested || files.length >= MAX_FILES) return { files, isWhole: false };
      files.push(...(await Promise.all(batch.map(checkFile))));
      report(files.length);
    }
    return { files, isWhole: true };
  }

  async function checkFile(file: FoundFile): Promise<CheckedFile> {
    const { uri, path, problem } = file;
    const content = problem === undefined ? await contentOf(file) : { problem };
    if ('problem' in content) return { path, kind: 'unreadable', problem: content.problem };
    const answer = await server.ask(CHECK_TEXT_METHOD, { uri: uri.toString(), text: content.text }).catch(() => null);
    if (answer === null) return { path, kind: 'unreadable', problem: l10n.t('the check failed') };
    if (answer.kind !== 'report') return { path, kind: answer.kind };
    const diagnostics = await server.toDiagnostics(answer.diagnostics);
    results.set(uri, diagnostics);
    return { path, kind: 'report', equations: answer.equations, diagnostics };
  }

  async function tell(outcome: FolderOutcome): Promise<void> {
    const [show, copy, problems] = [l10n.t('Show the list'), l10n.t('Copy the list'), l10n.t('Show the findings')];
    const chosen = await window.showInformationMessage(tallyOf(outcome), show, copy, problems);
    if (chosen === show) await list.show(listOf(outcome));
    else if (chosen === copy) await env.clipboard.writeText(listOf(outcome));
    else if (chosen === problems) await commands.executeCommand('workbench.actions.view.problems');
  }

  return {
    run,
    clear: results.clear,
    dispose: () => {
      results.dispose();
      list.dispose();
    },
  };
}

async function* batchesOf(folders: readonly Uri[]): AsyncGenerator<readonly FoundFile[]> {
  let batch: FoundFile[] = [];
  for (const folder of folders) {
    for await (const file of filesOf(folder)) {
      batch.push(file);
      if (batch.length < FILES_AT_ONCE) continue;
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
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
