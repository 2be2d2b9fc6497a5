// Serves files that never change: the workbench and the extensions.

import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';

const CONTENT_TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

/**
 * Sends the file `relativePath` below `root`, or 404 when there is none or it lies outside.
 * `cache` is the value of Cache-Control: the extension is rebuilt while the host runs.
 *
 * @param {import('node:http').ServerResponse} response
 * @param {{ root: string, relativePath: string, cache: string }} what
 */
export async function sendStatic(response, { root, relativePath, cache }) {
  const file = await fileBelow(root, relativePath);
  if (file === undefined) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    'content-type': CONTENT_TYPES[path.extname(file.path).toLowerCase()] ?? 'application/octet-stream',
    'content-length': file.size,
    'cache-control': cache,
  });
  createReadStream(file.path)
    .on('error', () => response.destroy())
    .pipe(response);
}

async function fileBelow(root, relativePath) {
  const segments = relativePath.split('/').filter((segment) => segment !== '');
  // Dot folders hold what is nobody's business (.git), and `..` would climb out.
  if (segments.some((segment) => segment.startsWith('.') || /[\\\0]/.test(segment))) return undefined;
  try {
    const realRoot = await realpath(root);
    const real = await realpath(path.join(realRoot, ...segments));
    if (!real.startsWith(realRoot + path.sep)) return undefined;
    const stats = await stat(real);
    return stats.isFile() ? { path: real, size: stats.size } : undefined;
  } catch {
    return undefined;
  }
}
