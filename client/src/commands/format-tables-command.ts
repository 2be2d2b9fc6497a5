// Laying out the tables of a report in any language, also where another extension is the formatter.

import { l10n, window, type TextDocument } from 'vscode';
import { showNoReport, type Ask } from '../server-process/ask.ts';
import { applyEdits } from './choose-changes.ts';

export async function formatTables(document: TextDocument, ask: Ask): Promise<void> {
  const { version } = document;
  const options = { tabSize: 8, insertSpaces: false };
  const edits = await ask('textDocument/formatting', { textDocument: { uri: document.uri.toString() }, options });
  if (edits === null) return showNoReport();
  if (edits.length === 0) {
    void window.showInformationMessage(l10n.t('No table to format. (Only tables with one row per line are formatted.)'));
    return;
  }
  await applyEdits(document, version, edits);
}
