// How is the server asked what our own requests ask? Null where there is no report, or no server was ever needed.

import { l10n, window } from 'vscode';
import type { CancellationToken, DocumentFormattingParams, TextEdit } from 'vscode-languageclient';
import type { OwnRequests } from '../../../../server/src/lsp/protocol.ts';

/** Our own requests, and what a command asks of LSP itself. */
interface Questions extends OwnRequests {
  readonly 'textDocument/formatting': { readonly params: DocumentFormattingParams; readonly result: readonly TextEdit[] };
}

export type Ask = <Method extends keyof Questions>(
  method: Method,
  params: Questions[Method]['params'],
  token?: CancellationToken,
) => Promise<Questions[Method]['result'] | null>;

/** There was a server, and it was given up: nothing that needs it can be done. */
export class NotRunning extends Error {}

/** For views that follow the cursor: an answer that fails is in the log already, and nothing to be told of at every key. */
export function quietly(ask: Ask): Ask {
  return (method, params) => ask(method, params).catch(() => null);
}

/** What the person is told where a command was answered with null. */
export function tellNoReport(): void {
  void window.showInformationMessage(l10n.t('This document is not recognised as a report.'));
}
