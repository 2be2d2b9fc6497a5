// Runs the suite on Node 20, 22 and 24 by hand: `npm run nodes [-- --fast] [20] [22] [24] [PATH…]`.
//
// Each Node is npm's package `node`, put once into a folder outside the repository (GOUJI_NODES, else a temporary one), so that
// `npm ci` knows nothing of it. --fast runs what `npm run test:fast` runs; paths go to vitest. Status 1 where any Node failed.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const MAJORS = ['20', '22', '24'];
const root = fileURLToPath(new URL('../..', import.meta.url));
const onWindows = process.platform === 'win32';

process.exitCode = main(process.argv.slice(2));

function main(args) {
  const fast = args.includes('--fast');
  const named = args.filter((arg) => /^\d+$/u.test(arg));
  const paths = args.filter((arg) => arg !== '--fast' && !named.includes(arg));
  const wrong = [...named.filter((major) => !MAJORS.includes(major)), ...paths.filter((arg) => arg.startsWith('-'))];
  if (wrong.length > 0) {
    console.error(`unknown: ${wrong.join(' ')}; known are --fast, ${MAJORS.join(', ')} and paths of tests`);
    return 2;
  }
  const results = (named.length > 0 ? named : MAJORS).map((major) => ({ major, ...runOn(major, { fast, paths }) }));
  console.log(results.map(({ version, outcome }) => `Node ${version}: ${outcome}`).join('\n'));
  return results.every(({ outcome }) => outcome === 'passed') ? 0 : 1;
}

function runOn(major, { fast, paths }) {
  const node = installed(major);
  if (node === null) return { version: major, outcome: 'not installed' };
  const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
  console.log(`\nNode ${version}`);
  const run = (...args) => spawnSync(node, args, { cwd: root, stdio: 'inherit', env: environment(node) }).status === 0;
  if (!fast && !run('esbuild.mjs')) return { version, outcome: 'does not build' };
  const passed = run('node_modules/vitest/vitest.mjs', 'run', ...(fast ? ['--config', 'vitest.fast.config.mjs'] : []), ...paths);
  return { version, outcome: passed ? 'passed' : 'failed' };
}

/** Programs that tests start by name find the same Node. */
function environment(node) {
  return { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}` };
}

/** The program of a version, from the registry where it is not there yet; null where that failed. */
function installed(major) {
  const folder = path.join(process.env.GOUJI_NODES ?? path.join(tmpdir(), 'gouji-nodes'), major);
  const node = path.join(folder, 'node_modules', 'node', 'bin', onWindows ? 'node.exe' : 'node');
  if (existsSync(node)) return node;
  mkdirSync(folder, { recursive: true });
  const args = ['install', '--prefix', folder, '--no-save', '--no-package-lock', '--no-audit', '--no-fund', `node@${major}`];
  // Without what `npm run` sets: npm would take this repository for the place to install to.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/iu.test(name)));
  spawnSync('npm', args, { cwd: folder, stdio: 'inherit', shell: onWindows, env });
  return existsSync(node) ? node : null;
}
