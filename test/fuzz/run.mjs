#!/usr/bin/env node
// Fuzzes what reads texts, sentences, tables, edits, messages and files: all targets in turn, for as long as it is told.
// --seconds N or --minutes N in all (default 30 seconds) or --count N of each · --target NAME, also several times · --seed S · --only I repeats one case
// --keep writes finds to test/fuzz/found · --write puts the table into docs/robustness.md · --growth measures hostile texts instead

import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { importTypeScript } from '../accuracy/bundle.mjs';
import { createSheet } from '../bench/sheet.mjs';
import { measureHostile } from './growth.mjs';

const DEFAULT_SECONDS = 30;

const { values } = parseArgs({
  options: {
    count: { type: 'string' },
    seconds: { type: 'string' },
    minutes: { type: 'string' },
    seed: { type: 'string' },
    target: { type: 'string', multiple: true, default: [] },
    only: { type: 'string' },
    keep: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    growth: { type: 'boolean', default: false },
  },
});

const root = fileURLToPath(new URL('../..', import.meta.url));
const seed = number(values.seed) ?? Math.floor(Date.now() / 1000) % 1_000_000;
process.exitCode = values.growth ? Math.min(1, await measureHostile()) : await fuzz();

async function fuzz() {
  const { main } = await importTypeScript(fileURLToPath(new URL('main.ts', import.meta.url)));
  const minutes = number(values.minutes);
  const tallies = await main({
    root,
    seed,
    names: values.target,
    count: number(values.count),
    seconds: minutes === null ? (number(values.seconds) ?? DEFAULT_SECONDS) : minutes * 60,
    only: number(values.only),
    keep: values.keep,
  });
  if (tallies === null) return 2;
  const sheet = createSheet();
  const rows = tallies.map(({ target, cases, kinds, seconds }) => [target.name, cases, kinds, Math.round(seconds)]);
  sheet.table(`Seed ${seed}`, ['target', 'cases', 'kinds of failure', 'seconds'], rows);
  if (values.write) await writeTable(tallies);
  const kinds = tallies.reduce((sum, tally) => sum + tally.kinds, 0);
  console.log(kinds === 0 ? '\nnothing found' : `\nFAILED: ${kinds} kinds of failure`);
  return Math.min(1, kinds);
}

/** Between its marks; the rest of the page is written by hand. */
async function writeTable(tallies) {
  const page = `${root}docs/robustness.md`;
  const command = `npm run fuzz -- ${process.argv
    .slice(2)
    .filter((word) => word !== '--write')
    .join(' ')}`.trim();
  const rows = tallies.map(({ target, cases, kinds, seconds }) => `| ${target.name} | ${target.question} | ${cases} | ${kinds} | ${Math.round(seconds)} |`);
  const table = ['| target | what is varied: what must hold | cases | kinds of failure | seconds |', '| --- | --- | --- | --- | --- |', ...rows].join('\n');
  const again = values.seed === undefined ? ` (seed ${seed})` : '';
  const text = await readFile(page, 'utf8');
  await writeFile(
    page,
    text.replace(
      /(<!-- fuzz -->)[\s\S]*(<!-- \/fuzz -->)/u,
      (_, begin, end) => `${begin}\n\`${command}\`${again}, Node ${process.versions.node}:\n\n${table}\n${end}`,
    ),
  );
}

function number(text) {
  return text === undefined ? null : Number(text);
}
