// The package for npx holds what it should and nothing else, installs without a network, and brings both commands.

import { spawn, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';

const FILES = [
  'LICENSE',
  'README.en.md',
  'README.md',
  'THIRD-PARTY-NOTICES.txt',
  'dist/cli.js',
  'dist/documents.js',
  'dist/on-demand.js',
  'dist/parent-thread.js',
  'dist/server.js',
  'dist/sheets.js',
  'docs/law.md',
  'package.json',
];
/** A page each, besides. */
const RULES = 'docs/rules';
const INITIALIZE = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });

/** Writes the package into `folder`; its path. */
export function pack(root, folder) {
  const { stdout } = must(spawnSync('npm', ['pack', '--json', '--pack-destination', folder], { cwd: root, encoding: 'utf8' }));
  const [{ filename, files }] = JSON.parse(stdout);
  const listed = files.map((file) => file.path).sort();
  const expected = [...FILES, ...readdirSync(path.join(root, RULES)).map((name) => `${RULES}/${name}`)].sort();
  if (listed.join() !== expected.join()) throw new Error(`the package holds ${listed.join(', ')}`);
  return path.join(folder, filename);
}

/** Installs it into `folder` from what is there alone; the folder of its commands. */
export function install(tarball, folder, env) {
  must(spawnSync('npm', ['install', '--no-save', tarball], { cwd: folder, env, encoding: 'utf8' }));
  const packages = readdirSync(path.join(folder, 'node_modules')).filter((name) => !name.startsWith('.'));
  if (packages.join() !== 'gouji') throw new Error(`installed ${packages.join(', ')}`);
  return path.join(folder, 'node_modules/.bin');
}

/** The server as another editor starts it; rejects where it ends without an answer. */
export async function greetServer(bin) {
  const server = spawn(path.join(bin, 'gouji-language-server'), ['--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  server.stdin.write(`Content-Length: ${INITIALIZE.length}\r\n\r\n${INITIALIZE}`);
  let answer = '';
  for await (const chunk of server.stdout) {
    answer += chunk;
    // The server leaves when its input ends.
    if (answer.includes('"capabilities":{')) server.stdin.end();
  }
  if (!answer.includes('"capabilities":{')) throw new Error(`the server answered ${answer.slice(0, 200)}`);
}

export function must(result) {
  if (result.error !== undefined) throw result.error;
  if (result.status !== 0) throw new Error(result.stderr.slice(-2000));
  return result;
}
