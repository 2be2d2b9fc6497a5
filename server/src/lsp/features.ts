// Which requests are answered, and with which feature? Finds document, settings and report; the features do the rest.

import type {
  CancellationToken,
  ClientCapabilities,
  CodeAction,
  CodeActionParams,
  CompletionList,
  Connection,
  ResponseError,
  TextDocumentPositionParams,
} from 'vscode-languageserver';
import { fixAllAction, FIX_ALL, isWanted, QUICK_FIX, quickFixes } from '../features/code-actions.ts';
import { completions } from '../features/completion.ts';
import { withoutWaiting } from '../features/diagnostics.ts';
import { totalsOf } from '../features/totals.ts';
import { offsetAt, spanOf } from '../text/lines.ts';
import type { Analyser } from './analysis.ts';
import type { Documents, OpenDocument } from './documents.ts';
import { guarded } from './guard.ts';
import { LANGUAGE_ID, TOTALS_METHOD, type InitializationOptions, type TotalsParams, type TotalsResult } from './protocol.ts';
import type { Runtime } from './runtime.ts';
import { isLeftAlone } from './schemes.ts';
import type { Settings } from './settings.ts';
import type { SettingsStore } from './settings-store.ts';

export interface FeatureContext {
  readonly connection: Connection;
  readonly runtime: Runtime;
  readonly documents: Documents;
  readonly analyser: Analyser;
  readonly settingsStore: SettingsStore;
  readonly capabilities: ClientCapabilities;
  readonly options: InitializationOptions;
}

export function answerFeatures(context: FeatureContext): void {
  const { connection } = context;
  connection.onCodeAction((params, token) =>
    answer(context, 'textDocument/codeAction', params, token, (document, settings) =>
      codeActions(context, params, document, settings),
    ),
  );
  connection.onCompletion((params, token) =>
    answer(context, 'textDocument/completion', params, token, (document, settings) =>
      complete(context, params, document, settings),
    ),
  );
  connection.onRequest<TotalsResult | null, never>(TOTALS_METHOD, (params: TotalsParams, token: CancellationToken) =>
    answer(context, TOTALS_METHOD, params, token, (document, settings) => totals(context, document, settings)),
  );
}

function totals({ analyser }: FeatureContext, document: OpenDocument, settings: Settings): TotalsResult | null {
  const report = analyser.report(document, settings);
  return report?.recognised === true ? { version: document.version, ...totalsOf(report) } : null;
}

/** An open document that is ours to speak of; else the answer is null. */
function answer<Result>(
  { connection, runtime, documents, settingsStore }: FeatureContext,
  method: string,
  { textDocument: { uri } }: { readonly textDocument: { readonly uri: string } },
  token: CancellationToken,
  work: (document: OpenDocument, settings: Settings) => Result,
): Promise<Result | null | ResponseError<never>> {
  const place = () => ({ method, uri, version: documents.get(uri)?.version ?? null });
  return guarded<Result | null>({ connection, runtime, place, token }, async () => {
    const document = documents.get(uri);
    if (document === undefined || isLeftAlone(uri)) return null;
    return work(document, await settingsStore.of(uri));
  });
}

function codeActions(
  { analyser, capabilities }: FeatureContext,
  { range, context: { only } }: CodeActionParams,
  document: OpenDocument,
  settings: Settings,
): CodeAction[] {
  const analysis = analyser.analyse(document, settings);
  if (analysis === null || !analysis.report.recognised) return [];
  const { report, check } = analysis;
  const target = {
    uri: document.uri,
    version: document.version,
    versioned: capabilities.workspace?.workspaceEdit?.documentChanges === true,
  };
  const findings = withoutWaiting(report, check.findings, document.typingLine);
  const fixes = isWanted(QUICK_FIX, only ?? ['']) ? quickFixes({ report, findings }, spanOf(report.lines, range), target) : [];
  // Changing the whole document is offered to those who ask for it, not at every light bulb.
  const all = isWanted(FIX_ALL, only ?? []) ? fixAllAction(report, { levels: settings.rules }, target) : [];
  return [...fixes, ...all];
}

function complete(
  { analyser, capabilities, options, runtime }: FeatureContext,
  { position }: TextDocumentPositionParams,
  document: OpenDocument,
  settings: Settings,
): CompletionList | null {
  const ours = document.languageId === LANGUAGE_ID;
  if (ours && options.ownSnippets === true) return null;
  const report = analyser.report(document, settings);
  if (report === null || !(ours || report.recognised)) return null;
  return completions(report, offsetAt(report.lines, position), {
    layout: document.languageId === 'markdown' ? 'bars' : 'tabs',
    snippets: capabilities.textDocument?.completion?.completionItem?.snippetSupport === true,
    year: runtime.currentYear() - 1,
  });
}
