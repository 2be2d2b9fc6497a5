// Recomputing totals: what would change is shown first, and only what the person leaves ticked is done.

import { l10n, window, workspace, WorkspaceEdit, type QuickPickItem, type TextDocument } from 'vscode';
import { TOTALS_METHOD, type TotalsResult } from '../../../server/src/lsp/protocol.ts';
import type { Ask } from './ask.ts';
import { rangeOf } from './ranges.ts';

interface Choice extends QuickPickItem {
  readonly change: TotalsResult['changes'][number];
}

export async function recomputeTotals(document: TextDocument, ask: Ask): Promise<void> {
  const totals = await ask<TotalsResult>(TOTALS_METHOD, { textDocument: { uri: document.uri.toString() } });
  if (totals === null) {
    void window.showInformationMessage(l10n.t('This document is not recognised as a report.'));
    return;
  }
  if (totals.changes.length === 0) {
    void window.showInformationMessage(l10n.t('Every total is the sum of its parts already.'));
    return;
  }
  const chosen = await window.showQuickPick(totals.changes.map(choiceOf), {
    canPickMany: true,
    title: l10n.t('Recompute totals: nothing changes before you confirm'),
    placeHolder: totals.breaksBalance
      ? l10n.t('Afterwards one plus two still differs from three plus four: perhaps no total is wrong but a number it adds up')
      : l10n.t('Afterwards all sums hold'),
  });
  if (chosen === undefined || chosen.length === 0) return;
  if (document.version !== totals.version) {
    void window.showWarningMessage(l10n.t('The text has changed meanwhile; nothing was done. Please run the command again.'));
    return;
  }
  const edit = new WorkspaceEdit();
  for (const { change } of chosen) edit.replace(document.uri, rangeOf(change.range), change.newText);
  await workspace.applyEdit(edit);
}

function choiceOf(change: TotalsResult['changes'][number]): Choice {
  return { label: change.name, description: `${change.from ?? l10n.t('blank')} → ${change.to}`, picked: true, change };
}
