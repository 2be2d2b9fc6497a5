#!/usr/bin/env node
// Measures how exactly texts are read: published reports where they are at hand, and a thousand generated ones.
// --only published,generated,located,claims,sentences (some of them) · --report-only prints and never fails
// Of generated reports: --layout NAME · --noise NAME · --count N of them · --seed FIRST · --text SEED prints that report

import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { importTypeScript } from './bundle.mjs';

const { values } = parseArgs({
  options: {
    'report-only': { type: 'boolean' },
    count: { type: 'string' },
    seed: { type: 'string' },
    layout: { type: 'string' },
    noise: { type: 'string' },
    text: { type: 'string' },
    only: { type: 'string' },
  },
});

const { main } = await importTypeScript(fileURLToPath(new URL('main.ts', import.meta.url)));
const root = fileURLToPath(new URL('../..', import.meta.url));
const { 'report-only': reportOnly, ...others } = values;
process.exitCode = main(root, { reportOnly, ...others });
