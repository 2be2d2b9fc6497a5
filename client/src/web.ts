// The extension in a browser: the server is a worker.

import { Uri, type ExtensionContext } from 'vscode';
import { activateGouji, type RunningExtension } from './common/extension.ts';

let running: RunningExtension | undefined;

export function activate(context: ExtensionContext): void {
  const script = Uri.joinPath(context.extensionUri, 'dist/web/server.js').toString(true);
  running = activateGouji(context, async (id, name, options) => {
    // Loaded with the first report, not at every start of the editor.
    const { LanguageClient } = await import('vscode-languageclient/browser');
    return new LanguageClient(id, name, new Worker(script), options);
  });
}

export function deactivate(): Promise<void> | undefined {
  return running?.stop();
}
