// Wraps a feature as a request handler: finds document, settings, report and findings, and checks cancellation and version.

import type { CancellationToken, ClientCapabilities, Connection, Position, ResponseError } from 'vscode-languageserver';
import type { Finding } from '../findings/finding.ts';
import { offsetAt } from '../text/lines.ts';
import type { Analysis, Session } from './session.ts';
import type { Documents } from './documents.ts';
import { contentModified, endIfCancelled, guarded } from './guard.ts';
import type { InitializationOptions, OwnMethod, ParamsOf, ResultOf } from '../protocol/requests.ts';
import type { Runtime } from './runtime.ts';
import type { SuppressionsStore } from './suppressions-store.ts';
import { isExcludedScheme } from '../protocol/schemes.ts';
import type { Settings } from './settings.ts';
import type { SettingsStore } from './settings-store.ts';
import type { WordDocuments } from './word-documents.ts';

export interface FeatureContext {
  readonly connection: Connection;
  readonly runtime: Runtime;
  readonly documents: Documents;
  readonly settingsStore: SettingsStore;
  readonly suppressions: SuppressionsStore;
  readonly wordDocuments: WordDocuments;
  readonly capabilities: ClientCapabilities;
  readonly options: InitializationOptions;
  /** Has the client ask again for what it shows in the text: tokens and hints. */
  readonly refreshDecorations: () => void;
}

/** What a feature is given: the analysis of a recognised report, and where it was asked. */
export interface Asked {
  readonly analysis: Analysis;
  readonly document: Session;
  readonly settings: Settings;
  /** The findings that are shown. */
  readonly visible: readonly Finding[];
}

interface DocumentParams {
  /** With a version where places in the question speak of that text and no other. */
  readonly textDocument: { readonly uri: string; readonly version?: number };
}

interface PositionParams extends DocumentParams {
  readonly position: Position;
}

/** Those of our own requests that are about an open document. */
type ReportMethod = { [Method in OwnMethod]: ParamsOf<Method> extends DocumentParams ? Method : never }[OwnMethod];

type Handler<Params, Result> = (params: Params, token: CancellationToken) => Promise<Result | null | ResponseError<never>>;

/** Asked of a recognised report; of any other document the answer is `nothing`. */
export function ofReport<Params extends DocumentParams, Result>(
  context: FeatureContext,
  { method, nothing }: { readonly method: string; readonly nothing: Result },
  feature: (asked: Asked, params: Params) => Result,
): Handler<Params, Result> {
  return (params, token) =>
    answer(context, { method, uri: params.textDocument.uri, token }, (document, settings) => {
      const { version = document.version } = params.textDocument;
      if (version !== document.version) throw contentModified();
      const analysis = document.analyse(settings, context.suppressions.of(document.uri));
      if (analysis?.report.recognised !== true) return nothing;
      return feature({ analysis, document, settings, visible: analysis.visible }, params);
    });
}

/** Asked of a place in a recognised report, as an offset into its text; elsewhere the answer is null. */
export function atOffset<Params extends PositionParams, Result>(
  context: FeatureContext,
  method: string,
  feature: (asked: Asked, offset: number, params: Params) => Result | null,
): Handler<Params, Result | null> {
  return ofReport<Params, Result | null>(context, { method, nothing: null }, (asked, params) =>
    feature(asked, offsetAt(asked.analysis.report.lines, params.position), params),
  );
}

/** A request of our own client about a report; of any other document the answer is null. */
export function onCustomRequest<Method extends ReportMethod>(
  context: FeatureContext,
  method: Method,
  feature: (asked: Asked, params: ParamsOf<Method>) => ResultOf<Method> | null,
): void {
  context.connection.onRequest<object | null, never>(method, ofReport<ParamsOf<Method>, ResultOf<Method> | null>(context, { method, nothing: null }, feature));
}

/** A request of our own client about no document that is open; `uriOf` names for the log what it is about. */
export function onWorkspaceRequest<Method extends Exclude<OwnMethod, ReportMethod>>(
  context: FeatureContext,
  { method, uriOf }: { readonly method: Method; readonly uriOf: (params: ParamsOf<Method>) => string },
  work: (params: ParamsOf<Method>, token: CancellationToken) => ResultOf<Method> | Promise<ResultOf<Method>>,
): void {
  context.connection.onRequest<object | null, never>(method, (params: ParamsOf<Method>, token: CancellationToken) =>
    guarded<ResultOf<Method>>(context, { method, uri: uriOf(params), token }, () => work(params, token)),
  );
}

/** An open document that is ours to speak of; else the answer is null. */
export function answer<Result>(
  context: FeatureContext,
  { method, uri, token }: { readonly method: string; readonly uri: string; readonly token: CancellationToken },
  work: (document: Session, settings: Settings) => Result,
): Promise<Result | null | ResponseError<never>> {
  const { documents, settingsStore, suppressions, wordDocuments } = context;
  return guarded<Result | null>(context, { method, uri, token }, async () => {
    const document = documents.get(uri);
    if (document === undefined || isExcludedScheme(uri)) return null;
    const [settings] = await Promise.all([settingsStore.of(uri), suppressions.load(uri), wordDocuments.load(uri)]);
    document.wordDocument = wordDocuments.of(uri);
    endIfCancelled(token);
    return work(document, settings);
  });
}
