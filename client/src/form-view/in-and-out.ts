// A block that is pasted into the form view, and the report in the official layout to be printed or copied.

import { env, l10n, UIKind, window, workspace, type TextDocument } from 'vscode';
import type { CellKey } from '../../../server/src/forms/form.ts';
import { EXPORT_METHOD } from '../../../server/src/protocol/requests.ts';
import { fromBase64 } from '../../../server/src/text/base64.ts';
import type { Position } from '../../../server/src/text/span.ts';
import { placeFor } from '../commands/export-report.ts';
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
