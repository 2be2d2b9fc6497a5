// How are the requests answered that lay out tables: formatting, rewriting in another layout, filling?

import {
  CodeActionTriggerKind,
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  type CodeAction,
  type CodeActionParams,
  type DocumentRangeFormattingParams,
  type ServerCapabilities,
  type TextEdit,
} from 'vscode-languageserver';
import { conversionActions } from '../features/code-actions/convert-table.ts';
import { isWanted, REWRITE } from '../features/code-actions/kinds.ts';
import { formatting, linesOf } from '../features/formatting.ts';
import { filledTable } from '../features/requests/fill-table.ts';
import { offsetAt, spanOf } from '../text/lines.ts';
import { unawaited } from './guard.ts';
import { FILL_METHOD, type InitializationOptions } from './protocol.ts';
import { answerOwn, ofReport, type Asked, type FeatureContext } from './requests.ts';

/** Announced at once to clients that name no languages. */
export function layoutCapabilities({ formats }: InitializationOptions): ServerCapabilities {
  return formats === undefined ? { documentFormattingProvider: true, documentRangeFormattingProvider: true } : {};
}

/** For a client that names languages: elsewhere another formatter is the one to ask. */
export function registerLayout({ connection, options: { formats } }: FeatureContext): void {
  if (formats === undefined) return;
  const documentSelector = formats.map((language) => ({ language }));
  unawaited(connection.client.register(DocumentFormattingRequest.type, { documentSelector }));
  unawaited(connection.client.register(DocumentRangeFormattingRequest.type, { documentSelector }));
}

export function answerLayout(context: FeatureContext): void {
  const { connection } = context;
  answerFilling(context);
  connection.onDocumentFormatting(
    ofReport<{ readonly textDocument: { readonly uri: string } }, TextEdit[] | null>(context, { method: 'textDocument/formatting', nothing: null }, (asked) => formatted(asked)),
  );
  connection.onDocumentRangeFormatting(
    ofReport<DocumentRangeFormattingParams, TextEdit[] | null>(context, { method: 'textDocument/rangeFormatting', nothing: null }, (asked, { range }) =>
      formatted(asked, linesOf(range)),
    ),
  );
}

/** Only for those who ask: each conversion is tried out, and a light bulb at every number would help nobody. */
export function tableRewrites({ capabilities }: FeatureContext, { analysis: { report }, document }: Asked, { range, context }: CodeActionParams): CodeAction[] {
  if (context.triggerKind === CodeActionTriggerKind.Automatic || !isWanted(REWRITE, context.only ?? [''])) return [];
  const versioned = capabilities.workspace?.workspaceEdit?.documentChanges === true;
  return conversionActions(report, spanOf(report.lines, range), { uri: document.uri, version: document.version, versioned });
}

function answerFilling(context: FeatureContext): void {
  answerOwn(context, FILL_METHOD, ({ analysis: { report }, document: { version } }, { position, block }) => ({
    version,
    ...filledTable(report, offsetAt(report.lines, position), block),
  }));
}

function formatted({ analysis, settings }: Asked, within?: readonly [number, number]): TextEdit[] {
  return formatting(analysis.report, { layout: settings.format.layout, check: { levels: settings.rules }, ...(within && { within }) });
}
