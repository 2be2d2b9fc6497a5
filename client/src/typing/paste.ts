// A block that is pasted or dropped into a table fills its cells: offered by VS Code beside the text itself, where it knows how; before
// that by a notice.

import * as vscode from 'vscode';
import { commands, Disposable, DocumentDropEdit, l10n, languages, Range, Uri, window, workspace, WorkspaceEdit, type TextDocument } from 'vscode';
import { CELLS_METHOD, FILL_METHOD } from '../../../server/src/protocol/requests.ts';
import { DOCUMENT_SELECTOR } from '../editor/selectors.ts';
import type { Reports } from '../editor/reports.ts';
import type { Ask } from '../server-process/ask.ts';
import { rangeOf } from '../server-process/ranges.ts';
import { fileName } from '../workspace/file-names.ts';
import { contentOf } from '../workspace/folder-files.ts';
import { blockOf, copiedFrom, type Copied } from './block.ts';

/** Where VS Code has it: final as of 1.97, there and refused before that. The types are those of 1.91. */
interface PasteApi {
  readonly registerDocumentPasteEditProvider?: (selector: vscode.DocumentSelector, provider: object, metadata: object) => Disposable;
}
interface PasteTypes {
  readonly DocumentPasteEdit?: new (text: string, title: string, kind: unknown) => { additionalEdit?: WorkspaceEdit; yieldTo?: readonly unknown[] };
  readonly DocumentDropOrPasteEditKind?: { readonly Empty: { readonly append: (...parts: string[]) => unknown }; readonly Text: unknown };
}

const FIRST_WITH_PASTE = [1, 97];

export function createPaste(reports: Reports, ask: Ask): Disposable {
  /** What the block makes of the table at a place, or why it cannot; null where it is no block or no table. */
  async function filling(document: TextDocument, at: vscode.Position, copied: Copied): Promise<Filled | null> {
    const block = blockOf(copied);
    const uri = document.uri.toString();
    if (block === null || reports.of(uri)?.recognised !== true) return null;
    const { version } = document;
    // A block that is pasted elsewhere, such as a whole report, is text.
    const cells = await ask(CELLS_METHOD, { textDocument: { uri } }).catch(() => null);
    if (cells === null || !cells.tables.some((table) => table.cells.some(({ line }) => line === at.line))) return null;
    const position = { line: at.line, character: at.character };
    const filled = await ask(FILL_METHOD, { textDocument: { uri, version }, position, block }).catch(() => null);
    if (filled?.kind === 'refused') return { refused: filled.reason };
    if (filled === null || filled.version !== version || filled.changes.length === 0) return null;
    const edit = new WorkspaceEdit();
    for (const { range, newText } of filled.changes) edit.replace(document.uri, rangeOf(range), newText);
    return { edit, isSure: filled.warning === null, title: l10n.t('Fill in the table ({0} cells)', filled.changes.length) };
  }

  const paste = registerPaste(filling) ?? noticeOfPaste(reports);
  const drop = languages.registerDocumentDropEditProvider([...DOCUMENT_SELECTOR], {
    provideDocumentDropEdits: async (document, position, transfer) => {
      const list = await transfer.get('text/uri-list')?.asString();
      const [first] = (list ?? '').split(/\r?\n/u).filter((line) => line !== '' && !line.startsWith('#'));
      const copied = first === undefined ? null : await copiedFromFile(Uri.parse(first));
      const filled = copied === null ? null : await filling(document, position, copied);
      if (filled === null || 'refused' in filled) return undefined;
      const edit = new DocumentDropEdit('');
      edit.additionalEdit = filled.edit;
      return edit;
    },
  });
  return Disposable.from(paste, drop);
}

type Filled = { readonly edit: WorkspaceEdit; readonly isSure: boolean; readonly title: string } | { readonly refused: string };
type Filling = (document: TextDocument, at: vscode.Position, copied: Copied) => Promise<Filled | null>;

function registerPaste(filling: Filling): Disposable | null {
  const { registerDocumentPasteEditProvider } = languages as PasteApi;
  const { DocumentPasteEdit, DocumentDropOrPasteEditKind: kinds } = vscode as PasteTypes;
  if (!isAtLeast(vscode.version, FIRST_WITH_PASTE)) return null;
  if (registerDocumentPasteEditProvider === undefined || DocumentPasteEdit === undefined || kinds === undefined) return null;
  const kind = kinds.Empty.append('gouji', 'fillTable');
  const provider = {
    provideDocumentPasteEdits: async (document: TextDocument, ranges: readonly Range[], transfer: vscode.DataTransfer) => {
      const [first, ...others] = ranges;
      if (first === undefined || others.length > 0) return undefined;
      const [text, html] = await Promise.all(['text/plain', 'text/html'].map((type) => transfer.get(type)?.asString()));
      const filled = await filling(document, first.start, { ...(text !== undefined && { text }), ...(html !== undefined && { html }) });
      if (filled === null) return undefined;
      if ('refused' in filled) {
        // Rows of numbers that land as text between those of the table are seen late, and said by other findings.
        void window.showWarningMessage(l10n.t('Pasted as text, not filled into the table: {0}.', filled.refused));
        return undefined;
      }
      const edit = new DocumentPasteEdit('', filled.title, kind);
      edit.additionalEdit = filled.edit;
      // What leaves sums broken is offered, and not done.
      if (!filled.isSure) edit.yieldTo = [kinds.Text];
      return [edit];
    },
  };
  try {
    return registerDocumentPasteEditProvider.call(languages, [...DOCUMENT_SELECTOR], provider, {
      providedPasteEditKinds: [kind],
      pasteMimeTypes: ['text/plain', 'text/html'],
    });
  } catch {
    return null;
  }
}

/** After the fact, since nothing asks before: it is undone, and the table filled instead. */
function noticeOfPaste(reports: Reports): Disposable {
  return workspace.onDidChangeTextDocument(({ document, contentChanges: [only, ...others] }) => {
    if (only === undefined || others.length > 0 || document !== reports.inFront() || window.activeTextEditor?.document !== document) return;
    if (!only.text.includes('\t') || blockOf({ text: only.text }) === null || reports.of(document.uri.toString())?.recognised !== true) return;
    void offerToFill();
  });
}

async function offerToFill(): Promise<void> {
  const fill = l10n.t('Fill In the Table');
  const chosen = await window.showInformationMessage(l10n.t('Pasted as text. To put the numbers into the cells of the table, fill it in instead.'), fill);
  if (chosen !== fill) return;
  await commands.executeCommand('undo');
  await commands.executeCommand('gouji.fillTable');
}

async function copiedFromFile(uri: Uri): Promise<Copied | null> {
  const name = fileName(uri);
  if (copiedFrom(name, '') === null) return null;
  const content = await contentOf({ uri, path: name });
  return 'text' in content ? copiedFrom(name, content.text) : null;
}

function isAtLeast(version: string, [major = 0, minor = 0]: readonly number[]): boolean {
  const [ownMajor = 0, ownMinor = 0] = version.split('.').map(Number);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}
