// Activation, as little as possible: documents are probed, and the server starts with the first one that looks like a report.

import { workspace, type ExtensionContext, type TextDocument, type Uri } from 'vscode';
import { STATUS_METHOD, type StatusParams } from '../../server/src/protocol/requests.ts';
import { createPractice } from './commands/practice.ts';
import { registerCommands } from './commands/register.ts';
import { clientOptions } from './server-process/client-options.ts';
import { showFailure, showNotRunning, showTrouble } from './server-process/failure.ts';
import { createServer, type ClientFactory } from './server-process/server-keeper.ts';
import { unstick } from './server-process/watch.ts';
import { concernsServer } from './editor/candidates.ts';
import { watchEncodings } from './editor/encoding.ts';
import { createHeld } from './editor/held.ts';
import { createListDocuments } from './editor/list-documents.ts';
import { createReports } from './editor/reports.ts';
import { createSwitchedOff } from './editor/switched-off.ts';
import { createFolderCheck } from './workspace/folder-check/folder-check.ts';
import { answerReads, registerSuppressionWriting } from './workspace/suppressions/config-file.ts';
import { createRenames } from './workspace/suppressions/config-renames.ts';
import { createReviewNotes } from './review/review-notes.ts';
import { createReviewTree } from './review/review-tree.ts';
import { createEquationTree } from './editor/equation-tree.ts';
import { createLanguageOffer } from './editor/language-offer.ts';
import { createReviewMode } from './editor/review-mode.ts';
import { createPaste } from './typing/paste.ts';
import { createTableKeys } from './typing/table-keys.ts';
import { createSelectionSum } from './editor/selection-sum-item.ts';
import { answerDocumentReads, registerWordFileSystem } from './word/word-file-system.ts';
import { registerWordEditors } from './word/word-editors.ts';
import { editorUri } from './word/word-uris.ts';
import { createStatus } from './editor/status-bar.ts';
import { createUncheckedFolder } from './workspace/unchecked-folder.ts';
import { createBlankHint } from './form-view/blank-hint.ts';
import { registerFormView } from './form-view/provider.ts';
import { createPreviousOffer } from './workspace/previous-offer.ts';
import { createSymbolFiles } from './workspace/symbol-files.ts';

export interface RunningExtension {
  readonly stop: () => Promise<void>;
}

/** What is different on a desktop and in a browser. */
interface Host {
  /** The server's own file. */
  readonly program: Uri;
  readonly createClient: ClientFactory;
  /** Whoever steps through the server keeps it from answering, and would lose it. */
  readonly isDebugged: boolean;
}

export function activateGouji(context: ExtensionContext, { program, createClient, isDebugged }: Host): RunningExtension {
  const silenced = createSwitchedOff(context.workspaceState);
  const held = createHeld(() => server.notify('workspace/didChangeConfiguration', { settings: null }));
  const reports = createReports(silenced);
  const patterns = patternsOf(context.extension.packageJSON);
  const renames = createRenames();
  const symbolFiles = createSymbolFiles({ ask: (method, params) => server.ask(method, params), held, patterns });
  const watch = unstick(() => server, held);
  const server = createServer({
    createClient,
    program,
    options: clientOptions({ silenced, held }, [symbolFiles.middleware, renames.middleware, ...(isDebugged ? [] : [watch.middleware])]),
    prepare: (client) => {
      client.onNotification(STATUS_METHOD, (params: StatusParams) => reports.update({ ...params, uri: editorUri(params.uri).toString() }));
      answerReads(client);
      answerDocumentReads(client);
    },
    startingAnew: held.clear,
    troubled: () => void showTrouble(server),
    givenUp: () => void showNotRunning(server),
  });
  const { ask } = server;

  function startFor(document: TextDocument): void {
    if (server.state().kind === 'idle' && concernsServer(document)) void server.start();
  }

  const words = registerWordFileSystem(server);
  const review = createReviewMode(reports, ask);
  const equationTree = createEquationTree(reports, ask);
  const tableKeys = createTableKeys(reports, ask);
  const lists = createListDocuments();
  const unchecked = createUncheckedFolder(reports, patterns);
  const folderCheck = createFolderCheck(server, { held, lists, begun: unchecked.settle });
  const previous = createPreviousOffer({ reports, ask, patterns, state: context.workspaceState, failed: (error) => void showFailure(error, server) });
  const notes = createReviewNotes(server, context);
  const practice = createPractice(context.extensionUri);
  context.subscriptions.push(
    server,
    words,
    registerWordEditors(),
    reports,
    held,
    watch,
    symbolFiles,
    server.onDidChange(({ kind }) => {
      // One that starts knows none of the files that are not open; of one that was given up nothing holds any more.
      if (kind === 'starting') symbolFiles.anew();
      if (kind === 'failed') reports.forget();
    }),
    createStatus({ reports, silenced, held, server, previous }),
    createLanguageOffer(reports),
    equationTree,
    notes,
    createReviewTree(server, { begun: notes.setRoot, state: context.workspaceState }),
    ...registerSuppressionWriting(server),
    renames,
    createSelectionSum(reports, ask),
    tableKeys,
    createPaste(reports, ask),
    review,
    folderCheck,
    lists,
    unchecked,
    previous,
    practice,
    createBlankHint(reports, context.globalState),
    registerFormView({ extensionUri: context.extensionUri, server, reports }),
    workspace.onDidOpenTextDocument(startFor),
    workspace.onDidChangeTextDocument(({ document }) => startFor(document)),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('gouji')) workspace.textDocuments.forEach(startFor);
    }),
    watchEncodings((error) => void showFailure(error, server)),
    ...registerCommands({
      previous,
      silenced,
      held,
      reports,
      review,
      tableKeys,
      equationTree,
      folderCheck,
      lists,
      practice,
      server,
      words,
      extensionUri: context.extensionUri,
      patterns,
    }),
  );
  workspace.textDocuments.forEach(startFor);
  return { stop: server.stop };
}

/** The file names that the manifest gives our language. */
function patternsOf(manifest: unknown): readonly string[] {
  const { contributes } = manifest as {
    readonly contributes: { readonly languages: readonly { readonly extensions?: readonly string[]; readonly filenamePatterns?: readonly string[] }[] };
  };
  return contributes.languages.flatMap(({ extensions = [], filenamePatterns = [] }) => [
    ...extensions.map((extension) => `*${extension}`),
    ...filenamePatterns,
  ]);
}
