// The server started without an editor says what it is and how to use it.

import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';

const SERVER = path.resolve(import.meta.dirname, '../../dist/server.js');

function started(...argv: readonly string[]): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SERVER, ...argv], { encoding: 'utf8', input: '' });
  return { status, stdout, stderr };
}

it.each([[[]], [['draft.txt']], [['stdio']]])('how it is started: %j', (argv) => {
  const { status, stdout, stderr } = started(...argv);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^勾稽语言服务器，[^]*gouji-language-server --stdio\n/u);
  expect(stderr.split('\n').length).toBeLessThan(8);
});

it('its version and its help, as other commands print them', async () => {
  const { version } = (await import('../../package.json')) as { readonly version: string };
  expect(started('--version')).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  expect(started('--help')).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('--stdio') as string });
});
