// MethodGroup: LSP methods of one kind, what they announce to a client and how they are answered.

import type { ClientCapabilities, ServerCapabilities } from 'vscode-languageserver';
import type { InitializationOptions } from '../../protocol/requests.ts';
import type { FeatureContext } from '../request-handlers.ts';

export interface MethodGroup {
  /** Its part of the answer to `initialize`. No two groups announce the same capability. */
  readonly capabilities: (client: ClientCapabilities, options: InitializationOptions) => ServerCapabilities;
  /** Answers its methods; called once, before the first document is opened. */
  readonly register: (context: FeatureContext) => void;
  /** What can be registered only after `initialized`. */
  readonly initialized?: (context: FeatureContext) => void;
}
