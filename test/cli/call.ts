// Runs the command line within this process: the real main over real files; only the streams are caught.

import { Writable } from 'node:stream';
import { main } from '../../server/src/cli/main.ts';
import * as sheets from '../../server/src/sheets/workbook-file.ts';
import { openDocument, writeWord } from '../../server/src/documents/index.ts';

export const VERSION = '9.8.7';

export interface Called {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface CallOptions {
  readonly cwd: string;
  readonly stdin?: string | Uint8Array;
  readonly terminal?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly interrupted?: AbortSignal;
}

export async function gouji(
  { cwd, stdin = '', terminal = false, env = {}, interrupted = new AbortController().signal }: CallOptions,
  ...argv: readonly string[]
): Promise<Called> {
  const stdout = collect();
  const stderr = collect();
  const status = await main({
    argv,
    stdin: chunksOf(Buffer.from(stdin)),
    stdout: Object.assign(stdout.stream, { isTTY: terminal }),
    stderr: stderr.stream,
    cwd,
    env,
    interrupted,
    version: () => VERSION,
    workerFile: null,
    loadDocuments: () => ({ openDocument, writeWord }),
    loadSheets: () => sheets,
  });
  return { status, stdout: stdout.text(), stderr: stderr.text() };
}

function collect(): { readonly stream: Writable; readonly text: () => string } {
  const chunks: string[] = [];
  const stream = new Writable({
    decodeStrings: false,
    write(chunk: string, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  return { stream, text: () => chunks.join('') };
}

async function* chunksOf(bytes: Buffer): AsyncGenerator<Buffer> {
  // A character may be cut by a chunk's end.
  for (let start = 0; start < bytes.length; start += 7777) yield bytes.subarray(start, start + 7777);
}
