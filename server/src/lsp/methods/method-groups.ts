// METHOD_GROUPS: every LSP method and request of our own client that the server answers, by kind.

import { codeActions } from './code-actions.ts';
import { customRequests } from './custom-requests.ts';
import { editing } from './editing.ts';
import { fileRenames } from './file-renames.ts';
import type { MethodGroup } from './method-group.ts';
import { navigation } from './navigation.ts';
import { renaming } from './renaming.ts';
import { structure } from './structure.ts';
import { symbolsOfWorkspace } from './symbols-of-workspace.ts';

export const METHOD_GROUPS: readonly MethodGroup[] = [navigation, editing, codeActions, structure, symbolsOfWorkspace, fileRenames, renaming, customRequests];
