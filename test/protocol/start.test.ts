// Every bundle that runs in Node.js loads by itself: an import cycle shows only in the built file, in the order of its modules.

import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { TestClient } from './client.ts';

const DIST = path.resolve(import.meta.dirname, '../../dist');

it('the server answers the first request of an editor, and leaves when it is asked to', async () => {
  const client = new TestClient();
  const ended = client.left().then((status) => `ended with ${status}: ${client.complaints.slice(-400)}`);
  expect(await Promise.race([client.initialize({}).then(() => 'started'), ended])).toBe('started');
  expect(client.initialized).toMatchObject({ capabilities: { hoverProvider: expect.anything() as unknown } });
  expect(await client.close()).toBe(0);
});

it('the command line says its version', () => {
  expect(node(path.join(DIST, 'cli.js'), '--version').trim()).toBe(manifest.version);
});

/** What a program that loads the bundle finds in it. */
const LOADED = [
  ['on-demand.js', 'function'],
  ['documents.js', 'object'],
  ['sheets.js', 'object'],
] as const;

it.each(LOADED)('%s is loaded alone', (bundle, kind) => {
  const loaded = `require(${JSON.stringify(path.join(DIST, bundle))})`;
  expect(node('-p', `typeof ${loaded} + ' ' + (typeof ${loaded} === 'function' || Object.keys(${loaded}).length > 0)`).trim()).toBe(`${kind} true`);
});

function node(...argv: readonly string[]): string {
  return execFileSync(process.execPath, argv, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
