// The extension in a browser: the server is a worker.

import { Uri, type ExtensionContext } from 'vscode';
import { activateGouji, type RunningExtension } from './extension.ts';

let running: RunningExtension | undefined;

export function activate(context: ExtensionContext): void {
  const program = Uri.joinPath(context.extensionUri, 'dist/web/server.js');
  running = activateGouji(context, program, async (id, name, options) => {
    // Loaded with the first report, not at every start of the editor.
    const { BrowserMessageReader, BrowserMessageWriter, LanguageClient } = await import('vscode-languageclient/browser');
    let worker: Worker | undefined;
    class WorkerClient extends LanguageClient {
      /** A worker does not end by itself, least of all one that hangs. */
      override async stop(timeoutMs?: number): Promise<void> {
        try {
          await super.stop(timeoutMs);
        } finally {
          worker?.terminate();
        }
      }
    }

    /** A worker for each start. */
    function connect() {
      worker = new Worker(program.toString(true));
      // Not the worker itself: what an extension host puts in its place the library does not know for one.
      return Promise.resolve({ reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) });
    }
    return new WorkerClient(id, name, connect, options);
  });
}

export function deactivate(): Promise<void> | undefined {
  return running?.stop();
}
