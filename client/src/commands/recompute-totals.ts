// Recomputing totals: what would change is shown first, and only what the person leaves ticked is done.

import { l10n, window, type TextDocument } from 'vscode';
import { TOTALS_METHOD } from '../../../server/src/protocol/requests.ts';
import { showNoReport, type Ask } from '../server-process/ask.ts';
import { applyEdits, chooseChanges } from './choose-changes.ts';

export async function recomputeTotals(document: TextDocument, ask: Ask): Promise<void> {
  const totals = await ask(TOTALS_METHOD, { textDocument: { uri: document.uri.toString() } });
  if (totals === null) return showNoReport();
  if (totals.changes.length === 0) {
    void window.showInformationMessage(l10n.t('Every total already equals the sum of its items.'));
    return;
  }
  const chosen = await chooseChanges(totals.changes, {
    title: l10n.t('Recompute totals: nothing changes until you confirm'),
    placeHolder: totals.breaksBalance
      ? l10n.t('Afterwards items 1 + 2 still differ from 3 + 4: an item may be wrong rather than a total')
      : l10n.t('Afterwards all equations hold'),
  });
  if (chosen.length > 0) await applyEdits(document, totals.version, chosen);
}
