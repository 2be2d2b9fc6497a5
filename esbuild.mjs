// Builds the bundles: `node esbuild.mjs [--dev] [--watch]`. An import in the wrong direction fails the build.

import { readFile, rm, stat } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { context } from 'esbuild';
import { buildOnDemand } from './esbuild.on-demand.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));
const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
const dev = process.argv.includes('--dev') || process.argv.includes('--watch');
const watch = process.argv.includes('--watch');

/**
 * The rooms of server/src, lowest first: a file imports from its own room and from lower ones. A file belongs to the
 * longest of these paths that it begins with. Files named here lie lower than their room, since they are shapes that others share.
 */
const ROOMS = [
  'text',
  'documents/document.ts',
  'documents/printed.ts',
  'documents/zip',
  'documents/word',
  'documents/word-part',
  'documents/word-edit',
  'documents/word-comment',
  'documents/word-clean',
  'documents/word-write',
  'documents',
  'forms',
  'parse/limits.ts',
  'parse/memory.ts',
  'parse/prose/claim-model.ts',
  'parse/model.ts',
  'parse/line-spans.ts',
  'parse/document',
  'parse/tables/lines',
  'parse/tables/rows',
  'parse/tables/cells',
  'parse/tables/blocks',
  'parse/tables',
  'parse/prose/words',
  'parse/prose/numbers',
  'parse/prose/claims',
  'parse/prose',
  'parse',
  'equations',
  'suppressions/suppression.ts',
  'findings',
  'diagnosis',
  'suppressions',
  'insertion',
  'rules/rule.ts',
  'rules/shared',
  'rules',
  'check.ts',
  'readiness',
  'units',
  'fixes',
  'rewrite/layout',
  'rewrite/conversion',
  'rewrite/paste',
  'rewrite/sentences',
  'rewrite/export',
  'rewrite',
  'features/wire',
  'features/places',
  'features/outline',
  'features',
  'features/form-view',
  'protocol',
  'lsp',
  'sheets',
  'cli',
  'index.ts',
  'hosts',
];
/** Leaves that any file of the rooms around them may use. */
const LEAVES = /\/limits\.ts$/u;
/** The command line uses everything but the language server. */
const NOT_FOR_CLI = new Set(['lsp', 'protocol']);
/** What the client shares with the server: the data, the probe, and the names of the wire. */
const SHARED_WITH_CLIENT = /^server\/src\/(?:(?:text|forms|protocol)\/|parse\/document\/probe\.ts$)/u;
/** Packages that the pure layers may use, and types that are gone after the build. */
const PURE_PACKAGES = new Set(['htmlparser2', 'jsonc-parser']);
/** A bundle of its own, loaded with the first document: others know its shapes only. A worker is one file, and holds it. */
const HOLDS_DOCUMENTS = 'server/src/hosts/worker.ts';
const DOCUMENTS = 'documents';
const DOCUMENT_PACKAGES = new Set(['fflate/browser']);
/** The reader and writer of .xlsx, a bundle of its own too. */
const SHEETS = 'sheets';
const SHEET_PACKAGES = new Set(['fflate/browser', 'read-excel-file/universal', 'write-excel-file/universal']);
const TYPES_ONLY = new Map([
  ['features', new Set(['vscode-languageserver'])],
  ['protocol', new Set(['vscode-languageserver'])],
]);
/** The one file that takes values from the language server library: each such file costs the start a copy of all its names. */
const LIBRARY = 'server/src/lsp/library.ts';

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

/** The libraries of sheets zip in threads that they make of text; ours does it in its own. */
const withoutThreads = {
  name: 'without-threads',
  setup(build) {
    build.onResolve({ filter: /^fflate$/ }, () => ({ path: path.join(root, 'server/src/sheets/zip-in-thread.ts') }));
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
  if (target === null) return packageComplaint(from, specifier, typeOnly);
  if (!target.startsWith('server/src/')) return `${specifier} lies outside server/src`;
  const [room, targetRoom] = [roomOf(from), roomOf(target)];
  if (targetRoom === SHEETS && room !== SHEETS && !typeOnly) return `${room} loads ${SHEETS}, and does not import from it`;
  if (isOfDocuments(targetRoom) && !isOfDocuments(room) && !typeOnly && from !== HOLDS_DOCUMENTS)
    return `${room} loads ${DOCUMENTS}, and does not import from it`;
  if (isOfDocuments(room) && !isOfDocuments(targetRoom) && targetRoom !== 'text') return `${DOCUMENTS} knows nothing of ${targetRoom}`;
  if (room === 'cli' && NOT_FOR_CLI.has(targetRoom)) return `the command line does not use ${targetRoom}`;
  if (ROOMS.indexOf(targetRoom) > ROOMS.indexOf(room) && !isLeafAround(from, target)) return `${room} does not import from ${targetRoom}`;
  return null;
}

function isOfDocuments(room) {
  return room === DOCUMENTS || room.startsWith(`${DOCUMENTS}/`);
}

/** A room may use the limits of the room that it lies in. */
function isLeafAround(from, target) {
  return LEAVES.test(target) && from.startsWith(`${path.posix.dirname(target)}/`);
}

function packageComplaint(from, specifier, typeOnly) {
  const [room] = roomOf(from).split('/');
  if (room === 'hosts' || room === 'cli') return null;
  if (room === SHEETS) return SHEET_PACKAGES.has(specifier) ? null : `${room} does not import ${specifier}`;
  if (room === DOCUMENTS) return DOCUMENT_PACKAGES.has(specifier) ? null : `${room} does not import ${specifier}`;
  if (specifier.startsWith('node:') || builtinModules.includes(specifier)) return `${room} does not import node (${specifier})`;
  if (room === 'lsp') {
    if (specifier.endsWith('/node') || specifier.endsWith('/browser')) return `lsp is neutral, not ${specifier}`;
    return specifier === 'vscode-languageserver' && !typeOnly && from !== LIBRARY ? `lsp takes values of the library from ${LIBRARY}` : null;
  }
  if (PURE_PACKAGES.has(specifier) || (typeOnly && TYPES_ONLY.get(room)?.has(specifier))) return null;
  return `${room} does not import ${specifier}`;
}

/** The longest room that the file lies in; a file in none of them would escape the check. */
function roomOf(file) {
  const within = file.slice('server/src/'.length);
  const room = ROOMS.findLast((each) => within === each) ?? ROOMS.filter((each) => within.startsWith(`${each}/`)).sort((a, b) => b.length - a.length)[0];
  if (room === undefined) throw new Error(`${file} lies in no room that esbuild.mjs knows`);
  return room;
}

function relative(file) {
  return path.relative(root, file).split(path.sep).join('/');
}

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
    plugins: [directions, withoutThreads],
  };
}

async function main() {
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
