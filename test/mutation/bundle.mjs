// Bundles sources and tests as two scripts, what reads a text apart from what is mutated. In both every module stays a function
// of its own, evaluated when first needed.

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** The layers below the rules: a report read once serves all mutants. */
const READING = /^server\/src\/(?:text|forms|report)\//u;

/** Texts of two CommonJS scripts: `reading` exports `modules` (path → load), `checking` exports `tests` (file → load) and `takeTests`. */
export async function bundle({ root, tests, texts }) {
  const checking = await scriptOf(root, texts, [
    `exports.takeTests = require('./test/mutation/stand-in.mjs').takeTests;`,
    `exports.tests = ${loaders(tests)};`,
  ]);
  const reading = await scriptOf(root, texts, [`exports.modules = ${loaders([...checking.needed, 'server/src/forms/index.ts'])};`], { whole: true });
  return { reading: reading.text, checking: checking.text };
}

function loaders(files) {
  return `{${[...new Set(files)].map((file) => `${JSON.stringify(file)}: () => require('./${file}')`).join(',')}}`;
}

async function scriptOf(root, texts, lines, { whole = false } = {}) {
  const needed = new Set();
  const result = await build({
    stdin: { contents: lines.join('\n'), resolveDir: root, loader: 'js' },
    absWorkingDir: root,
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'es2022',
    alias: { vitest: path.join(root, 'test/mutation/stand-in.mjs') },
    plugins: whole ? [sources(root, texts)] : [readingIsApart(root, needed), sources(root, texts)],
    logLevel: 'error',
  });
  return { text: result.outputFiles[0].text, needed };
}

function readingIsApart(root, needed) {
  return {
    name: 'reading is apart',
    setup({ onResolve }) {
      onResolve({ filter: /^\..*\.ts$/ }, ({ path: specifier, resolveDir }) => {
        const file = fromRoot(root, path.resolve(resolveDir, specifier));
        if (!READING.test(file)) return undefined;
        needed.add(file);
        return { path: file, external: true };
      });
    },
  };
}

function sources(root, texts) {
  return {
    name: 'sources',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, async ({ path: file }) => {
        const text = texts.get(fromRoot(root, file)) ?? (await readFile(file, 'utf8'));
        // A script has no import.meta; tests find their fixtures by it.
        const contents = text
          .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(file).href))
          .replaceAll('import.meta.dirname', JSON.stringify(path.dirname(file)));
        return { contents, loader: 'ts' };
      });
    },
  };
}

function fromRoot(root, file) {
  return path.relative(root, file).replaceAll(path.sep, '/');
}
