// Console for the protocol library that logs which error happened, never the message's content: it may quote a draft.

import type { ConsoleFeature } from 'vscode-languageserver';

/** Its words end in a colon and then quote the message, or the error that its handling threw. */
const QUOTATION = /:[\s\S]*$/u;

/** For every connection. Of ours, `logFailure` has its own way to the log. */
export const redactingConsole: { readonly __brand: 'features'; readonly console: ConsoleFeature<object> } = {
  __brand: 'features',
  console: (Base) =>
    class extends Base {
      override error(message: string): void {
        super.error(message.replace(QUOTATION, ''));
      }
    },
};
