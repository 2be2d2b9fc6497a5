// The extension on a desktop: the server is a process of its own.

import { Uri, type ExtensionContext } from 'vscode';
import { compileCacheIn } from './server-process/compile-cache.ts';
import type { ClientFactory } from './server-process/server-keeper.ts';
import { activateGouji, type RunningExtension } from './extension.ts';

/** Put in by the build. */
declare const GOUJI_VERSION: string;

let running: RunningExtension | undefined;

export function activate(context: ExtensionContext): void {
  const program = Uri.joinPath(context.extensionUri, 'dist/server.js');
  const createClient: ClientFactory = async (id, name, options) => {
    // Loaded with the first report, not at every start of the editor.
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
    const env = compileCacheIn(context.globalStorageUri, GOUJI_VERSION);
    const client = new LanguageClient(id, name, { module: program.fsPath, transport: TransportKind.ipc, options: { env } }, options);
    // Nothing milder reaches a process that is in a loop.
    return { client, kill: () => void client.serverProcess?.kill('SIGKILL') };
  };
  running = activateGouji(context, { program, createClient, isDebugged: isDebugged() });
}

/** As the library tells it, and where the variable has every process of Node.js wait for a debugger. */
function isDebugged(): boolean {
  return [...process.execArgv, process.env['NODE_OPTIONS'] ?? ''].some((word) => /--(?:inspect|debug)\b/u.test(word));
}

export function deactivate(): Promise<void> | undefined {
  return running?.stop();
}
