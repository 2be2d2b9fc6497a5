// Recomputing totals: what would change is shown first, and only what the person leaves ticked is done.

import { l10n, window, type TextDocument } from 'vscode';
import { TOTALS_METHOD, type ResultOf } from '../../../server/src/protocol/requests.ts';
import { showNoReport, type Ask } from '../server-process/ask.ts';
import { applyEdits, chooseChanges } from './choose-changes.ts';

export async function recomputeTotals(document: TextDocument, ask: Ask): Promise<void> {
  const totals = await ask(TOTALS_METHOD, { textDocument: { uri: document.uri.toString() } });
  if (totals === null) return showNoReport();
  if (totals.changes.length === 0) {
    const { unchecked } = totals.afterwards;
    void window.showInformationMessage(
      unchecked === 0
        ? l10n.t('Every total already equals the sum of its items.')
        : l10n.t('Every total that can be checked already equals the sum of its items; {0} equations cannot be checked.', unchecked),
    );
    return;
  }
  const chosen = await chooseChanges(totals.changes, {
    title: l10n.t('Recompute totals: nothing changes until you confirm'),
    placeHolder: outcomeOf(totals),
  });
  if (chosen.length > 0) await applyEdits(document, totals.version, chosen);
}

function outcomeOf({ breaksBalance, afterwards: { broken, unchecked } }: NonNullable<ResultOf<typeof TOTALS_METHOD>>): string {
  if (breaksBalance) return l10n.t('Afterwards items 1 + 2 still differ from 3 + 4: an item may be wrong rather than a total');
  if (broken > 0) return l10n.t('Afterwards {0} equations still do not hold', broken);
  return unchecked > 0 ? l10n.t('Afterwards all equations that can be checked hold') : l10n.t('Afterwards all equations hold');
}
