// Opening a Word document leads to its text: from the explorer by its name, by “Reopen with”, and by a command.

import { l10n, Uri, window, workspace, type CustomReadonlyEditorProvider, type Disposable, type WebviewPanel } from 'vscode';
import { messageOf } from '../server-process/errors.ts';
import { isWordDocument, textUri } from './word-uris.ts';

/** The first for names that reports go by, the second for any. */
const VIEW_TYPES = ['gouji.word', 'gouji.wordAny'];

export function registerWordEditors(): Disposable {
  const provider: CustomReadonlyEditorProvider = {
    openCustomDocument: (uri) => ({ uri, dispose: () => undefined }),
    resolveCustomEditor: ({ uri }, panel) => leadToText(uri, panel),
  };
  const listeners = [
    ...VIEW_TYPES.map((viewType) => window.registerCustomEditorProvider(viewType, provider)),
    workspace.onWillRenameFiles(({ files, waitUntil }) => waitUntil(saveTexts(files.map(({ oldUri }) => oldUri)))),
    workspace.onDidRenameFiles(({ files }) => void Promise.all(files.map((file) => follow(file))).then(undefined, () => undefined)),
  ];
  return { dispose: () => listeners.forEach((each) => each.dispose()) };
}

/** The command: `chosen` is what the explorer passes. */
export async function openWordText(chosen?: unknown): Promise<void> {
  const uri = chosen instanceof Uri ? chosen : (await window.showOpenDialog({ filters: { Word: ['docx'] } }))?.[0];
  if (uri !== undefined) await window.showTextDocument(textUri(uri), { preview: false });
}

/** The text takes the place of the panel, which says why where it cannot be read. */
async function leadToText(uri: Uri, panel: WebviewPanel): Promise<void> {
  try {
    const document = await workspace.openTextDocument(textUri(uri));
    await window.showTextDocument(document, { preview: false, ...(panel.viewColumn !== undefined && { viewColumn: panel.viewColumn }) });
    panel.dispose();
  } catch (error) {
    panel.webview.html = `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="UTF-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'"></head><body><p>${escapeHtml(l10n.t('The text of this document cannot be opened.'))}</p><p>${escapeHtml(reasonIn(messageOf(error)))}</p></body></html>`;
  }
}

/** The editor puts words of its own before ours. */
function reasonIn(message: string): string {
  return message.split(/\bDetail: /u).at(-1) ?? message;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function textOpen(uri: Uri) {
  return isWordDocument(uri)
    ? workspace.textDocuments.find((document) => !document.isClosed && document.uri.toString() === textUri(uri).toString())
    : undefined;
}

/** What is typed into a text would be lost with the old name of its document. */
async function saveTexts(uris: readonly Uri[]): Promise<void> {
  for (const uri of uris) {
    const text = textOpen(uri);
    if (text?.isDirty === true) await text.save();
  }
}

/** The text of a renamed document is shown under its new name, in the place of the old one. */
async function follow({ oldUri, newUri }: { readonly oldUri: Uri; readonly newUri: Uri }): Promise<void> {
  const old = textOpen(oldUri);
  if (old === undefined || old.isDirty || !isWordDocument(newUri)) return;
  const tabs = window.tabGroups.all.flatMap((group) =>
    group.tabs.filter(({ input }) => isOf(input, old.uri)).map((tab) => ({ tab, viewColumn: group.viewColumn })),
  );
  for (const { tab, viewColumn } of tabs) {
    await window.showTextDocument(textUri(newUri), { viewColumn, preview: false, preserveFocus: !tab.isActive });
    await window.tabGroups.close(tab);
  }
}

function isOf(input: unknown, uri: Uri): boolean {
  return typeof input === 'object' && input !== null && 'uri' in input && input.uri instanceof Uri && input.uri.toString() === uri.toString();
}
