#!/usr/bin/env node
// Does any broken text break the parser or the check? Random mutations of reports, for as long as it is told.
// --growth measures hostile texts instead · --edits N sends N sequences of edits to the server instead · --count N · --seconds N (default 30) · --seed S · --only I repeats one mutation · --keep writes finds to test/fuzz/found.

import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { importTypeScript } from '../accuracy/bundle.mjs';
import { measureHostile } from './growth.mjs';

const { values } = parseArgs({
  options: {
    count: { type: 'string' },
    seconds: { type: 'string' },
    seed: { type: 'string' },
    only: { type: 'string' },
    keep: { type: 'boolean', default: false },
    growth: { type: 'boolean', default: false },
    edits: { type: 'string' },
  },
});

const root = fileURLToPath(new URL('../..', import.meta.url));
const seed = number(values.seed) ?? Math.floor(Date.now() / 1000) % 1_000_000;
process.exitCode = values.growth ? Math.min(1, await measureHostile()) : values.edits !== undefined ? await edits() : await fuzz();

async function fuzz() {
  const { main } = await importTypeScript(fileURLToPath(new URL('main.ts', import.meta.url)));
  return main(root, {
    count: number(values.count),
    seconds: number(values.seconds),
    seed,
    only: number(values.only),
    keep: values.keep,
  });
}

async function edits() {
  const { main } = await importTypeScript(fileURLToPath(new URL('edits-main.ts', import.meta.url)));
  return main(root, { count: Number(values.edits), seed });
}

function number(text) {
  return text === undefined ? null : Number(text);
}
