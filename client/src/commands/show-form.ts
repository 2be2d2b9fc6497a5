// The form view of a document, beside its text.

import { commands, ViewColumn, type TextDocument } from 'vscode';
import { FORM_VIEW_TYPE } from '../form-view/messages.ts';

export async function showForm({ uri }: TextDocument): Promise<void> {
  await commands.executeCommand('vscode.openWith', uri, FORM_VIEW_TYPE, ViewColumn.Beside);
}
