// Does the time grow with the length of the text and no faster? Reports made longer, and hostile texts of 10 MB.

import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { importTypeScript } from '../accuracy/bundle.mjs';

const LIMIT_MS = 60_000;
const REPORT_ROUNDS = 5;
const HOSTILE_LENGTHS = [2_500_000, 5_000_000, 10_000_000];
const SEED = 7;

/** Pieces that repeat to 10 MB. */
const HOSTILE = {
  'one letter': 'a',
  'one character': '年',
  'one digit': '1',
  blanks: ' ',
  'line feeds': '\n',
  headings: '一、总体情况\n',
  'headings on one line': '三、收到和处理政府信息公开申请情况',
  'row labels': '2.其他法律行政法规禁止公开',
  'rows of zeros': '（一）予以公开 0 0 0 0 0 0 0\n',
  'numbers alone': '0 0 0 0 0 0 0\n',
  '<td>': '<td>',
  '<table><tr>': '<table><tr>',
  pipes: '|',
  'pipe rows': '| 0 | 0 |\n',
  tabs: '\t',
  brackets: '（',
  'titles without end': '政府信息公开工作年度',
  'lone surrogates': '\ud83d',
};

export async function measureGrowth({ root, scratch }) {
  const worker = join(scratch, 'growth-worker.mjs');
  await build({
    entryPoints: [join(root, 'test', 'bench', 'growth-worker.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: worker,
    logLevel: 'error',
  });
  const { generate } = await importTypeScript(join(root, 'test', 'generator', 'generate.ts'));
  const { LAYOUTS } = await importTypeScript(join(root, 'test', 'generator', 'layouts', 'index.ts'));
  console.log('  parse and check, best of five, at 1×, 2×, 4×, 8×');
  for (const name of ['space-rows', 'cell-lines', 'pipes-markdown', 'html-plain', 'pdf-columns', 'one-line-glued']) {
    const layout = LAYOUTS.find((candidate) => candidate.name === name);
    const { text } = generate(SEED, { layout, density: 'dense', formKind: '2021', noise: { name: 'none' } });
    // Ten reports on end, so that the clock has something to measure.
    const base = text.length * 10;
    await printRow(`${name} (${base} units)`, worker, text, [base, base * 2, base * 4, base * 8], REPORT_ROUNDS);
  }
  console.log('  hostile texts of 2.5, 5 and 10 million units, once each');
  for (const [name, piece] of Object.entries(HOSTILE)) await printRow(name, worker, piece, HOSTILE_LENGTHS, 1);
}

async function printRow(name, worker, piece, lengths, rounds) {
  const times = [];
  for (const length of lengths) times.push(await measure(worker, { piece, length, rounds }));
  const shown = times.map((time) => (typeof time === 'number' ? `${time.toFixed(1)} ms` : time));
  const factors = times.slice(1).map((time, index) => (typeof time === 'number' ? `×${(time / times[index]).toFixed(2)}` : '?'));
  console.log(`    ${name}: ${shown.join(', ')} · each step ${factors.join(' ')}`);
}

/** Milliseconds, or in words that the limit was passed or an exception came. */
function measure(script, workerData) {
  return new Promise((resolve) => {
    const worker = new Worker(script, { workerData });
    const timer = setTimeout(() => void worker.terminate().then(() => resolve(`over ${LIMIT_MS / 1000} s`)), LIMIT_MS);
    const settle = (outcome) => {
      clearTimeout(timer);
      resolve(outcome);
    };
    worker.once('message', settle);
    worker.once('error', (error) => settle(`EXCEPTION ${error.stack?.split('\n').slice(0, 2).join(' ')}`));
  });
}
