// Points out the form view once, when a report with blank tables comes to the front: in the text nothing shows where a number is due.

import { l10n, window, type Disposable, type Memento, type TextDocument } from 'vscode';
import { showForm } from '../commands/show-form.ts';
import type { Reports } from '../editor/reports.ts';
import { MIN_BLANKS_HINTED } from '../limits.ts';

const TOLD = 'gouji.formViewTold';

/** `state` is the person's, not the workspace's: who has read it knows. */
export function createBlankHint(reports: Pick<Reports, 'inFront' | 'of' | 'onDidChange'>, state: Memento): Disposable {
  return reports.onDidChange(() => {
    const document = reports.inFront();
    // The wizard opens both itself.
    if (document === undefined || document.isUntitled || state.get(TOLD, false)) return;
    const status = reports.of(document.uri.toString());
    if ((status?.blanks ?? 0) < MIN_BLANKS_HINTED) return;
    void state.update(TOLD, true);
    void tell(document);
  });
}

async function tell(document: TextDocument): Promise<void> {
  const open = l10n.t('Show Form View');
  const chosen = await window.showInformationMessage(l10n.t('Most cells of this report are blank. They can be filled in as a form beside the text.'), open);
  if (chosen === open) await showForm(document);
}
