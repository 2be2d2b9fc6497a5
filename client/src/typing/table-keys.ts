// Tab, Shift+Tab and Enter move between the cells of a table, where the cursor is in one; anywhere else they do what they always did.

import {
  commands,
  type DecorationOptions,
  type Disposable,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  TextEditorSelectionChangeKind,
  ThemeColor,
  window,
  workspace,
} from 'vscode';
import type { Reports } from '../editor/reports.ts';
import type { Ask } from '../server-process/ask.ts';
import { type CellMover, createCellMover, type EditorPort, type Span } from './cell-mover.ts';
import { type Direction, nameOf, paddingOf, type PlacedCell } from './cells.ts';
import { createGrids, type Grids } from './grids.ts';

export interface TableKeys extends Disposable {
  /** `how`: what the command was given. */
  readonly press: (direction: Direction, how?: unknown) => Promise<void>;
}

/** The cursor is in a cell: the keys ask us. */
const IN_CELL = 'gouji.inCell';

/**
 * Given to a command that is run only so that VS Code knows it: before its first run it asks who else wants it, and keys overtake it.
 * As soon as there are cells: in the first of them somebody may type at once.
 */
const WARM_UP = 'warm-up';
/** Set to go to the window and back, and read by nobody. */
const REACHED = 'gouji.reached';

const KEY_COMMANDS = ['gouji.nextCell', 'gouji.previousCell', 'gouji.cellBelow'];

/** What the key does where it is not ours. */
const DEFAULTS: Readonly<Record<Direction, () => Thenable<unknown>>> = {
  next: () => commands.executeCommand('tab'),
  previous: () => commands.executeCommand('outdent'),
  below: () => commands.executeCommand('type', { text: '\n' }),
};

export function createTableKeys(reports: Reports, ask: Ask): TableKeys {
  const marks = createCellMarks();
  const grids = createGrids({ reports, ask, changed: refresh, isBusy: () => own?.mover.isSettling() ?? false });
  /** Of the editor in front, where keys are ours at all. */
  let own: { readonly editor: TextEditor; readonly mover: CellMover } | null = moverOf(window.activeTextEditor);
  let isTold = false;
  let isWarm = false;

  function moverOf(editor: TextEditor | undefined): typeof own {
    return editor === undefined ? null : { editor, mover: createCellMover(portOf(editor, grids)) };
  }

  function refresh(): void {
    const cell = own === null || own.editor.selections.length !== 1 || !isOn(own.editor) ? undefined : own.mover.cell();
    if (cell === undefined || cell.key !== own?.mover.entered()) own?.mover.forget();
    if (isTold !== (cell !== undefined)) void commands.executeCommand('setContext', IN_CELL, cell !== undefined);
    isTold = cell !== undefined;
    if (!isWarm && own !== null && grids.of(own.editor.document) !== undefined) warmUp();
    for (const editor of window.visibleTextEditors) {
      const grid = isOn(editor) ? grids.of(editor.document) : undefined;
      const named = editor === own?.editor && cell !== undefined && grid !== undefined ? { cell, name: nameOf(grid, cell) } : null;
      marks.show(editor, grid?.cells ?? [], named);
    }
  }

  function warmUp(): void {
    isWarm = true;
    void commands.executeCommand('runCommands', { commands: KEY_COMMANDS.map((command) => ({ command, args: WARM_UP })) });
  }

  async function press(direction: Direction, how?: unknown): Promise<void> {
    if (how !== WARM_UP) await move(direction);
  }

  async function move(direction: Direction): Promise<void> {
    const cell = own?.editor.selections.length === 1 && isOn(own.editor) ? own.mover.cell() : undefined;
    if (own === null || cell === undefined || (direction === 'below' && own.mover.entered() !== cell.key)) return void (await DEFAULTS[direction]());
    const moving = own.mover.move(direction);
    refresh();
    const last = await moving;
    if (last !== null) await atEnd(own, last, direction);
    // Nobody was asked while digits were on their way.
    if (!own.mover.isSettling()) grids.refresh();
    refresh();
  }

  /** Nothing further that way. The cursor may have left the table just before the key, which is known here a moment later. */
  async function atEnd({ editor, mover }: NonNullable<typeof own>, last: PlacedCell, direction: Direction): Promise<void> {
    await commands.executeCommand('setContext', REACHED, true);
    if (mover.cell()?.key === last.key) await endOf(editor.document, last, direction);
    else await DEFAULTS[direction]();
  }

  const listeners = [
    marks,
    grids,
    window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
      // What we select ourselves has no kind.
      const isByMouse = kind === TextEditorSelectionChangeKind.Mouse;
      if (textEditor === own?.editor && (isByMouse || kind === TextEditorSelectionChangeKind.Keyboard)) own.mover.jumped(isByMouse);
      refresh();
    }),
    window.onDidChangeActiveTextEditor((editor) => {
      own = moverOf(editor);
      refresh();
    }),
    window.onDidChangeVisibleTextEditors(refresh),
    workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('gouji.tableKeys') && refresh()),
    workspace.onDidChangeTextDocument(({ document, contentChanges: [first] }) => {
      if (first !== undefined && own?.editor.document === document) own.mover.changed(first);
      refresh();
    }),
  ];
  return { press, dispose: () => listeners.forEach((listener) => listener.dispose()) };
}

/** Nothing further that way: Enter ends the table where the line ends with the cell; Tab would only divide the row anew, and does nothing. */
async function endOf(document: TextDocument, cell: Span, direction: Direction): Promise<void> {
  const end = document.positionAt(cell.end);
  if (direction === 'below' && document.lineAt(end).text.slice(end.character).trim() === '') await DEFAULTS.below();
}

function portOf(editor: TextEditor, grids: Grids): EditorPort {
  const { document } = editor;
  const rangeOf = ({ start, end }: Span) => new Range(document.positionAt(start), document.positionAt(end));
  let known = { version: -1, text: '' };
  return {
    version: () => document.version,
    text: () => {
      if (known.version !== document.version) known = { version: document.version, text: document.getText() };
      return known.text;
    },
    grid: () => grids.of(document),
    selection: () => ({ start: document.offsetAt(editor.selection.start), end: document.offsetAt(editor.selection.end) }),
    select: (span) => {
      const { start, end } = rangeOf(span);
      editor.selection = new Selection(start, end);
      editor.revealRange(editor.selection);
    },
    roundTrip: () => Promise.resolve(commands.executeCommand('setContext', REACHED, true)),
    // Inserted and deleted rather than replaced: the cursor stays behind what was typed.
    edit: (edits) =>
      Promise.resolve(
        editor.edit(
          (edit) => {
            for (const { span, text } of edits) {
              const range = rangeOf(span);
              if (text !== '') edit.insert(range.start, text);
              if (!range.isEmpty) edit.delete(range);
            }
          },
          { undoStopBefore: false, undoStopAfter: false },
        ),
      ),
  };
}

function isOn({ document }: TextEditor): boolean {
  return workspace.getConfiguration('gouji', document).get('tableKeys', true);
}

/** What is seen of the cells: a box where a cell is blank, and the name of the cell that the cursor is in. */
interface CellMarks extends Disposable {
  readonly show: (editor: TextEditor, cells: readonly PlacedCell[], own: { readonly cell: PlacedCell; readonly name: string } | null) => void;
}

const BOX = { border: '1px dotted', borderColor: new ThemeColor('editorWhitespace.foreground') };

function createCellMarks(): CellMarks {
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
