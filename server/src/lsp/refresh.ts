// When does the client have to ask again although no text changed? After a change of settings, and after a save that was waited for.

import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import { unawaited } from './guard.ts';

/** Has the client ask anew for what stands in the text beside the diagnostics: tokens and hints. */
export function decorationsRefresher(connection: Connection, { workspace }: ClientCapabilities): () => void {
  return () => {
    if (workspace?.semanticTokens?.refreshSupport === true) unawaited(connection.languages.semanticTokens.refresh());
    if (workspace?.inlayHint?.refreshSupport === true) unawaited(connection.languages.inlayHint.refresh());
  };
}
