// How are the bundles built? `node esbuild.mjs [--dev] [--watch]`; an import in the wrong direction fails the build.

import { readFile, rm, stat } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { context } from 'esbuild';

const root = path.dirname(fileURLToPath(import.meta.url));
const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
const dev = process.argv.includes('--dev') || process.argv.includes('--watch');
const watch = process.argv.includes('--watch');

/** The layers of server/src, lowest first: a file imports from its own layer and from lower ones. */
const LAYERS = ['text', 'forms', 'report', 'check', 'edit', 'features', 'lsp', 'entry'];
/** The command line uses everything but the language server. */
const NOT_FOR_CLI = new Set(['lsp', 'entry']);
/** What the client shares with the server: the data, the probe, and the names of the wire. */
const SHARED_WITH_CLIENT = /^server\/src\/(?:(?:text|forms)\/|report\/probe\.ts$|lsp\/(?:protocol|schemes)\.ts$)/u;
/** Packages that the pure layers may use, and types that are gone after the build. */
const PURE_PACKAGES = new Set(['htmlparser2']);
const TYPES_ONLY = new Map([['features', new Set(['vscode-languageserver'])]]);
/** The one file that takes values from the language server library: each such file costs the start a copy of all its names. */
const LIBRARY = 'server/src/lsp/library.ts';

const BUNDLES = [
  { entry: 'client/src/node.ts', out: 'dist/client.js', platform: 'node', external: ['vscode'] },
  { entry: 'client/src/web.ts', out: 'dist/web/client.js', platform: 'browser', external: ['vscode'] },
  { entry: 'server/src/node.ts', out: 'dist/server.js', platform: 'node' },
  { entry: 'server/src/web.ts', out: 'dist/web/server.js', platform: 'browser' },
  { entry: 'server/src/cli.ts', out: 'dist/cli.js', platform: 'node' },
];

/** Every import of our own sources, also of types, is checked against the layers. */
const directions = {
  name: 'directions',
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, async ({ path: file }) => {
      const from = relative(file);
      if (!/^(?:server|client)\/src\//u.test(from)) return undefined;
      const contents = await readFile(file, 'utf8');
      const errors = [...importsOf(contents)]
        .map(({ specifier, typeOnly, line }) => ({ text: complaint(from, specifier, typeOnly), line }))
        .filter(({ text }) => text !== null)
        .map(({ text, line }) => ({ text, location: { file: from, line } }));
      return { contents, loader: 'ts', errors };
    });
  },
};

function* importsOf(contents) {
  const statement = /^(?:import|export)\s(type\s)?[^'";]*?from\s*['"]([^'"]+)['"]|^import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gmu;
  for (const match of contents.matchAll(statement)) {
    const line = contents.slice(0, match.index).split('\n').length;
    yield { specifier: match[2] ?? match[3] ?? match[4], typeOnly: match[1] !== undefined, line };
  }
}

/** What is wrong with an import, or null. */
function complaint(from, specifier, typeOnly) {
  const own = specifier.startsWith('.');
  const target = own ? path.posix.join(path.posix.dirname(from), specifier) : null;
  if (from.startsWith('client/')) {
    const fine = target === null || target.startsWith('client/src/') || SHARED_WITH_CLIENT.test(target);
    return fine ? null : `the client does not share ${specifier}`;
  }
  const layer = layerOf(from);
  if (target === null) return packageComplaint(from, specifier, typeOnly);
  if (!target.startsWith('server/src/')) return `${specifier} lies outside server/src`;
  const targetLayer = layerOf(target);
  if (layer === 'cli') return NOT_FOR_CLI.has(targetLayer) ? `the command line does not use ${targetLayer}` : null;
  if (targetLayer === 'cli') return `${layer} does not use the command line`;
  if (LAYERS.indexOf(targetLayer) > LAYERS.indexOf(layer)) return `${layer} does not import from ${targetLayer}`;
  return null;
}

function packageComplaint(from, specifier, typeOnly) {
  const layer = layerOf(from);
  if (layer === 'entry' || layer === 'cli') return null;
  if (specifier.startsWith('node:') || builtinModules.includes(specifier)) return `${layer} does not import node (${specifier})`;
  if (layer === 'lsp') {
    if (specifier.endsWith('/node') || specifier.endsWith('/browser')) return `lsp is neutral, not ${specifier}`;
    return specifier === 'vscode-languageserver' && !typeOnly && from !== LIBRARY ? `lsp takes values of the library from ${LIBRARY}` : null;
  }
  if (PURE_PACKAGES.has(specifier) || (typeOnly && TYPES_ONLY.get(layer)?.has(specifier))) return null;
  return `${layer} does not import ${specifier}`;
}

/** server/src/node.ts and web.ts are entries, cli.ts and cli/ the command line. */
function layerOf(file) {
  const [, , folder = ''] = file.split('/');
  if (folder === 'cli' || folder === 'cli.ts') return 'cli';
  return LAYERS.includes(folder) ? folder : 'entry';
}

function relative(file) {
  return path.relative(root, file).split(path.sep).join('/');
}

function optionsOf({ entry, out, platform, external = [] }) {
  return {
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: out,
    bundle: true,
    format: 'cjs',
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
    plugins: [directions],
  };
}

async function main() {
  for (const bundle of BUNDLES) {
    // Maps of an earlier `--dev` build would describe other code. The folder itself stays: an editor may run from it.
    if (!dev) await rm(path.join(root, `${bundle.out}.map`), { force: true });
    const building = await context(optionsOf(bundle));
    if (watch) await building.watch();
    else await building.rebuild().finally(() => building.dispose());
    if (!dev) console.log(`${bundle.out} ${Math.ceil((await stat(path.join(root, bundle.out))).size / 1024)} KB`);
  }
}

await main().catch((error) => {
  // What is wrong with a source esbuild has printed itself.
  if (error.errors === undefined) console.error(error);
  process.exitCode = 1;
});
