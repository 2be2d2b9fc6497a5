// Laying out the tables of a report in any language, also where another extension is the formatter.

import { l10n, window, workspace, WorkspaceEdit, type TextDocument } from 'vscode';
import type { TextEdit } from 'vscode-languageclient';
import type { Ask } from './ask.ts';
import { rangeOf } from './ranges.ts';

export async function formatTables(document: TextDocument, ask: Ask): Promise<void> {
  const { version } = document;
  const options = { tabSize: 8, insertSpaces: false };
  const edits = await ask<readonly TextEdit[]>('textDocument/formatting', { textDocument: { uri: document.uri.toString() }, options });
  if (edits === null) {
    void window.showInformationMessage(l10n.t('This document is not recognised as a report.'));
    return;
  }
  if (edits.length === 0) {
    void window.showInformationMessage(l10n.t('No table to format: those with a row a line are in order, others were left alone.'));
    return;
  }
  if (document.version !== version) {
    void window.showWarningMessage(l10n.t('The text has changed meanwhile; nothing was done. Please run the command again.'));
    return;
  }
  const edit = new WorkspaceEdit();
  for (const { range, newText } of edits) edit.replace(document.uri, rangeOf(range), newText);
  await workspace.applyEdit(edit);
}
