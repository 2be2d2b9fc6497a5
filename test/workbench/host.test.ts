// Nothing but the opened workbench can reach the folder, and the workbench cannot leave it.

import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Workbench, serveWorkbench } from './host.mjs';

interface Answer {
  readonly status: number;
  readonly body: string;
}

let parent: string;
let host: Workbench;

beforeEach(async () => {
  parent = await mkdtemp(path.join(os.tmpdir(), 'gouji-host-'));
  await mkdir(path.join(parent, 'drafts'));
  await writeFile(path.join(parent, 'drafts', '甲.nb.txt'), '一、总体情况');
  await writeFile(path.join(parent, 'secret.txt'), 'secret');
  host = await serveWorkbench({ folder: path.join(parent, 'drafts') });
});

afterEach(async () => {
  await host.close();
  await rm(parent, { recursive: true, force: true });
});

test('the page, the workbench and a file are served under the random path', async () => {
  expect((await get('')).body).toContain('vs/loader.js');
  expect((await get('vscode/out/vs/loader.js')).status).toBe(200);
  expect((await get(`api/file?path=${encodeURIComponent('甲.nb.txt')}`)).body).toBe('一、总体情况');
});

test('without the random path there is nothing', async () => {
  expect((await send('GET', '/')).status).toBe(404);
  expect((await send('GET', '/api/list?path=')).status).toBe(404);
  expect((await send('GET', `/${'0'.repeat(32)}/api/list?path=`)).status).toBe(404);
});

test('a foreign Host or Origin is refused even with the random path', async () => {
  const own = new URL(host.url).pathname;
  expect((await send('GET', own, { host: `rebound.example:${host.port}` })).status).toBe(403);
  expect((await send('GET', own, { origin: 'http://rebound.example' })).status).toBe(403);
  expect((await send('GET', own, { origin: 'null' })).status).toBe(403);
});

test('a webview origin gets its start page and nothing of the folder', async () => {
  const headers = { host: `v1.gouji.localhost:${host.port}` };
  expect((await send('GET', '/index.html', headers)).status).toBe(200);
  expect((await send('GET', `${new URL(host.url).pathname}api/list?path=`, headers)).status).toBe(404);
});

test('paths and links that leave the folder are refused', async () => {
  await symlink(path.join(parent, 'secret.txt'), path.join(parent, 'drafts', 'link.txt'));
  await symlink(path.join(parent, 'not-yet.txt'), path.join(parent, 'drafts', 'dangling.txt'));
  for (const escape of ['../secret.txt', 'a/../../secret.txt', 'link.txt', '/../secret.txt']) {
    expect((await get(`api/file?path=${encodeURIComponent(escape)}`)).status).toBe(403);
  }
  expect((await put('dangling.txt', 'x')).status).toBe(403);
  expect((await put('link.txt', 'x')).status).toBe(403);
  expect((await get('extensions/en/disk/../../../package.json')).status).toBe(404);
  expect((await get('extensions/en/gouji/.git/config')).status).toBe(404);
  expect(JSON.parse((await get('api/list?path=')).body)).toEqual([{ name: '甲.nb.txt', type: 'file' }]);
  expect(await readFile(path.join(parent, 'secret.txt'), 'utf8')).toBe('secret');
});

test('a file is written whole, renamed and deleted on disk', async () => {
  expect(host.written()).toBe(false);
  expect((await put('乙.txt', '新')).status).toBe(200);
  expect((await send('POST', api('rename', { from: '乙.txt', to: '丙.txt' }))).status).toBe(200);
  expect(await readFile(path.join(parent, 'drafts', '丙.txt'), 'utf8')).toBe('新');
  expect((await send('DELETE', api('file', { path: '丙.txt' }))).status).toBe(200);
  expect(await readdir(path.join(parent, 'drafts'))).toEqual(['甲.nb.txt']);
  expect((await send('DELETE', api('file', { path: '', recursive: '1' }))).status).toBe(403);
  expect(host.written()).toBe(true);
});

test('a port that is taken is passed over', async () => {
  const second = await serveWorkbench({ folder: path.join(parent, 'drafts'), port: host.port });
  expect(second.port).not.toBe(host.port);
  await second.close();
});

test('the Chinese interface gets Chinese words and the Chinese manifest', async () => {
  const texts = JSON.parse((await get('texts/zh-cn/vscode/vs/workbench/workbench.web.main/')).body);
  expect(Object.values(texts).flat()).toContain('快速修复');
  expect((await get('extensions/zh-cn/disk/package.nls.json')).body).toContain('本机文件夹');
  expect((await get('extensions/en/disk/package.nls.json')).body).not.toContain('本机文件夹');
});

function get(relative: string): Promise<Answer> {
  return send('GET', new URL(host.url).pathname + relative);
}

function put(name: string, content: string): Promise<Answer> {
  return send('PUT', api('file', { path: name, create: '1', overwrite: '1' }), {}, content);
}

function api(operation: string, parameters: Record<string, string>): string {
  return `${new URL(host.url).pathname}api/${operation}?${new URLSearchParams(parameters).toString()}`;
}

/** node:http and not fetch: fetch would tidy up the path and set Host itself. */
function send(method: string, target: string, headers: Record<string, string> = {}, content?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request({ method, host: '127.0.0.1', port: host.port, path: target, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }));
    });
    call.on('error', reject);
    call.end(content);
  });
}
