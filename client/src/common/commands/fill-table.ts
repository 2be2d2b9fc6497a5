// Filling a table from the clipboard: every cell that would change is shown first, and only what stays ticked is done.

import { env, l10n, window, type TextDocument } from 'vscode';
import { FILL_METHOD } from '../../../../server/src/lsp/protocol.ts';
import { tellNoReport, type Ask } from '../connection/ask.ts';
import { applyEdits, chooseChanges } from './changes.ts';

export async function fillTable(document: TextDocument, ask: Ask): Promise<void> {
  const position = window.activeTextEditor?.selection.active;
  if (position === undefined) return;
  const block = await env.clipboard.readText();
  const { line, character } = position;
  const filled = await ask(FILL_METHOD, { textDocument: { uri: document.uri.toString() }, position: { line, character }, block });
  if (filled === null) return tellNoReport();
  if (filled.kind === 'refused') {
    void window.showWarningMessage(filled.reason);
    return;
  }
  if (filled.changes.length === 0) {
    void window.showInformationMessage(l10n.t('The table holds the numbers of the clipboard already.'));
    return;
  }
  const changes = filled.changes.map((change) => (change.summed ? { ...change, detail: l10n.t('Not copied: the sum of its parts') } : change));
  const chosen = await chooseChanges(changes, {
    title: l10n.t('Fill {0}: {1} numbers copied, {2} cells change; nothing changes before you confirm', filled.table, filled.count, changes.length),
    placeHolder: filled.warning ?? l10n.t('The sums that can be checked hold afterwards'),
  });
  if (chosen.length > 0) await applyEdits(document, filled.version, chosen);
}
