// Measures how the time for hostile texts grows, each at three lengths; what takes too long is stopped.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { importTypeScript } from '../accuracy/bundle.mjs';
import { timedWorker } from '../support/timed-worker.mjs';

const LENGTHS = [100_000, 200_000, 400_000];
const LIMIT_MS = 8000;
/** Below this the clock says nothing; above it, doubling the text may cost two and a half times the time. */
const NOISE_MS = 500;
const MAX_FACTOR = 2.5;

/** Prints one line a text; the number of texts that failed comes back. */
export async function measureHostile() {
  const { HOSTILE } = await importTypeScript(fileURLToPath(new URL('hostile.ts', import.meta.url)));
  const folder = await mkdtemp(join(tmpdir(), 'gouji-'));
  const outfile = join(folder, 'worker.mjs');
  let failed = 0;
  try {
    await build({
      entryPoints: [fileURLToPath(new URL('growth-worker.ts', import.meta.url))],
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      outfile,
      logLevel: 'error',
    });
    for (const [index, { name }] of HOSTILE.entries()) {
      const times = [];
      for (const length of LENGTHS) {
        times.push(await measure(outfile, { index, length }));
        if (typeof times.at(-1) === 'string') break;
      }
      const broken = isBroken(times);
      if (broken) failed++;
      console.log(`${broken ? 'FAILED' : '      '} ${name}: ${times.map((time) => (typeof time === 'number' ? `${time.toFixed(0)} ms` : time)).join(', ')}`);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  return failed;
}

function isBroken(times) {
  const [before, last] = times.slice(-2);
  if (times.some((time) => typeof time === 'string')) return true;
  return last > NOISE_MS && last > before * MAX_FACTOR;
}

function measure(script, workerData) {
  return timedWorker(script, workerData, { limitMs: LIMIT_MS, failed: String });
}
