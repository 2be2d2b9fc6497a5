#!/usr/bin/env node
// The server on a desktop: over IPC under VS Code, over `--stdio` for every other editor.

import { constants, existsSync, promises, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { createConnection } from 'vscode-languageserver/node';
import type { Documents } from '../cli/document-bundle.ts';
import { replaceFile } from '../cli/replace-file.ts';
import { redactingConsole } from '../lsp/redacting-console.ts';
import { startServer } from '../lsp/server.ts';
import { CONFIG_TOO_LONG } from '../suppressions/read-config.ts';
import type { FileText } from '../protocol/requests.ts';
import type { Runtime, RuntimeFiles } from '../lsp/runtime.ts';
import { MAX_CONFIG_BYTES, MAX_FILE_BYTES } from '../text/limits.ts';
import { readUtf8 } from '../text/utf8.ts';

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

const ABSENT: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR']);

// Bounded reader of local files, for editors that know drafts by `file:` URIs and read no files for the server.

/** Documents are read as their text. */
function createNodeFileSystem(openDocument: Runtime['openDocument']): RuntimeFiles {
  return { read: (uri) => read(uri, openDocument), stamp };
}

async function read(uri: string, openDocument: Runtime['openDocument']): Promise<FileText> {
  const file = pathOf(uri);
  if (file === null) return { text: null };
  try {
    const isDocument = /\.docx$/iu.test(file);
    const bytes = await readBounded(file, isDocument ? MAX_FILE_BYTES : MAX_CONFIG_BYTES);
    if (bytes === null) return { problem: CONFIG_TOO_LONG };
    const opening = isDocument ? openDocument(bytes, file) : null;
    return opening ?? readUtf8(bytes);
  } catch (error) {
    const code = codeOf(error);
    return ABSENT.has(code) ? { text: null } : { problem: `无法读取（${code}）` };
  }
}

/** Null where there is more than is read: a link may lead to a device that never ends. A pipe is not waited for. */
async function readBounded(file: string, max: number): Promise<Uint8Array | null> {
  const handle = await promises.open(file, constants.O_RDONLY | constants.O_NONBLOCK);
  const chunks: Buffer[] = [];
  let length = 0;
  // Closes the file at its end.
  for await (const chunk of handle.createReadStream({ end: max }) as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
  }
  return length > max ? null : Buffer.concat(chunks);
}

/** At once: a look at the disk is quicker than a turn of the threads that read it, and the next diagnostics wait for it. */
function stamp(uri: string): string | null {
  const file = pathOf(uri);
  if (file === null) return null;
  try {
    const { mtimeMs, size, ino } = statSync(file);
    return [mtimeMs, size, ino].join(':');
  } catch (error) {
    const code = codeOf(error);
    return ABSENT.has(code) ? null : code;
  }
}

function pathOf(uri: string): string | null {
  try {
    return fileURLToPath(uri);
  } catch {
    // Another scheme, or a host's name in it.
    return null;
  }
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) throw error;
  return 'code' in error ? String(error.code) : error.name;
}
