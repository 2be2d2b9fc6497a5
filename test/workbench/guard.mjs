// Requests that the workbench host answers at all.
// The host can write to disk, so a page of another site must not reach it: not by a plain
// cross-origin request, and not by a name that is re-bound to 127.0.0.1.

/**
 * The name under which the page is opened. A browser gives a page of `127.0.0.1` no service worker for webviews of `<id>.localhost`,
 * which are another site; those of `<id>.gouji.localhost` are the same site as `gouji.localhost`.
 */
export const HOST_NAME = 'gouji.localhost';

const REQUEST_URL_LENGTH_MAX = 8_192;
const WEBVIEW_LABEL = /^[a-z0-9-]{1,63}$/;

/**
 * Splits an accepted request into its audience, its address and the decoded segments of its path, or says why it is
 * refused. `/<token>/…` is the workbench itself; `<id>.gouji.localhost` is the origin each webview gets for
 * itself, which may only load the two static files a webview starts with. Never throws: whoever sends it, the host goes on.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {{ port: number, token: string }} own
 * @returns {{ audience: 'workbench' | 'webview', url: URL, segments: readonly string[] } | { refused: number }}
 */
export function admit(request, own) {
  const rawUrl = request.url ?? '/';
  if (rawUrl.length > REQUEST_URL_LENGTH_MAX || !rawUrl.startsWith('/')) return { refused: 400 };
  const host = request.headers.host ?? '';
  if (isWebviewHost(host, own.port)) {
    return request.method === 'GET' ? addressed('webview', urlOf(rawUrl, host)) : { refused: 403 };
  }
  if (!ownHosts(own.port).includes(host)) return { refused: 403 };
  const origin = request.headers.origin;
  if (origin !== undefined && origin !== `http://${host}`) return { refused: 403 };
  const url = urlOf(rawUrl, host);
  const prefix = `/${own.token}/`;
  if (url === undefined || !url.pathname.startsWith(prefix)) return { refused: 404 };
  url.pathname = url.pathname.slice(prefix.length - 1);
  return addressed('workbench', url);
}

function ownHosts(port) {
  return [`${HOST_NAME}:${port}`, `127.0.0.1:${port}`, `localhost:${port}`];
}

function isWebviewHost(host, port) {
  const suffix = `.${HOST_NAME}:${port}`;
  return host.endsWith(suffix) && WEBVIEW_LABEL.test(host.slice(0, -suffix.length));
}

/** Put together and not resolved against the host: resolved, `//x` would be another host and `//` an error. */
function urlOf(rawUrl, host) {
  const text = `http://${host}${rawUrl}`;
  return URL.canParse(text) ? new URL(text) : undefined;
}

function addressed(audience, url) {
  const segments = url && segmentsOf(url.pathname);
  return segments === undefined ? { refused: 400 } : { audience, url, segments };
}

/** Undefined where a `%` stands for nothing. */
function segmentsOf(pathname) {
  try {
    return pathname.split('/').slice(1).map(decodeURIComponent);
  } catch {
    return undefined;
  }
}
