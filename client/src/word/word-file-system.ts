// File system of the texts of Word documents: reading one opens the document, writing one saves it, and nothing half. The server
// does both.

import {
  EventEmitter,
  FileChangeType,
  FileSystemError,
  FileType,
  l10n,
  languages,
  RelativePattern,
  Uri,
  workspace,
  WorkspaceEdit,
  type Disposable,
  type FileChangeEvent,
  type FileStat,
  type FileSystemProvider,
} from 'vscode';
import type { BaseLanguageClient, TextEdit } from 'vscode-languageclient';
import { EDIT_REFUSED, OPEN_DOCUMENT_METHOD, READ_DOCUMENT_METHOD, SAVE_DOCUMENT_METHOD, type ReadTextParams } from '../../../server/src/protocol/requests.ts';
import { WORD_SCHEME } from '../../../server/src/protocol/schemes.ts';
import { fromBase64, toBase64 } from '../../../server/src/text/base64.ts';
import { ownerFilesOf } from '../../../server/src/text/files.ts';
import { MAX_FILE_BYTES } from '../../../server/src/text/limits.ts';
import { rangeOf } from '../server-process/ranges.ts';
import type { Server } from '../server-process/server-keeper.ts';
import { fileName } from '../workspace/file-names.ts';
import { documentUri, editorUri, textUri } from './word-uris.ts';

/** An address that is read for its words alone, and is shown in no editor. */
const ASIDE = 'aside';

export interface WordFileSystem extends Disposable {
  /** The command behind a fix: changes the text that the server spoke of and saves it, what changed as revisions. */
  readonly fixAsRevision: (uri: unknown, version: unknown, edits: unknown) => Promise<void>;
}

export function registerWordFileSystem(server: Pick<Server, 'start' | 'ask'>): WordFileSystem {
  const changed = new EventEmitter<FileChangeEvent[]>();
  /** Texts that could not be saved: the editor saves nothing by itself from then on until somebody does. Whether the edits that their document cannot take have been told. */
  const refused = new Map<string, boolean>();
  /** Texts whose changes become revisions when they are saved next. */
  const revised = new Set<string>();
  const provider: FileSystemProvider = {
    onDidChangeFile: changed.event,
    stat: (uri) => statOf(documentUri(uri)),
    readFile: (uri) => readText(server, uri),
    writeFile: async (uri, content) => {
      try {
        await writeText(server, documentUri(uri), { text: new TextDecoder().decode(content), asRevisions: revised.has(uri.toString()) });
        refused.delete(uri.toString());
      } catch (error) {
        // The save may come before the finding.
        refused.set(uri.toString(), hasRefusals(uri));
        throw error;
      }
    },
    watch: (uri) => watchDocument(uri, (type) => changed.fire([{ type, uri }])),
    readDirectory: () => {
      throw FileSystemError.Unavailable();
    },
    createDirectory: () => {
      throw FileSystemError.NoPermissions();
    },
    delete: () => {
      throw FileSystemError.NoPermissions();
    },
    rename: () => {
      throw FileSystemError.NoPermissions();
    },
  };
  const registration = workspace.registerFileSystemProvider(WORD_SCHEME, provider, { isCaseSensitive: true });
  const goingOn = languages.onDidChangeDiagnostics(({ uris }) => {
    for (const uri of uris.filter((each) => refused.has(each.toString()))) {
      if (hasRefusals(uri)) refused.set(uri.toString(), true);
      else if (refused.get(uri.toString()) === true) {
        refused.delete(uri.toString());
        goOn(uri);
      }
    }
  });

  async function fixAsRevision(uri: unknown, version: unknown, edits: unknown): Promise<void> {
    const own = typeof uri === 'string' ? editorUri(uri) : null;
    const document = own === null ? undefined : workspace.textDocuments.find((each) => each.uri.toString() === own.toString());
    // What was typed meanwhile would be saved along, and lies elsewhere.
    if (document === undefined || document.version !== version || document.isDirty || !Array.isArray(edits)) return;
    const key = document.uri.toString();
    const edit = new WorkspaceEdit();
    for (const { range, newText } of edits as readonly TextEdit[]) edit.replace(document.uri, rangeOf(range), newText);
    // Before the edit: an editor that saves by itself may be faster.
    revised.add(key);
    try {
      if (await workspace.applyEdit(edit)) await document.save();
    } finally {
      revised.delete(key);
    }
  }

  return { fixAsRevision, dispose: () => [registration, changed, goingOn].forEach((each) => each.dispose()) };
}

function hasRefusals(uri: Uri): boolean {
  // With the page of its rule the code is an object.
  return languages.getDiagnostics(uri).some(({ code }) => (typeof code === 'object' ? code.value : code) === EDIT_REFUSED);
}

