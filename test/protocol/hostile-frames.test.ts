// The server over standard streams answers the next message after any that is none, and ends with its client.

import { expect, test } from 'vitest';
import { report } from '../features/texts.ts';
import { TestClient } from './client.ts';
import { PULLING, rulesOf, start } from './session.ts';

const HOVER = { textDocument: { uri: 'file:///nowhere.txt' }, position: { line: 0, character: 0 } };

function frame(content: unknown): string {
  const body = typeof content === 'string' ? content : JSON.stringify({ jsonrpc: '2.0', ...(content as object) });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** After these the library that reads frames waits for a message that never comes. */
const BROKEN_FRAMES: Readonly<Record<string, string>> = {
  'a header without a length': 'X: 1\r\n\r\n{"jsonrpc":"2.0"}',
  'a length that is no number': 'Content-Length: abc\r\n\r\n{"jsonrpc":"2.0"}',
  'a length beyond all messages': 'Content-Length: 999999999\r\n\r\n{}',
  'a length that ends too soon': 'Content-Length: 1\r\n\r\n{"jsonrpc":"2.0"}',
  'a message cut in half': frame({ method: 'textDocument/didClose', params: HOVER }).slice(0, -20),
  'a request for a web page': 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n',
};

const FRAMES: Readonly<Record<string, string | Uint8Array>> = {
  'JSON that breaks off': frame('{"jsonrpc":'),
  'no JSON': frame('青石县人民政府'),
  'bytes that are no UTF-8': Buffer.from('Content-Length: 4\r\n\r\n\xff\xfe\x80\x81', 'latin1'),
  'half a character': Buffer.from('Content-Length: 2\r\n\r\n\xe4\xb8', 'latin1'),
  'lists within lists': frame(`${'['.repeat(100_000)}${']'.repeat(100_000)}`),
  'another character set': 'Content-Length: 2\r\nContent-Type: application/vscode-jsonrpc; charset=gbk\r\n\r\n{}',
  ...Object.fromEntries(['null', '3', '"x"', '[]', '{}', '[{"jsonrpc":"2.0","id":5,"method":"x"}]'].map((json) => [`the message ${json}`, frame(json)])),
  'no method': frame({ id: 7 }),
  'a method that is a number': frame({ id: 7, method: 5 }),
  'a number of its own kind': frame({ id: { a: 1 }, method: 'textDocument/hover', params: HOVER }),
  'an answer to nothing': frame({ id: 777, result: 5 }),
  'an error about nothing': frame({ id: null, error: { code: 1, message: 'x' } }),
  'the cancelling of nothing': frame({ method: '$/cancelRequest', params: { id: 12_345 } }),
  'the cancelling of null': frame({ method: '$/cancelRequest', params: null }),
};

async function expectHearing(client: TestClient): Promise<void> {
  expect(await client.ask('textDocument/hover', HOVER)).toEqual({ result: null });
}

test('the next message is heard', async () => {
  const client = await start({ capabilities: PULLING });
  for (const [name, bytes] of Object.entries(FRAMES)) {
    client.raw(bytes);
    const heard = await client.ask('textDocument/hover', HOVER).then(() => name);
    expect(heard).toBe(name);
  }
  client.open('file:///after.nb.txt', `${report()}\n`.replace('2.重复申请\t0', '2.重复申请\t5'));
  expect(await rulesOf(client, 'file:///after.nb.txt')).toEqual(['wrong-cell']);
});

test('what is logged of a message that is none says nothing of it', async () => {
  const client = await start({ capabilities: PULLING });
  const secret = '重复申请';
  const quoting = { note: secret };
  const messages = [
    quoting,
    { id: 7, ...quoting },
    { id: null, error: { code: 1, message: secret } },
    [quoting],
    { method: 'textDocument/didChange', params: { textDocument: { uri: secret }, contentChanges: secret } },
    { method: '$/cancelRequest' },
    { id: 8, result: quoting, error: secret },
  ];
  for (const message of messages) client.raw(frame(message));
  client.raw(frame(`{"note": ${secret}}`));
  await expectHearing(client);
  const logged = client.seen('window/logMessage').map((params) => (params as { readonly message: string }).message);
  expect(logged).toContain('Received message which is neither a response nor a notification message');
  expect(logged).toContain('Received response message without id');
  expect(logged.join() + client.complaints).not.toContain(secret);
});

test.each(Object.entries(BROKEN_FRAMES))('%s does not keep the server alive when the client is gone', async (_, bytes) => {
  const client = new TestClient();
  await client.initialize({ capabilities: PULLING });
  client.raw(bytes);
  client.hangUp();
  expect(await client.left()).toBe(1);
});

test('messages in single bytes, and many in one piece', async () => {
  const client = await start({ capabilities: PULLING });
  const opening = frame({
    method: 'textDocument/didOpen',
    params: { textDocument: { uri: 'file:///a.nb.txt', languageId: 'gov-report', version: 1, text: report() } },
  });
  for (const byte of Buffer.from(opening.slice(0, 400))) client.raw(Uint8Array.of(byte));
  client.raw(Buffer.from(opening).subarray(Buffer.byteLength(opening.slice(0, 400))));
  client.raw(frame({ method: 'textDocument/didSave', params: HOVER }).repeat(500));
  expect(await rulesOf(client, 'file:///a.nb.txt')).toEqual([]);
});

test('a draft that quotes a header is no message', async () => {
  const client = await start({ capabilities: PULLING });
  const uri = 'file:///quoted.nb.txt';
  client.open(uri, `${report().replace('2.重复申请\t0', '2.重复申请\t5')}\r\nContent-Length: 5\r\n\r\n{}`);
  expect(await rulesOf(client, uri)).toEqual(['wrong-cell']);
});

test.each([
  ['without having been told to leave', false, 1],
  ['after it was told', true, 0],
])('a client that is gone ends the server, %s', async (_, told, status) => {
  const client = new TestClient();
  await client.initialize({ capabilities: PULLING });
  if (told) await client.request('shutdown', null);
  client.hangUp();
  expect(await client.left()).toBe(status);
});
