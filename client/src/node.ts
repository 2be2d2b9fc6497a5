// The extension on a desktop: the server is a process of its own.

import type { ExtensionContext } from 'vscode';
import { activateGouji, type RunningExtension } from './common/extension.ts';

let running: RunningExtension | undefined;

export function activate(context: ExtensionContext): void {
  const module = context.asAbsolutePath('dist/server.js');
  running = activateGouji(context, async (id, name, options) => {
    // Loaded with the first report, not at every start of the editor.
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
    return new LanguageClient(id, name, { module, transport: TransportKind.ipc }, options);
  });
}

export function deactivate(): Promise<void> | undefined {
  return running?.stop();
}
