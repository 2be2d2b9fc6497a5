// Bounded reader of local files, for editors that know drafts by `file:` URIs and read no files for the server.

import { constants, promises, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CONFIG_TOO_LONG } from '../suppressions/read-config.ts';
import type { FileText } from '../protocol/requests.ts';
import type { Runtime, RuntimeFiles } from '../lsp/runtime.ts';
import { MAX_FILE_BYTES, MAX_CONFIG_BYTES } from '../text/limits.ts';
import { readUtf8 } from '../text/utf8.ts';

const ABSENT: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR']);

/** Documents are read as their text. */
export function createNodeFileSystem(openDocument: Runtime['openDocument']): RuntimeFiles {
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
