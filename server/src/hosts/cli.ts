#!/usr/bin/env node
// The command `gouji`, and the script of its own worker threads.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { Documents } from '../cli/document-bundle.ts';
import type { Sheets } from '../cli/sheet-bundle.ts';
import { main } from '../cli/main.ts';
import { serve } from '../cli/worker-thread.ts';

if (isMainThread) void start();
else if (parentPort !== null) serve(parentPort, workerData, loadDocuments);

async function start(): Promise<void> {
  const interrupt = new AbortController();
  // Once: whoever asks again does not want to wait for the output either.
  process.once('SIGINT', () => {
    interrupt.abort();
    // Whoever is waited for to write more need not.
    process.stdin.destroy();
  });
  // The status waits for the last output; nothing is cut off by leaving at once.
  process.exitCode = await main({
    argv: process.argv.slice(2),
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    cwd: process.cwd(),
    env: process.env,
    interrupted: interrupt.signal,
    version,
    workerFile: __filename,
    loadDocuments,
    loadSheets,
  });
}

/** The bundle beside this one; required here, so that who has no documents does not read it. */
function loadDocuments(): Documents {
  return require('./documents.js') as Documents;
}

function loadSheets(): Sheets {
  return require('./sheets.js') as Sheets;
}

/** The package lies around the bundle, in a checkout as in an installation. */
function version(): string {
  const contents: unknown = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8'));
  return typeof contents === 'object' && contents !== null && 'version' in contents ? String(contents.version) : '';
}
