// The extension in a browser: the server is a worker.

import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateGouji, type RunningExtension } from './common/extension.ts';

let running: RunningExtension | undefined;

export function activate(context: ExtensionContext): void {
  const script = Uri.joinPath(context.extensionUri, 'dist/web/server.js').toString(true);
  running = activateGouji(context, (id, name, options) => new LanguageClient(id, name, new Worker(script), options));
}

export function deactivate(): Promise<void> | undefined {
  return running?.stop();
}
