// What if a draft in GB18030 was opened as UTF-8? The person is offered, once a document, to open it again.

import { commands, l10n, Uri, window, workspace, type Disposable, type TextDocument } from 'vscode';
import { beginningOf, isCandidate } from './candidates.ts';
import { looksGarbled } from './garbled.ts';

/** GB18030 holds all of GBK and GB2312. */
const CHINESE_ENCODING = 'gb18030';

/** `failed` is told where a draft could not be opened again. */
export function watchEncodings(failed: (error: unknown) => void): Disposable {
  const offered = new Set<string>();

  function consider(document: TextDocument | undefined): void {
    if (document === undefined || document.isDirty || !isCandidate(document)) return;
    const uri = document.uri.toString();
    if (offered.has(uri) || !looksGarbled(document.uri.path, beginningOf(document))) return;
    offered.add(uri);
    offer(document).catch(failed);
  }

  consider(window.activeTextEditor?.document);
  return window.onDidChangeActiveTextEditor((editor) => consider(editor?.document));
}

async function offer(document: TextDocument): Promise<void> {
  const reopen = l10n.t('Reopen with GB18030 encoding');
  const chosen = await window.showWarningMessage(l10n.t('This looks like a report saved as GB18030 or GBK but opened as UTF-8.'), reopen);
  if (chosen === reopen) await reopenAsChinese(document);
}

/**
 * VS Code 1.100 and later take the encoding from an extension. Earlier ones only let the person choose it,
 * in the list that is opened here.
 */
export async function reopenAsChinese(document: TextDocument): Promise<void> {
  if (document.isDirty || document.isUntitled) {
    void window.showWarningMessage(l10n.t('Save or discard your changes first; reopening reads the file again.'));
    return;
  }
  if (takesEncoding(document)) {
    const open: OpenWithEncoding = workspace.openTextDocument;
    await window.showTextDocument(await open(document.uri, { encoding: CHINESE_ENCODING }));
    return;
  }
  await window.showTextDocument(document);
  void window.showInformationMessage(l10n.t('Choose “Reopen with Encoding”, then type GB18030.'));
  await commands.executeCommand('workbench.action.editor.changeEncoding');
}

/** As of VS Code 1.100; the types are those of 1.91. */
type OpenWithEncoding = (uri: Uri, options: { readonly encoding: string }) => Thenable<TextDocument>;

function takesEncoding(document: TextDocument): boolean {
  return 'encoding' in document;
}
