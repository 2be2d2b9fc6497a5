// The built command in trouble with disk, folder or person: a clear word, and nothing lost.

import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { encodeGb18030 } from '../../server/src/cli/file-encoding.ts';
import { createRng } from '../generator/rng.ts';
import { BROKEN, bytesOf, checkLines, CLEAN, folderWith, gouji, WIDE } from './support.ts';

const CLI = resolve(import.meta.dirname, '../../dist/cli.js');
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
const OTHER_PERSON = isRoot ? { uid: NOBODY, gid: NOBODY } : {};

interface Ran {
  readonly status: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** As somebody who may not do everything: to the administrator no file is read-only. */
function run(cwd: string, ...argv: readonly string[]): Ran {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [CLI, ...argv], { cwd, encoding: 'utf8', maxBuffer: 1e9, ...OTHER_PERSON });
  return { status, signal, stdout, stderr };
}

/** A folder that everybody may read and write. */
function openFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const cwd = folderWith(files);
  for (const name of ['', ...readdirSync(cwd, { recursive: true, encoding: 'utf8' })]) chmodSync(join(cwd, name), 0o777);
  return cwd;
}

test('a read-only file is not rewritten', () => {
  const cwd = openFolder({ 'a.txt': WIDE, 'b.txt': WIDE });
  chmodSync(join(cwd, 'a.txt'), 0o444);
  const { status, stderr, stdout } = run(cwd, 'check', '--fix', '.');
  expect(status).toBe(2);
  expect(stderr).toBe('./a.txt：未改写：没有权限\n./b.txt：改正排版1处\n');
  expect(checkLines(stdout).map(({ findings }) => findings.length)).toEqual([1, 0]);
  expect(bytesOf(cwd, 'a.txt').toString()).toBe(WIDE);
});

test('in a read-only folder nothing is rewritten, and nothing is left behind', () => {
  const cwd = openFolder({ 'd/a.txt': WIDE });
  chmodSync(join(cwd, 'd'), 0o555);
  const { status, stderr } = run(cwd, 'check', '--fix', 'd');
  chmodSync(join(cwd, 'd'), 0o777);
  expect(stderr).toBe('d/a.txt：未改写：没有权限\n');
  expect(status).toBe(2);
  expect(readdirSync(join(cwd, 'd'))).toEqual(['a.txt']);
  expect(bytesOf(cwd, 'd/a.txt').toString()).toBe(WIDE);
});

test('an unreadable file and an unreadable folder are told of, and the others checked', () => {
  const cwd = openFolder({ 'a.txt': BROKEN, 'b.txt': BROKEN, 'c/d.txt': BROKEN, 'e.txt': CLEAN });
  chmodSync(join(cwd, 'b.txt'), 0);
  chmodSync(join(cwd, 'c'), 0);
  const { status, stdout, stderr } = run(cwd, 'check', '.');
  chmodSync(join(cwd, 'c'), 0o777);
  expect(stderr).toBe('./b.txt：没有权限\n./c：没有权限\n');
  expect(status).toBe(2);
  expect(checkLines(stdout).map(({ path }) => path)).toEqual(['./a.txt', './e.txt']);
});

const canMount = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', '/mnt']).status === 0;

test(canMount ? 'a full disk leaves the file as it was' : 'this system gives no small disk to fill', () => {
  if (!canMount) return expect(canMount).toBe(false);
  const home = folderWith({ 'a.txt': WIDE, 'mnt/x': '' });
  // Blocks are 4 KB: the draft fits once, and the one beside it no more.
  const script = `mount -t tmpfs -o size=64k tmpfs mnt && cp a.txt mnt/ && (head -c 1000000 /dev/zero > mnt/filler 2>/dev/null; "$0" "$1" check --fix mnt/a.txt; echo "status $?"; cmp a.txt mnt/a.txt && echo same; ls -A mnt)`;
  const { stdout, stderr } = spawnSync('unshare', ['-rm', 'sh', '-c', script, process.execPath, CLI], { cwd: home, encoding: 'utf8' });
  expect(stderr).toBe('mnt/a.txt：未改写：磁盘已满\n');
  expect(stdout.trim().split('\n').slice(1)).toEqual(['status 2', 'same', 'a.txt', 'filler']);
});

