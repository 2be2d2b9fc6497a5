// Sends a custom request to the server; the answer is null where there is no report or no server was ever needed.

import { l10n, window } from 'vscode';
import type { CancellationToken, CodeAction, CodeActionParams, DocumentFormattingParams, TextEdit } from 'vscode-languageclient';
import type { OwnRequests } from '../../../server/src/protocol/requests.ts';

/** Our own requests, and what commands and views ask of LSP itself. */
interface Questions extends OwnRequests {
  readonly 'textDocument/codeAction': { readonly params: CodeActionParams; readonly result: readonly CodeAction[] };
  readonly 'textDocument/formatting': { readonly params: DocumentFormattingParams; readonly result: readonly TextEdit[] };
}

export type Ask = <Method extends keyof Questions>(
  method: Method,
  params: Questions[Method]['params'],
  token?: CancellationToken,
) => Promise<Questions[Method]['result'] | null>;

/** What the person is told where it was worked out for another text than the one that is there. */
export function showTextChanged(): void {
  void window.showWarningMessage(l10n.t('The document has changed, so nothing was done. Run the command again.'));
}

/** What the person is told where a command was answered with null. */
export function showNoReport(): void {
  void window.showInformationMessage(l10n.t('This document is not recognised as a report.'));
}
