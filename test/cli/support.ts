// Drafts of ours for tests of the command line, in a temporary folder of each test.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Range } from '../../server/src/text/span.ts';
import { composeDraft, draftWith } from '../support/draft.ts';

export { gouji, VERSION, type Called } from './call.ts';

export const CLEAN = composeDraft({ form: '2021', layout: 'space' });
/** Two errors in cells that no equation holds, so that what is said of them stays what it is. */
export const BROKEN = draft({ 'enforcement/penalties/decisions': '-5', 'enforcement/coercion/decisions': '-3' });
/** One wrong total breaks two equations. */
export const UNBALANCED = draft({ 'applications/granted/total': '14' });
/** Full-width digits: a warning with a layout fix. */
export const WIDE = draft({ 'licensing/licences/decisions': '３６' });
export const NO_REPORT = '关于召开座谈会的通知\n\n各科室：\n请于周五前报送名单。\n';

export function draft(cells: Readonly<Record<string, string>>): string {
  return draftWith(cells, { layout: 'space' });
}

/** A folder with these files, gone after the test. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = writeFolder(files);
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** The same for several tests, which see to its end themselves. */
export function writeFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-cli-'));
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
    readonly related: readonly { readonly message: string; readonly range: Range; readonly path?: string }[];
    readonly fixes: readonly { readonly kind: string; readonly edits: readonly unknown[] }[];
  }[];
}

export function checkLines(stdout: string): readonly CheckLine[] {
  return stdout
    .trim()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as CheckLine);
}
