// How do tests run the command line? The real main over real files in a folder of their own; only the streams are caught.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { main } from '../../server/src/cli/main.ts';
import { composeDraft, draftWith } from '../support/draft.ts';

export const CLEAN = composeDraft({ form: '2021', layout: 'space' });
/** Two errors in cells that no equation holds, so that what is said of them stays what it is. */
export const BROKEN = draft({ 'enforcement/penalties/decisions': '-5', 'enforcement/coercion/decisions': '-3' });
/** One wrong total breaks two equations. */
export const UNBALANCED = draft({ 'applications/granted/total': '14' });
/** Full-width digits: a warning with a layout fix. */
export const WIDE = draft({ 'licensing/licences/decisions': '３６' });
export const NO_REPORT = '关于召开座谈会的通知\n\n各科室：\n请于周五前报送名单。\n';

export const VERSION = '9.8.7';

export function draft(cells: Readonly<Record<string, string>>): string {
  return draftWith(cells, { layout: 'space' });
}

export interface Called {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CallOptions {
  readonly cwd: string;
  readonly stdin?: string | Uint8Array;
  readonly terminal?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

export async function gouji({ cwd, stdin = '', terminal = false, env = {} }: CallOptions, ...argv: readonly string[]): Promise<Called> {
  const stdout = collect();
  const stderr = collect();
  const status = await main({
    argv,
    stdin: chunksOf(Buffer.from(stdin)),
    stdout: Object.assign(stdout.stream, { isTTY: terminal }),
    stderr: stderr.stream,
    cwd,
    env,
    interrupted: () => false,
    version: () => VERSION,
    workerFile: null,
  });
  return { status, stdout: stdout.text(), stderr: stderr.text() };
}

/** A folder with these files, gone after the test. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

export function bytesOf(folder: string, name: string): Buffer {
  return readFileSync(join(folder, name));
}

export interface CheckLine {
  readonly path: string;
  readonly recognised: boolean;
  readonly form: string | null;
  readonly year: number | null;
  readonly unit: string | null;
  readonly equations: Readonly<Record<string, number>>;
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly message: string;
    readonly range: unknown;
    readonly cells: readonly string[];
    readonly actual?: number;
    readonly expected?: number;
    readonly related: readonly unknown[];
    readonly fixes: readonly { readonly kind: string; readonly edits: readonly unknown[] }[];
  }[];
}

export function checkLines(stdout: string): readonly CheckLine[] {
  return stdout.trim().split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as CheckLine);
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
