// Writing a report as a file: in the official layout as Word, HTML or Markdown, or a copy of a Word document, with the findings as comments or clean.

import { l10n, Uri, window, workspace, type TextDocument } from 'vscode';
import { ANNOTATE_METHOD, CLEAN_METHOD, EXPORT_METHOD, type ExportKind } from '../../../server/src/protocol/requests.ts';
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
  const uri = await askPlace(document, chosen.ending, `.${chosen.ending}`);
  if (uri === null) return;
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

/** The findings as comments; the document itself stays as it is. */
export async function annotateDocument(document: TextDocument, ask: Ask): Promise<void> {
  const copy = await copyOf(document, (textDocument) => ask(ANNOTATE_METHOD, { textDocument }));
  if (copy === null) return;
  if (copy.count === 0) {
    void window.showInformationMessage(l10n.t('Nothing was found that would become a comment.'));
    return;
  }
  const uri = await writeCopy(document, l10n.t('（annotated）.docx'), copy.bytes);
  if (uri !== null) void window.showInformationMessage(l10n.t('{0}: {1} comments.', fileName(uri), copy.count));
}

/** To be published; the document itself stays as it is. */
export async function cleanDocument(document: TextDocument, ask: Ask): Promise<void> {
  const copy = await copyOf(document, (textDocument) => ask(CLEAN_METHOD, { textDocument }));
  if (copy === null) return;
  const uri = await writeCopy(document, l10n.t('（clean）.docx'), copy.bytes);
  if (uri !== null) void window.showInformationMessage(l10n.t('{0}: revisions accepted; comments, hidden text and names removed.', fileName(uri)));
}

/** What the server makes of the document; null, and told, where it makes nothing. */
async function copyOf<Copy extends object>(
  document: TextDocument,
  ask: (document: { readonly uri: string }) => Promise<Copy | { readonly problem: string } | null>,
): Promise<Copy | null> {
  if (document.isDirty) {
    void window.showWarningMessage(l10n.t('Save first, then make the copy: it is made of the saved document.'));
    return null;
  }
  const result = await ask({ uri: document.uri.toString() });
  if (result === null) {
    void window.showInformationMessage(l10n.t('Copies are made of Word documents: open the .docx file of this report.'));
    return null;
  }
  if (!('problem' in result)) return result;
  void window.showWarningMessage(result.problem);
  return null;
}

/** Null where none was written. */
async function writeCopy(document: TextDocument, ending: string, bytes: string): Promise<Uri | null> {
  const uri = await askPlace(document, 'docx', ending);
  if (uri !== null) await write(uri, bytes);
  return uri;
}

/** Null where nothing is to be written: what is made of a document never replaces it. */
async function askPlace(document: TextDocument, kind: ExportKind, ending: string): Promise<Uri | null> {
  const isItself = (uri: Uri | undefined) => uri?.toString() === documentUri(document.uri).toString();
  const place = placeFor(document, ending);
  const proposed = isItself(place.defaultUri) ? placeFor(document, l10n.t('（exported）') + ending) : place;
  const uri = await window.showSaveDialog({ filters: { [KINDS[kind]]: [kind] }, ...proposed });
  if (!isItself(uri)) return uri ?? null;
  void window.showWarningMessage(l10n.t('Choose another name: the copy does not replace the document.'));
  return null;
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
