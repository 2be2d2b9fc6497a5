// What the page asks for besides writing: fixes and suppressions of one finding, a block that is pasted, and the report in the official
// layout to be printed or copied.

import { commands, env, l10n, UIKind, window, workspace, WorkspaceEdit, type TextDocument } from 'vscode';
import type { CodeAction, TextDocumentEdit } from 'vscode-languageclient';
import type { CellKey } from '../../../server/src/forms/form.ts';
import { EXPORT_METHOD } from '../../../server/src/protocol/requests.ts';
import { fromBase64 } from '../../../server/src/text/base64.ts';
import type { Position } from '../../../server/src/text/span.ts';
import { placeFor } from '../commands/export-report.ts';
import { fillFrom } from '../commands/fill-table-command.ts';
import { MAX_ACTION_LISTS } from '../limits.ts';
import type { Ask } from '../server-process/ask.ts';
import { rangeOf } from '../server-process/ranges.ts';
import { fileName } from '../workspace/file-names.ts';
import type { FromPage } from './messages.ts';

type Asked = Extract<FromPage, { kind: 'actions' }>;

interface Actions {
  readonly list: (asked: Asked) => Promise<readonly string[]>;
  readonly apply: (chosen: { readonly request: number; readonly index: number }) => Promise<void>;
}

/** The actions of the light bulb, by title: VS Code's own command for them does not say which action belongs to which problem. */
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

interface Pasted {
  readonly block: string;
  readonly key: CellKey;
  /** Where the cell stands; null where it was not read. */
  readonly place: Position | null;
  readonly ask: Ask;
}

/** Shows what the block would change, as the command does, and writes what stays ticked. */
export async function pasteBlock(document: TextDocument, { block, key, place, ask }: Pasted): Promise<void> {
  if (place === null) {
    void window.showWarningMessage(l10n.t('Fill in the first number of this table, then paste.'));
    return;
  }
  await fillFrom(document, { version: document.version, position: place, block, from: key }, ask);
}

/** The page as it is handed in; null where the text is no report any more. */
export async function officialPage(document: TextDocument, ask: Ask): Promise<string | null> {
  const bytes = await exportedBytes(document, ask);
  return bytes === null ? null : new TextDecoder().decode(bytes);
}

/** Saved where the person says, and opened in the browser, which prints it. */
export async function printPage(document: TextDocument, ask: Ask): Promise<void> {
  const bytes = await exportedBytes(document, ask);
  if (bytes === null) {
    void window.showInformationMessage(l10n.t('This document is not recognised as a report.'));
    return;
  }
  const uri = await window.showSaveDialog({ filters: { HTML: ['html'] }, ...placeFor(document, '.html') });
  if (uri === undefined) return;
  await workspace.fs.writeFile(uri, bytes);
  if (env.uiKind === UIKind.Desktop && uri.scheme === 'file') {
    await env.openExternal(uri);
    return;
  }
  void window.showInformationMessage(l10n.t('Saved as {0}. Open it in a browser to print it.', fileName(uri)));
}

async function exportedBytes(document: TextDocument, ask: Ask): Promise<Uint8Array | null> {
  const exported = await ask(EXPORT_METHOD, { textDocument: { uri: document.uri.toString() }, kind: 'html' });
  return exported === null ? null : fromBase64(exported.bytes);
}
