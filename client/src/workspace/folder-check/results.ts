// Where do the findings of a folder stay? In Problems, until they are cleared, checked again, or told by the open file itself.

import { commands, languages, workspace, type Diagnostic, type Disposable, type TextDocument, type Uri } from 'vscode';
import { concernsServer } from '../../editor/candidates.ts';

export interface FolderResults extends Disposable {
  readonly clear: () => void;
  readonly set: (uri: Uri, diagnostics: readonly Diagnostic[]) => void;
}

const CONTEXT = 'gouji.folderChecked';

export function createFolderResults(): FolderResults {
  const collection = languages.createDiagnosticCollection('gouji-folder');
  let hasAny = false;

  function clear(): void {
    collection.clear();
    hasAny = false;
    void commands.executeCommand('setContext', CONTEXT, false);
  }

  function set(uri: Uri, diagnostics: readonly Diagnostic[]): void {
    if (diagnostics.length === 0 || isToldLive(uri)) return;
    collection.set(uri, diagnostics);
    if (!hasAny) void commands.executeCommand('setContext', CONTEXT, true);
    hasAny = true;
  }

  /** The server speaks of an open draft itself; of any other file the places are right until it is changed. */
  function drop(document: TextDocument): void {
    if (collection.has(document.uri)) collection.delete(document.uri);
  }

  /** A file, or all that lay in a folder. */
  function dropAll(gone: Uri): void {
    const within = `${gone.path}/`;
    collection.forEach((uri) => {
      if (uri.toString() === gone.toString() || (uri.scheme === gone.scheme && uri.authority === gone.authority && uri.path.startsWith(within)))
        collection.delete(uri);
    });
  }

  const listeners = [
    collection,
    workspace.onDidOpenTextDocument((document) => {
      if (concernsServer(document)) drop(document);
    }),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) drop(document);
    }),
    workspace.onDidDeleteFiles(({ files }) => files.forEach(dropAll)),
    workspace.onDidRenameFiles(({ files }) => files.forEach(({ oldUri }) => dropAll(oldUri))),
  ];
  return { clear, set, dispose: () => listeners.forEach((listener) => listener.dispose()) };
}

function isToldLive(uri: Uri): boolean {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  return open !== undefined && !open.isClosed && concernsServer(open);
}
