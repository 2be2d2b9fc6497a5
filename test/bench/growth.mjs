// Measures that time grows linearly with the length of the text: reports made longer, and hostile texts of 10 MB.

import { join } from 'node:path';
import { build } from 'esbuild';
import { importTypeScript } from '../accuracy/bundle.mjs';
import { short, times } from './figures.mjs';
import { timedWorker } from '../support/timed-worker.mjs';

const LIMIT_MS = 60_000;
/** Behind this a text counts as a report, and every rule looks at it. */
const HEAD = '青禾县2023年政府信息公开工作年度报告\n一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n';
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

/** What costs most once the text is a report: the worst that were found. */
const HOSTILE_BEHIND_HEAD = {
  headings: '一、总体情况\n',
  'headings on one line': '三、收到和处理政府信息公开申请情况',
  radicals: '⽂',
  'rows of table three': '一、本年新收政府信息公开申请数量 1 2 3\n',
  'sentences without end': '全年共收到申请12件，其中予以公开3件，',
};

export async function measureGrowth({ root, scratch, sheet }) {
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
  const reports = [];
  for (const name of ['space-rows', 'cell-lines', 'pipes-markdown', 'html-plain', 'pdf-columns', 'one-line-glued']) {
    const layout = LAYOUTS.find((candidate) => candidate.name === name);
    const { text } = generate(SEED, { layout, density: 'dense', formKind: '2021', noise: { name: 'none' } });
    // Ten reports on end, so that the clock has something to measure.
    const base = text.length * 10;
    reports.push(await row(`${name} (${base} units)`, worker, { piece: text, rounds: REPORT_ROUNDS }, [base, base * 2, base * 4, base * 8]));
  }
  sheet.table(
    'Parse and check of ten reports on end, best of five; then twice, four and eight times as long',
    ['layout', '1×, ms', '2×', '4×', '8×', 'each step'],
    reports,
  );
  const hostile = [];
  for (const [name, piece] of Object.entries(HOSTILE)) hostile.push(await row(name, worker, { piece, rounds: 1 }, HOSTILE_LENGTHS));
  for (const [name, piece] of Object.entries(HOSTILE_BEHIND_HEAD)) {
    hostile.push(await row(`${name}, behind the head of a report`, worker, { head: HEAD, piece, rounds: 1 }, HOSTILE_LENGTHS));
  }
  sheet.table(
    'Hostile texts of so many million units, once each',
    ['the text again and again', ...HOSTILE_LENGTHS.map((length) => `${length / 1e6}, ms`), 'each step'],
    hostile,
  );
}

async function row(name, worker, text, lengths) {
  const measured = [];
  for (const length of lengths) measured.push(await measure(worker, { head: '', ...text, length }));
  const shown = measured.map((time) => (typeof time === 'number' ? short(time) : time));
  const factors = measured.slice(1).map((time, index) => (typeof time === 'number' ? times(time, measured[index]) : '?'));
  return [name, ...shown, factors.join(' ')];
}

/** Milliseconds, or in words that the limit was passed or an exception came. */
function measure(script, workerData) {
  return timedWorker(script, workerData, { limitMs: LIMIT_MS, failed: (error) => `EXCEPTION ${error.stack?.split('\n').slice(0, 2).join(' ')}` });
}
