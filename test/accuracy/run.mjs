#!/usr/bin/env node
// How exactly is every text read? Real published reports where they are at hand, and a thousand generated ones.
// --report-only prints and never fails · --count N · --seed FIRST · --layout NAME · --noise NAME · --text SEED prints one report · --only claims|located

import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { importTypeScript } from './bundle.mjs';

const { values } = parseArgs({
  options: {
    'report-only': { type: 'boolean', default: false },
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    layout: { type: 'string' },
    noise: { type: 'string' },
    text: { type: 'string' },
    only: { type: 'string' },
  },
});

const { main } = await importTypeScript(fileURLToPath(new URL('main.ts', import.meta.url)));
const root = fileURLToPath(new URL('../..', import.meta.url));
process.exitCode = main(root, {
  reportOnly: values['report-only'],
  count: Number(values.count),
  firstSeed: Number(values.seed),
  layout: values.layout ?? null,
  noise: values.noise ?? null,
  text: values.text === undefined ? null : Number(values.text),
  only: values.only ?? null,
});
