// One form view and its document: what is drawn follows the text version by version, and what is typed goes into it one edit at a time.

import {
  CancellationTokenSource,
  l10n,
  Range,
  Selection,
  TextEditorRevealType,
  window,
  workspace,
  WorkspaceEdit,
  type TextDocument,
  type TextEditor,
  type Webview,
} from 'vscode';
import { FORM_VIEW_METHOD, WRITE_CELL_METHOD, type ResultOf } from '../../../server/src/protocol/requests.ts';
import type { CellKey } from '../../../server/src/forms/form.ts';
import type { Reports } from '../editor/reports.ts';
import { MAX_WRITE_ATTEMPTS } from '../limits.ts';
import type { Ask } from '../server-process/ask.ts';
import { hasTextChanged } from '../server-process/errors.ts';
import { createFollower } from '../server-process/follower.ts';
import { rangeOf } from '../server-process/ranges.ts';
import type { Server } from '../server-process/server-keeper.ts';
import type { FromPage, ToPage } from './messages.ts';
import { createActions, officialPage, pasteBlock, printPage } from './page-requests.ts';

export interface SessionContext {
  readonly server: Pick<Server, 'start'> & { readonly ask: Ask };
  readonly reports: Pick<Reports, 'of' | 'onDidChange'>;
  readonly isReadOnly: Promise<boolean>;
}

export interface Session {
  readonly dispose: () => void;
}

type Write = Extract<FromPage, { kind: 'write' }>;

/** A save waits so long for the page: VS Code itself gives up after less than two seconds. */
const FLUSH_PATIENCE_MS = 1000;

export function openSession(document: TextDocument, webview: Webview, { server, reports, isReadOnly }: SessionContext): Session {
  const uri = document.uri.toString();
  const follower = createFollower(server.ask, () => new CancellationTokenSource());
  const actions = createActions(document, server.ask);
  let view: ResultOf<typeof FORM_VIEW_METHOD> | null = null;
  let layout: string | null = null;
  let status = reports.of(uri);
  let writes = Promise.resolve();
  let flushed: (() => void) | undefined;
  /** Selections that are ours: they are not told to the page, which made them. */
  let ownSelection: Range | null = null;

  function post(message: ToPage): void {
    void webview.postMessage(message);
  }

  async function refresh(): Promise<void> {
    const answer = await follower.ask(uri, FORM_VIEW_METHOD, { textDocument: { uri }, layout });
    if (answer === undefined) return;
    if (answer === null) return post({ kind: 'nothing', why: (await server.start()) ? 'no-report' : 'no-server' });
    view = answer;
    layout = answer.layoutId;
    post({ kind: 'view', version: answer.version, view: answer, isReadOnly: await isReadOnly });
  }

  async function write({ id, key, text }: Write): Promise<void> {
    for (let attempt = 0; attempt < MAX_WRITE_ATTEMPTS; attempt++) {
      const { version } = document;
      try {
        const answer = await server.ask(WRITE_CELL_METHOD, { textDocument: { uri, version }, key, text });
        if (answer === null) return post({ kind: 'refused', id, reason: l10n.t('This document is not recognised as a report.') });
        if (answer.kind === 'refused') return post({ kind: 'refused', id, reason: answer.reason });
        const edit = new WorkspaceEdit();
        for (const { range, newText } of answer.edits) edit.replace(document.uri, rangeOf(range), newText);
        // VS Code turns the edit away where the text has changed since.
        if (document.version === version && (answer.edits.length === 0 || (await workspace.applyEdit(edit)))) {
          return post({ kind: 'written', id, version: document.version });
        }
      } catch (error) {
        if (!hasTextChanged(error)) break;
      }
    }
    post({ kind: 'refused', id, reason: l10n.t('The number could not be written into the text. Change it there.') });
  }

  function keyAt(editor: TextEditor): CellKey | null {
    const at = editor.selection.active;
    if (view === null || view.version !== document.version) return null;
    const found = Object.entries(view.cells).find(([, cell]) => cell !== undefined && rangeOf(cell.range).contains(at));
    return found === undefined ? null : (found[0] as CellKey);
  }

  /** Beside the view the text shows where the focus is; nothing is opened for that. */
  function showInText(range: Range): void {
    ownSelection = range;
    for (const editor of window.visibleTextEditors.filter((each) => each.document === document)) {
      editor.selection = new Selection(range.start, range.end);
      editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
    }
  }

  function receive(message: FromPage): void {
    switch (message.kind) {
      case 'ready':
        // A page that was hidden and comes back has drawn nothing yet.
        layout = null;
        void refresh();
        break;
      case 'write':
        writes = writes.then(() => write(message));
        break;
      case 'flushed':
        flushed?.();
        break;
      case 'focus': {
        const cell = view?.version === document.version ? view.cells[message.key] : undefined;
        if (cell !== undefined) showInText(rangeOf(cell.range));
        break;
      }
      case 'reveal':
        void window.showTextDocument(document, { selection: rangeOf(message.range), ...columnOf(document) });
        break;
      case 'actions':
        void actions.list(message).then(
          (titles) => post({ kind: 'actions', request: message.request, titles }),
          // The text went on meanwhile: its own card asks anew.
          () => undefined,
        );
        break;
      case 'act':
        void writes.then(() => actions.apply(message));
        break;
      case 'paste': {
        const cell = view?.cells[message.key];
        void writes.then(() => pasteBlock(document, { block: message.block, key: message.key, place: cell?.range.start ?? null, ask: server.ask }));
        break;
      }
      case 'print':
        void flush().then(() => printPage(document, server.ask));
        break;
      case 'copy-page':
        void flush()
          .then(() => officialPage(document, server.ask))
          .then((html) => html !== null && post({ kind: 'page', html }));
        break;
      default:
        message satisfies never;
    }
  }

  /** Everything typed is in the text before it is saved. */
  async function flush(): Promise<void> {
    await new Promise<void>((resolve) => {
      flushed = resolve;
      setTimeout(resolve, FLUSH_PATIENCE_MS);
      post({ kind: 'flush' });
    });
    await writes;
  }

  const listeners = [
    webview.onDidReceiveMessage((message: FromPage) => receive(message)),
    workspace.onDidChangeTextDocument((event) => {
      if (event.document === document && event.contentChanges.length > 0) void refresh();
    }),
    // What waited while it was typed, what `.gouji.json` says, and a server that came back.
    reports.onDidChange(() => {
      const next = reports.of(uri);
      if (next === status) return;
      status = next;
      void refresh();
    }),
    workspace.onWillSaveTextDocument((event) => {
      if (event.document === document) event.waitUntil(flush());
    }),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor.document !== document) return;
      const isOwn = ownSelection?.isEqual(textEditor.selection) === true;
      ownSelection = null;
      if (!isOwn) post({ kind: 'cursor', key: keyAt(textEditor) });
    }),
    { dispose: () => follower.dispose() },
  ];
  return { dispose: () => listeners.forEach((listener) => listener.dispose()) };
}

/** Where the text is shown already. */
function columnOf(document: TextDocument): { readonly viewColumn?: number } {
  const viewColumn = window.visibleTextEditors.find((editor) => editor.document === document)?.viewColumn;
  return viewColumn === undefined ? {} : { viewColumn };
}
