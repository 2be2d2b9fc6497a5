// The extension in a browser: the server is a worker.

import { Uri, type ExtensionContext } from 'vscode';
import type { ClientFactory } from './server-process/server-keeper.ts';
import { activateGouji, type RunningExtension } from './extension.ts';

let running: RunningExtension | undefined;

export function activate(context: ExtensionContext): void {
  const program = Uri.joinPath(context.extensionUri, 'dist/web/server.js');
  const createClient: ClientFactory = async (id, name, options) => {
    // Loaded with the first report, not at every start of the editor.
    const { BrowserMessageReader, BrowserMessageWriter, LanguageClient } = await import('vscode-languageclient/browser');
    let worker: Worker | undefined;
    let reader: WorkerReader | undefined;
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

    class WorkerReader extends BrowserMessageReader {
      /** A worker that is terminated tells nobody; the library learns of it as of a process that died. */
      end(): void {
        this.fireClose();
      }
    }

    /** A worker for each start. */
    function connect() {
      worker = new Worker(program.toString(true));
      // Not the worker itself: what an extension host puts in its place the library does not know for one.
      reader = new WorkerReader(worker);
      return Promise.resolve({ reader, writer: new BrowserMessageWriter(worker) });
    }

    function kill(): void {
      worker?.terminate();
      reader?.end();
    }
    return { client: new WorkerClient(id, name, connect, options), kill };
  };
  // A browser does not tell whether somebody steps through a worker.
  running = activateGouji(context, { program, createClient, isDebugged: false });
}

export function deactivate(): Promise<void> | undefined {
  return running?.stop();
}
