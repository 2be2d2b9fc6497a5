// A file that never ends, or a pipe that is never written, is given up and named; the rest goes on, and Ctrl-C ends the run.

import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { NOTHING, type Outcome } from '../../server/src/cli/outcome.ts';
import { createPool, type Pool } from '../../server/src/cli/pool.ts';
import type { Settings } from '../../server/src/cli/run-settings.ts';
import type { Work } from '../../server/src/cli/worker-thread.ts';
import { checkLines, CLEAN, folderWith, gouji } from './support.ts';

const CLI = resolve(import.meta.dirname, '../../dist/cli.js');
/** Long enough for a busy machine to start a thread and answer. */
const SECONDS = 5;
/** A worker that runs for ever in one file, ends in another, and answers in all others. */
const WORKER = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ path }) => {
  if (path === 'loop') for (;;);
  if (path === 'ends') process.exit(3);
  parentPort.postMessage({ ...${JSON.stringify(NOTHING)}, output: path });
});
`;

function poolOf(threads: number): Pool<Work, Outcome> {
  const folder = folderWith({ 'worker.cjs': WORKER });
  const settings: Settings = {
    command: 'check',
    format: 'ndjson',
    colour: false,
    fix: false,
    revisions: null,
    failOn: 'error',
    timeLimit: SECONDS,
    levels: new Map(),
    cwd: '/',
    version: '',
  };
  return createPool<Work, Outcome>({
    threads,
    workerFile: join(folder, 'worker.cjs'),
    settings,
    nothing: NOTHING,
    lost: ({ path }, why) => ({ ...NOTHING, output: `${path} ${why}` }),
  });
}

test.each([1, 2])('a file that never ends, or ends its thread, is given up, and those behind it are examined: %i threads', async (threads) => {
  const pool = poolOf(threads);
  const paths = ['a', 'loop', 'b', 'ends', 'c', 'loop', 'd'];
  const outcomes = await Promise.all(paths.map((path) => pool.examine({ kind: 'file', path, named: true, top: '.' })));
  expect(outcomes.map(({ output }) => output)).toEqual(['a', 'loop late', 'b', 'ends ended', 'c', 'loop late', 'd']);
  await pool.dispose();
});

test('who stops does not wait for the file in work', async () => {
  const pool = poolOf(1);
  const work = ['loop', 'a'].map((path) => pool.examine({ kind: 'file', path, named: true, top: '.' }));
  await pool.dispose();
  expect(await Promise.all(work)).toEqual([NOTHING, NOTHING]);
});

test.each([
  ['a file', ['a.txt']],
  ['standard input', ['-']],
])('%s that takes longer than --time-limit is told of', (_, paths) => {
  const cwd = folderWith({ 'a.txt': CLEAN });
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, 'check', '--time-limit', '0.001', ...paths], { cwd, input: CLEAN, encoding: 'utf8' });
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toBe(`${paths.join('')}：检查超过 0.001 秒，没有检查完。可用 --time-limit 延长时限，或删去文件中不属于年报的内容\n`);
});

test('a pipe that nobody writes to is given up, one that is written to is read', async () => {
  const cwd = folderWith({ 'a.txt': CLEAN });
  spawnSync('mkfifo', ['silent', 'written'], { cwd });
  const child = spawn(process.execPath, [CLI, 'check', '--time-limit', String(SECONDS), 'silent', 'written', 'a.txt'], { cwd });
  writeFileSync(join(cwd, 'writer.sh'), 'cat a.txt > written');
  const writer = spawn('sh', ['writer.sh'], { cwd });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), text(writer.stdout)]);
  expect(stderr).toBe(`silent：等了 ${SECONDS} 秒，管道还没有写完，没有检查。请检查写入管道的命令，或用 --time-limit 延长时限\n`);
  expect(checkLines(stdout).map(({ path, recognised }) => [path, recognised])).toEqual([
    ['written', true],
    ['a.txt', true],
  ]);
});

test.each([
  ['a pipe', ['check', 'a.txt', 'pipe']],
  ['a list in a pipe', ['check', '--files-from', 'pipe', 'a.txt']],
])('Ctrl-C ends the wait for %s', async (_, argv) => {
  const cwd = folderWith({ 'a.txt': CLEAN });
  spawnSync('mkfifo', ['pipe'], { cwd });
  const child = spawn(process.execPath, [CLI, ...argv, '--time-limit', '600'], { cwd });
  const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
  if (argv.includes('--files-from')) setTimeout(() => child.kill('SIGINT'), 1500);
  else child.stdout.once('data', () => child.kill('SIGINT'));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  expect([await ended, stderr]).toEqual([130, 'gouji：已中断，以上是已检查的部分\n']);
  expect(checkLines(stdout).map(({ path }) => path)).toEqual(argv.includes('--files-from') ? [] : ['a.txt']);
});

test.each(['0', '-1', 'x', '1e3', '86401', '1.2345'])('--time-limit %s is wrong usage', async (seconds) => {
  const { status, stderr } = await gouji({ cwd: folderWith({ 'a.txt': CLEAN }) }, 'check', 'a.txt', `--time-limit=${seconds}`);
  expect([status, stderr.includes('--time-limit 要写秒数')]).toEqual([2, true]);
});
