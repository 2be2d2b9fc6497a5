// The smallest client that can ask a server over stdio for diagnostics.

import { spawn } from 'node:child_process';

const TIMEOUT_MS = 20_000;

/** Spawns `node server --stdio` and hands back a connection to it, for one document of that language. */
export function connect(server, { languageId = 'gov-report', extension = 'nb.txt' } = {}) {
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting = new Map();
  let buffer = Buffer.alloc(0);
  let nextId = 1;
  /** Some servers do not say which version they speak of. */
  let newest = 1;

  child.stdout.on('data', (chunk) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (let message = take(); message !== null; message = take()) receive(message);
  });

  /** The next whole message of the stream, or null. */
  function take() {
    const end = buffer.indexOf('\r\n\r\n');
    if (end === -1) return null;
    const length = Number(/content-length: (\d+)/iu.exec(buffer.toString('latin1', 0, end))?.[1]);
    if (buffer.length < end + 4 + length) return null;
    const body = buffer.toString('utf8', end + 4, end + 4 + length);
    buffer = buffer.subarray(end + 4 + length);
    return JSON.parse(body);
  }

  function receive(message) {
    if (message.id !== undefined && message.method === undefined) settle(`answer ${message.id}`, message.result);
    else if (message.id !== undefined) send({ id: message.id, result: null });
    else if (message.method === 'textDocument/publishDiagnostics') settle(`diagnostics ${message.params.version ?? newest}`, message.params);
  }

  function settle(key, value) {
    waiting.get(key)?.(value);
    waiting.delete(key);
  }

  function send(message) {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  function until(key) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${server} gave no ${key} in ${TIMEOUT_MS} ms`)), TIMEOUT_MS);
      waiting.set(key, (value) => {
        clearTimeout(timer);
        resolve(value);
      });
    });
  }

  const uri = `file:///bench/draft.${extension}`;
  return {
    async open(text) {
      const id = nextId++;
      const answer = until(`answer ${id}`);
      send({ id, method: 'initialize', params: { processId: process.pid, rootUri: null, capabilities: {} } });
      await answer;
      send({ method: 'initialized', params: {} });
      const first = until('diagnostics 1');
      send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId, version: 1, text } } });
      return first;
    },
    /** One edit; resolves with the diagnostics of that very version. */
    change(version, range, text) {
      newest = version;
      const answer = until(`diagnostics ${version}`);
      send({ method: 'textDocument/didChange', params: { textDocument: { uri, version }, contentChanges: [{ range, text }] } });
      return answer;
    },
    async close() {
      const exited = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await exited;
    },
  };
}
