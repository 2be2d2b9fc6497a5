// Reads and writes `.gouji.json` beside a draft, on any file system; the server says what to write.

import { commands, FileSystemError, l10n, Range, Uri, window, workspace, WorkspaceEdit, type Disposable, type TextDocument } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  READ_TEXT_METHOD,
  SUPPRESSION_COMMAND,
  SUPPRESSION_METHOD,
  type FileText,
  type ReadTextParams,
  type SuppressionCommand,
} from '../../../../server/src/protocol/requests.ts';
import { MAX_CONFIG_BYTES } from '../../../../server/src/text/limits.ts';
import { readUtf8 } from '../../../../server/src/text/utf8.ts';
import { showNoReport, type Ask } from '../../server-process/ask.ts';
import { messageOf } from '../../server-process/errors.ts';
import { reportingFailure } from '../../server-process/failure.ts';
import type { Server } from '../../server-process/server-keeper.ts';
import { isWordDocument } from '../../word/word-uris.ts';
import { wordsOf } from '../../word/word-file-system.ts';
import { fileName } from '../file-names.ts';
import { readBounded } from '../folder-files.ts';
import { mayBeSilenced, showSilenced } from './silencing.ts';

/** LSP's number for a file that changed. */
const CHANGED = 2;

/** The server reads through us, so that it sees whatever the editor sees. */
export function answerReads(client: BaseLanguageClient): void {
  client.onRequest<FileText, never>(READ_TEXT_METHOD, ({ uri }: ReadTextParams) => {
    const file = Uri.parse(uri);
    return isWordDocument(file) ? readWords(file) : readText(file);
  });
}

/** The command behind the fixes, which answers whether something was written. */
export function registerSuppressionWriting(server: Server): readonly Disposable[] {
  /** The client's own watcher sees folders of the workspace only, and some file systems tell late or never. */
  function changed(uri: Uri): void {
    server.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uri.toString(), type: CHANGED }] });
  }

  return [
    commands.registerCommand(
      SUPPRESSION_COMMAND,
      reportingFailure(server, async (command) => {
        // Sent by the server's fixes alone, and by our own link to last year's report.
        const sent = command as SuppressionCommand;
        if (!(await mayBeSilenced(sent.silences))) return false;
        const written = await writeSuppression(sent, server.ask);
        if (written === null) return false;
        changed(written);
        // Not waited for: the message stays as long as the person likes.
        const { silences } = sent;
        if (silences !== null) void reportingFailure(server, () => showSilenced(sent, silences))();
        return true;
      }),
    ),
    workspace.onDidSaveTextDocument(({ uri }) => {
      if (uri.path.endsWith('/.gouji.json')) changed(uri);
    }),
  ];
}

/** Of a Word document its words. */
async function readWords(uri: Uri): Promise<FileText> {
  return wordsOf(uri).then(
    (text) => ({ text }),
    () => ({ text: null }),
  );
}

/** What is saved in a file; what is typed into it and not saved does not count yet. */
export async function readText(uri: Uri): Promise<FileText> {
  try {
    const bytes = await readBounded(uri, MAX_CONFIG_BYTES);
    return bytes === null ? { problem: '文件太大，没有读取' } : readUtf8(bytes);
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return { text: null };
    return { problem: `无法读取（${error instanceof FileSystemError ? error.code : '原因不明'}）` };
  }
}

/** Asks for the note where one is wanted, writes, and says why where it cannot be written: then null. */
async function writeSuppression({ uri, configUri, change, ask: question }: SuppressionCommand, ask: Ask): Promise<Uri | null> {
  const note = question === null ? null : await askNote(question);
  if (note === undefined) return null;
  const target = Uri.parse(configUri);
  const open = openAt(target);
  const present: FileText = open === undefined ? await readText(target) : { text: open.getText() };
  const result = 'problem' in present ? present : await ask(SUPPRESSION_METHOD, { textDocument: { uri }, text: present.text, change, note });
  if (result === null) {
    showNoReport();
    return null;
  }
  if ('problem' in result) {
    void window.showErrorMessage(l10n.t('Not saved: {0} is malformed. {1}', fileName(target), result.problem));
    return null;
  }
  try {
    await writeConfig(target, result.text);
    return target;
  } catch (error) {
    void window.showErrorMessage(l10n.t('Not saved: {0} cannot be written in the folder of the draft. {1}', fileName(target), messageOf(error)));
    return null;
  }
}

function askNote({ message, note }: { readonly message: string; readonly note: string }): Thenable<string | undefined> {
  return window.showInputBox({
    title: l10n.t('Why is this correct? The note is kept in .gouji.json in the folder of the draft'),
    prompt: message,
    value: note,
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? l10n.t('Enter a note, or press Escape') : undefined),
  });
}

function openAt(target: Uri): TextDocument | undefined {
  return workspace.textDocuments.find((document) => document.uri.toString() === target.toString());
}

/** Through the editor where the file is open there, so that nothing typed into it is lost. */
export async function writeConfig(target: Uri, text: string): Promise<void> {
  const open = openAt(target);
  if (workspace.fs.isWritableFileSystem(target.scheme) === false) throw new Error(l10n.t('The folder is read-only.'));
  if (open === undefined) return workspace.fs.writeFile(target, new TextEncoder().encode(text));
  const edit = new WorkspaceEdit();
  edit.replace(target, new Range(open.positionAt(0), open.positionAt(open.getText().length)), text);
  if (!(await workspace.applyEdit(edit)) || !(await open.save())) throw new Error(l10n.t('The file is open in the editor and could not be saved.'));
}
