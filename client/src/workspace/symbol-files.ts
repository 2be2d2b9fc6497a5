// Going to a report by organ and year: before the first search, and after files have changed, the server is given the reports of
// the workspace. Nothing is read or watched for those who never search.

import { Disposable, workspace } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { WORKSPACE_FILES_METHOD } from '../../../server/src/protocol/requests.ts';
import type { Ask } from '../server-process/ask.ts';
import { reportFiles, textOf } from './report-files.ts';

export interface SymbolFiles extends Disposable {
  readonly middleware: Middleware;
  /** Gives the server everything again at the next search: it started anew, or files have changed. */
  readonly anew: () => void;
}

export function createSymbolFiles(ask: Ask, patterns: readonly string[]): SymbolFiles {
  let sent: Promise<unknown> | undefined;
  let watching: Disposable | undefined;

  function anew(): void {
    sent = undefined;
  }

  function watch(): Disposable {
    const watcher = workspace.createFileSystemWatcher(`**/{${patterns.join(',')}}`);
    return Disposable.from(watcher, watcher.onDidCreate(anew), watcher.onDidChange(anew), watcher.onDidDelete(anew), workspace.onDidChangeWorkspaceFolders(anew));
  }

  async function send(): Promise<void> {
    const files = await reportFiles(patterns);
    const read = await Promise.all(files.map(async (uri) => ({ uri: uri.toString(), text: await textOf(uri) })));
    await ask(WORKSPACE_FILES_METHOD, { files: read });
  }

  return {
    anew,
    middleware: {
      provideWorkspaceSymbols: async (query, token, next) => {
        watching ??= watch();
        // What cannot be read leaves the reports that are open, until the next search.
        await (sent ??= send().catch(anew));
        return next(query, token);
      },
    },
    dispose: () => watching?.dispose(),
  };
}
