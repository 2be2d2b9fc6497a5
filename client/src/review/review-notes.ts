// Reviewer's notes as comment threads beside the reports of the reviewed folder; they are kept in the root's `.gouji.json`.

import {
  commands,
  CommentMode,
  comments,
  CommentThreadCollapsibleState,
  CommentThreadState,
  Disposable,
  l10n,
  Range,
  RelativePattern,
  Uri,
  window,
  workspace,
  type Comment,
  type CommentReply,
  type CommentThread,
  type Memento,
  type TextDocument,
} from 'vscode';
import type { NoteChange, NoteView } from '../../../server/src/protocol/folder-review.ts';
import { isTextFile } from '../../../server/src/text/files.ts';
import { NOTES_REST_MS } from '../limits.ts';
import { messageOf } from '../server-process/errors.ts';
import { reportingFailure } from '../server-process/failure.ts';
import { rangeOf } from '../server-process/ranges.ts';
import type { Server } from '../server-process/server-keeper.ts';
import { documentUri, isWordDocument } from '../word/word-uris.ts';
import { askNotes, readConfig, writeNote } from '../workspace/suppressions/notes-file.ts';
import { localDay } from './folder-review.ts';

export interface ReviewNotes extends Disposable {
  /** The folder under review; remembered, so that its notes are there again when the window is opened next. */
  readonly setRoot: (root: Uri) => void;
}

interface NoteComment extends Comment {
  readonly id: string;
  /** As it was before it was being rewritten. */
  readonly saved: string;
  readonly thread: CommentThread;
}

const ROOT_KEY = 'gouji.reviewRoot';
const REVIEWER_KEY = 'gouji.reviewer';

type NotesServer = Pick<Server, 'start' | 'ask'> & Parameters<typeof reportingFailure>[0];

