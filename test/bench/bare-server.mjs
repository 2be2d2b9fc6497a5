// The least a language server can be, without any library: whatever is opened or typed gets an empty list. The yardstick of the bench.

let buffered = Buffer.alloc(0);

process.stdin.on('data', (chunk) => {
  buffered = Buffer.concat([buffered, chunk]);
  for (let body = take(); body !== null; body = take()) receive(JSON.parse(body));
});

/** The next whole message, or null. */
function take() {
  const end = buffered.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const length = Number(/content-length: (\d+)/iu.exec(buffered.toString('latin1', 0, end))?.[1]);
  if (buffered.length < end + 4 + length) return null;
  const body = buffered.toString('utf8', end + 4, end + 4 + length);
  buffered = buffered.subarray(end + 4 + length);
  return body;
}

function receive({ id, method, params }) {
  const document = params?.textDocument;
  if (method === 'initialize') send({ id, result: { capabilities: { textDocumentSync: 2 } } });
  else if (method === 'textDocument/didOpen' || method === 'textDocument/didChange') {
    send({ method: 'textDocument/publishDiagnostics', params: { uri: document.uri, version: document.version, diagnostics: [] } });
  } else if (id !== undefined) send({ id, result: null });
}

function send(message) {
  const body = JSON.stringify({ jsonrpc: '2.0', ...message });
  process.stdout.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}
