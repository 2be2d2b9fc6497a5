// Writing a report as a file: in the official layout as Word, HTML or Markdown, or a copy of a Word document with the findings as comments.

import { l10n, Uri, window, workspace, type TextDocument } from 'vscode';
import { ANNOTATE_METHOD, EXPORT_METHOD, type ExportKind } from '../../../server/src/protocol/requests.ts';
import { fromBase64 } from '../../../server/src/text/base64.ts';
import type { Ask } from '../server-process/ask.ts';
import { documentUri } from '../word/word-uris.ts';
import { fileName } from '../workspace/file-names.ts';

const KINDS: Readonly<Record<ExportKind, string>> = { docx: 'Word', html: 'HTML', md: 'Markdown' };

/** Asks for the kind and the place, and says what was not written as it should. */
export async function exportReport(document: TextDocument, ask: Ask): Promise<void> {
  const kinds = (Object.keys(KINDS) as ExportKind[]).map((kind) => ({ label: KINDS[kind], description: `.${kind}`, ending: kind }));
  const chosen = await window.showQuickPick(kinds, { placeHolder: l10n.t('Export in the official layout as') });
  if (chosen === undefined) return;
  const uri = await window.showSaveDialog({ filters: { [KINDS[chosen.ending]]: [chosen.ending] }, ...placeFor(document, `.${chosen.ending}`) });
  if (uri === undefined) return;
  const result = await ask(EXPORT_METHOD, { textDocument: { uri: document.uri.toString() }, kind: chosen.ending });
  if (result === null) {
    void window.showInformationMessage(l10n.t('This document is not recognised as a report.'));
    return;
  }
  await write(uri, result.bytes);
  const done = l10n.t('Exported as {0}.', fileName(uri));
  if (result.notes.length === 0) void window.showInformationMessage(done);
  else void window.showWarningMessage(`${done} ${result.notes.join('；')}。`);
}

/** The document itself stays as it is. */
export async function annotateDocument(document: TextDocument, ask: Ask): Promise<void> {
  if (document.isDirty) {
    void window.showWarningMessage(l10n.t('Save first, then make the annotated copy: comments are written into a copy of the saved document.'));
    return;
  }
  const result = await ask(ANNOTATE_METHOD, { textDocument: { uri: document.uri.toString() } });
  if (result === null) {
    void window.showInformationMessage(l10n.t('Comments are written into Word documents: open the .docx file of this report.'));
    return;
  }
  if ('problem' in result) {
    void window.showWarningMessage(result.problem);
    return;
  }
  if (result.count === 0) {
    void window.showInformationMessage(l10n.t('Nothing was found that would become a comment.'));
    return;
  }
  const uri = await window.showSaveDialog({ filters: { Word: ['docx'] }, ...placeFor(document, l10n.t('（annotated）.docx')) });
  if (uri === undefined) return;
  if (uri.toString() === documentUri(document.uri).toString()) {
    void window.showWarningMessage(l10n.t('Choose another name: the annotated copy does not replace the document.'));
    return;
  }
  await write(uri, result.bytes);
  void window.showInformationMessage(l10n.t('{0}: {1} comments.', fileName(uri), result.count));
}

async function write(uri: Uri, base64: string): Promise<void> {
  const bytes = fromBase64(base64);
  if (bytes !== null) await workspace.fs.writeFile(uri, bytes);
}

/** Beside the document, under its name; an unsaved one lies nowhere. */
export function placeFor(document: TextDocument, ending: string): { readonly defaultUri?: Uri } {
  if (document.isUntitled) return {};
  const uri = documentUri(document.uri);
  return { defaultUri: Uri.joinPath(uri, '..', fileName(uri).replace(/(?:\.nb)?\.[a-z]+$/iu, '') + ending) };
}
