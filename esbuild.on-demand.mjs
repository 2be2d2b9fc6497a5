// dist/on-demand.js: what only some sessions need, and none before its first diagnostics. In dist/server.js the first call of
// it loads that bundle, which is handed the modules that both need, and holds none of them again.

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

/** Modules that export functions and types only: what answers requests, and the readers of pages and of `.gouji.json`. */
const ON_DEMAND = [
  'features/code-actions/convert-form-action.ts',
  'features/code-actions/convert-table-action.ts',
  'features/code-actions/fixes.ts',
  'features/code-actions/suppression-actions.ts',
  'features/code-actions/visits.ts',
  'features/comments.ts',
  'features/completion/completions.ts',
  'features/definition.ts',
  'features/document-highlight.ts',
  'features/document-links.ts',
  'features/document-symbols.ts',
  'features/folding-ranges.ts',
  'features/form-view/form-view.ts',
  'features/form-view/write-cell.ts',
  'features/formatting.ts',
  'features/hover/hover.ts',
  'features/inlay-hints.ts',
  'features/references.ts',
  'features/rename.ts',
  'features/requests/cells-request.ts',
  'features/requests/convert-form-request.ts',
  'features/requests/equations-request.ts',
  'features/requests/export-request.ts',
  'features/requests/fill-table-request.ts',
  'features/requests/new-report-request.ts',
  'features/requests/previous-request.ts',
  'features/requests/review-request.ts',
  'features/requests/selection-sum-request.ts',
  'features/requests/silenced-request.ts',
  'features/requests/totals.ts',
  'features/selection-ranges.ts',
  'features/workspace-symbols.ts',
  'lsp/review-steps.ts',
  'rewrite/law-page.ts',
  'suppressions/write.ts',
  'text/html.ts',
  'text/json-edit.ts',
  'text/json.ts',
].map((file) => `server/src/${file}`);

const BUNDLE = './on-demand.js';
const LOADER = 'on-demand:loader';
const HANDING = 'on-demand:handing';
const ENTRY = 'on-demand:entry';
/** Other plugins load what is named so. */
const SOURCE = /\.ts$/u;

/** Builds the bundle into `out`; the plugin with which the server is built beside it. `server` are the server's options. */
export async function buildOnDemand(server, out) {
  const root = server.absWorkingDir;
  const { metafile } = await build({ ...server, plugins: [...server.plugins, stubs(root, [])], write: false, metafile: true, logLevel: 'error' });
  const shared = new Set(Object.keys(metafile.inputs).filter((file) => file.startsWith('server/src/')));
  const onDemand = await build({
    ...server,
    entryPoints: undefined,
    stdin: { contents: entry(), resolveDir: root },
    outfile: out,
    external: [],
    banner: { js: '"use strict";module.exports=shared=>{const module={exports:{}};' },
    footer: { js: 'return module.exports.modules};' },
    logLevel: 'warning',
    plugins: [...server.plugins, takenFromServer(root, shared)],
    metafile: true,
  });
  const handed = await namesHanded(root, Object.keys(onDemand.metafile.inputs), shared);
  return stubs(root, handed);
}

function entry() {
  const imports = ON_DEMAND.map((file, index) => `import * as m${index} from './${file}';`);
  return [...imports, `export const modules = {${ON_DEMAND.map((file, index) => `'${file}': m${index}`).join()}};`].join('\n');
}

/** In the bundle: a module of the server is what the server hands over. */
function takenFromServer(root, shared) {
  return {
    name: 'taken-from-server',
    setup(building) {
      building.onResolve({ filter: /^\./ }, ({ path: specifier, resolveDir }) => {
        const file = relative(root, path.join(resolveDir, specifier));
        return shared.has(file) ? { path: file.replace(SOURCE, ''), namespace: 'shared' } : undefined;
      });
      building.onLoad({ filter: /./, namespace: 'shared' }, ({ path: name }) => ({ contents: `module.exports = shared['${name}.ts'];` }));
    },
  };
}

