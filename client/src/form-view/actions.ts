// Fixes and suppressions of one finding for the form view: the actions of the light bulb, by title.

import { commands, workspace, WorkspaceEdit, type TextDocument } from 'vscode';
import type { CodeAction, TextDocumentEdit } from 'vscode-languageclient';
import { MAX_ACTION_LISTS } from '../limits.ts';
import type { Ask } from '../server-process/ask.ts';
import { rangeOf } from '../server-process/ranges.ts';
import type { FromPage } from './messages.ts';

type Asked = Extract<FromPage, { kind: 'actions' }>;

export interface Actions {
  readonly list: (asked: Asked) => Promise<readonly string[]>;
  readonly apply: (chosen: { readonly request: number; readonly index: number }) => Promise<void>;
}

/** VS Code's own command for this does not say which action belongs to which problem. */
export function createActions(document: TextDocument, ask: Ask): Actions {
  const uri = document.uri.toString();
  /** Of the cards that were looked at last. */
  const known = new Map<number, { readonly version: number; readonly actions: readonly CodeAction[] }>();

  async function find({ range, message }: Asked): Promise<readonly CodeAction[]> {
    const found = (await ask('textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics: [] } })) ?? [];
    return found.filter(({ diagnostics = [] }) => diagnostics.some((diagnostic) => diagnostic.message === message));
  }

  return {
    list: async (asked) => {
      const { version } = document;
      const actions = await find(asked);
      if (known.size >= MAX_ACTION_LISTS) known.clear();
      known.set(asked.request, { version, actions });
      return actions.map(({ title }) => title);
    },
    apply: async ({ request, index }) => {
      const offered = known.get(request);
      const action = offered?.version === document.version ? offered.actions[index] : undefined;
      if (action === undefined) return;
      if (action.edit !== undefined) await workspace.applyEdit(editOf(document, action));
      if (action.command !== undefined) await commands.executeCommand(action.command.command, ...((action.command.arguments ?? []) as readonly unknown[]));
    },
  };
}

/** Fixes change the draft alone. What is left to fill in stays as it stands: the view has no tab stops. */
function editOf(document: TextDocument, { edit: change }: CodeAction): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  const edits = (change?.documentChanges ?? []).filter((each): each is TextDocumentEdit => 'edits' in each).flatMap((each) => each.edits);
  for (const each of edits) edit.replace(document.uri, rangeOf(each.range), 'snippet' in each ? withoutStops(each.snippet.value) : each.newText);
  return edit;
}

/** `${1:—}` is —, `${1}` nothing, `\}` a brace. */
function withoutStops(snippet: string): string {
  return snippet.replaceAll(/\$\{\d+(?::((?:\\.|[^\\}])*))?\}/gu, (_, held: string | undefined) => held ?? '').replaceAll(/\\([\\$}])/gu, '$1');
}