export function createReviewNotes(
  server: NotesServer,
  { workspaceState, globalState }: { readonly workspaceState: Memento; readonly globalState: Memento },
): ReviewNotes {
  const controller = comments.createCommentController('gouji.notes', l10n.t('Review Notes'));
  controller.options = { prompt: l10n.t('Write a note'), placeHolder: l10n.t('A note for other reviewers; it is kept in .gouji.json of the reviewed folder') };
  controller.commentingRangeProvider = {
    provideCommentingRanges: (document) => (fileOf(document.uri) === null ? [] : [new Range(0, 0, document.lineCount, 0)]),
  };
  /** By the address of the text, then by the id of the first note. */
  const threads = new Map<string, Map<string, CommentThread>>();
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const kept = workspaceState.get<string>(ROOT_KEY);
  let root: Uri | null = kept === undefined ? null : Uri.parse(kept);
  let watching: Disposable = watchRoot();

  /** The path of a report from the root; null for what is none, or lies elsewhere. */
  function fileOf(uri: Uri): string | null {
    const file = documentUri(uri);
    if (root === null || file.scheme !== root.scheme || file.authority !== root.authority || !file.path.startsWith(`${root.path}/`)) return null;
    return isTextFile(file.path) || isWordDocument(file) ? file.path.slice(root.path.length + 1) : null;
  }

  function watchRoot(): Disposable {
    if (root === null) return new Disposable(() => undefined);
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(root, '.gouji.json'));
    return Disposable.from(watcher, watcher.onDidChange(showAll), watcher.onDidCreate(showAll), watcher.onDidDelete(showAll));
  }

  function setRoot(next: Uri): void {
    void workspaceState.update(ROOT_KEY, next.toString());
    if (next.toString() !== root?.toString()) {
      root = next;
      watching.dispose();
      watching = watchRoot();
    }
    showAll();
  }

  function showAll(): void {
    for (const document of workspace.textDocuments) void reportingFailure(server, () => show(document))();
  }

  /** Places the notes of a document anew; threads that are there stay, so that a reply being typed is not lost. */
  async function show(document: TextDocument): Promise<void> {
    const file = fileOf(document.uri);
    if (file === null || root === null) return forget(document);
    // What is wrong with the file is told by the server where it is open, and by whatever is written into it.
    const config = await readConfig(root).catch(() => null);
    if (config === null || !config.includes('"notes"')) return forget(document);
    if (!(await server.start())) return;
    const { version } = document;
    const answer = await askNotes(server, { step: 'place', config, file, text: document.getText() });
    // Of a text that went on meanwhile it will be asked again.
    if (answer.kind !== 'placed' || document.isClosed || document.version !== version) return;
    const shown = threads.get(document.uri.toString()) ?? new Map<string, CommentThread>();
    threads.set(document.uri.toString(), shown);
    const ids = new Set(answer.notes.map(({ note }) => note.id));
    const firsts = answer.notes.filter(({ note }) => note.replyTo === null || !ids.has(note.replyTo));
    for (const first of firsts) {
      const { id } = first.note;
      const thread = shown.get(id) ?? controller.createCommentThread(document.uri, rangeOf(first.range), []);
      shown.set(id, thread);
      dress(thread, first, [first, ...answer.notes.filter(({ note }) => note.replyTo === id)]);
    }
    const gone = [...shown].filter(([id]) => !firsts.some(({ note }) => note.id === id));
    for (const [id, thread] of gone) {
      thread.dispose();
      shown.delete(id);
    }
  }

  function dress(thread: CommentThread, first: NoteView, notes: readonly NoteView[]): void {
    const { note, state, range } = first;
    const isNew = thread.comments.length === 0;
    thread.range = rangeOf(range);
    thread.label = labelOf(first);
    thread.contextValue = note.done ? 'done' : 'open';
    thread.state = note.done ? CommentThreadState.Resolved : CommentThreadState.Unresolved;
    if (isNew) thread.collapsibleState = note.done ? CommentThreadCollapsibleState.Collapsed : CommentThreadCollapsibleState.Expanded;
    const isBeingRewritten = thread.comments.some(({ mode }) => mode === CommentMode.Editing);
    if (!isBeingRewritten) thread.comments = notes.map(({ note: each }) => commentOf(each, thread));
    if (state === 'lost') thread.collapsibleState = CommentThreadCollapsibleState.Expanded;
  }

  function forget(document: TextDocument): void {
    for (const thread of threads.get(document.uri.toString())?.values() ?? []) thread.dispose();
    threads.delete(document.uri.toString());
  }

  function soon(document: TextDocument): void {
    const key = document.uri.toString();
    if (!threads.has(key)) return;
    clearTimeout(waiting.get(key));
    waiting.set(
      key,
      setTimeout(() => void reportingFailure(server, () => show(document))(), NOTES_REST_MS),
    );
  }

  async function change(what: NoteChange): Promise<void> {
    if (root === null) return;
    try {
      await writeNote(root, what, server);
    } catch (error) {
      // The words are gone from where they were typed.
      const words = what.kind === 'add' ? what.note.note : what.kind === 'words' ? what.note : '';
      throw new Error(l10n.t('the note was not saved ({0}) {1}', messageOf(error), words), { cause: error });
    } finally {
      showAll();
    }
  }

  /** A new note, or the answer to one. */
  async function add({ thread, text }: CommentReply): Promise<void> {
    const document = await workspace.openTextDocument(thread.uri);
    const file = fileOf(thread.uri);
    const author = await reviewer();
    if (file === null || text.trim() === '' || author === undefined) return;
    const shown = threads.get(document.uri.toString());
    const replyTo = [...(shown ?? [])].find(([, each]) => each === thread)?.[0] ?? null;
    const id = crypto.randomUUID();
    const answer = await askNotes(server, { step: 'anchor', text: document.getText(), range: wireRange(chosenRange(document, thread.range)) });
    if (answer.kind !== 'anchor') return;
    if (replyTo === null) threads.set(document.uri.toString(), new Map([...(shown ?? []), [id, thread]]));
    await change({ kind: 'add', note: { ...answer.anchor, id, file, author, replyTo, note: text.trim(), date: localDay(Date.now()), done: false } });
  }

  /** Asked once: the editor does not know who sits before it. */
  async function reviewer(): Promise<string | undefined> {
    const known = globalState.get<string>(REVIEWER_KEY);
    if (known !== undefined) return known;
    const typed = await window.showInputBox({ title: l10n.t('Your name, as it stands at your notes'), ignoreFocusOut: true });
    const name = typed?.trim() ?? '';
    if (typed === undefined) return undefined;
    if (name !== '') await globalState.update(REVIEWER_KEY, name);
    return name;
  }

  async function settle(thread: CommentThread, done: boolean): Promise<void> {
    const [first] = thread.comments;
    if (first !== undefined) await change({ kind: 'done', id: (first as NoteComment).id, done });
  }

  function rewrite(comment: NoteComment, mode: CommentMode, body = comment.saved): void {
    comment.thread.comments = comment.thread.comments.map((each) => ((each as NoteComment).id === comment.id ? { ...each, body, mode } : each));
  }

  async function save(comment: NoteComment): Promise<void> {
    const words = String(comment.body).trim();
    rewrite(comment, CommentMode.Preview, words);
    await change(words === '' ? { kind: 'remove', id: comment.id } : { kind: 'words', id: comment.id, note: words });
  }

  // The menus of the threads alone send these, each with what it was pressed on.
  const actions: Readonly<Record<string, (...args: readonly never[]) => unknown>> = {
    'gouji.addNote': add,
    'gouji.resolveNote': (thread: CommentThread) => settle(thread, true),
    'gouji.reopenNote': (thread: CommentThread) => settle(thread, false),
    'gouji.editNote': (comment: NoteComment) => rewrite(comment, CommentMode.Editing),
    'gouji.saveNote': save,
    'gouji.cancelNote': (comment: NoteComment) => rewrite(comment, CommentMode.Preview),
    'gouji.deleteNote': ({ id }: NoteComment) => change({ kind: 'remove', id }),
  };
  const listening = Disposable.from(
    controller,
    workspace.onDidOpenTextDocument((document) => void reportingFailure(server, () => show(document))()),
    workspace.onDidCloseTextDocument(forget),
    workspace.onDidChangeTextDocument(({ document }) => soon(document)),
    workspace.onDidSaveTextDocument(({ uri }) => {
      if (uri.path.endsWith('/.gouji.json')) showAll();
    }),
    // Shares tell late or never of what another machine wrote.
    window.onDidChangeWindowState(({ focused }) => {
      if (focused && root !== null) showAll();
    }),
    ...Object.entries(actions).map(([id, action]) =>
      commands.registerCommand(
        id,
        reportingFailure(server, (...given) => action(...(given as never[]))),
      ),
    ),
  );
  showAll();
  return {
    setRoot,
    dispose: () => {
      waiting.forEach(clearTimeout);
      watching.dispose();
      listening.dispose();
    },
  };
}

function labelOf({ note, state }: NoteView): string {
  const place = note.done ? l10n.t('Done') : l10n.t('Note');
  if (state === 'there') return place;
  return state === 'changed' ? l10n.t('{0} · the sentence was changed', place) : l10n.t('{0} · its place is gone: {1}', place, note.text);
}

function commentOf({ id, author, date, note }: NoteView['note'], thread: CommentThread): NoteComment {
  return { id, thread, saved: note, body: note, mode: CommentMode.Preview, author: { name: [author, date].filter((part) => part !== '').join(' ') } };
}

/** The editor's own is written as a pair. */
function wireRange({ start, end }: Range): NoteView['range'] {
  return { start: { line: start.line, character: start.character }, end: { line: end.line, character: end.character } };
}

/** The line that was pressed at says less than the cursor in it. */
function chosenRange(document: TextDocument, range: Range): Range {
  const editor = window.visibleTextEditors.find(({ document: { uri } }) => uri.toString() === document.uri.toString());
  const active = editor?.selection;
  const isWholeLine = range.isSingleLine && (range.isEmpty || range.contains(document.lineAt(range.start.line).range));
  return active !== undefined && isWholeLine && active.isSingleLine && active.start.line === range.start.line ? active : range;
}
