// The least an extension with a language server can be: the yardstick in the window, as the trivial server is over stdio.

import path from 'node:path';
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';

export async function activate(context: ExtensionContext): Promise<void> {
  const module = path.join(context.extensionPath, 'server.js');
  const client = new LanguageClient('trivial', 'Trivial', { module, transport: TransportKind.ipc }, { documentSelector: [{ language: 'plaintext' }] });
  context.subscriptions.push({ dispose: () => void client.dispose() });
  await client.start();
}
