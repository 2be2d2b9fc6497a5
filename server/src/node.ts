// The server on a desktop: over IPC under VS Code, over `--stdio` for every other editor.

import { createConnection } from 'vscode-languageserver/node';
import { filesOfMachine } from './files.ts';
import { startServer } from './lsp/server.ts';

startServer(createConnection(), {
  nextTurn: () => new Promise((resolve) => void setImmediate(resolve)),
  currentYear: () => new Date().getFullYear(),
  files: filesOfMachine,
});
