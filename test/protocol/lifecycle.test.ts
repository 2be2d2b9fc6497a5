// Life cycle: the order before `initialize` and behind `shutdown` is kept, and the server ends with its client.

import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { changed, report } from '../features/texts.ts';
import { folderWith } from '../cli/support.ts';
import { TestClient } from './client.ts';
import { PULLING, pull, rulesOf, start } from './session.ts';

const URI = 'file:///draft.nb.txt';
const BROKEN = changed(report(), '行政处罚\t0', '行政处罚\t-5');
const INVALID_REQUEST = -32600;
const NOT_INITIALIZED = -32002;

it('refuses to shut down before it was initialized', async () => {
  const client = new TestClient();
  onTestFinished(() => client.kill());
  expect(await client.ask('shutdown', null)).toMatchObject({ error: { code: NOT_INITIALIZED } });
  await client.initialize({ capabilities: PULLING });
  client.open(URI, BROKEN);
  expect(await rulesOf(client, URI)).toContain('cell-negative');
});

it('answers nothing any more after shutdown', async () => {
  const client = new TestClient();
  onTestFinished(() => client.kill());
  await client.initialize({ capabilities: PULLING });
  client.open(URI, BROKEN);
  await pull(client, URI);
  expect(await client.ask('shutdown', null)).toEqual({ result: null });
  const textDocument = { uri: URI };
  for (const method of [
    'textDocument/diagnostic',
    'textDocument/hover',
    'textDocument/documentSymbol',
    'textDocument/semanticTokens/full',
    'workspace/symbol',
    'gouji/equations',
    'shutdown',
    'initialize',
    'no/such',
  ]) {
    expect([
      method,
      await client.ask(method, { textDocument, position: { line: 0, character: 0 }, query: '', processId: null, rootUri: null, capabilities: {} }),
    ]).toMatchObject([method, { error: { code: INVALID_REQUEST } }]);
  }
  const left = client.left();
  client.notify('exit', null);
  expect(await left).toBe(0);
});

const ASKING = { ...PULLING, workspace: { ...PULLING.workspace, configuration: true } };

it('checks by default settings where the client does not answer, and by its own when it does after all', async () => {
  let answer: (settings: unknown) => void = () => undefined;
  const client = await start({ capabilities: ASKING }, (each) => each.respondTo('workspace/configuration', () => new Promise((resolve) => (answer = resolve))));
  client.open(URI, BROKEN);
  expect(await rulesOf(client, URI)).toContain('cell-negative');
  const refreshed = new Promise<void>((resolve) => client.respondTo('workspace/diagnostic/refresh', () => resolve()));
  answer([{ rules: { 'cell-negative': 'off' } }]);
  await refreshed;
  expect(await rulesOf(client, URI)).not.toContain('cell-negative');
});

/** A parent that starts the server, tells it who it is, and dies; the server by then runs in a loop. */
const PARENT = `
const { spawn } = require('node:child_process');
const server = spawn(process.execPath, ['--require', './busy.cjs', process.argv[2], '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
const send = (message) => { const body = JSON.stringify({ jsonrpc: '2.0', ...message }); server.stdin.write('Content-Length: ' + Buffer.byteLength(body) + '\\r\\n\\r\\n' + body); };
send({ id: 1, method: 'initialize', params: { processId: process.pid, rootUri: null, capabilities: {} } });
send({ method: 'initialized', params: {} });
setTimeout(() => { console.log(server.pid); process.kill(process.pid, 'SIGKILL'); }, 4000);
`;
/** Threads are given it too. */
const BUSY = `if (require('node:worker_threads').isMainThread) setTimeout(() => { for (;;); }, 3000);`;

it('ends with the process that started it, also while it is busy', async () => {
  const cwd = folderWith({ 'parent.cjs': PARENT, 'busy.cjs': BUSY });
  const parent = spawn(process.execPath, ['parent.cjs', path.resolve(import.meta.dirname, '../../dist/server.js')], { cwd });
  const pid = await new Promise<number>((resolve) => parent.stdout.once('data', (line: Buffer) => resolve(Number(line.toString()))));
  onTestFinished(() => void (isAlive(pid) && process.kill(pid, 'SIGKILL')));
  expect(isAlive(pid)).toBe(true);
  await expect.poll(() => isAlive(pid), { timeout: 20_000, interval: 200 }).toBe(false);
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // Nobody may have asked yet how it ended.
    const status = `/proc/${pid}/status`;
    return !existsSync(status) || !/^State:\s+Z/mu.test(readFileSync(status, 'utf8'));
  } catch {
    return false;
  }
}
