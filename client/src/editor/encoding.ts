// Offers, once a document, to reopen a GB18030 draft that was opened as UTF-8.

import { commands, l10n, Uri, window, workspace, type Disposable, type TextDocument } from 'vscode';
import { beginningOf, isCandidate } from './candidates.ts';

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

/** Enough replacement characters to be no accident, in number and in share of the text. */
const MIN_REPLACEMENTS = 30;
const MIN_SHARE = 0.1;
/** Names that reports go by. */
const REPORT_NAME = /\.nb\.txt$|信息公开|年度?报告|年报|xxgk|gkbg|nianbao|ndbg/iu;
/** Lines that end in seven numbers or more: table three survives every decoding. */
const NUMBER_ROW = /(?:(?:^|[\s|])\d{1,9}(?=[\s|]|$)[\s|]*){7,}$/gmu;
const MIN_NUMBER_ROWS = 5;

/** True where the text was decoded wrongly and its name or what survived of it looks like a report. */
export function looksGarbled(name: string, text: string): boolean {
  const replacements = text.split('\ufffd').length - 1;
  if (replacements < MIN_REPLACEMENTS || replacements < text.length * MIN_SHARE) return false;
  return REPORT_NAME.test(name) || (text.match(NUMBER_ROW)?.length ?? 0) >= MIN_NUMBER_ROWS;
}
