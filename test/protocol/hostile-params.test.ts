// The server lives on, and still knows its documents, whatever it is asked and told.

import { expect, test } from 'vitest';
import { createRng } from '../generator/rng.ts';
import { report } from '../features/texts.ts';
import { TestClient } from './client.ts';
import { anything, BROKEN, NOTIFICATIONS, OPEN, REQUESTS, someParams } from './hostile.ts';
import { change, PULLING, pull, rulesOf, start } from './session.ts';

/** The one report that is open is still read as it stands, in the settings it was opened under. */
async function expectWell(client: TestClient): Promise<void> {
  client.notify('workspace/didChangeConfiguration', { settings: { gouji: {} } });
  expect(await rulesOf(client, OPEN)).toEqual(['wrong-cell']);
}

test.each([1, 2, 3, 4])('every request is answered, whatever its parameters are, seed %i', async (seed) => {
  const rng = createRng(seed);
  const client = await start({ capabilities: PULLING });
  client.open(OPEN, BROKEN);
  for (let round = 0; round < 8; round++) {
    const asked = Array.from({ length: 40 }, () => {
      if (rng.chance(0.2)) client.notify(rng.pick(NOTIFICATIONS), someParams(rng));
      return client.ask(rng.pick(REQUESTS), someParams(rng), { cancel: rng.chance(0.1) });
    });
    const answers = await Promise.all(asked);
    expect(answers.filter((answer) => !('result' in answer) && !('error' in answer))).toEqual([]);
    await expectWell(client);
  }
});

test('no answer to a wrong question quotes the draft', async () => {
  const client = await start({ capabilities: PULLING });
  client.open(OPEN, BROKEN);
  const rng = createRng(9);
  const answers = await Promise.all(
    Array.from({ length: 60 }, () => client.ask(rng.pick(REQUESTS), { textDocument: { uri: OPEN }, position: anything(rng), range: anything(rng) })),
  );
  const errors = answers.flatMap((answer) => ('error' in answer ? [answer.error.message] : []));
  expect(errors.length).toBeGreaterThan(0);
  expect(JSON.stringify([errors, client.seen('window/logMessage')])).not.toContain('重复申请');
});

test.each([
  ['of a document that was never opened', 'file:///never.nb.txt', [{ text: BROKEN }]],
  ['that is none', OPEN, []],
  ['without a text', OPEN, [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } } }]],
  ['without places', OPEN, [{ range: {}, text: 'x' }]],
  ['at no place', OPEN, [{ range: { start: { line: null, character: null }, end: { line: null, character: null } }, text: '' }]],
  ['at a place in words', OPEN, [{ range: { start: { line: '3', character: '0' }, end: { line: '3', character: '9' } }, text: '' }]],
  ['between two characters', OPEN, [{ range: { start: { line: 3.5, character: 0.5 }, end: { line: 3.5, character: 0.5 } }, text: 'x' }]],
  ['with a wrong one behind the right one', OPEN, [{ text: report() }, { range: {}, text: 'x' }]],
  ['that is null', OPEN, [null]],
  ['with the right change behind a wrong one', OPEN, [{ range: null, text: 5 }]],
])('a change %s leaves the documents as they are', async (_, uri, contentChanges) => {
  const client = await start({ capabilities: PULLING });
  client.open(OPEN, BROKEN);
  client.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges });
  await expectWell(client);
});

test('opening twice takes the newer text, closing twice is once', async () => {
  const client = await start({ capabilities: PULLING });
  client.open(OPEN, report());
  client.open(OPEN, BROKEN);
  await expectWell(client);
  client.notify('textDocument/didClose', { textDocument: { uri: OPEN } });
  client.notify('textDocument/didClose', { textDocument: { uri: OPEN } });
  expect((await pull(client, OPEN)).items).toEqual([]);
  client.open(OPEN, BROKEN);
  await expectWell(client);
});

test.each([
  ['no text', { uri: 'file:///a.nb.txt', languageId: 'gov-report', version: 1 }],
  ['a number for a text', { uri: 'file:///a.nb.txt', languageId: 'gov-report', version: 1, text: 5 }],
  ['no name', { languageId: 'gov-report', version: 1, text: BROKEN }],
  ['nothing', null],
])('a document opened with %s harms no other', async (_, textDocument) => {
  const client = await start({ capabilities: PULLING });
  client.open(OPEN, BROKEN);
  client.notify('textDocument/didOpen', { textDocument });
  await client.ask('textDocument/diagnostic', { textDocument: { uri: 'file:///a.nb.txt' } });
  await client.ask('workspace/symbol', { query: '' });
  await expectWell(client);
});

test('a version that goes back is the client’s to say', async () => {
  const client = await start({ capabilities: PULLING });
  client.open(OPEN, report());
  change(client, OPEN, 9, report());
  change(client, OPEN, 3, BROKEN);
  await expectWell(client);
});

test('a flood of cancelled requests is answered to the last', async () => {
  const client = await start({ capabilities: PULLING });
  client.open(OPEN, BROKEN);
  const params = { textDocument: { uri: OPEN }, position: { line: 5, character: 3 } };
  const answers = await Promise.all(Array.from({ length: 1000 }, () => client.ask('textDocument/hover', params, { cancel: true })));
  expect(answers).toHaveLength(1000);
  for (const answer of answers) expect('result' in answer || [-32800, -32803].includes(answer.error.code)).toBe(true);
  await expectWell(client);
});

test('before it is initialised the server says so, and is initialised once', async () => {
  const client = new TestClient();
  expect(await client.ask('textDocument/hover', { textDocument: { uri: OPEN } })).toMatchObject({ error: { code: -32002 } });
  client.open(OPEN, BROKEN);
  await client.initialize({ capabilities: PULLING });
  client.open(OPEN, BROKEN);
  expect(await client.ask('initialize', { processId: null, rootUri: null, capabilities: {} })).toMatchObject({ error: { code: -32600 } });
  await expectWell(client);
  expect(await client.close()).toBe(0);
});

test('after shutdown it waits for the end, whatever else it is told', async () => {
  const client = new TestClient();
  await client.initialize({ capabilities: PULLING });
  client.open(OPEN, BROKEN);
  await client.request('shutdown', null);
  await client.ask('textDocument/hover', { textDocument: { uri: OPEN }, position: { line: 0, character: 0 } });
  change(client, OPEN, 2, report());
  await client.ask('shutdown', null);
  client.notify('exit', null);
  expect(await client.left()).toBe(0);
});

test('an end without shutdown is an end', async () => {
  const client = new TestClient();
  await client.initialize({ capabilities: PULLING });
  client.notify('exit', null);
  expect(await client.left()).toBe(1);
});
