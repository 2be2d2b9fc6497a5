// Measures the bundles: their size, what the server's is made of, and how long the runtime takes to compile it.

import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import { build } from 'esbuild';
import { buildOnDemand } from '../../esbuild.on-demand.mjs';
import { median, short } from './figures.mjs';
import { bundleLibraryServer } from './stdio.mjs';

const BUNDLES = ['server.js', 'on-demand.js', 'documents.js', 'web/server.js', 'client.js', 'web/client.js', 'cli.js'];
const KILOBYTE = 1024;
const COMPILATIONS = 15;

/** What a file of the bundle belongs to, the first that fits. */
const ORIGINS = [
  ['language server library', /node_modules\/vscode-/u],
  ['HTML tokenizer', /node_modules\//u],
  ['text and forms', /^server\/src\/(?:text|forms)\//u],
  ['reading the sentences', /^server\/src\/parse\/prose\//u],
  ['reading the tables', /^server\/src\/parse\//u],
  ['equations, locating and rules', /^server\/src\/(?:equations|findings|diagnosis|suppressions|rules|readiness)\/|^server\/src\/check\.ts$/u],
  ['documents', /^server\/src\/documents\//u],
  ['fixes, rewriting and features', /^server\/src\/(?:insertion|fixes|rewrite|features)\//u],
  ['wiring', /^server\/src\//u],
];

export async function measureSize({ root, scratch, bundle, sheet }) {
  const rows = [];
  for (const file of BUNDLES) {
    const path = bundle(file);
    if (path !== null) rows.push([`dist/${file}`, kilobytes((await stat(path)).size)]);
  }
  sheet.table('Size in KB', ['bundle', 'KB'], rows);
  sheet.table('What dist/server.js is made of', ['origin', 'KB'], await compositionOf(root, scratch));
  const server = bundle('server.js');
  if (server === null) return;
  const compiled = [
    ['the library alone', await bundleLibraryServer(root, scratch)],
    ['ours', server],
  ];
  sheet.table(
    'Compiling a server before its first line runs',
    ['server', 'ms'],
    await Promise.all(compiled.map(async ([name, file]) => [name, short(await compileMs(file))])),
  );
}

async function compositionOf(root, scratch) {
  const options = {
    absWorkingDir: root,
    entryPoints: [join('server', 'src', 'hosts', 'node.ts')],
    bundle: true,
    minify: true,
    charset: 'utf8',
    platform: 'node',
    mainFields: ['module', 'main'],
    // The bundles that are loaded later, if at all.
    external: ['./documents.js', './on-demand.js'],
    outfile: 'server.js',
    plugins: [],
  };
  const onDemand = await buildOnDemand(options, join(scratch, 'on-demand.js'));
  const { metafile } = await build({ ...options, plugins: [onDemand], metafile: true, write: false });
  const [{ inputs }] = Object.values(metafile.outputs);
  const sizes = new Map(ORIGINS.map(([origin]) => [origin, 0]));
  for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
    const [origin] = ORIGINS.find(([, pattern]) => pattern.test(file)) ?? ['wiring'];
    sizes.set(origin, sizes.get(origin) + bytesInOutput);
  }
  return [...sizes].map(([origin, size]) => [origin, kilobytes(size)]);
}

/** As Node wraps a CommonJS file; functions are compiled when they are first called, which is not counted. */
async function compileMs(file) {
  const text = (await readFile(file, 'utf8')).replace(/^#!.*/u, '');
  const samples = [];
  for (let run = 0; run < COMPILATIONS; run++) {
    const began = performance.now();
    // Another text each time: the runtime keeps what it compiled.
    compileFunction(`${text}\n//${run}`, ['exports', 'require', 'module', '__filename', '__dirname']);
    samples.push(performance.now() - began);
  }
  return median(samples);
}

function kilobytes(bytes) {
  return Math.ceil(bytes / KILOBYTE);
}
