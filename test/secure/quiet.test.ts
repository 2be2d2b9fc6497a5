// The built programs touch nothing but what they were given: no network, no write, no other file, as SECURITY.md promises.
//
// Node's own permission model holds the file system and other processes; `witness.mjs` watches the network.

import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { BROKEN, CLEAN, folderWith, NO_REPORT, WIDE } from '../cli/support.ts';
import { TestClient } from '../protocol/client.ts';
import type { PulledReport } from '../protocol/session.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const WITNESS = path.join(import.meta.dirname, 'witness.mjs');
const FILES = { 'd/broken.txt': BROKEN, 'd/clean.txt': CLEAN, 'd/wide.txt': WIDE, 'd/notice.txt': NO_REPORT };
/** Beyond this many files worker threads help; each is watched as well. */
const MANY = 60;

/** Node 20 still called it an experiment. */
const PERMISSION = process.allowedNodeEnvironmentFlags.has('--permission') ? '--permission' : '--experimental-permission';

/** May read the package and `also`, may start threads; may not write, read elsewhere, or start a process. */
function confined(...also: readonly string[]): readonly string[] {
  const readable = [...['dist', 'docs/law.md', 'package.json'].map((each) => path.join(ROOT, each)), WITNESS, ...also];
  return ['--no-warnings', PERMISSION, '--allow-worker', ...readable.map((each) => `--allow-fs-read=${each}`), '--import', pathToFileURL(WITNESS).href];
}

function run(
  cwd: string,
  options: readonly string[],
  argv: readonly string[],
): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  return spawnSync(process.execPath, [...options, ...argv], { cwd, encoding: 'utf8', input: BROKEN });
}

const CLI = path.join(ROOT, 'dist/cli.js');

const CALLS: readonly (readonly [string, readonly string[]])[] = [
  ['check a folder', ['check', 'd']],
  ['check in threads', ['check', 'many', '--jobs', '2']],
  ['check standard input', ['check', '-']],
  ['parse', ['parse', 'd/clean.txt']],
  ...['pretty', 'json', 'sarif', 'github', 'junit'].map((format) => [`check as ${format}`, ['check', '--format', format, 'd']] as const),
];

it.each(CALLS)('gouji: %s', (_name, argv) => {
  const cwd = folderWith({ ...FILES, ...Object.fromEntries(Array.from({ length: MANY }, (_, at) => [`many/${at}.txt`, BROKEN])) });
  const free = run(cwd, [], [CLI, ...argv]);
  expect(free.stdout).not.toBe('');
  expect(run(cwd, confined(cwd), [CLI, ...argv])).toMatchObject({ status: free.status, stdout: free.stdout, stderr: free.stderr });
  expect(readdirSync(path.join(cwd, 'd')).sort()).toEqual(['broken.txt', 'clean.txt', 'notice.txt', 'wide.txt']);
});

it('the language server reads of the disk nothing but `.gouji.json` beside a draft', async () => {
  const folder = folderWith({ 'draft.txt': CLEAN });
  // Named, not the folder: the draft itself comes from the editor.
  const client = new TestClient(confined(path.join(folder, '.gouji.json')));
  await client.initialize({ capabilities: { textDocument: { diagnostic: {}, hover: { contentFormat: ['markdown'] } } } });
  const uri = pathToFileURL(path.join(folder, 'draft.txt')).href;
  client.open(uri, BROKEN);
  const textDocument = { uri };
  const position = { line: 20, character: 6 };
  const { items } = await client.request<PulledReport>('textDocument/diagnostic', { textDocument });
  expect(items.map(({ code }) => code)).toEqual(['cell-negative', 'cell-negative']);
  for (const [method, params] of [
    ['hover', { position }],
    ['completion', { position }],
    ['codeAction', { range: items[0]?.range, context: { diagnostics: [] } }],
    ['formatting', { options: { tabSize: 4, insertSpaces: false } }],
    ['documentSymbol', {}],
  ] as const) {
    expect(await client.request(`textDocument/${method}`, { textDocument, ...params }), method).not.toBeNull();
  }
  expect(await client.close()).toBe(0);
});

it.each([
  // A port that `fetch` does not refuse by itself.
  ['a connection', "require('net').connect(9, '127.0.0.1').on('error', () => 0)", 97],
  ['a name look-up', "require('dns').lookup('localhost', () => 0)", 97],
  ['a request', "require('http').get('http://127.0.0.1:1234').on('error', () => 0)", 97],
  ['fetch', "fetch('http://127.0.0.1:1234').catch(() => 0)", 97],
  ['a write', "require('fs').writeFileSync('x', '')", 1],
  ['a read elsewhere', "require('fs').readFileSync('/etc/hosts')", 1],
  ['a process', "require('child_process').execSync('true')", 1],
])('the watch itself notices %s', (_name, code, status) => {
  expect(run(folderWith({}), confined(), ['-e', code]).status).toBe(status);
});
