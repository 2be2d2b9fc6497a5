#!/usr/bin/env node
// Replays reports typed from empty to finished, and counts errors that further typing takes away.
// --report-only prints and never fails · --layout NAME · --form 2019|2021 · --rule ID shows more examples of one rule · --seed S.

import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { importTypeScript } from '../accuracy/bundle.mjs';

const { values } = parseArgs({
  options: {
    'report-only': { type: 'boolean', default: false },
    layout: { type: 'string' },
    form: { type: 'string' },
    rule: { type: 'string' },
    seed: { type: 'string', default: '4711' },
  },
});

const { main } = await importTypeScript(fileURLToPath(new URL('main.ts', import.meta.url)));
process.exitCode = main({
  reportOnly: values['report-only'],
  layout: values.layout ?? null,
  form: values.form ?? null,
  rule: values.rule ?? null,
  seed: Number(values.seed),
});
