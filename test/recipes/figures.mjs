// Measures how many reports a second one core checks, for the table of docs/scale.md.

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { writeReports } from './reports.mjs';

/** Two folders, so that the start of the process falls out of the difference. */
const COUNTS = [1000, 4000];
const ROUNDS = 3;
const MARKS = /(?<=<!-- figures -->\n)[\s\S]*?(?=<!-- \/figures -->)/u;
/** Organs that publish one: our estimate, of the order of what the design says of the country. */
const PLACES = [
  ['a county', 100],
  ['a prefecture-level city', 1000],
  ['a province', 6000],
  ['the country', 150_000],
];

export async function writeFigures(root, scratch) {
  const folders = COUNTS.map((count) => path.join(scratch, `reports-${count}`));
  let bytes = 0;
  for (const [index, folder] of folders.entries()) bytes = await writeReports(root, folder, COUNTS[index]);
  const rounds = Array.from({ length: ROUNDS }, () => folders.map((folder) => measure(root, folder, scratch)));
  const [small, large] = folders.map((_, index) => best(rounds.map((round) => round[index])));
  const perSecond = (COUNTS[1] - COUNTS[0]) / ((large.cpuMs - small.cpuMs) / 1000);
  const table = [
    `Measured by \`npm run recipes -- --figures\`: generated reports of ${(bytes / COUNTS[1] / 1000).toFixed(1)} KB on average, one thread, processor time`,
    `(${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}), start of the process left out: **${Math.round(perSecond)} reports a second and core**.`,
    `Peak memory with ${COUNTS[0]} files ${megabytes(small)} MB, with ${COUNTS[1]} files ${megabytes(large)} MB.`,
    '',
    '| all reports of | reports, about | one core | eight cores |',
    '|---|---|---|---|',
    ...PLACES.map(([place, count]) => `| ${place} | ${count.toLocaleString('en')} | ${time(count / perSecond)} | ${time(count / perSecond / 8)} |`),
    '',
    'The numbers of agencies are estimates, the times are the figure above multiplied, eight cores were not measured; reading from a slow disk or a network comes on top.',
    '',
  ].join('\n');
  const page = path.join(root, 'docs/scale.md');
  writeFileSync(
    page,
    readFileSync(page, 'utf8').replace(MARKS, () => table),
  );
  console.log(table);
}

function measure(root, folder, scratch) {
  const usage = path.join(scratch, 'usage.json');
  const preload = path.join(root, 'test/bench/usage.mjs');
  const command = ['--import', preload, path.join(root, 'dist/cli.js'), 'check', '--jobs', '1', '--fail-on', 'never', folder];
  const { status } = spawnSync(process.execPath, command, { stdio: 'ignore', env: { ...process.env, GOUJI_BENCH_USAGE: usage } });
  if (status !== 0) throw new Error(`status ${status}`);
  return JSON.parse(readFileSync(usage, 'utf8'));
}

/** The least of several runs: what else the machine does only ever adds. */
function best(runs) {
  return { cpuMs: Math.min(...runs.map(({ cpuMs }) => cpuMs)), peakKb: Math.max(...runs.map(({ peakKb }) => peakKb)) };
}

function megabytes({ peakKb }) {
  return Math.round(peakKb / 1024);
}

function time(seconds) {
  if (seconds < 1) return 'under a second';
  return seconds < 90 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;
}