test('a disk that fills up under the results is told of', () => {
  if (process.platform !== 'linux') return expect(process.platform).not.toBe('linux');
  const cwd = folderWith({ 'a.txt': BROKEN });
  for (const argument of ['check a.txt', '--help']) {
    const { stdout, stderr } = spawnSync('sh', ['-c', `"$0" "$1" ${argument} > /dev/full; echo "status $?"`, process.execPath, CLI], { cwd, encoding: 'utf8' });
    expect(stderr).toBe('gouji：无法写出结果：磁盘已满\n');
    expect(stdout).toBe('status 2\n');
  }
});

test('folders linked in a ring are walked once', () => {
  const cwd = openFolder({ 'a/1.txt': CLEAN, 'b/2.txt': CLEAN });
  symlinkSync('../b', join(cwd, 'a/b'));
  symlinkSync('../a', join(cwd, 'b/a'));
  symlinkSync('.', join(cwd, 'a/self'));
  const { status, stdout, stderr } = run(cwd, 'check', '.');
  expect([status, stderr]).toEqual([0, '']);
  expect(checkLines(stdout).map(({ path }) => path)).toEqual(['./a/1.txt', './b/2.txt']);
});

test('a file that vanishes from a folder under the check is told of, and the rest is checked', async () => {
  const names = Array.from({ length: 300 }, (_, index) => `${String(index).padStart(4, '0')}.txt`);
  const cwd = openFolder(Object.fromEntries(names.map((name) => [`d/${name}`, CLEAN])));
  const child = spawn(process.execPath, [CLI, 'check', '--jobs', '1', 'd'], { cwd });
  // The listing is made before the first result is out; the last file goes then.
  child.stdout.once('data', () => rmSync(join(cwd, 'd', '0299.txt')));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const checked = checkLines(stdout).length;
  expect([checked, stderr]).toEqual(checked === 300 ? [300, ''] : [299, 'd/0299.txt：找不到这个文件或文件夹\n']);
});

test('a report of 200,000 lines is checked to its end', () => {
  const cwd = openFolder({ 'long.txt': CLEAN.replace('（二）依申请公开。', `${'各科室按时报送材料，办理情况良好。\n'.repeat(200_000)}（二）依申请公开。`) });
  const { status, stdout, stderr } = run(cwd, 'check', 'long.txt');
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(checkLines(stdout)).toMatchObject([{ recognised: true, equations: { holding: 42, broken: 0 } }]);
});

test.each([
  ['one thread', '1'],
  ['several', '3'],
])('Ctrl-C ends a long run, and no line is cut, %s', async (_, jobs) => {
  const files = Object.fromEntries(Array.from({ length: 2000 }, (__, index) => [`d/${index}.txt`, BROKEN]));
  const child = spawn(process.execPath, [CLI, 'check', '--jobs', jobs, 'd'], { cwd: openFolder(files) });
  child.stdout.once('data', () => child.kill('SIGINT'));
  const ended = new Promise<readonly [number | null, string | null]>((done) => child.once('exit', (code, signal) => done([code, signal])));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  expect(await ended).toEqual([130, null]);
  expect(stderr).toBe('gouji：已中断，以上是已检查的部分\n');
  expect(stdout.endsWith('\n')).toBe(true);
  expect(checkLines(stdout).length).toBeLessThan(2000);
});

test('Ctrl-C ends the wait for standard input, and nothing is said of half a draft', async () => {
  const child = spawn(process.execPath, [CLI, 'check', 'a.txt', '-'], { cwd: openFolder({ 'a.txt': CLEAN }) });
  child.stdin.on('error', () => undefined).write(BROKEN.slice(0, 900));
  child.stdout.once('data', () => child.kill('SIGINT'));
  const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  expect([await ended, stderr]).toEqual([130, 'gouji：已中断，以上是已检查的部分\n']);
  expect(checkLines(stdout).map(({ path }) => path)).toEqual(['a.txt']);
});

