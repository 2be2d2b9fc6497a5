// The built command behaves as a process: pipes, threads, exit status.

import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { docx, paragraph, run } from '../documents/write-docx.ts';
import { BROKEN, bytesOf, type Called, checkLines, CLEAN, folderWith, NO_REPORT, WIDE } from './support.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** More than are done in one thread. */
const MANY = 60;

let home = '';
let cli = '';

/** Of the sources as they are, laid out as in the package; dist/ may be older. */
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'gouji-bundle-'));
  cli = join(home, 'dist', 'cli.js');
  copyFileSync(join(ROOT, 'package.json'), join(home, 'package.json'));
  await build({
    absWorkingDir: ROOT,
    entryPoints: [
      { in: 'server/src/hosts/cli.ts', out: 'cli' },
      { in: 'server/src/documents/index.ts', out: 'documents' },
      { in: 'server/src/sheets/workbook-file.ts', out: 'sheets' },
    ],
    outdir: join(home, 'dist'),
    external: ['./documents.js', './sheets.js'],
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    charset: 'utf8',
    logLevel: 'error',
  });
});

afterAll(() => rmSync(home, { recursive: true }));

function start(cwd: string, ...argv: readonly string[]): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [cli, ...argv], { cwd, stdio: 'pipe' });
}

async function finish(child: ChildProcessWithoutNullStreams): Promise<Called> {
  const [stdout, stderr, status] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? -1))),
  ]);
  return { status, stdout, stderr };
}

function manyFiles(): Record<string, string> {
  const texts = [CLEAN, BROKEN, NO_REPORT, WIDE];
  return Object.fromEntries(Array.from({ length: MANY }, (_, at) => [`d/${String(at).padStart(4, '0')}.txt`, texts[at % 4] ?? '']));
}

test('the version is the package’s, help needs no terminal', async () => {
  const { version } = (await import('../../package.json')) as { readonly version: string };
  expect(await finish(start('/', '--version'))).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  expect((await finish(start('/', '--help'))).stdout).toContain('退出状态');
});

test('standard input is read to its end', async () => {
  const child = start('/', 'check', '-');
  child.stdin.end(BROKEN);
  const { status, stdout } = await finish(child);
  expect(status).toBe(1);
  expect(checkLines(stdout)).toMatchObject([{ path: '-', recognised: true }]);
});

test('several threads print what one prints, in the same order', async () => {
  const cwd = folderWith({ ...manyFiles(), 'd/0030.txt': Uint8Array.of(0xff, 0xff) });
  const one = await finish(start(cwd, 'check', 'd', '--jobs', '1'));
  const three = await finish(start(cwd, 'check', 'd', '--jobs', '3', '--format', 'json'));
  expect(one.status).toBe(2);
  expect(checkLines(one.stdout)).toHaveLength(MANY * 0.75);
  expect(JSON.parse(three.stdout)).toEqual(checkLines(one.stdout));
  expect(three.stderr).toBe(one.stderr);
  expect(three.status).toBe(2);
});

test('documents are read by the bundle beside it, in one thread and in several', async () => {
  const document = docx(
    CLEAN.split('\n')
      .map((line) => paragraph(run(line)))
      .join(''),
  );
  const one = await finish(start(folderWith({ 'a.docx': document }), 'check', 'a.docx'));
  expect({ ...one, stdout: checkLines(one.stdout).map(({ recognised }) => recognised) }).toEqual({ status: 0, stdout: [true], stderr: '' });
  const many = folderWith(Object.fromEntries(Array.from({ length: MANY }, (_, index) => [`d/${index}.docx`, document])));
  expect(checkLines((await finish(start(many, 'check', 'd', '--jobs', '2'))).stdout).filter(({ recognised }) => recognised)).toHaveLength(MANY);
});

test('named files and folders mix with standard input over several threads', async () => {
  const cwd = folderWith({ ...manyFiles(), 'a.txt': CLEAN });
  const child = start(cwd, 'check', 'd', 'lost.txt', '-', 'a.txt', '--fail-on', 'never');
  child.stdin.end(BROKEN);
  const { status, stdout, stderr } = await finish(child);
  expect(status).toBe(2);
  expect(stderr).toContain('lost.txt：找不到');
  expect(
    checkLines(stdout)
      .slice(-2)
      .map(({ path }) => path),
  ).toEqual(['-', 'a.txt']);
});

test.each([
  ['one thread', '1'],
  ['several', '3'],
])('a reader that leaves ends it quietly, %s', async (_name, jobs) => {
  const cwd = folderWith(manyFiles());
  const child = start(cwd, 'check', 'd', '--jobs', jobs);
  child.stdout.once('data', () => child.stdout.destroy());
  const exit = new Promise<readonly [number | null, string | null]>((resolve) => child.once('exit', (code, signal) => resolve([code, signal])));
  expect(await text(child.stderr)).toBe('');
  const [code, signal] = await exit;
  expect(signal).toBeNull();
  // The status of what was seen until then.
  expect([0, 1]).toContain(code);
});

test('--fix over many files', async () => {
  const cwd = folderWith(manyFiles());
  const { status, stderr } = await finish(start(cwd, 'check', '--fix', 'd'));
  expect(status).toBe(1);
  expect(stderr.trim().split('\n')).toHaveLength(MANY / 4);
  expect(bytesOf(cwd, 'd/0003.txt').toString()).toBe(WIDE.replace('３６', '36'));
});
