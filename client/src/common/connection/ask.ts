// How is the server asked what our own requests ask? Null where there is no report, or no server runs.

import { l10n, window } from 'vscode';

export type Ask = <Result>(method: string, params: object) => Promise<Result | null>;

/** What the person is told where a command was answered with null. */
export function tellNoReport(): void {
  void window.showInformationMessage(l10n.t('This document is not recognised as a report.'));
}
