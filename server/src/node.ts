#!/usr/bin/env node
// The server on a desktop: over IPC under VS Code, over `--stdio` for every other editor.

import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import { filesOfMachine } from './files.ts';
import { wholeFrames } from './frames.ts';
import { OWN_WORDS } from './lsp/own-words.ts';
import { startServer } from './lsp/server.ts';

/** The package keeps the server in dist/ and its pages in docs/; the server alone, copied elsewhere, has none. */
const LAW_PAGE = path.join(__dirname, '../docs/law.md');

/** Over IPC the runtime keeps messages apart; a stream can lose its place. */
const connection = process.argv.includes('--stdio') ? createConnection(OWN_WORDS, process.stdin.pipe(wholeFrames()), process.stdout) : createConnection(OWN_WORDS);

startServer(connection, {
  nextTurn: () => new Promise((resolve) => void setImmediate(resolve)),
  currentYear: () => new Date().getFullYear(),
  files: filesOfMachine,
  lawPage: existsSync(LAW_PAGE) ? pathToFileURL(LAW_PAGE).href : null,
});