/** What kept a text from being saved is gone: where the editor saves by itself, it goes on. */
function goOn(uri: Uri): void {
  const document = workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
  const isSavedByItself = workspace.getConfiguration('files', uri).get('autoSave', 'off') !== 'off';
  if (document?.isDirty === true && isSavedByItself) void document.save();
}

/** The words of a document that need not be open. */
export async function wordsOf(uri: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(textUri(uri).with({ fragment: ASIDE })));
}

/** A server that was started anew knows of no document: it asks for those whose texts are open. */
export function answerDocumentReads(client: BaseLanguageClient): void {
  client.onRequest<{ readonly bytes: string } | null, never>(READ_DOCUMENT_METHOD, async ({ uri }: ReadTextParams) => {
    try {
      return { bytes: toBase64(await readBytes(Uri.parse(uri))) };
    } catch {
      return null;
    }
  });
}

async function statOf(uri: Uri): Promise<FileStat> {
  const { ctime, mtime, size, permissions } = await workspace.fs.stat(uri);
  return { type: FileType.File, ctime, mtime, size, ...(permissions !== undefined && { permissions }) };
}

async function readBytes(uri: Uri): Promise<Uint8Array> {
  const { size } = await workspace.fs.stat(uri);
  if (size > MAX_FILE_BYTES) throw FileSystemError.Unavailable(l10n.t('larger than {0} MB', MAX_FILE_BYTES / 1024 / 1024));
  return workspace.fs.readFile(uri);
}

async function readText(server: Pick<Server, 'start' | 'ask'>, text: Uri): Promise<Uint8Array> {
  const uri = documentUri(text);
  const bytes = await readBytes(uri);
  const opened = await open(server, uri, { bytes: toBase64(bytes), keep: text.fragment !== ASIDE });
  return new TextEncoder().encode(opened);
}

async function open(server: Pick<Server, 'start' | 'ask'>, uri: Uri, content: { readonly bytes: string; readonly keep: boolean }): Promise<string> {
  await server.start();
  const answer = await server.ask(OPEN_DOCUMENT_METHOD, { uri: uri.toString(), ...content });
  if (answer === null) throw FileSystemError.Unavailable(l10n.t('The checking service is not running.'));
  if ('problem' in answer) throw FileSystemError.Unavailable(answer.problem);
  return answer.text;
}

async function writeText(server: Pick<Server, 'start' | 'ask'>, uri: Uri, content: { readonly text: string; readonly asRevisions: boolean }): Promise<void> {
  const owner = await ownerFileBeside(uri);
  if (owner !== null) {
    throw FileSystemError.Unavailable(l10n.t('Not saved: close the document in Word or WPS first. If it is not open there, delete {0} beside it.', owner));
  }
  const before = await readBytes(uri);
  await server.start();
  const answer = await server.ask(SAVE_DOCUMENT_METHOD, { uri: uri.toString(), bytes: toBase64(before), ...content });
  if (answer === null) throw FileSystemError.Unavailable(l10n.t('The checking service is not running.'));
  if ('problem' in answer) throw FileSystemError.Unavailable(answer.problem);
  if ('written' in answer) return;
  const after = fromBase64(answer.bytes);
  // Nothing lies between the last look and the writing but the writing itself.
  if (after === null || !isSame(before, await workspace.fs.readFile(uri)))
    throw FileSystemError.Unavailable(l10n.t('Not saved: the document has just been changed by another program. Save again.'));
  await workspace.fs.writeFile(uri, after);
  await open(server, uri, { bytes: answer.bytes, keep: true });
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

/** What Word puts beside a document that is open in it. */
async function ownerFileBeside(uri: Uri): Promise<string | null> {
  const beside = await workspace.fs.readDirectory(Uri.joinPath(uri, '..')).then(
    (entries) => entries.map(([name]) => name),
    (): readonly string[] => [],
  );
  return ownerFilesOf(fileName(uri)).find((name) => beside.includes(name)) ?? null;
}

function watchDocument(text: Uri, tell: (type: FileChangeType) => void): Disposable {
  const uri = documentUri(text);
  const watcher = workspace.createFileSystemWatcher(new RelativePattern(Uri.joinPath(uri, '..'), fileName(uri).replaceAll(/[*?[\]{}!]/gu, '?')));
  const listeners = [
    watcher,
    watcher.onDidChange(() => tell(FileChangeType.Changed)),
    watcher.onDidCreate(() => tell(FileChangeType.Created)),
    watcher.onDidDelete(() => tell(FileChangeType.Deleted)),
  ];
  return { dispose: () => listeners.forEach((each) => each.dispose()) };
}
