// `gouji check` over a thousand reports, beside reading, decoding and splitting the same files; peak memory of both.

import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
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
  const times = new Map(Object.keys(commands).map((name) => [name, []]));
  const peaks = new Map();
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, command] of Object.entries(commands)) {
      const { elapsedMs, peakKb } = await run(command, scratch);
      times.get(name).push(elapsedMs);
      peaks.set(name, Math.max(peaks.get(name) ?? 0, peakKb));
    }
  }
  for (const [name, samples] of times) {
    console.log(`    ${name}: median ${percentile(samples, 0.5).toFixed(0)} ms, peak ${(peaks.get(name) / 1024).toFixed(0)} MB`);
  }
  console.log(`    ${ratio(times.get('check'), times.get('read and split'))}`);
}

function run(command, scratch) {
  const peakFile = join(scratch, 'peak');
  const preload = pathToFileURL(join(fileURLToPath(new URL('.', import.meta.url)), 'peak-memory.mjs')).href;
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', preload, ...command], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, GOUJI_BENCH_PEAK: peakFile },
    });
    child.once('error', reject);
    child.once('exit', async (code) => {
      const elapsedMs = performance.now() - began;
      if (code !== 0) reject(new Error(`${command.join(' ')} ended with ${code}`));
      else resolve({ elapsedMs, peakKb: Number(await readFile(peakFile, 'utf8')) });
    });
  });
}
