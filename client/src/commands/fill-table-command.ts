// Filling a table from the clipboard: every cell that would change is shown first, and only what stays ticked is done.

import { env, l10n, window, type TextDocument } from 'vscode';
import type { CellKey } from '../../../server/src/forms/form.ts';
import { FILL_METHOD } from '../../../server/src/protocol/requests.ts';
import type { Position } from '../../../server/src/text/span.ts';
import { showNoReport, type Ask } from '../server-process/ask.ts';
import { applyEdits, chooseChanges } from './choose-changes.ts';

export async function fillTable(document: TextDocument, ask: Ask): Promise<void> {
  const editor = [window.activeTextEditor, ...window.visibleTextEditors].find((each) => each?.document === document);
  if (editor === undefined) return;
  const { line, character } = editor.selection.active;
  // Taken before the clipboard is read: the place is one of this version.
  const { version } = document;
  await fillFrom(document, { version, position: { line, character }, block: await env.clipboard.readText() }, ask);
}

interface Block {
  /** Of the text that the position speaks of. */
  readonly version: number;
  readonly position: Position;
  readonly block: string;
  /** The cell that it begins in. */
  readonly from?: CellKey;
}

/** The same for a block that was pasted. */
export async function fillFrom(document: TextDocument, { version, position, block, from }: Block, ask: Ask): Promise<void> {
  const filled = await ask(FILL_METHOD, { textDocument: { uri: document.uri.toString(), version }, position, block, ...(from !== undefined && { from }) });
  if (filled === null) return showNoReport();
  if (filled.kind === 'refused') {
    void window.showWarningMessage(l10n.t('{0}. Nothing was changed.', filled.reason));
    return;
  }
  if (filled.changes.length === 0) {
    void window.showInformationMessage(l10n.t('The table already has the numbers on the clipboard.'));
    return;
  }
  const changes = filled.changes.map((change) => (change.summed ? { ...change, detail: l10n.t('Not copied; sum of its items') } : change));
  const chosen = await chooseChanges(changes, {
    title: l10n.t('Fill {0}: {1} numbers copied, {2} cells change; nothing changes until you confirm', filled.table, filled.count, changes.length),
    placeHolder: filled.warning ?? l10n.t('Afterwards all equations that can be checked hold'),
  });
  if (chosen.length > 0) await applyEdits(document, filled.version, chosen);
}
