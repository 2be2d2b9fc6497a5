// Filling a table from the clipboard: every cell that would change is shown first, and only what stays ticked is done.

import { env, l10n, window, workspace, WorkspaceEdit, type QuickPickItem, type TextDocument } from 'vscode';
import { FILL_METHOD, type FillResult } from '../../../server/src/lsp/protocol.ts';
import type { Ask } from './ask.ts';
import { rangeOf } from './ranges.ts';

type Change = Extract<FillResult, { readonly kind: 'filled' }>['changes'][number];

interface Choice extends QuickPickItem {
  readonly change: Change;
}

export async function fillTable(document: TextDocument, ask: Ask): Promise<void> {
  const position = window.activeTextEditor?.selection.active;
  if (position === undefined) return;
  const block = await env.clipboard.readText();
  const { line, character } = position;
  const filled = await ask<FillResult>(FILL_METHOD, { textDocument: { uri: document.uri.toString() }, position: { line, character }, block });
  if (filled === null) {
    void window.showInformationMessage(l10n.t('This document is not recognised as a report.'));
    return;
  }
  if (filled.kind === 'refused') {
    void window.showWarningMessage(filled.reason);
    return;
  }
  if (filled.changes.length === 0) {
    void window.showInformationMessage(l10n.t('The table holds the numbers of the clipboard already.'));
    return;
  }
  const chosen = await window.showQuickPick(filled.changes.map(choiceOf), {
    canPickMany: true,
    matchOnDescription: true,
    title: l10n.t('Fill {0}: {1} numbers copied, {2} cells change; nothing changes before you confirm', filled.table, filled.count, filled.changes.length),
    placeHolder: filled.warning ?? l10n.t('The sums that can be checked hold afterwards'),
  });
  if (chosen === undefined || chosen.length === 0) return;
  if (document.version !== filled.version) {
    void window.showWarningMessage(l10n.t('The text has changed meanwhile; nothing was done. Please run the command again.'));
    return;
  }
  const edit = new WorkspaceEdit();
  for (const { change } of chosen) edit.replace(document.uri, rangeOf(change.range), change.newText);
  await workspace.applyEdit(edit);
}

function choiceOf(change: Change): Choice {
  const blank = l10n.t('blank');
  const description = `${change.from.trim() === '' ? blank : change.from} → ${change.to.trim() === '' ? blank : change.to}`;
  return { label: change.name, description, ...(change.summed && { detail: l10n.t('Not copied: the sum of its parts') }), picked: true, change };
}
