// How are code actions answered? Fixes first, then rewritten tables and forms, then what can be written beside the draft.

import type { ClientCapabilities, CodeAction, CodeActionParams } from 'vscode-languageserver';
import { formRewriteAction } from '../features/code-actions/convert-form.ts';
import { conversionActions } from '../features/code-actions/convert-table.ts';
import { fixAllAction, quickFixes } from '../features/code-actions/fixes.ts';
import { FIX_ALL, isWanted, QUICK_FIX, REWRITE } from '../features/code-actions/kinds.ts';
import { remarkActions } from '../features/code-actions/suppressions.ts';
import { spanOf } from '../text/lines.ts';
import { CodeActionTriggerKind } from './library.ts';
import { CONVERT_FORM_COMMAND, REMARK_COMMAND } from '../protocol/requests.ts';
import { ofReport, type Asked, type FeatureContext } from './requests.ts';

export function answerCodeActions(context: FeatureContext): void {
  context.connection.onCodeAction(
    ofReport(context, { method: 'textDocument/codeAction', nothing: [] }, (asked, params: CodeActionParams) => [
      ...fixes(context, asked, params),
      ...tableRewrites(context, asked, params),
      ...formRewrites(context, asked, params),
      ...remarkFixes(context, asked, params),
    ]),
  );
}

function fixes(
  { capabilities, remarks }: FeatureContext,
  { analysis: { report }, document, settings, visible: findings }: Asked,
  { range, context: { only } }: CodeActionParams,
): CodeAction[] {
  const snippets = capabilities.workspace?.workspaceEdit?.snippetEditSupport === true;
  const target = { uri: document.uri, version: document.version, versioned: takesVersions(capabilities), snippets };
  const options = { levels: settings.rules, remarks: remarks.of(document.uri) };
  const single = isWanted(QUICK_FIX, only ?? ['']) ? quickFixes({ report, findings, options }, spanOf(report.lines, range), target) : [];
  // Changing the whole document is offered to those who ask for it, not at every light bulb.
  const all = isWanted(FIX_ALL, only ?? []) ? fixAllAction(report, { levels: settings.rules }, target) : [];
  return [...single, ...all];
}

/** Only for those who ask: each conversion is tried out, and a light bulb at every number would help nobody. */
function tableRewrites({ capabilities }: FeatureContext, { analysis: { report }, document }: Asked, { range, context }: CodeActionParams): CodeAction[] {
  if (context.triggerKind === CodeActionTriggerKind.Automatic || !isWanted(REWRITE, context.only ?? [''])) return [];
  return conversionActions(report, spanOf(report.lines, range), { uri: document.uri, version: document.version, versioned: takesVersions(capabilities) });
}

/** Only for a client that shows what needs judgement: nothing of the older tables is dropped silently. */
function formRewrites({ options }: FeatureContext, { analysis: { report }, document, visible }: Asked, { range, context: { only } }: CodeActionParams): CodeAction[] {
  if (options.convertsForm !== true || !isWanted(REWRITE, only ?? [''])) return [];
  return formRewriteAction({ report, findings: visible }, spanOf(report.lines, range), { uri: document.uri, command: CONVERT_FORM_COMMAND });
}

/** What can be written beside the draft; listed behind every fix of the draft itself. */
function remarkFixes(
  { capabilities, options, remarks }: FeatureContext,
  { analysis: { report }, document, visible: findings }: Asked,
  { range, context: { only } }: CodeActionParams,
): CodeAction[] {
  const place = remarks.placeOf(document.uri);
  if (place === null || !isWanted(QUICK_FIX, only ?? [''])) return [];
  // Neovim names the operation without `documentChanges`, which alone can hold it.
  const creates = capabilities.workspace?.workspaceEdit?.resourceOperations?.includes('create') === true;
  return remarkActions(
    { report, findings },
    spanOf(report.lines, range),
    { uri: document.uri, ...place },
    options.remarks === true ? { by: 'command', command: REMARK_COMMAND } : { by: 'edit', versioned: takesVersions(capabilities), creates },
  );
}

/** Whether edits may be bound to a version. */
function takesVersions({ workspace }: ClientCapabilities): boolean {
  return workspace?.workspaceEdit?.documentChanges === true;
}
