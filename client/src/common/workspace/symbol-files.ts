// Going to a report by organ and year: before the first search, and after files have changed, the server is given the reports of
// the workspace. Nothing is read for those who never search.

import { workspace, type Disposable } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { WORKSPACE_FILES_METHOD } from '../../../../server/src/lsp/protocol.ts';
import type { Ask } from '../connection/ask.ts';
import { reportFiles, textOf } from './report-files.ts';

export interface WorkspaceFiles extends Disposable {
  readonly middleware: Middleware;
}

export function createWorkspaceFiles(ask: Ask, patterns: readonly string[]): WorkspaceFiles {
  let sent: Promise<unknown> | undefined;
  const watchers = patterns.map((pattern) => workspace.createFileSystemWatcher(`**/${pattern}`));
  const anew = () => {
    sent = undefined;
  };
  const listeners = [
    ...watchers.flatMap((watcher) => [watcher, watcher.onDidCreate(anew), watcher.onDidChange(anew), watcher.onDidDelete(anew)]),
    workspace.onDidChangeWorkspaceFolders(anew),
  ];

  async function send(): Promise<void> {
    const files = await reportFiles(patterns);
    const read = await Promise.all(files.map(async (uri) => ({ uri: uri.toString(), text: await textOf(uri) })));
    await ask(WORKSPACE_FILES_METHOD, { files: read });
  }

  return {
    middleware: {
      provideWorkspaceSymbols: async (query, token, next) => {
        // What cannot be read leaves the reports that are open.
        await (sent ??= send().catch(() => undefined));
        return next(query, token);
      },
    },
    dispose: () => listeners.forEach((listener) => listener.dispose()),
  };
}
