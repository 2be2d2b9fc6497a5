// Converts an edit on offsets to an LSP TextEdit.

import type { TextEdit } from 'vscode-languageserver';
import type { Edit } from '../../text/edits.ts';
import { rangeOf, type LineIndex } from '../../text/lines.ts';

export function textEdit(lines: LineIndex, { span, newText }: Edit): TextEdit {
  return { range: rangeOf(lines, span), newText };
}
