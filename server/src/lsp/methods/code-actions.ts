// Answers textDocument/codeAction: conversion to another form, fixes, navigation, table rewrites, and suppressions last, so
// that the first item never silences anything.

import type { ClientCapabilities, CodeAction, CodeActionParams } from 'vscode-languageserver';
import { formRewriteAction } from '../../features/code-actions/convert-form-action.ts';
import { conversionActions } from '../../features/code-actions/convert-table-action.ts';
import { fixAllAction, quickFixes } from '../../features/code-actions/fixes.ts';
import { FIX_ALL, isWanted, QUICK_FIX, REWRITE, SUPPRESS } from '../../features/code-actions/action-kinds.ts';
import { visitActions } from '../../features/code-actions/visits.ts';
import { wordActions } from '../../features/code-actions/word-actions.ts';
import { suppressionActions } from '../../features/code-actions/suppression-actions.ts';
import type { Finding } from '../../findings/finding.ts';
import { EDIT_REFUSED } from '../../features/edit-refused.ts';
import { spanOf } from '../../text/lines.ts';
import { meets, type Span } from '../../text/span.ts';
import type { Session } from '../session.ts';
import { CodeActionTriggerKind } from '../library.ts';
import {
  CLEAN_COMMAND,
  CONVERT_FORM_COMMAND,
  FIX_AS_REVISION_COMMAND,
  OPEN_RULE_COMMAND,
  SUPPRESSION_COMMAND,
  REOPEN_COMMAND,
  SELECT_COMMAND,
} from '../../protocol/requests.ts';
import { ofReport, type Asked, type FeatureContext } from '../request-handlers.ts';
import type { MethodGroup } from './method-group.ts';

export const codeActions: MethodGroup = {
  capabilities: () => ({ codeActionProvider: { codeActionKinds: [QUICK_FIX, REWRITE, FIX_ALL, SUPPRESS] } }),
  register,
};

function register(context: FeatureContext): void {
  context.connection.onCodeAction(
    ofReport(context, { method: 'textDocument/codeAction', nothing: [] }, (asked, params: CodeActionParams) => [
      ...formRewrites(context, asked, params),
      ...fixes(context, asked, params),
      ...tableRewrites(context, asked, params),
      ...suppressionItems(context, asked, params),
    ]),
  );
}

function fixes(
  { capabilities, suppressions, options: client }: FeatureContext,
  { analysis: { report }, document, settings, visible }: Asked,
  { range, context: { only } }: CodeActionParams,
): CodeAction[] {
  const findings = document.wordDocument === null ? visible : takenFixes(document, visible, spanOf(report.lines, range));
  const snippets = capabilities.workspace?.workspaceEdit?.snippetEditSupport === true;
  const target = { uri: document.uri, version: document.version, versioned: takesVersions(capabilities), snippets };
  const options = { levels: settings.rules, suppressions: suppressions.of(document.uri) };
  const ours = {
    select: client.selects === true ? SELECT_COMMAND : null,
    openRule: client.opensPages === true ? OPEN_RULE_COMMAND : null,
    reopen: client.reopens === true ? REOPEN_COMMAND : null,
  };
  const single = isWanted(QUICK_FIX, only ?? ['']) ? quickFixes({ report, findings, options }, spanOf(report.lines, range), target) : [];
  // Changing the whole document is offered to those who ask for it, not at every light bulb.
  const all = isWanted(FIX_ALL, only ?? []) ? fixAllAction(report, options, target) : [];
  const visits = isWanted(QUICK_FIX, only ?? [''])
    ? visitActions({ report, findings, options }, spanOf(report.lines, range), { uri: document.uri, ...ours })
    : [];
  const word = document.wordDocument !== null && client.documents === true && isWanted(QUICK_FIX, only ?? ['']) ? document.wordDocument : null;
  const ofWord =
    word === null
      ? []
      : wordActions({ report, findings, options }, spanOf(report.lines, range), {
          uri: document.uri,
          version: document.version,
          fixAsRevision: FIX_AS_REVISION_COMMAND,
          clean: CLEAN_COMMAND,
          mayRevise: document.isSettled && !settings.word.revisions && !word.can.keepsRevisions,
        });
  return [...single, ...ofWord, ...visits, ...all];
}

/** Of the findings there the fixes that the Word document behind the text can take. */
function takenFixes(document: Session, findings: readonly Finding[], span: Span): readonly Finding[] {
  return findings.map((finding) => (meets(finding.span, span) ? { ...finding, fixes: finding.fixes.filter(({ edits }) => document.takes(edits)) } : finding));
}

/** Only for those who ask: each conversion is tried out, and a light bulb at every number would help nobody. */
function tableRewrites({ capabilities }: FeatureContext, { analysis: { report }, document }: Asked, { range, context }: CodeActionParams): CodeAction[] {
  if (context.triggerKind === CodeActionTriggerKind.Automatic || document.wordDocument !== null || !isWanted(REWRITE, context.only ?? [''])) return [];
  return conversionActions(report, spanOf(report.lines, range), { uri: document.uri, version: document.version, versioned: takesVersions(capabilities) });
}

/** Only for a client that shows what needs judgement: nothing of the older tables is dropped silently. */
function formRewrites(
  { options }: FeatureContext,
  { analysis: { report }, document, visible }: Asked,
  { range, context: { only } }: CodeActionParams,
): CodeAction[] {
  const kind = [QUICK_FIX, REWRITE].find((each) => isWanted(each, only ?? ['']));
  if (options.convertsForm !== true || kind === undefined) return [];
  return formRewriteAction({ report, findings: visible }, spanOf(report.lines, range), { uri: document.uri, command: CONVERT_FORM_COMMAND, kind });
}

/** What can be written beside the draft; listed behind every fix of the draft itself. */
function suppressionItems(
  { capabilities, options, suppressions }: FeatureContext,
  { analysis: { report }, document, visible }: Asked,
  { range, context: { only } }: CodeActionParams,
): CodeAction[] {
  // What cannot be saved is not put out of sight.
  const findings = visible.filter(({ rule }) => rule !== EDIT_REFUSED);
  const place = suppressions.placeOf(document.uri);
  if (place === null || !isWanted(SUPPRESS, only ?? [''])) return [];
  // Neovim names the operation without `documentChanges`, which alone can hold it.
  const creates = capabilities.workspace?.workspaceEdit?.resourceOperations?.includes('create') === true;
  return suppressionActions(
    { report, findings },
    spanOf(report.lines, range),
    { uri: document.uri, ...place },
    options.suppressions === true ? { by: 'command', command: SUPPRESSION_COMMAND } : { by: 'edit', versioned: takesVersions(capabilities), creates },
  );
}

/** Whether edits may be bound to a version. */
function takesVersions({ workspace }: ClientCapabilities): boolean {
  return workspace?.workspaceEdit?.documentChanges === true;
}
