// What is seen of the cells: a box where a cell is blank, and the name of the cell that the cursor is in.

import { Range, ThemeColor, window, type DecorationOptions, type Disposable, type TextDocument, type TextEditor } from 'vscode';
import { paddingOf, type PlacedCell } from './cells.ts';

export interface CellMarks extends Disposable {
  readonly show: (editor: TextEditor, cells: readonly PlacedCell[], own: { readonly cell: PlacedCell; readonly name: string } | null) => void;
}

const BOX = { border: '1px dotted', borderColor: new ThemeColor('editorWhitespace.foreground') };

export function createCellMarks(): CellMarks {
  /** Around the blank or tab that stands behind a blank cell: nothing in the line is moved by it. */
  const wide = window.createTextEditorDecorationType(BOX);
  /** At the end of a line, where nothing stands behind it. */
  const narrow = window.createTextEditorDecorationType({ after: { ...BOX, contentText: '\u00a0\u00a0' } });
  const name = window.createTextEditorDecorationType({
    after: { color: new ThemeColor('editorCodeLens.foreground'), margin: '0 0 0 2em', fontStyle: 'italic' },
  });

  return {
    show: (editor, cells, own) => {
      const blanks = cells.filter(({ start, end }) => start === end).map(({ start }) => boxOf(editor.document, start));
      editor.setDecorations(
        wide,
        blanks.filter((range) => !range.isEmpty),
      );
      editor.setDecorations(
        narrow,
        blanks.filter((range) => range.isEmpty),
      );
      editor.setDecorations(name, own === null ? [] : [namedAt(editor.document, own)]);
    },
    dispose: () => [wide, narrow, name].forEach((type) => type.dispose()),
  };
}

function boxOf(document: TextDocument, offset: number): Range {
  const at = document.positionAt(offset);
  const { text } = document.lineAt(at.line);
  if (text.charAt(at.character) === '\t') return new Range(at, at.translate(0, 1));
  const { start, end } = paddingOf(at.character, (index) => text.charAt(index));
  return new Range(at.line, start, at.line, end);
}

/** At the end of the line: what is written between the columns would push them aside at every key. */
function namedAt(document: TextDocument, { cell, name }: { readonly cell: PlacedCell; readonly name: string }): DecorationOptions {
  const { end } = document.lineAt(document.positionAt(cell.start).line).range;
  return { range: new Range(end, end), renderOptions: { after: { contentText: name } } };
}
