// Lets the person choose among proposed changes, and applies the chosen ones only to the version of the text they were computed
// for.

import { l10n, window, workspace, WorkspaceEdit, type QuickPickItem, type TextDocument } from 'vscode';
import type { ShownChange } from '../../../server/src/protocol/requests.ts';
import { showTextChanged } from '../server-process/ask.ts';
import { rangeOf } from '../server-process/ranges.ts';

type Replacement = Pick<ShownChange, 'range' | 'newText'>;

export type Change = ShownChange & { readonly detail?: string };

/** Whether the edits were made; where the text is no longer that of `version`, the person is told that nothing was done. */
export async function applyEdits(document: TextDocument, version: number, edits: readonly Replacement[]): Promise<boolean> {
  if (document.version !== version) {
    showTextChanged();
    return false;
  }
  const edit = new WorkspaceEdit();
  for (const { range, newText } of edits) edit.replace(document.uri, rangeOf(range), newText);
  return workspace.applyEdit(edit);
}

interface Choice extends QuickPickItem {
  readonly change: Change;
}

/** Every change as a line with before and after, all ticked; empty where the person leaves the list. */
export async function chooseChanges(changes: readonly Change[], words: { readonly title: string; readonly placeHolder: string }): Promise<readonly Change[]> {
  const chosen = await window.showQuickPick(changes.map(choiceOf), { canPickMany: true, matchOnDescription: true, ...words });
  return (chosen ?? []).map(({ change }) => change);
}

function choiceOf(change: Change): Choice {
  const { name, from, to, detail } = change;
  return { label: name, description: `${shown(from)} → ${shown(to)}`, ...(detail !== undefined && { detail }), picked: true, change };
}

function shown(content: string): string {
  return content.trim() === '' ? l10n.t('blank') : content;
}
