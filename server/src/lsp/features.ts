// Which requests are answered, and with which feature? Finds document, settings and report; the features do the rest.

import type {
  CodeAction,
  CodeActionParams,
  CompletionList,
  TextDocumentPositionParams,
} from 'vscode-languageserver';
import { fixAllAction, quickFixes } from '../features/code-actions/fixes.ts';
import { FIX_ALL, isWanted, QUICK_FIX } from '../features/code-actions/kinds.ts';
import { completions } from '../features/completion/completions.ts';
import { withoutWaiting } from '../features/diagnostics.ts';
import { equationGroups } from '../features/requests/equations.ts';
import { reviewNumbers } from '../features/requests/review.ts';
import { sumOfSelection } from '../features/requests/selection-sum.ts';
import { totalsOf } from '../features/requests/totals.ts';
import { offsetAt, spanOf } from '../text/lines.ts';
import { answerCheckText } from './check-text.ts';
import type { OpenDocument } from './documents.ts';
import {
  EQUATIONS_METHOD,
  LANGUAGE_ID,
  REVIEW_METHOD,
  SELECTION_METHOD,
  TOTALS_METHOD,
} from './protocol.ts';
import { answerLayout, tableRewrites } from './layout.ts';
import { answerReading } from './reading.ts';
import { answerRemarks, remarkFixes } from './remarks.ts';
import { answer, answerOwn, ofReport, type Asked, type FeatureContext } from './requests.ts';
import type { Settings } from './settings.ts';
import { answerStructure } from './structure.ts';
import { answerWriting, formRewrites } from './writing.ts';

/** `refresh` has the client ask again for what it shows in the text. */
export function answerFeatures(context: FeatureContext, refresh: () => void): void {
  const { connection } = context;
  answerReading(context);
  answerLayout(context);
  answerWriting(context);
  connection.onCodeAction(
    ofReport(context, { method: 'textDocument/codeAction', nothing: [] }, (asked, params: CodeActionParams) => [
      ...codeActions(context, asked, params),
      ...tableRewrites(context, asked, params),
      ...formRewrites(context, asked, params),
      ...remarkFixes(context, asked, params),
    ]),
  );
  connection.onCompletion((params, token) =>
    answer(context, { method: 'textDocument/completion', uri: params.textDocument.uri, token }, (document, settings) =>
      complete(context, params, document, settings),
    ),
  );
  answerStructure(context, refresh);
  answerCheckText(context);
  answerRemarks(context);
  answerOwn(context, TOTALS_METHOD, ({ analysis, document: { version } }) => ({ version, ...totalsOf(analysis.report) }));
  answerOwn(context, EQUATIONS_METHOD, ({ analysis, document: { version } }) => ({ version, groups: equationGroups(analysis.report) }));
  answerOwn(context, REVIEW_METHOD, ({ analysis, document: { version } }) => ({ version, numbers: reviewNumbers(analysis.report) }));
  answerOwn(context, SELECTION_METHOD, ({ analysis: { report } }, { ranges }) => sumOfSelection(report, ranges.map((range) => spanOf(report.lines, range))));
}

function codeActions(
  { capabilities, remarks }: FeatureContext,
  { analysis: { report, check }, document, settings }: Asked,
  { range, context: { only } }: CodeActionParams,
): CodeAction[] {
  const target = {
    uri: document.uri,
    version: document.version,
    versioned: capabilities.workspace?.workspaceEdit?.documentChanges === true,
    snippets: capabilities.workspace?.workspaceEdit?.snippetEditSupport === true,
  };
  const findings = withoutWaiting(report, check.findings, document.typingLine);
  const options = { levels: settings.rules, remarks: remarks.of(document.uri) };
  const fixes = isWanted(QUICK_FIX, only ?? ['']) ? quickFixes({ report, findings, options }, spanOf(report.lines, range), target) : [];
  // Changing the whole document is offered to those who ask for it, not at every light bulb.
  const all = isWanted(FIX_ALL, only ?? []) ? fixAllAction(report, { levels: settings.rules }, target) : [];
  return [...fixes, ...all];
}

function complete(
  { analyser, capabilities, runtime }: FeatureContext,
  { position }: TextDocumentPositionParams,
  document: OpenDocument,
  settings: Settings,
): CompletionList | null {
  const ours = document.languageId === LANGUAGE_ID;
  const report = analyser.report(document, settings);
  if (report === null || !(ours || report.recognised)) return null;
  return completions(report, offsetAt(report.lines, position), {
    layout: document.languageId === 'markdown' ? 'bars' : 'tabs',
    snippets: capabilities.textDocument?.completion?.completionItem?.snippetSupport === true,
    year: runtime.currentYear() - 1,
  });
}
