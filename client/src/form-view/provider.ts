// The form view as an editor of text: VS Code's own undo, save, dirty mark and hot exit are those of the document.

import { env, FilePermission, Uri, window, workspace, type CustomTextEditorProvider, type Disposable, type Webview } from 'vscode';
import { FORM_VIEW_TYPE } from './messages.ts';
import { openSession, type SessionContext } from './session.ts';

interface ProviderContext extends Omit<SessionContext, 'isReadOnly'> {
  /** Where the extension's own files lie. */
  readonly extensionUri: Uri;
}

export function registerFormView(context: ProviderContext): Disposable {
  const provider: CustomTextEditorProvider = {
    resolveCustomTextEditor: (document, panel) => {
      const { webview } = panel;
      const dist = Uri.joinPath(context.extensionUri, 'dist');
      webview.options = { enableScripts: true, localResourceRoots: [dist] };
      const session = openSession(document, webview, { ...context, isReadOnly: isReadOnly(document.uri) });
      panel.onDidDispose(session.dispose);
      webview.html = pageOf(webview, dist, document.uri);
    },
  };
  return window.registerCustomEditorProvider(FORM_VIEW_TYPE, provider, { supportsMultipleEditorsPerDocument: false });
}

/** An archive, an old version, a file without the permission: nothing can be typed there. */
async function isReadOnly(uri: Uri): Promise<boolean> {
  if (uri.scheme === 'untitled') return false;
  if (workspace.fs.isWritableFileSystem(uri.scheme) === false) return true;
  try {
    const { permissions } = await workspace.fs.stat(uri);
    return permissions === FilePermission.Readonly;
  } catch {
    return false;
  }
}

/** Nothing but our own script, by its nonce, and our own style sheet. */
function pageOf(webview: Webview, dist: Uri, document: Uri): string {
  const nonce = nonceOf();
  const address = (name: string) => webview.asWebviewUri(Uri.joinPath(dist, name)).toString(true);
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}`;
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Gouji</title>
<link rel="stylesheet" href="${escaped(address('view.css'))}">
</head>
<body data-language="${escaped(env.language)}" data-uri="${escaped(document.toString())}">
<script nonce="${nonce}" src="${escaped(address('view.js'))}"></script>
</body>
</html>`;
}

const NONCE_BYTES = 16;

function nonceOf(): string {
  return [...crypto.getRandomValues(new Uint8Array(NONCE_BYTES))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/gu, (character) => `&#${character.charCodeAt(0)};`);
}
