// Rewriting a report to the form after its own: done in the document, and what needs judgement opens beside it as a list.

import { l10n, Position, Range, Selection, TextEditorRevealType, ViewColumn, window, type TextDocument } from 'vscode';
import { CONVERT_FORM_METHOD } from '../../../server/src/protocol/requests.ts';
import type { ListDocuments } from '../editor/list-documents.ts';
import type { Ask } from '../server-process/ask.ts';
import { applyEdits } from './choose-changes.ts';

interface ConvertContext {
  readonly ask: Ask;
  readonly lists: ListDocuments;
}

export async function convertForm(document: TextDocument, { ask, lists }: ConvertContext): Promise<void> {
  const result = await ask(CONVERT_FORM_METHOD, { textDocument: { uri: document.uri.toString() } });
  if (result === null) {
    void window.showInformationMessage(l10n.t('This document is not recognised as a report on an older form.'));
    return;
  }
  if (result.kind === 'refused') {
    void window.showWarningMessage(result.reason);
    return;
  }
  if (result.doubt !== null && !(await isWanted(result.doubt, result.form))) return;
  if (!(await applyEdits(document, result.version, result.edits))) return;
  showLine(document, Math.min(...result.edits.map(({ range }) => range.start.line)));
  const notes = result.notes.map((note) => ({ text: `□ ${note}` }));
  const name = l10n.t('Converted to the {0} form: to verify', result.form);
  await lists.show(`${name}.md`, [{ text: name }, { text: '' }, ...notes, { text: '' }], ViewColumn.Beside);
}

async function isWanted(doubt: string, form: string): Promise<boolean> {
  const convert = l10n.t('Convert');
  return (await window.showWarningMessage(l10n.t('{0}. Convert to the {1} form all the same?', doubt, form), { modal: true }, convert)) === convert;
}

/** Of a table that is replaced, the editor keeps the cursor behind it, and the view may hold nothing at all. */
function showLine(document: TextDocument, line: number): void {
  const editor = window.visibleTextEditors.find((each) => each.document === document);
  if (editor === undefined || !Number.isFinite(line)) return;
  const place = new Position(line, 0);
  editor.selection = new Selection(place, place);
  editor.revealRange(new Range(place, place), TextEditorRevealType.AtTop);
}
