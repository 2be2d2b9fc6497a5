// The host goes on, and keeps to the folder, whatever it is sent. As `npm start` runs it: in a process of its own.

import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HOSTILE, type Hostile } from './hostile-requests.ts';

const HOST = pathToFileURL(path.resolve(import.meta.dirname, 'host.mjs')).href;
const PROGRAM = `import { serveWorkbench } from ${JSON.stringify(HOST)}; console.log((await serveWorkbench({ folder: process.argv[1] })).url)`;
/** Far more than an answer takes: whoever needs longer is blocked. */
const BLOCKED_MS = 10_000;
const SECRET = 'nobody may read this';

let parent: string;
let child: ChildProcess;
let own: URL;

beforeAll(async () => {
  parent = await mkdtemp(path.join(os.tmpdir(), 'gouji-hostile-'));
  const folder = path.join(parent, 'drafts');
  await mkdir(path.join(folder, 'inner'), { recursive: true });
  await mkdir(path.join(parent, 'elsewhere'));
  await writeFile(path.join(folder, 'draft.txt'), '一、总体情况');
  await writeFile(path.join(parent, 'secret.txt'), SECRET);
  await writeFile(path.join(parent, 'elsewhere', 'secret.txt'), SECRET);
  const links = {
    'link.txt': '../secret.txt',
    'folder-link': '../elsewhere',
    ring: 'ring',
    dangling: '../not-yet.txt',
    zero: '/dev/zero',
    'pipe-link': 'pipe',
  };
  for (const [name, target] of Object.entries(links)) await symlink(target, path.join(folder, name));
  execFileSync('mkfifo', [path.join(folder, 'pipe')]);
  child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  own = new URL(await new Promise<string>((resolve) => child.stdout?.once('data', (chunk) => resolve(String(chunk).trim()))));
});

afterAll(async () => {
  child.kill();
  await rm(parent, { recursive: true, force: true });
});

test.each(
  HOSTILE.map((hostile) => ({ ...hostile, method: hostile.method ?? 'GET', said: JSON.stringify(hostile.headers ?? {}), shown: hostile.target.slice(0, 80) })),
)('$method $shown $said: $status', async (hostile) => {
  const before = await tree();
  const answer = await send(hostile);
  expect(answer.status).toBe(hostile.status);
  expect(answer.body).not.toContain(SECRET);
  // In chunks, hence not alone.
  expect(await send({ target: '~/api/file?path=draft.txt', status: 200 })).toEqual({ status: 200, body: expect.stringContaining('一、总体情况') });
  expect(await tree()).toEqual(before);
  expect(child.exitCode ?? child.signalCode).toBeNull();
});

test('there are eighty and more', () => {
  expect(new Set(HOSTILE.map((hostile) => JSON.stringify(hostile))).size).toBeGreaterThanOrEqual(80);
});

/** All names, in the folder and around it, and the contents of the files that could be hit. */
async function tree(): Promise<readonly string[]> {
  const names = await readdir(parent, { recursive: true });
  const contents = await Promise.all(['secret.txt', 'elsewhere/secret.txt', 'drafts/draft.txt'].map((name) => readFile(path.join(parent, name), 'utf8')));
  return [...names.toSorted(), ...contents];
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** Byte by byte: every client would put right or refuse half of these. */
function send({ method = 'GET', target, headers = {} }: Hostile): Promise<Answer> {
  const host = own.host;
  const all = { host, connection: 'close', ...(method === 'PUT' ? { 'content-length': '1' } : {}), ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value.replace('PORT', own.port)}\r\n`);
  const request = `${method} ${target.replace(/^~\/?/u, (mark) => (mark === '~' ? own.pathname.slice(0, -1) : own.pathname))} HTTP/1.1\r\n${lines.join('')}\r\n${method === 'PUT' ? 'x' : ''}`;
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(own.port), '127.0.0.1', () => socket.write(request));
    socket.setTimeout(BLOCKED_MS, () => socket.destroy(new Error('no answer')));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('close', () => {
      const answer = Buffer.concat(chunks).toString();
      const [head = '', ...body] = answer.split('\r\n\r\n');
      resolve({ status: Number(/^HTTP\/1\.1 (\d+)/u.exec(head)?.[1]), body: body.join('\r\n\r\n') });
    });
  });
}