/**
 * In the server: functions that load the bundle with their first call, and what is handed to it then. The functions import
 * nothing of ours: the entry hands over the modules, since a low module that imported them would be in a cycle with those above it.
 */
function stubs(root, handed) {
  return {
    name: 'on-demand',
    setup(building) {
      const [host] = building.initialOptions.entryPoints;
      building.initialOptions.entryPoints = [ENTRY];
      building.onResolve({ filter: /^on-demand:/ }, ({ path: name }) => ({ path: name, namespace: 'on-demand' }));
      building.onResolve({ filter: /^\./ }, ({ path: specifier, resolveDir }) => {
        const file = relative(root, path.join(resolveDir, specifier));
        return ON_DEMAND.includes(file) ? { path: file.replace(SOURCE, ''), namespace: 'on-demand' } : undefined;
      });
      building.onLoad({ filter: /./, namespace: 'on-demand' }, async ({ path: name }) => {
        if (name === LOADER) return { contents: LOADING };
        if (name === HANDING) return { contents: handing(handed), resolveDir: root };
        if (name === ENTRY) return { contents: await entryAround(root, host), resolveDir: root };
        const file = `${name}.ts`;
        const calls = functionsOf(file, await readFile(path.join(root, file), 'utf8')).map(
          (called) => `export const ${called} = (...given) => onDemand()['${file}'].${called}(...given);`,
        );
        return { contents: [`import { onDemand } from '${LOADER}';`, ...calls].join('\n'), resolveDir: root };
      });
    },
  };
}

const LOADING = `let shared, loaded;
export const hand = (modules) => void (shared = modules);
export const onDemand = () => (loaded ??= require('${BUNDLE}')(shared()));`;

function handing(handed) {
  const imports = handed.map(({ file, names }, at) => `import { ${names.map((name) => `${name} as s${at}_${name}`).join(', ')} } from './${file}';`);
  const modules = handed.map(({ file, names }, at) => `'${file}': { ${names.map((name) => `${name}: s${at}_${name}`).join(', ')} }`);
  return [`import { hand } from '${LOADER}';`, ...imports, `hand(() => ({ ${modules.join(', ')} }));`].join('\n');
}

/** The host starts when all is handed over; its first line says which program runs it. */
async function entryAround(root, host) {
  const [shebang] = /^#!.*\n/u.exec(await readFile(path.join(root, host), 'utf8')) ?? [''];
  return `${shebang}import '${HANDING}';\nimport './${host}';`;
}

/** The functions that a module exports; a value of another kind could not be loaded with a call. */
function functionsOf(file, source) {
  const other = /^export (?:default|const|let|class|enum|\*|\{)/mu.exec(source);
  if (other !== null) throw new Error(`${file} is loaded on demand, and may export functions and types only`);
  return [...source.matchAll(/^export (?:async )?function\*? (\w+)/gmu)].map(([, name]) => name);
}

/** Of each module of the server, the names that the bundle imports. */
async function namesHanded(root, files, shared) {
  const handed = new Map();
  for (const file of files.filter((each) => each.startsWith('server/src/'))) {
    const source = await readFile(path.join(root, file), 'utf8');
    for (const [, list, specifier] of source.matchAll(/^(?:import|export) (?!type\b)([^'";]*?) from '(\.[^']+)'/gmu)) {
      const target = path.posix.join(path.posix.dirname(file), specifier);
      if (!shared.has(target)) continue;
      if (!/^\{[^{}]*\}$/su.test(list)) throw new Error(`${file} takes ${target} whole; the server hands over names`);
      const names = handed.get(target) ?? new Set();
      for (const [, name] of list.matchAll(/(?<=[{,]\s*)(?!type\s)(\w+)(?:\s+as\s+\w+)?(?=\s*[,}])/gu)) names.add(name);
      handed.set(target, names);
    }
  }
  return [...handed].filter(([, names]) => names.size > 0).map(([file, names]) => ({ file, names: [...names] }));
}

function relative(root, file) {
  return path.relative(root, file).split(path.sep).join('/');
}
