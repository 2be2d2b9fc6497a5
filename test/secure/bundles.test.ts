// No bundle holds anything that could reach the network, run text as code, or load code from elsewhere.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const DIST = path.resolve(import.meta.dirname, '../../dist');

/**
 * Every module a bundle asks its host for, no more and no less. Whoever needs a further one adds it here, if it can
 * reach neither a network nor another process, or with the reason.
 */
const MODULES: Readonly<Record<string, readonly string[]>> = {
  // `net` for its Socket over the descriptor of a named pipe, which is read without a call that no signal would end (cli/pipes.ts).
  // The bundle beside it, with the first document.
  'cli.js': [
    './documents.js',
    './sheets.js',
    'node:buffer',
    'node:crypto',
    'node:fs',
    'node:net',
    'node:os',
    'node:path',
    'node:tty',
    'node:url',
    'node:util',
    'node:v8',
    'node:worker_threads',
  ],
  // `net` and `child_process` come with the LSP library, which can also speak over sockets and start servers by command.
  // We start the server over IPC (client/src/node.ts) or are started over it or standard streams; `quiet.test.ts` watches.
  'client.js': ['child_process', 'crypto', 'fs', 'net', 'os', 'path', 'readline', 'util', 'vscode'],
  'documents.js': [],
  'on-demand.js': [],
  'sheets.js': [],
  // The bundles beside it, each with the first that needs it.
  'server.js': [
    './documents.js',
    './on-demand.js',
    'child_process',
    'crypto',
    'fs',
    'net',
    'node:fs',
    'node:path',
    'node:url',
    'node:util',
    'node:worker_threads',
    'os',
    'path',
    'url',
    'util',
  ],
  'parent-thread.js': ['node:worker_threads'],
  'view.js': [],
  'web/client.js': ['vscode'],
  'web/server.js': [],
};

/** The SARIF schema, and the namespaces that say which element of a Word document is which. */
const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  'cli.js': ['https://docs.oasis-open.org'],
  'documents.js': ['http://purl.oclc.org', 'http://purl.org', 'http://schemas.microsoft.com', 'http://schemas.openxmlformats.org'],
  // The same: a worker is one file.
  'web/server.js': ['http://purl.oclc.org', 'http://purl.org', 'http://schemas.microsoft.com', 'http://schemas.openxmlformats.org'],
  // The same, of a workbook.
  'sheets.js': ['http://purl.oclc.org', 'http://schemas.microsoft.com', 'http://schemas.openxmlformats.org'],
};

/** Words that minifying cannot change: globals and syntax. A text that only mentions one would be found too; none does. */
const FORBIDDEN: Readonly<Record<string, RegExp>> = {
  network: /\b(?:fetch|XMLHttpRequest|WebSocket|WebTransport|EventSource|sendBeacon|RTCPeerConnection)\b/u,
  'text as code': /\beval\b|\bFunction\s*\(|\b(?:setTimeout|setInterval)\(\s*["'`]|\bWebAssembly\b|["']vm["']|["']node:vm["']/u,
  'code from elsewhere': /\bimport\s*\(|\bimportScripts\b|\bcreateRequire\b|\bprocess\.(?:binding|dlopen)\b/u,
  'a require whose target is computed': /\brequire\((?!["'])/u,
};

/** What the journeys have a server of their own hang at. */
const [, PLANTED = ''] = /ENDLESS = '(.+)'/u.exec(readFileSync(path.resolve(import.meta.dirname, '../e2e/planted.mjs'), 'utf8')) ?? [];

function read(name: string): string {
  return readFileSync(path.join(DIST, name), 'utf8');
}

function violations(source: string): readonly string[] {
  return Object.entries(FORBIDDEN).flatMap(([kind, pattern]) => (pattern.test(source) ? [`${kind}: ${pattern.exec(source)?.[0] ?? ''}`] : []));
}

function required(source: string): readonly string[] {
  return [...new Set([...source.matchAll(/\brequire\(["']([^"']+)["']\)/gu)].map(([, name = '']) => name))].sort();
}

describe.each(Object.entries(MODULES))('dist/%s', (name, modules) => {
  it('reaches no network and runs no text', () => {
    expect(violations(read(name))).toEqual([]);
  });

  it('asks its host for these modules and no other', () => {
    expect(required(read(name))).toEqual(modules);
  });

  it('has no loop planted in it', () => {
    expect(PLANTED).not.toBe('');
    expect(read(name)).not.toContain(PLANTED);
  });

  it('names no address but those that are printed or compared, and never opened', () => {
    const addresses = new Set([...read(name).matchAll(/\b(?:https?|wss?):\/\/[\w.-]+/gu)].map(([address]) => address));
    expect([...addresses].sort()).toEqual(ADDRESSES[name] ?? []);
  });
});

it.each([
  ['fetch(a)', 'network'],
  ['new globalThis.WebSocket(a)', 'network'],
  ['(0,eval)(a)', 'text as code'],
  ['new Function(a)', 'text as code'],
  ['setTimeout("a()")', 'text as code'],
  ['await import(a)', 'code from elsewhere'],
  ['require(a)', 'a require whose target is computed'],
])('the scan notices %s', (source, kind) => {
  expect(violations(source).join()).toMatch(new RegExp(`^${kind}`, 'u'));
});
