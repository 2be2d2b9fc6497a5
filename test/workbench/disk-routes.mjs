// HTTP routes for the operations on the opened folder.

import { DiskError, FILE_BYTES_MAX } from './disk.mjs';
import { watchFolder } from './watch.mjs';

const STATUS_BY_CODE = {
  FileNotFound: 404,
  FileExists: 409,
  FileIsADirectory: 409,
  FileNotADirectory: 409,
  NoPermissions: 403,
  Unavailable: 503,
  TooLarge: 413,
};

const HEARTBEAT_MS = 20_000;

/** `onChange` is told once anything was written: then the scratch copy is no longer only a copy. */
export function diskRoutes(disk, onChange) {
  const flag = (url, name) => url.searchParams.get(name) === '1';
  const pathOf = (url, name = 'path') => url.searchParams.get(name) ?? '';
  const routes = {
    'GET stat': async ({ url }) => json(await disk.stat(pathOf(url))),
    'GET list': async ({ url }) => json(await disk.list(pathOf(url))),
    'GET file': async ({ url }) => ({ type: 'application/octet-stream', body: await disk.read(pathOf(url)) }),
    'PUT file': changing(async ({ url, request }) => {
      const content = await bodyOf(request);
      await disk.write(pathOf(url), content, { create: flag(url, 'create'), overwrite: flag(url, 'overwrite') });
    }),
    'DELETE file': changing(({ url }) => disk.remove(pathOf(url), { recursive: flag(url, 'recursive') })),
    'POST folder': changing(({ url }) => disk.makeFolder(pathOf(url))),
    'POST rename': changing(({ url }) => disk.rename(pathOf(url, 'from'), pathOf(url, 'to'), { overwrite: flag(url, 'overwrite') })),
  };

  function changing(operation) {
    return async (call) => {
      await operation(call);
      onChange();
      return json({});
    };
  }

  return async function serve(request, response, url) {
    const name = url.pathname.replace(/^\/api\//, '');
    if (request.method === 'GET' && name === 'watch') {
      streamChanges(disk, response);
      return;
    }
    const route = routes[`${request.method} ${name}`];
    try {
      const answer = route ? await route({ request, url }) : undefined;
      if (answer === undefined) response.writeHead(404).end();
      else response.writeHead(200, { 'content-type': answer.type, 'cache-control': 'no-store' }).end(answer.body);
    } catch (error) {
      if (!(error instanceof DiskError)) throw error;
      const { type, body } = json({ code: error.code, message: error.message });
      response.writeHead(STATUS_BY_CODE[error.code] ?? 500, { 'content-type': type }).end(body);
    }
  };
}

function json(value) {
  return { type: 'application/json; charset=utf-8', body: JSON.stringify(value) };
}

async function bodyOf(request) {
  const chunks = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > FILE_BYTES_MAX) throw new DiskError('TooLarge', `larger than ${FILE_BYTES_MAX} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function streamChanges(disk, response) {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write(': watching\n\n');
  const watcher = watchFolder(disk.root, (changes) => response.write(`data: ${JSON.stringify(changes)}\n\n`));
  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
  response.on('close', () => {
    clearInterval(heartbeat);
    watcher.dispose();
  });
}
