// Registers completion and formatting.

import type { CompletionList, DocumentFormattingParams, DocumentRangeFormattingParams, Position, ServerCapabilities, TextEdit } from 'vscode-languageserver';
import { completions } from '../../features/completion/completions.ts';
import { formatting, linesOf } from '../../features/formatting.ts';
import { offsetAt } from '../../text/lines.ts';
import type { Session } from '../session.ts';
import { unawaited } from '../guard.ts';
import { DocumentFormattingRequest, DocumentRangeFormattingRequest } from '../library.ts';
import { LANGUAGE_ID, type InitializationOptions } from '../../protocol/requests.ts';
import { answer, ofReport, type Asked, type FeatureContext } from '../request-handlers.ts';
import type { Settings } from '../settings.ts';
import type { MethodGroup } from './method-group.ts';

export const editing: MethodGroup = {
  capabilities: (_client, options) => ({ completionProvider: {}, ...formattingCapabilities(options) }),
  register,
  initialized: registerFormatting,
};

/** Announced at once to clients that name no languages. */
function formattingCapabilities({ formats }: InitializationOptions): ServerCapabilities {
  return formats === undefined ? { documentFormattingProvider: true, documentRangeFormattingProvider: true } : {};
}

/** For a client that names languages: elsewhere another formatter is the one to ask. */
function registerFormatting({ connection, options: { formats } }: FeatureContext): void {
  if (formats === undefined) return;
  const documentSelector = formats.map((language) => ({ language }));
  unawaited(connection.client.register(DocumentFormattingRequest.type, { documentSelector }));
  unawaited(connection.client.register(DocumentRangeFormattingRequest.type, { documentSelector }));
}

function register(context: FeatureContext): void {
  const { connection } = context;
  connection.onCompletion(({ textDocument: { uri }, position }, token) =>
    answer(context, { method: 'textDocument/completion', uri, token }, (document, settings) => complete(context, { document, settings, position })),
  );
  connection.onDocumentFormatting(
    ofReport<DocumentFormattingParams, TextEdit[] | null>(context, { method: 'textDocument/formatting', nothing: null }, (asked) => formatted(context, asked)),
  );
  connection.onDocumentRangeFormatting(
    ofReport<DocumentRangeFormattingParams, TextEdit[] | null>(context, { method: 'textDocument/rangeFormatting', nothing: null }, (asked, { range }) =>
      formatted(context, asked, linesOf(range)),
    ),
  );
}

function complete(
  { capabilities, runtime }: FeatureContext,
  { document, settings, position }: { readonly document: Session; readonly settings: Settings; readonly position: Position },
): CompletionList | null {
  const ours = document.languageId === LANGUAGE_ID;
  const report = document.report(settings);
  if (report === null || !(ours || report.recognised)) return null;
  return completions(report, offsetAt(report.lines, position), {
    layout: document.languageId === 'markdown' ? 'bars' : 'tabs',
    snippets: capabilities.textDocument?.completion?.completionItem?.snippetSupport === true,
    year: runtime.currentYear() - 1,
  });
}

/** The layout of a Word document's tables is Word's own. What the person silenced stays as it is written. */
function formatted({ suppressions }: FeatureContext, { analysis, document, settings }: Asked, within?: readonly [number, number]): TextEdit[] {
  if (document.wordDocument !== null) return [];
  const check = { levels: settings.rules, suppressions: suppressions.of(document.uri) };
  return formatting(analysis.report, { layout: settings.format.layout, check, ...(within && { within }) });
}
