#!/usr/bin/env node
// How fast, beside the least that could be done? Everything is compared within this one run; nothing is asserted.
// --only stdio|folder|growth|locate|structure measures one part; the bundles of `npm run build` must be there.

import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measureFolder } from './folder.mjs';
import { measureGrowth } from './growth.mjs';
import { measureLocate } from './locate.mjs';
import { measureStdio } from './stdio.mjs';
import { measureStructure } from './structure.mjs';

const PARTS = { stdio: measureStdio, folder: measureFolder, growth: measureGrowth, locate: measureLocate, structure: measureStructure };
const { values } = parseArgs({ options: { only: { type: 'string' } } });
const root = fileURLToPath(new URL('../..', import.meta.url));
const scratch = await mkdtemp(join(tmpdir(), 'gouji-bench-'));
try {
  for (const [name, measure] of Object.entries(PARTS)) {
    if (values.only !== undefined && values.only !== name) continue;
    console.log(`\n== ${name}`);
    await measure({ root, scratch, bundle: (file) => existing(join(root, 'dist', file)) });
  }
} finally {
  await rm(scratch, { recursive: true });
}

/** The path of a bundle, or null with a word about it. */
function existing(path) {
  if (existsSync(path)) return path;
  console.log(`  ${path.slice(root.length)} is not built: run npm run build first`);
  return null;
}
