// `gouji check` over a thousand reports, beside reading, decoding and splitting the same files; peak memory of both.

import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importTypeScript } from '../accuracy/bundle.mjs';
import { percentile, ratio } from './figures.mjs';

const ROUNDS = 5;
const MEGABYTE = 1e6;

export async function measureFolder({ root, scratch, bundle }) {
  const cli = bundle('cli.js');
  if (cli === null) return;
  const { generateMany } = await importTypeScript(join(root, 'test', 'generator', 'generate.ts'));
  for (const count of [250, 1000]) {
    const folder = join(scratch, `reports-${count}`);
    const bytes = await writeReports(folder, generateMany(count));
    console.log(`  ${count} reports, ${(bytes / MEGABYTE).toFixed(1)} MB, ${ROUNDS} rounds in turn`);
    await compare(root, scratch, folder, cli);
  }
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

async function compare(root, scratch, folder, cli) {
  const commands = {
    check: [cli, 'check', '--format', 'ndjson', '--fail-on', 'never', folder],
    'read and split': [join(root, 'test', 'bench', 'read-split.mjs'), folder],
  };
  const samples = new Map(Object.keys(commands).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, command] of Object.entries(commands)) samples.get(name).push(await run(command, scratch));
  }
  for (const [name, runs] of samples) {
    const peak = Math.max(...runs.map(({ peakKb }) => peakKb)) / 1024;
    const [clock, cpu] = [clockOf(runs), cpuOf(runs)].map((times) => percentile(times, 0.5).toFixed(0));
    console.log(`    ${name}: median ${clock} ms, ${cpu} ms of processor time, peak ${peak.toFixed(0)} MB`);
  }
  const [ours, least] = [samples.get('check'), samples.get('read and split')];
  console.log(`    ${ratio(clockOf(ours), clockOf(least))} by the clock, ${ratio(cpuOf(ours), cpuOf(least))} by processor time`);
}

function clockOf(runs) {
  return runs.map(({ clockMs }) => clockMs);
}

function cpuOf(runs) {
  return runs.map(({ cpuMs }) => cpuMs);
}

function run(command, scratch) {
  const usageFile = join(scratch, 'usage.json');
  const preload = new URL('usage.mjs', import.meta.url).href;
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', preload, ...command], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, GOUJI_BENCH_USAGE: usageFile },
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      const clockMs = performance.now() - began;
      if (code !== 0) reject(new Error(`${command.join(' ')} ended with ${code}`));
      else readFile(usageFile, 'utf8').then((usage) => resolve({ clockMs, ...JSON.parse(usage) }), reject);
    });
  });
}
