// Long work ends where nobody waits for it any more, and a request about an outdated text is turned away.

import { expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver';
import { report } from '../features/texts.ts';
import type { TestClient } from './client.ts';
import { change, PULLING, rangeIn, start } from './session.ts';

const CANCELLED = { error: { code: -32800 } };
const MODIFIED = { error: { code: -32801 } };

/** Seconds of work, were it done to the end. */
const MANY = Array.from({ length: 1500 }, (_, index) => ({ uri: `file:///many/${index}.txt`, text: report() }));
const KNOWN = 'file:///known.txt';

async function symbolsOf(client: TestClient): Promise<readonly string[]> {
  const symbols = await client.request<readonly { readonly location: { readonly uri: string } }[]>('workspace/symbol', { query: '' });
  return [...new Set(symbols.map(({ location }) => location.uri))];
}

it('reading the files of a workspace lets others in, is given up in the middle, and what was known before stays', async () => {
  const client = await start({ capabilities: PULLING });
  await client.request('gouji/workspaceFiles', { files: [{ uri: KNOWN, text: report() }] });
  const { token, cancel } = sourceOf();
  const reading = client.ask('gouji/workspaceFiles', { files: MANY }, { token });
  expect(await symbolsOf(client)).toEqual([KNOWN]);
  cancel();
  expect(await reading).toMatchObject(CANCELLED);
  expect(await symbolsOf(client)).toEqual([KNOWN]);
});

it('whoever reads the files of a workspace gives a sign of life meanwhile', async () => {
  const client = await start({ capabilities: PULLING });
  const { token, cancel } = sourceOf();
  const reading = client.ask('gouji/workspaceFiles', { files: MANY }, { token });
  expect(await client.ask('gouji/alive', {})).toEqual({ result: null });
  cancel();
  // Cancelled in the middle: it was not read to the end before the sign.
  expect(await reading).toMatchObject(CANCELLED);
});

it('of two lists of files the newer one counts, and the older one is not read to the end', async () => {
  const client = await start({ capabilities: PULLING });
  const older = client.ask('gouji/workspaceFiles', { files: MANY });
  await client.request('gouji/workspaceFiles', { files: [{ uri: KNOWN, text: report() }] });
  expect(await older).toMatchObject(MODIFIED);
  expect(await symbolsOf(client)).toEqual([KNOWN]);
});

it.each([
  ['textDocument/hover', { textDocument: { uri: 'file:///a.nb.txt' }, position: { line: 0, character: 0 } }],
  ['gouji/totals', { textDocument: { uri: 'file:///a.nb.txt' } }],
  ['gouji/formView', { textDocument: { uri: 'file:///a.nb.txt' }, layout: null }],
  ['gouji/checkText', { uri: 'file:///b.nb.txt', text: report() }],
  ['workspace/symbol', { query: '' }],
])('%s that is cancelled while it waits for the settings is an error', async (method, params) => {
  const { token, cancel } = sourceOf();
  const client = await start({ capabilities: { workspace: { configuration: true } } }, (begun) =>
    begun.respondTo('workspace/configuration', () => {
      cancel();
      return [{}];
    }),
  );
  client.open('file:///a.nb.txt', report());
  expect(await client.ask(method, params, { token })).toMatchObject(CANCELLED);
});

it.each([
  ['gouji/fillTable', { position: rangeIn(report(), '2.重复申请').start, block: '1' }],
  ['gouji/writeCell', { key: 'applications/new/natural', text: '1' }],
  ['gouji/selection', { ranges: [rangeIn(report(), '2.重复申请\t0\t0')] }],
])('%s asked of a text that has changed meanwhile is turned away', async (method, params) => {
  const uri = 'file:///changed.nb.txt';
  let changes = 0;
  // Changed between the question and its answer: the server waits for the settings of a document that was just opened.
  const client = await start({ capabilities: { workspace: { configuration: true } } }, (begun) =>
    begun.respondTo('workspace/configuration', () => {
      if (changes++ === 0) change(begun, uri, 2, `\n${report()}`);
      return [{}];
    }),
  );
  client.open(uri, report());
  const ask = (version: number) => client.ask(method, { ...params, textDocument: { uri, version } });
  expect(await ask(1)).toMatchObject(MODIFIED);
  expect(await ask(1)).toMatchObject(MODIFIED);
  expect(await ask(2)).toHaveProperty('result');
});

function sourceOf(): { readonly token: CancellationTokenSource['token']; readonly cancel: () => void } {
  const source = new CancellationTokenSource();
  return { token: source.token, cancel: () => source.cancel() };
}
