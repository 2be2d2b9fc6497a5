// Builds the bundles: `node esbuild.mjs [--dev] [--watch]`. An import in the wrong direction fails the build (esbuild.directions.mjs).

import { readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { context } from 'esbuild';
import { wrongImports } from './esbuild.directions.mjs';
import { buildOnDemand } from './esbuild.on-demand.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));
const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
const dev = process.argv.includes('--dev') || process.argv.includes('--watch');
const watch = process.argv.includes('--watch');

const BUNDLES = [
  { entry: 'client/src/node.ts', out: 'dist/client.js', platform: 'node', external: ['vscode'] },
  { entry: 'client/src/web.ts', out: 'dist/web/client.js', platform: 'browser', external: ['vscode'] },
  // The form view's page and its looks.
  { entry: 'client/src/form-view/page/page.ts', out: 'dist/view.js', platform: 'browser', format: 'iife' },
  { entry: 'client/src/form-view/page/view.css', out: 'dist/view.css', platform: 'browser' },
  { entry: 'server/src/hosts/node.ts', out: 'dist/server.js', platform: 'node', external: ['./documents.js', './on-demand.js'], onDemand: 'dist/on-demand.js' },
  { entry: 'server/src/hosts/parent-thread.ts', out: 'dist/parent-thread.js', platform: 'node' },
  { entry: 'server/src/hosts/worker.ts', out: 'dist/web/server.js', platform: 'browser' },
  { entry: 'server/src/hosts/cli.ts', out: 'dist/cli.js', platform: 'node', external: ['./documents.js', './sheets.js'] },
  { entry: 'server/src/sheets/workbook-file.ts', out: 'dist/sheets.js', platform: 'node' },
  { entry: 'server/src/documents/index.ts', out: 'dist/documents.js', platform: 'node' },
];

/** The libraries of sheets zip in threads that they make of text; ours does it in its own. */
const withoutThreads = {
  name: 'without-threads',
  setup(build) {
    build.onResolve({ filter: /^fflate$/ }, () => ({ path: path.join(root, 'server/src/sheets/zip-in-thread.ts') }));
  },
};

function optionsOf({ entry, out, platform, external = [], format = 'cjs' }) {
  return {
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: out,
    bundle: true,
    format,
    platform,
    // The oldest engines that run us: Node 20 (VS Code 1.91, the command line) and the browsers of that year.
    target: platform === 'node' ? 'node20' : 'es2022',
    mainFields: platform === 'node' ? ['module', 'main'] : ['browser', 'module', 'main'],
    external,
    minify: !dev,
    // A worker in a browser has no package around it to ask.
    define: { GOUJI_VERSION: JSON.stringify(version) },
    // Half of our own bytes are Chinese; escaped they would double.
    charset: 'utf8',
    sourcemap: dev,
    legalComments: 'none',
    logLevel: 'info',
    plugins: [withoutThreads],
  };
}

async function main() {
  const wrong = await wrongImports(root);
  for (const each of wrong) console.error(each);
  if (wrong.length > 0) process.exitCode = 1;
  // Who is in the middle of a change goes on seeing it.
  if (wrong.length > 0 && !watch) return;
  for (const bundle of BUNDLES) {
    // Maps of an earlier `--dev` build would describe other code. The folder itself stays: an editor may run from it.
    if (!dev) await rm(path.join(root, `${bundle.out}.map`), { force: true });
    const options = optionsOf(bundle);
    // While a developer works on it the server is one file.
    const onDemand = bundle.onDemand === undefined || dev ? [] : [await buildOnDemand(options, bundle.onDemand)];
    const building = await context({ ...options, plugins: [...options.plugins, ...onDemand] });
    if (watch) await building.watch();
    else await building.rebuild().finally(() => building.dispose());
    for (const out of dev ? [] : [bundle.out, bundle.onDemand ?? []].flat())
      console.log(`${out} ${Math.ceil((await stat(path.join(root, out))).size / 1024)} KB`);
  }
}

await main().catch((error) => {
  // What is wrong with a source esbuild has printed itself.
  if (error.errors === undefined) console.error(error);
  process.exitCode = 1;
});
