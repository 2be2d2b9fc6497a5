// Hostile requests to end the host, to block it or to leave the folder. One line each: `~` is the random path, `PORT`
// the host's own; what is sent is sent as it stands here, as no browser would.

export interface Hostile {
  readonly target: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** What it is answered with. */
  readonly status: number;
}

const file = (path: string) => `~/api/file?path=${path}`;
const read = (path: string, status: number): Hostile => ({ target: file(path), status });
const write = (path: string, status: number): Hostile => ({ method: 'PUT', target: `${file(path)}&create=1&overwrite=1`, status });
const withHost = (host: string, status: number, target = '~/'): Hostile => ({ target, headers: { host }, status });
const withOrigin = (origin: string, status: number): Hostile => ({ target: file('draft.txt'), headers: { origin }, status });

/** Paths that are no path of the host, without and with the random path. */
const PATHS: readonly Hostile[] = [
  { target: '//', status: 404 },
  { target: '///', status: 404 },
  { target: '//elsewhere.example/', status: 404 },
  { target: '//elsewhere.example:99999/', status: 404 },
  { target: '//[', status: 404 },
  { target: '//@:', status: 404 },
  { target: '/\\', status: 404 },
  { target: '/', status: 404 },
  { target: '/..', status: 404 },
  { target: '/../../etc/passwd', status: 404 },
  { target: '/__proto__', status: 404 },
  { target: '?', status: 400 },
  { target: '*', status: 400 },
  { target: 'draft.txt', status: 400 },
  { target: 'http://elsewhere.example/', status: 400 },
  { target: `/${'a'.repeat(9000)}`, status: 400 },
  { target: `/${'a'.repeat(20_000)}`, status: 431 },
  { target: '~', status: 404 },
  { target: '~//', status: 404 },
  { target: '~/../', status: 404 },
  { target: '~/api', status: 404 },
  { target: '~/api/', status: 404 },
  { target: '~/api/__proto__', status: 404 },
  { target: '~/api/constructor', status: 404 },
  { target: '~/__proto__/x', status: 404 },
  { target: '~/extensions', status: 404 },
  { target: '~/extensions/en/__proto__/package.json', status: 404 },
  { target: '~/extensions/en/constructor/package.json', status: 404 },
  { target: '~/extensions/__proto__/disk/package.nls.json', status: 404 },
  { target: '~/extensions/en/gouji/.git/config', status: 404 },
  { target: '~/extensions/en/gouji/dist/..%2f..%2f..%2fsecret.txt', status: 404 },
  { target: '~/extensions/..%2f..%2fsecret/disk/package.nls.json', status: 404 },
  { target: '~/vscode/..%2f..%2f..%2fpackage.json', status: 404 },
  { target: '~/vscode/%5c..%5c..%5cpackage.json', status: 404 },
  { target: '~/vscode/out', status: 404 },
  { target: '~/texts/zh-cn/vscode/__proto__/', status: 200 },
  { target: '~/texts/zh-cn/vscode/constructor/', status: 200 },
  { target: '~/texts/__proto__/vscode/x/', status: 404 },
];

/** A `%` that stands for nothing, or for what no path holds. */
const ESCAPES: readonly Hostile[] = [
  { target: '/%', status: 404 },
  { target: '/%zz/', status: 404 },
  { target: '/%00', status: 404 },
  { target: '~/%', status: 400 },
  { target: '~/%zz', status: 400 },
  { target: '~/%c0%ae%c0%ae/', status: 400 },
  { target: '~/vscode/%ff', status: 400 },
  { target: '~/vscode/%00', status: 404 },
  { target: '~/extensions/en/%/x', status: 400 },
  { target: '~/texts/zh-cn/vscode/%e4/', status: 400 },
  { target: '~/api/%', status: 400 },
  read('%', 404),
  read('%zz', 404),
  read('%ff%fe', 404),
  read('%00', 403),
  read('..%00', 403),
];

const FOLDER: readonly Hostile[] = [
  read('../secret.txt', 403),
  read('%2e%2e/secret.txt', 403),
  read('..%2fsecret.txt', 403),
  read('/../secret.txt', 403),
  read('inner/../../secret.txt', 403),
  read('link.txt', 403),
  read('folder-link/secret.txt', 403),
  read('ring', 403),
  read('dangling', 403),
  read('zero', 403),
  read('', 409),
  read('__proto__', 404),
  read(`${'a'.repeat(300)}`, 503),
  read('draft.txt/x', 409),
  read('pipe', 403),
  read('pipe-link', 403),
  write('pipe', 403),
  write('link.txt', 403),
  write('dangling', 403),
  write('folder-link/new.txt', 403),
  write('../new.txt', 403),
  write('', 403),
  { target: '~/api/list?path=folder-link', status: 403 },
  { target: '~/api/list?path=pipe', status: 409 },
  { method: 'DELETE', target: '~/api/file?path=&recursive=1', status: 403 },
  { method: 'DELETE', target: '~/api/file?path=folder-link/secret.txt', status: 403 },
  { method: 'POST', target: '~/api/rename?from=draft.txt&to=../draft.txt', status: 403 },
  { method: 'POST', target: '~/api/rename?from=../secret.txt&to=secret.txt', status: 403 },
  { method: 'POST', target: '~/api/folder?path=../new', status: 403 },
];

/** Other names for this machine, other pages' origins, methods nobody sends. */
const SENDERS: readonly Hostile[] = [
  withHost('elsewhere.example', 403),
  withHost('127.0.0.1', 403),
  withHost('127.0.0.1:1', 403),
  withHost('localhost.elsewhere.example', 403),
  withHost('[', 403),
  withHost('a.gouji.localhost:PORT', 404),
  withHost('a.gouji.localhost:PORT', 404, '//'),
  withHost('a.gouji.localhost:PORT', 400, '/%'),
  withHost('a.gouji.localhost:PORT', 404, file('draft.txt')),
  withHost('a.gouji.localhost:PORT', 404, '/..%2findex.html'),
  withHost('-.gouji.localhost:PORT', 404, '/__proto__'),
  withHost('a.a.gouji.localhost:PORT', 403),
  withHost('a.localhost:PORT', 403),
  withHost('a', 403),
  withHost('%.gouji.localhost:PORT', 403),
  withOrigin('http://elsewhere.example', 403),
  withOrigin('null', 403),
  withOrigin('http://127.0.0.1:1', 403),
  withOrigin('http://localhost:PORT', 403),
  withOrigin('https://127.0.0.1:PORT', 403),
  { method: 'POST', target: '~/', status: 405 },
  { method: 'HEAD', target: '~/', status: 405 },
  { method: 'OPTIONS', target: file('draft.txt'), status: 404 },
  { method: 'TRACE', target: '~/', status: 405 },
  { method: 'PATCH', target: file('draft.txt'), status: 404 },
  { method: 'NONSENSE', target: '~/', status: 400 },
  { method: 'PUT', target: '~/api/__proto__', status: 404 },
  { target: '~/', headers: { upgrade: 'websocket', connection: 'close, upgrade' }, status: 200 },
];

export const HOSTILE: readonly Hostile[] = [...PATHS, ...ESCAPES, ...FOLDER, ...SENDERS];