test('interrupted, half a list is not worked off, and a SARIF log says that it is not whole', async () => {
  const cwd = folderWith({ 'a.txt': CLEAN });
  const interrupted = AbortSignal.abort();
  expect(await gouji({ cwd, interrupted, stdin: 'a.t' }, 'check', '--files-from', '-')).toMatchObject({ status: 130, stdout: '' });
  const { stdout } = await gouji({ cwd, interrupted }, 'check', '--format', 'sarif', 'a.txt', 'a.txt');
  expect(JSON.parse(stdout)).toMatchObject({ runs: [{ invocations: [{ executionSuccessful: false, toolExecutionNotifications: [{ level: 'error' }] }] }] });
});

test('bytes of every kind are read or told of, never worse', async () => {
  const rng = createRng(77);
  const encodings = [
    Buffer.from(BROKEN),
    Buffer.from(`\ufeff${BROKEN}`),
    Buffer.from(`\ufeff${BROKEN}`, 'utf16le'),
    Buffer.from(`\ufeff${BROKEN}`, 'utf16le').swap16(),
    Buffer.from(encodeGb18030(BROKEN) ?? []),
  ];
  const marks = [[0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xfe, 0xff], [0x84, 0x31, 0x95, 0x33], [0xef, 0xbb], [0xff], [0, 0, 0xfe, 0xff]].map((bytes) =>
    Buffer.from(bytes),
  );
  const files: Record<string, Buffer> = {};
  for (let index = 0; index < 200; index++) {
    const whole = rng.pick(encodings);
    const cut = whole.subarray(0, rng.int(0, whole.length));
    const at = rng.int(0, whole.length);
    const random = Buffer.from(Array.from({ length: rng.int(0, 40) }, () => rng.int(0, 255)));
    files[`${String(index).padStart(3, '0')}.txt`] = rng.pick([
      cut,
      Buffer.concat([rng.pick(marks), whole]),
      Buffer.concat([whole.subarray(0, at), random, whole.subarray(at)]),
      Buffer.concat([whole.subarray(0, at), Buffer.alloc(rng.int(1, 9)), whole.subarray(at)]),
      Buffer.concat([rng.pick(marks), random]),
      Buffer.concat([cut, rng.pick(encodings)]),
    ]);
  }
  const cwd = folderWith(files);
  const { status, stdout, stderr } = await gouji({ cwd }, 'check', '.');
  expect([0, 1, 2]).toContain(status);
  for (const line of stderr.split('\n').filter((each) => each !== ''))
    expect(line).toMatch(/^\.\/\d{3}\.txt：(?:不是 UTF-8、GB18030|这是|第\d+行的第\d+字节（0x[0-9A-F]{2}）)/u);
  const known = new Set(checkLines(stdout).map(({ path }) => path));
  expect(known.size).toBeGreaterThan(20);
  // What is rewritten stays readable, in the encoding it had.
  await gouji({ cwd }, 'check', '--fix', '.');
  const again = checkLines((await gouji({ cwd }, 'check', '.')).stdout).map(({ path }) => path);
  expect(again).toEqual([...known]);
});

test('a folder whose name is a file now is told of', () => {
  const cwd = openFolder({ 'd/a.txt': CLEAN });
  rmSync(join(cwd, 'd'), { recursive: true });
  writeFileSync(join(cwd, 'd'), '');
  mkdirSync(join(cwd, 'e'));
  const { status, stderr } = run(cwd, 'check', 'd/a.txt', 'e');
  expect(status).toBe(2);
  expect(stderr).toBe('d/a.txt：找不到这个文件或文件夹\ne：文件夹中没有 .docx .txt .md .html .htm 文件\n');
});
