// A block that is pasted into the form view, and the view as a file to be printed.

import { env, l10n, UIKind, Uri, window, workspace, type TextDocument } from 'vscode';
import type { CellKey } from '../../../server/src/forms/form.ts';
import type { Position } from '../../../server/src/text/span.ts';
import { fillFrom } from '../commands/fill-table-command.ts';
import { fileName } from '../workspace/file-names.ts';
import type { Ask } from '../server-process/ask.ts';

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

/** Saved where the person says, and opened in the browser, which prints it. */
export async function exportPage(document: TextDocument, html: string): Promise<void> {
  const beside = Uri.joinPath(document.uri, '..', `${fileName(document.uri).replace(/\.(?:nb\.)?[a-z]+$/iu, '')}.html`);
  const uri = await window.showSaveDialog({ filters: { HTML: ['html'] }, ...(document.isUntitled ? {} : { defaultUri: beside }) });
  if (uri === undefined) return;
  await workspace.fs.writeFile(uri, new TextEncoder().encode(html));
  if (env.uiKind === UIKind.Desktop && uri.scheme === 'file') {
    await env.openExternal(uri);
    return;
  }
  void window.showInformationMessage(l10n.t('Saved as {0}. Open it in a browser to print it.', fileName(uri)));
}
