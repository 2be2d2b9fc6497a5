// Rewriting a report to the form after its own: done in the document, and what needs judgement opens beside it as a list.

import { l10n, ViewColumn, window, workspace, type TextDocument } from 'vscode';
import { CONVERT_FORM_METHOD } from '../../../server/src/protocol/requests.ts';
import type { Ask } from '../server-process/ask.ts';
import { applyEdits } from './changes.ts';

export async function convertForm(document: TextDocument, ask: Ask): Promise<void> {
  const result = await ask(CONVERT_FORM_METHOD, { textDocument: { uri: document.uri.toString() } });
  if (result === null) {
    void window.showInformationMessage(l10n.t('This document is not recognised as a report on an older form.'));
    return;
  }
  if (result.kind === 'refused') {
    void window.showWarningMessage(result.reason);
    return;
  }
  if (!(await applyEdits(document, result.version, result.edits))) return;
  const lines = [`# ${l10n.t('Converted to the {0} form: to verify', result.form)}`, '', ...result.notes.map((note) => `- [ ] ${note}`), ''];
  const list = await workspace.openTextDocument({ language: 'markdown', content: lines.join('\n') });
  await window.showTextDocument(list, { viewColumn: ViewColumn.Beside, preserveFocus: true });
}
