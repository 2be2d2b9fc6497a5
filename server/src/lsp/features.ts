// Registers all LSP features; each file it calls registers those of one kind.

import { answerCodeActions } from './code-actions.ts';
import { answerOwnRequests } from './custom-requests.ts';
import { answerReading } from './navigation.ts';
import { answerRenames } from './renames.ts';
import { answerRenaming } from './renaming.ts';
import type { FeatureContext } from './request-handlers.ts';
import { answerStructure } from './structure.ts';
import { answerWorkspaceSymbols } from './workspace-symbol-provider.ts';
import { answerWriting } from './editing.ts';

/** `refresh` has the client ask again for what it shows in the text. */
export function answerFeatures(context: FeatureContext, refresh: () => void): void {
  answerReading(context);
  answerWriting(context);
  answerCodeActions(context);
  answerStructure(context, refresh);
  answerWorkspaceSymbols(context);
  answerRenames(context);
  answerRenaming(context);
  answerOwnRequests(context);
}
