// The language server: one wiring for desktop, web and other editors.

import type { ClientCapabilities, Connection, InitializeError, InitializeParams, InitializeResult, ServerCapabilities } from 'vscode-languageserver';
import { deliverDiagnostics } from './diagnostics.ts';
import { createDocuments } from './documents.ts';
import { METHOD_GROUPS } from './methods/method-groups.ts';
import { endRequests, unawaited } from './guard.ts';
import { isRecord } from './is-record.ts';
import { ErrorCodes, ResponseError, TextDocumentSyncKind } from './library.ts';
import { withPages } from './pages.ts';
import type { InitializationOptions } from '../protocol/requests.ts';
import { createSuppressionsStore } from './suppressions-store.ts';
import type { Runtime } from './runtime.ts';
import { createSettingsStore } from './settings-store.ts';
import { statusReporter } from './status.ts';
import { createValidator } from './validator.ts';

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
        diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
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
  return METHOD_GROUPS.reduce<ServerCapabilities>((all, group) => ({ ...all, ...group.capabilities(client, options) }), {});
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
  const settingsStore = createSettingsStore(connection, capabilities, options);
  const remarks = createSuppressionsStore({ connection, runtime, documents, capabilities, options });
  const validator = createValidator({ settingsStore, remarks, linked: withPages({ options, runtime, capabilities }) });
  const refresh = deliverDiagnostics({
    connection,
    runtime,
    documents,
    validator,
    capabilities,
    validated: options.status === true ? statusReporter(connection, remarks) : () => undefined,
  });
  const refreshDecorations = decorationsRefresher(connection, capabilities);
  const context = { connection, runtime, documents, settingsStore, remarks, capabilities, options, refreshDecorations };
  for (const group of METHOD_GROUPS) group.register(context);
  const refreshAll = () => {
    refresh();
    refreshDecorations();
  };
  connection.onInitialized(() => {
    if (typeof params.processId === 'number') runtime.watchParent?.(params.processId);
    settingsStore.listen(refreshAll);
    remarks.listen(refreshAll);
    for (const group of METHOD_GROUPS) group.initialized?.(context);
  });
  documents.onDidClose(({ document }) => settingsStore.forget(document.uri));
  documents.listen(connection);
}

function parseOptions(raw: unknown): InitializationOptions {
  if (!isRecord(raw)) return {};
  const formats = raw['formats'];
  return {
    gouji: raw['gouji'],
    status: raw['status'] === true,
    remarks: raw['remarks'] === true,
    convertsForm: raw['convertsForm'] === true,
    selects: raw['selects'] === true,
    reopens: raw['reopens'] === true,
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
