// What is in a file of this machine? For editors that know drafts by `file:` URIs and do not read files for the server.

import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FileText } from './lsp/protocol.ts';
import type { RuntimeFiles } from './lsp/runtime.ts';
import { readUtf8 } from './text/utf8.ts';

const ABSENT: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR']);

export const filesOfMachine: RuntimeFiles = { read, stamp };

async function read(uri: string): Promise<FileText> {
  const file = pathOf(uri);
  if (file === null) return { text: null };
  try {
    return readUtf8(await readFile(file));
  } catch (error) {
    const code = codeOf(error);
    return ABSENT.has(code) ? { text: null } : { problem: `无法读取（${code}）` };
  }
}

async function stamp(uri: string): Promise<string> {
  const file = pathOf(uri);
  if (file === null) return '';
  try {
    const { mtimeMs, size, ino } = await stat(file);
    return [mtimeMs, size, ino].join(':');
  } catch (error) {
    return codeOf(error);
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
