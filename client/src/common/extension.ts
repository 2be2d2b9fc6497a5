// What happens when the extension is activated? As little as possible: documents are probed,
// and the server starts with the first one that looks like a report.

import { commands, l10n, window, workspace, type ExtensionContext, type TextDocument } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { STATUS_METHOD, type StatusParams } from '../../../server/src/lsp/protocol.ts';
import { createPractice } from './commands/practice.ts';
import { registerCommands } from './commands/register.ts';
import { quietly, type Ask } from './connection/ask.ts';
import { clientOptions } from './connection/client-options.ts';
import { concernsServer } from './documents/candidates.ts';
import { watchEncodings } from './documents/encoding.ts';
import { createReports } from './documents/reports.ts';
import { createSilenced } from './documents/silenced.ts';
import { createFolderCheck } from './folder-check/folder-check.ts';
import { answerReads, keepRemarks } from './remarks/remarks.ts';
import { createRenames } from './remarks/renames.ts';
import { createEquationTree } from './views/equation-tree.ts';
import { createReviewMode } from './views/review-mode.ts';
import { createSelectionSum } from './views/selection-sum.ts';
import { createStatus } from './views/status-bar.ts';
import { createSymbolFiles } from './workspace/symbol-files.ts';

export type ClientFactory = (id: string, name: string, options: LanguageClientOptions) => Promise<BaseLanguageClient>;

export interface RunningExtension {
  readonly stop: () => Promise<void>;
}

export function activateGouji(context: ExtensionContext, createClient: ClientFactory): RunningExtension {
  const silenced = createSilenced(context.workspaceState);
  const reports = createReports(silenced);
  let client: BaseLanguageClient | undefined;
  let starting: Promise<void> | undefined;

  async function start(): Promise<void> {
    client = await createClient('gouji', '勾稽 Gouji', clientOptions(silenced, [symbolFiles.middleware, renames.middleware]));
    client.onNotification(STATUS_METHOD, (params: StatusParams) => reports.update(params));
    answerReads(client);
    // A server that was killed is started again by the client, and knows none of the files that are not open.
    client.onDidChangeState(symbolFiles.anew);
    await client.start();
  }

  function startFor(document: TextDocument): void {
    if (starting === undefined && concernsServer(document)) void startOnce();
  }

  function startOnce(): Promise<void> {
    starting ??= start().catch((error: unknown) => void tellStartFailed(error));
    return starting;
  }

  /** Has the server ask for every document's settings again. */
  function askAnew(): void {
    void client?.sendNotification('workspace/didChangeConfiguration', { settings: null });
  }

  const ask: Ask = async (method, params) => {
    await starting;
    return (await client?.sendRequest(method, params)) ?? null;
  };

  const patterns = patternsOf(context.extension.packageJSON);
  const symbolFiles = createSymbolFiles(ask, patterns);
  const renames = createRenames();
  const review = createReviewMode(reports, quietly(ask));
  const folderCheck = createFolderCheck({
    ask: async (method, params) => {
      await startOnce();
      return ask(method, params);
    },
    toDiagnostics: async (raw) => (await client?.protocol2CodeConverter.asDiagnostics([...raw])) ?? [],
  });
  const practice = createPractice(context.extensionUri);
  context.subscriptions.push(
    reports,
    symbolFiles,
    createStatus(reports, silenced),
    createEquationTree(reports, quietly(ask)),
    ...keepRemarks(ask, (method, params) => void client?.sendNotification(method, params)),
    renames,
    createSelectionSum(reports, quietly(ask)),
    review,
    folderCheck,
    practice,
    workspace.onDidOpenTextDocument(startFor),
    workspace.onDidChangeTextDocument(({ document }) => startFor(document)),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('gouji')) workspace.textDocuments.forEach(startFor);
    }),
    watchEncodings(),
    ...registerCommands({
      silenced,
      reports,
      review,
      folderCheck,
      practice,
      refresh: askAnew,
      ask,
      start: startOnce,
      extensionUri: context.extensionUri,
      patterns,
    }),
  );
  workspace.textDocuments.forEach(startFor);
  return {
    stop: async () => {
      await starting;
      await client?.stop();
    },
  };
}

/** A draft without findings must never be taken for one that was checked. */
async function tellStartFailed(error: unknown): Promise<void> {
  const reason = error instanceof Error ? error.message : String(error);
  const reload = l10n.t('Reload the window');
  const chosen = await window.showErrorMessage(l10n.t('Gouji could not start; reports are not checked. {0}', reason), reload);
  if (chosen === reload) await commands.executeCommand('workbench.action.reloadWindow');
}

/** The file names that the manifest gives our language. */
function patternsOf(manifest: unknown): readonly string[] {
  const { contributes } = manifest as { readonly contributes: { readonly languages: readonly { readonly extensions?: readonly string[]; readonly filenamePatterns?: readonly string[] }[] } };
  return contributes.languages.flatMap(({ extensions = [], filenamePatterns = [] }) => [...extensions.map((extension) => `*${extension}`), ...filenamePatterns]);
}
