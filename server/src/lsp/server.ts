// The language server: one wiring for desktop, web and other editors.

import type {
  ClientCapabilities,
  Connection,
  DidChangeWorkspaceFoldersParams,
  InitializeError,
  InitializeParams,
  InitializeResult,
  ServerCapabilities,
} from 'vscode-languageserver';
import { deliverDiagnostics, DIAGNOSTICS, statusReporter } from './methods/diagnostics.ts';
import { createDocuments } from './documents.ts';
import { METHOD_GROUPS } from './methods/method-groups.ts';
import { endRequests, unawaited } from './guard.ts';
import { isRecord } from './is-record.ts';
import { ErrorCodes, ResponseError, TextDocumentSyncKind } from './library.ts';
import { withPages } from './pages.ts';
import type { InitializationOptions } from '../protocol/requests.ts';
import { createSuppressionsStore } from './suppressions-store.ts';
import type { Runtime } from './runtime.ts';
import { createSettingsStore, withFolderSettings } from './settings-store.ts';
import { createValidator } from './validator.ts';
import { createWordDocuments } from './word-documents.ts';

export function startServer(connection: Connection, runtime: Runtime): void {
  // Behind every other handler, and there are none before `initialize`.
  const early = connection.onRequest(() => new ResponseError(ErrorCodes.ServerNotInitialized, 'not initialized'));
  let initialized = false;
  let isShutDown = false;
  connection.onInitialize((params): InitializeResult | ResponseError<InitializeError> => {
    // Documents and settings would start anew under a client that believes them open.
    if (initialized) return new ResponseError(ErrorCodes.InvalidRequest, 'already initialized');
    initialized = true;
    early.dispose();
    const options = parseOptions(params.initializationOptions);
    wire({ connection, runtime, params, options });
    return {
      serverInfo: { name: 'gouji', version: runtime.version },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        ...capabilitiesOf(params.capabilities, options),
        ...DIAGNOSTICS,
      },
    };
  });
  connection.onShutdown(() => {
    if (!initialized) return new ResponseError<void>(ErrorCodes.ServerNotInitialized, 'not initialized');
    if (isShutDown) return new ResponseError<void>(ErrorCodes.InvalidRequest, 'shut down');
    isShutDown = true;
    endRequests(connection);
    return undefined;
  });
  connection.listen();
}

function capabilitiesOf(client: ClientCapabilities, options: InitializationOptions): ServerCapabilities {
  const methods = METHOD_GROUPS.reduce<ServerCapabilities>((all, group) => ({ ...all, ...group.capabilities(client, options) }), {});
  return { ...methods, workspace: { ...methods.workspace, workspaceFolders: { supported: true, changeNotifications: true } } };
}

function wire({
  connection,
  runtime,
  params,
  options,
}: {
  readonly connection: Connection;
  readonly runtime: Runtime;
  readonly params: InitializeParams;
  readonly options: InitializationOptions;
}): void {
  const { capabilities } = params;
  const documents = createDocuments();
  const roots = rootsOf(connection, params);
  const suppressions = createSuppressionsStore({ connection, runtime, documents, capabilities, options, roots });
  const settingsStore = withFolderSettings(createSettingsStore(connection, capabilities, options), suppressions);
  const wordDocuments = createWordDocuments({ connection, runtime, asks: options.documents === true });
  const validator = createValidator({ settingsStore, suppressions, wordDocuments, linked: withPages({ options, runtime, capabilities }) });
  const refresh = deliverDiagnostics({
    connection,
    runtime,
    documents,
    validator,
    capabilities,
    validated: options.status === true ? statusReporter(connection, suppressions) : () => undefined,
  });
  const refreshDecorations = decorationsRefresher(connection, capabilities);
  const context = { connection, runtime, documents, settingsStore, suppressions, wordDocuments, capabilities, options, refreshDecorations };
  for (const group of METHOD_GROUPS) group.register(context);
  const refreshAll = () => {
    refresh();
    refreshDecorations();
  };
  connection.onInitialized(() => {
    if (typeof params.processId === 'number') runtime.watchParent?.(params.processId);
    settingsStore.listen(refreshAll);
    suppressions.listen(refreshAll);
    for (const group of METHOD_GROUPS) group.initialized?.(context);
  });
  documents.onDidClose(({ document }) => {
    settingsStore.forget(document.uri);
    wordDocuments.forget(document.uri);
  });
  documents.listen(connection);
}

/** The folders of the workspace as they are now; of an older client the one folder that it named. */
function rootsOf(connection: Connection, { workspaceFolders, rootUri }: InitializeParams): () => readonly string[] {
  let roots = workspaceFolders?.map(({ uri }) => uri) ?? (typeof rootUri === 'string' ? [rootUri] : []);
  connection.onNotification('workspace/didChangeWorkspaceFolders', ({ event }: DidChangeWorkspaceFoldersParams) => {
    const removed = new Set(event.removed.map(({ uri }) => uri));
    roots = [...roots.filter((uri) => !removed.has(uri)), ...event.added.map(({ uri }) => uri)];
  });
  return () => roots;
}

function parseOptions(raw: unknown): InitializationOptions {
  if (!isRecord(raw)) return {};
  const formats = raw['formats'];
  return {
    gouji: raw['gouji'],
    status: raw['status'] === true,
    suppressions: raw['suppressions'] === true,
    convertsForm: raw['convertsForm'] === true,
    selects: raw['selects'] === true,
    reopens: raw['reopens'] === true,
    documents: raw['documents'] === true,
    opensPages: raw['opensPages'] === true,
    ...(Array.isArray(formats) && { formats: formats.filter((language) => typeof language === 'string') }),
  };
}

/** Has the client ask anew for what stands in the text beside the diagnostics: tokens and hints. */
function decorationsRefresher(connection: Connection, { workspace }: ClientCapabilities): () => void {
  return () => {
    if (workspace?.semanticTokens?.refreshSupport === true) unawaited(connection.languages.semanticTokens.refresh());
    if (workspace?.inlayHint?.refreshSupport === true) unawaited(connection.languages.inlayHint.refresh());
  };
}
