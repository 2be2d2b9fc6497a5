#!/usr/bin/env node
// The server on a desktop: over IPC under VS Code, over `--stdio` for every other editor.

import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { createConnection } from 'vscode-languageserver/node';
import type { Documents } from '../cli/document-bundle.ts';
import { replaceFile } from '../cli/replace-file.ts';
import { createNodeFileSystem } from './node-file-system.ts';
import { redactingConsole } from '../lsp/redacting-console.ts';
import { startServer } from '../lsp/server.ts';

/** The package keeps the server in dist/ and its pages in docs/; the server alone, copied elsewhere, has none. */
const PAGES = path.join(__dirname, '../docs/');

/** Put in by the build. */
declare const GOUJI_VERSION: string;

const USAGE = `勾稽语言服务器，由编辑器启动，不单独使用：

  gouji-language-server --stdio

怎样接入各种编辑器，见源代码中的 docs/editors.md。检查文件用 gouji check。
`;

/** What the library understands; without one of them it would throw. */
const TRANSPORT = /^--(?:stdio|node-ipc|socket(?:=.*)?|pipe(?:=.*)?)$/u;

const words = process.argv.slice(2);
if (words.some((word) => TRANSPORT.test(word))) serve();
else answerPerson();

function serve(): void {
  /** Over IPC the runtime keeps messages apart; a stream can lose its place. */
  const connection = words.includes('--stdio') ? createConnection(redactingConsole, process.stdin, process.stdout) : createConnection(redactingConsole);
  startServer(connection, {
    version: GOUJI_VERSION,
    nextTurn: () => new Promise((resolve) => void setImmediate(resolve)),
    currentYear: () => new Date().getFullYear(),
    files: createNodeFileSystem(openDocument),
    openDocument,
    writeWord: (printed) => documents().writeWord(printed),
    replaceFile: (uri, before, after) => (uri.startsWith('file:') ? replaceFile({ file: fileURLToPath(uri), before, after }) : undefined),
    watchParent,
    pages: existsSync(path.join(PAGES, 'law.md')) ? pathToFileURL(PAGES).href : null,
  });
}

/** The bundle beside this one, loaded with the first document. */
function documents(): Documents {
  return require('./documents.js') as Documents;
}

function openDocument(bytes: Uint8Array, name: string): ReturnType<Documents['openDocument']> {
  return documents().openDocument(bytes, name);
}

/** Somebody tried the command by hand. */
function answerPerson(): void {
  if (words.includes('--version') || words.includes('-V')) process.stdout.write(`${GOUJI_VERSION}\n`);
  else if (words.includes('--help') || words.includes('-h')) process.stdout.write(USAGE);
  else {
    process.stderr.write(USAGE);
    process.exitCode = 2;
  }
}

/** Often enough that nobody wonders what still loads the machine. */
const CHECK_EVERY_MS = 1000;

/** `parent-thread.ts`, built beside the server. */
const SCRIPT = path.join(__dirname, 'parent-thread.js');

const LIMITS = { maxYoungGenerationSizeMb: 1, maxOldGenerationSizeMb: 8 };

/** The library looks for the editor between two messages only; a thread looks while the server is busy. A system that gives no thread leaves the server as it is: the library ends it between two messages. */
function watchParent(processId: number): void {
  const worker = new Worker(SCRIPT, { workerData: { parent: processId, everyMs: CHECK_EVERY_MS }, resourceLimits: LIMITS });
  worker.on('error', () => undefined);
  worker.unref();
}
