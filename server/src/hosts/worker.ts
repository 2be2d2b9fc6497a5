// The server in a browser: a dedicated worker.

import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { openDocument, writeWord } from '../documents/index.ts';
import { redactingConsole } from '../lsp/redacting-console.ts';
import { startServer } from '../lsp/server.ts';

/** Put in by the build. */
declare const GOUJI_VERSION: string;
declare const self: DedicatedWorkerGlobalScope;

startServer(createConnection(redactingConsole, new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
  version: GOUJI_VERSION,
  nextTurn: () => new Promise((resolve) => void setTimeout(resolve)),
  currentYear: () => new Date().getFullYear(),
  pages: null,
  openDocument,
  writeWord,
});
