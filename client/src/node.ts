// The extension on a desktop: the server is a process of its own.

import { Uri, type ExtensionContext } from 'vscode';
import { activateGouji, type RunningExtension } from './extension.ts';

let running: RunningExtension | undefined;

export function activate(context: ExtensionContext): void {
  const program = Uri.joinPath(context.extensionUri, 'dist/server.js');
  running = activateGouji(context, program, async (id, name, options) => {
    // Loaded with the first report, not at every start of the editor.
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
    return new LanguageClient(id, name, { module: program.fsPath, transport: TransportKind.ipc }, options);
  });
}

export function deactivate(): Promise<void> | undefined {
  return running?.stop();
}
