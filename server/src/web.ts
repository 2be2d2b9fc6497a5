// The server in a browser: a dedicated worker.

import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from './lsp/server.ts';

declare const self: DedicatedWorkerGlobalScope;

startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
  nextTurn: () => new Promise((resolve) => void setTimeout(resolve)),
  currentYear: () => new Date().getFullYear(),
  lawPage: null,
});
