// `gouji check` over a thousand reports, beside reading, decoding and splitting the same files, and beside other linters.

import { spawn } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importTypeScript } from '../accuracy/bundle.mjs';
import { median, short, times } from './figures.mjs';
import { ABSENT, BATCH_PEERS, isInstalled } from './peers.mjs';

const ROUNDS = 3;
const PEER_ROUNDS = 1;
const MEGABYTE = 1e6;
/** Flat memory shows in two folders of different size. */
const COUNTS = [250, 1000];

export async function measureFolder({ root, scratch, bundle, sheet }) {
  const cli = bundle('cli.js');
  if (cli === null) return;
  const { generateMany } = await importTypeScript(join(root, 'test', 'generator', 'generate.ts'));
  for (const count of COUNTS) {
    const folder = join(scratch, `reports-${count}`);
    const bytes = await writeReports(folder, generateMany(count));
    const peers = count === COUNTS.at(-1) ? BATCH_PEERS : [];
    const commands = [
      { name: 'reading, decoding, splitting', command: [join(root, 'test', 'bench', 'read-split.mjs'), '.'], rounds: ROUNDS },
      { name: 'ours', command: [cli, 'check', '--format', 'ndjson', '--fail-on', 'never', '.'], rounds: ROUNDS },
      ...peers.map((peer) => ({ name: peer.name, command: isInstalled(peer) ? [peer.file, ...peer.args] : null, rounds: PEER_ROUNDS })),
    ];
    const samples = await measure(commands, folder, scratch);
    const ours = samples.get(commands[1]);
    sheet.table(
      `${count} reports, ${(bytes / MEGABYTE).toFixed(1)} MB`,
      ['command', 'ms by the clock', 'ms of processor time', 'of reading by the clock', 'of ours by the clock', 'of ours by processor time', 'peak MB'],
      commands.map((each) => row(each, samples.get(each), { reading: samples.get(commands[0]), ours })),
    );
  }
}

function row({ name, command }, runs, { reading, ours }) {
  if (command === null) return [name, ABSENT, '', '', '', '', ''];
  const [clock, cpu] = [median(runs.map(({ clockMs }) => clockMs)), median(runs.map(({ cpuMs }) => cpuMs))];
  const [ourClock, ourCpu] = [median(ours.map(({ clockMs }) => clockMs)), median(ours.map(({ cpuMs }) => cpuMs))];
  const peak = Math.max(...runs.map(({ peakKb }) => peakKb)) / 1024;
  const least = median(reading.map(({ clockMs }) => clockMs));
  return [name, short(clock), short(cpu), times(clock, least), times(clock, ourClock), times(cpu, ourCpu), short(peak)];
}

async function writeReports(folder, samples) {
  await mkdir(folder);
  let bytes = 0;
  for (const { seed, layout, text } of samples) {
    const extension = layout.markup === true ? 'html' : 'txt';
    const content = Buffer.from(text);
    bytes += content.length;
    await writeFile(join(folder, `${String(seed).padStart(5, '0')}.${extension}`), content);
  }
  return bytes;
}

/** In turn, so that a busy moment of the machine strikes all alike. */
export async function measure(commands, folder, scratch) {
  const samples = new Map(commands.map((each) => [each, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const each of commands) {
      if (each.command !== null && round < each.rounds) samples.get(each).push(await run(each.command, folder, scratch));
    }
  }
  return samples;
}

/** Linters end with a status of their own where they find something. */
function run(command, cwd, scratch) {
  const usageFile = join(scratch, 'usage.json');
  const preload = new URL('usage.mjs', import.meta.url).href;
  const words = [process.execPath, '--import', preload, ...command];
  const isWindows = process.platform === 'win32';
  const [program, ...args] = isWindows ? words : ['sh', '-c', '"$@" >/dev/null 2>&1; times', 'sh', ...words];
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      stdio: ['ignore', isWindows ? 'ignore' : 'pipe', 'ignore'],
      env: { ...process.env, GOUJI_BENCH_USAGE: usageFile },
    });
    let told = '';
    child.stdout?.on('data', (chunk) => (told += chunk));
    child.once('error', reject);
    child.once('close', () => {
      const clockMs = performance.now() - began;
      // A native tool leaves without telling node: then the shell knows its processor time, and nobody its memory.
      const read = readFile(usageFile, 'utf8').then(
        (usage) => JSON.parse(usage),
        () => ({ cpuMs: timesOfChildren(told), peakKb: Number.NaN }),
      );
      void read.then((usage) => rm(usageFile, { force: true }).then(() => resolve({ clockMs, ...usage })));
    });
  });
}

/** The second line of `times`, `0m1.230s 0m0.110s`: the user and system time of what the shell ran, in ms. */
function timesOfChildren(told) {
  const spent = [...(told.split('\n')[1] ?? '').matchAll(/(\d+)m([\d.]+)s/gu)];
  return spent.length === 0 ? Number.NaN : spent.reduce((sum, [, minutes, seconds]) => sum + (Number(minutes) * 60 + Number(seconds)) * 1000, 0);
}
