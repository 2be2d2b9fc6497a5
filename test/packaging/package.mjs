// `npm run package`: builds and writes gouji-<version>.vsix; fails where the file list is not the committed one.

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { packagedReadme } from './readme.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const vsce = path.join(here, 'node_modules/@vscode/vsce/vsce');
/** So much at most for the whole package: it is fetched over slow lines too, and growth is to be noticed. */
const MAX_BYTES = 1_200_000;

function run(command, args, cwd, stdio = 'inherit') {
  const result = spawnSync(command, args, { cwd, stdio, encoding: 'utf8', shell: process.platform === 'win32' });
  if (result.status !== 0) process.exit(result.status ?? 1);
  return result.stdout;
}

const needed = [vsce, path.join(here, 'node_modules/@gfx/zopfli')];
if (!needed.every((file) => existsSync(file))) run('npm', ['ci'], here);
run(process.execPath, ['esbuild.mjs'], root);
run(process.execPath, [path.join(here, 'notices.mjs'), '--check'], root);

const listed = run(process.execPath, [vsce, 'ls', '--no-dependencies'], root, ['ignore', 'pipe', 'inherit']);
const files = listed
  .split('\n')
  .map((line) => line.trim())
  .filter((line) => line !== '')
  .sort();
const expected = readFileSync(path.join(here, 'files.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .sort();
const missing = expected.filter((file) => !files.includes(file));
const extra = files.filter((file) => !expected.includes(file));
if (missing.length + extra.length > 0) {
  console.error(`The package's files are not those of test/packaging/files.txt.\nmissing: ${missing.join(', ')}\nextra: ${extra.join(', ')}`);
  process.exit(1);
}

const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const out = path.join(root, `gouji-${version}.vsix`);
// From a copy: vsce takes the README that stands beside package.json.
const staged = mkdtempSync(path.join(os.tmpdir(), 'gouji-package-'));
try {
  [...files, '.vscodeignore'].forEach((file) => cpSync(path.join(root, file), path.join(staged, file)));
  writeFileSync(path.join(staged, 'README.md'), packagedReadme(root));
  run(process.execPath, [vsce, 'package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', out], staged);
} finally {
  rmSync(staged, { recursive: true });
}
// Loaded here: the first run has just installed what it needs.
const { repacked } = await import('./repack.mjs');
writeFileSync(out, await repacked(readFileSync(out)));
const bytes = statSync(out).size;
console.log(`${path.basename(out)}: ${files.length} files, ${bytes} bytes`);
if (bytes > MAX_BYTES) {
  console.error(`larger than ${MAX_BYTES} bytes`);
  process.exit(1);
}
