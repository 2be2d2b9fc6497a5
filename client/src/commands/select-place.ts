// Selects a place and shows it: a placeholder to be overwritten, a cell that has to do with another.

import { window, workspace } from 'vscode';
import type { Range } from '../../../server/src/text/span.ts';
import { editorUri } from '../word/word-uris.ts';
import { rangeOf } from '../server-process/ranges.ts';

/** In the column where the document is shown already. */
export async function selectPlace(uri: unknown, range: unknown): Promise<void> {
  if (typeof uri !== 'string') return;
  const document = await workspace.openTextDocument(editorUri(uri));
  const viewColumn = window.visibleTextEditors.find((editor) => editor.document === document)?.viewColumn;
  await window.showTextDocument(document, { selection: rangeOf(range as Range), ...(viewColumn !== undefined && { viewColumn }) });
}
