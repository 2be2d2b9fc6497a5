// Going to a report by organ and year: before the first search, and after files have changed, the server is given the reports of
// the workspace. Nothing is read or watched for those who never search.

import { Disposable, workspace } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { WORKSPACE_FILES_METHOD } from '../../../server/src/protocol/requests.ts';
import type { Ask } from '../server-process/ask.ts';
import { wasCutOff } from '../server-process/errors.ts';
import type { Held } from '../editor/held.ts';
import { reportFiles, textOf } from './report-files.ts';

export interface SymbolFiles extends Disposable {
  readonly middleware: Middleware;
  /** Gives the server everything again at the next search: it started anew, or files have changed. */
  readonly anew: () => void;
}

/** Once may be by chance: another text was at fault. */
const MAX_CUT_OFF = 2;

interface SymbolFilesContext {
  readonly ask: Ask;
  readonly held: Held;
  /** File names of reports. */
  readonly patterns: readonly string[];
}

export function createSymbolFiles({ ask, held, patterns }: SymbolFilesContext): SymbolFiles {
  let sent: Promise<unknown> | undefined;
  /** Servers that went down with these files. */
  let cutOff = 0;
  let watching: Disposable | undefined;

  function anew(): void {
    sent = undefined;
  }

  function changed(): void {
    cutOff = 0;
    anew();
  }

  function failed(error: unknown): void {
    if (wasCutOff(error)) cutOff += 1;
    anew();
  }

  function watch(): Disposable {
    const watcher = workspace.createFileSystemWatcher(`**/{${patterns.join(',')}}`);
    return Disposable.from(
      watcher,
      watcher.onDidCreate(changed),
      watcher.onDidChange(changed),
      watcher.onDidDelete(changed),
      workspace.onDidChangeWorkspaceFolders(changed),
    );
  }

  async function send(): Promise<void> {
    // It may be one of them that the server does not come back from; the reports that are open are still found.
    if (cutOff >= MAX_CUT_OFF) return;
    const files = await reportFiles(patterns);
    const read = await Promise.all(files.map(async (uri) => ({ uri: uri.toString(), text: await textOf(uri) })));
    await ask(WORKSPACE_FILES_METHOD, { files: read.filter(({ uri, text }) => held.ofText(uri, text) === null) });
  }

  return {
    anew,
    middleware: {
      provideWorkspaceSymbols: async (query, token, next) => {
        watching ??= watch();
        // What cannot be read leaves the reports that are open, until the next search.
        await (sent ??= send().catch(failed));
        return next(query, token);
      },
    },
    dispose: () => watching?.dispose(),
  };
}
