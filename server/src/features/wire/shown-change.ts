// A change of a cell for confirmation: the cell's name, its value before and after.

import type { TextEdit } from 'vscode-languageserver';
import type { Edit } from '../../text/edits.ts';
import type { LineIndex } from '../../text/lines.ts';
import { textEdit } from './text-edit.ts';

interface Words {
  /** As findings name it: 「（一）予以公开·自然人」; 「（一）予以公开」 for a whole row whose cells could not be told. */
  readonly name: string;
  /** For a list; empty for a blank. */
  readonly from: string;
  readonly to: string;
}

/** What is shown, and the edit that makes it so. */
export type ShownChange = Words & TextEdit;

export function shownChange(lines: LineIndex, { name, from, to, edit }: Words & { readonly edit: Edit }): ShownChange {
  return { name, from, to, ...textEdit(lines, edit) };
}
