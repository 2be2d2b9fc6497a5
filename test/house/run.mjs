// Counts what the house is measured by: `npm run house [-- --list]`. Fails where a bound is passed.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const list = process.argv.includes('--list');

const MAX_SINGLE_IMPORTERS = 29;
const MAX_REPEATED_NAMES = 3;
const MEDIAN_LINES = [50, 120];
const MAX_LINES = 300;
/** Names that may stand in several rooms, and why. */
const REPEATED = new Map([
  ['limits.ts', 'the bounds of a room, in each room that has any'],
  ['index.ts', 'what a room shows to those who import it whole'],
  ['node.ts', 'the entry on a desktop, of the client and of the server'],
]);
/** Files over the bound, and why. */
const LONG = new Map();

const IMPORT = /(?:from|import)\s*\(?\s*['"](\.{1,2}\/[^'"]+)['"]/gu;

const sources = new Map(
  ['server/src', 'client/src'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => path.posix.join(folder, file.split(path.sep).join('/')))
      .map((file) => [file, readFileSync(path.join(root, file), 'utf8')]),
  ),
);

/** File → files that import it. */
function importersOf() {
  const importers = new Map([...sources.keys()].map((file) => [file, new Set()]));
  for (const [file, text] of sources) {
    for (const [, specifier] of text.matchAll(IMPORT)) importers.get(path.posix.join(path.posix.dirname(file), specifier))?.add(file);
  }
  return importers;
}

function singleImporters() {
  const room = path.posix.dirname;
  return [...importersOf()].flatMap(([file, from]) => {
    const [only] = from;
    return from.size === 1 && room(only) === room(file) && !isData(file) ? [`${file} ← ${path.posix.basename(only)}`] : [];
  });
}

/** Files that import each other round, types included, or lie between such; each with what it imports of them. */
function importCycles() {
  const imports = new Map([...sources.keys()].map((file) => [file, new Set()]));
  for (const [file, from] of importersOf()) for (const importer of from) imports.get(importer)?.add(file);
  const importers = importersOf();
  // What nothing imports, or what imports nothing, is in no cycle; nor is what is left alone once that is taken away.
  const left = new Set(imports.keys());
  const isEnd = (file) => [imports, importers].some((graph) => [...(graph.get(file) ?? [])].every((other) => !left.has(other)));
  for (let before = -1; before !== left.size;) {
    before = left.size;
    for (const file of left) if (isEnd(file)) left.delete(file);
  }
  return [...left].map((file) => `${file} → ${[...(imports.get(file) ?? [])].filter((other) => left.has(other)).join(', ')}`);
}

/** A rule or an LSP method is a file of its own, with its registry as its one importer: that is the shape, no fragment. */
function isData(file) {
  return /^server\/src\/(?:rules|forms|features|lsp\/methods|cli\/formats)\/[\w-]+\.ts$/u.test(file) || file.startsWith('client/src/commands/');
}

function repeatedNames() {
  const names = Map.groupBy?.([...sources.keys()], (file) => path.posix.basename(file)) ?? grouped();
  return [...names].filter(([name, files]) => files.length > 1 && !REPEATED.has(name)).map(([name, files]) => `${name}: ${files.join(', ')}`);
}

function grouped() {
  const names = new Map();
  for (const file of sources.keys()) names.set(path.posix.basename(file), [...(names.get(path.posix.basename(file)) ?? []), file]);
  return names;
}

const lengths = [...sources].map(([file, text]) => [file, text.split('\n').length - 1]);
const sorted = lengths.map(([, length]) => length).sort((a, b) => a - b);
const median = sorted[Math.floor(sorted.length / 2)];
const long = lengths.filter(([file, length]) => length > MAX_LINES && !LONG.has(file)).map(([file, length]) => `${file}: ${length}`);

const measures = [
  { name: 'files', value: sources.size, fine: true },
  { name: 'median lines of a file', value: median, fine: median >= MEDIAN_LINES[0] && median <= MEDIAN_LINES[1] },
  { name: `files over ${MAX_LINES} lines without a reason`, found: long, most: 0 },
  { name: 'files with a single importer in the same room', found: singleImporters(), most: MAX_SINGLE_IMPORTERS },
  { name: 'files in import cycles, types included, or between two', found: importCycles(), most: 0 },
  { name: 'repeated file names', found: repeatedNames(), most: MAX_REPEATED_NAMES },
];
for (const { name, value, found, most, fine = found.length <= most } of measures) {
  console.log(`${fine ? ' ' : '!'} ${name}: ${value ?? found.length}${most === undefined ? '' : ` (at most ${most})`}`);
  if (list && found !== undefined) for (const each of found) console.log(`    ${each}`);
  if (!fine) process.exitCode = 1;
}
