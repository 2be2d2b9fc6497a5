#!/usr/bin/env node
// Benchmark: speed beside the least that could be done and beside other tools, compared within this one run; nothing is
// asserted.
// --only size|stdio|squiggle|folder|review|growth|locate|rules|structure measures one part, --peers installs the other tools first, --write puts the tables
// into docs/performance.md. The bundles of `npm run build` must be there.

import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measureFolder } from './folder.mjs';
import { measureGrowth } from './growth.mjs';
import { measureLocate } from './locate.mjs';
import { installPeers } from './peers.mjs';
import { createSheet } from './sheet.mjs';
import { measureReview } from './review.mjs';
import { measureRules } from './rules.mjs';
import { measureSize } from './size.mjs';
import { measureSquiggle } from './squiggle.mjs';
import { measureStdio } from './stdio.mjs';
import { measureStructure } from './structure.mjs';

const PARTS = {
  size: { heading: 'Bundles', measure: measureSize },
  stdio: { heading: 'In the editor', measure: measureStdio },
  squiggle: { heading: 'In the window', measure: measureSquiggle },
  folder: { heading: 'On the command line', measure: measureFolder },
  review: { heading: 'Reviewing two years', measure: measureReview },
  growth: { heading: 'Long and hostile texts', measure: measureGrowth },
  locate: { heading: 'Locating mistakes', measure: measureLocate },
  rules: { heading: 'Rules and claims', measure: measureRules },
  structure: { heading: 'What an editor asks after each change', measure: measureStructure },
};

const { values } = parseArgs({ options: { only: { type: 'string' }, peers: { type: 'boolean' }, write: { type: 'boolean' } } });
const root = fileURLToPath(new URL('../..', import.meta.url));
const scratch = await mkdtemp(join(tmpdir(), 'gouji-bench-'));
const sheet = createSheet();
if (values.peers === true) installPeers();
try {
  for (const [name, { heading, measure }] of Object.entries(PARTS)) {
    if (values.only !== undefined && values.only !== name) continue;
    sheet.heading(heading);
    await measure({ root, scratch, sheet, bundle: (file) => existing(join(root, 'dist', file)) });
    // After each part: a run takes long, and what was measured is not to be lost.
    if (values.write === true) await writeFile(join(root, 'docs', 'performance.md'), page());
  }
} finally {
  await rm(scratch, { recursive: true });
}

function page() {
  const setting = `Node ${process.versions.node}, ${availableParallelism()} processors, load ${Math.round(loadavg()[0])}`;
  return `# How fast it is

Written by \`npm run bench -- --write\` (with \`--peers\` the other tools are installed first). Every figure was measured in one run on one machine (${setting}); only the ratios say something about another one, and by the clock only where little else ran beside (a load below the number of processors). What was not measured in that run is not listed.

${sheet.toMarkdown()}
`;
}

/** The path of a bundle, or null with a word about it. */
function existing(path) {
  if (existsSync(path)) return path;
  console.log(`  ${path.slice(root.length)} is not built: run npm run build first`);
  return null;
}
