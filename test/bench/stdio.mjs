// From spawn to the first diagnostics, and from a keystroke to its diagnostics: ours beside a trivial server.

import { join } from 'node:path';
import { build } from 'esbuild';
import { importTypeScript } from '../accuracy/bundle.mjs';
import { ratio, summary } from './figures.mjs';
import { connect } from './lsp-client.mjs';

const STARTS = 15;
const KEYSTROKES = 300;
/** The first keystrokes warm the engine up, as the first seconds of typing do. */
const WARM_UP = 50;
const SEED = 7;

export async function measureStdio({ root, scratch, bundle }) {
  const ours = bundle('server.js');
  if (ours === null) return;
  const trivial = join(scratch, 'trivial-server.cjs');
  await build({
    entryPoints: [join(root, 'test', 'bench', 'trivial-server.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    minify: true,
    outfile: trivial,
    logLevel: 'error',
  });
  const { generate } = await importTypeScript(join(root, 'test', 'generator', 'generate.ts'));
  const { LAYOUTS } = await importTypeScript(join(root, 'test', 'generator', 'layouts', 'index.ts'));
  const layout = LAYOUTS.find(({ name }) => name === 'tabs-grid');
  const { text } = generate(SEED, { layout, density: 'dense', formKind: '2021', noise: { name: 'none' } });
  await measureStarts(ours, trivial, text);
  await measureKeystrokes(ours, trivial, text);
}

async function measureStarts(ours, trivial, text) {
  const times = new Map([[ours, []], [trivial, []]]);
  for (let round = 0; round < STARTS; round++) {
    for (const [server, samples] of times) {
      const began = performance.now();
      const connection = connect(server);
      await connection.open(text);
      samples.push(performance.now() - began);
      await connection.close();
    }
  }
  report('spawn to first diagnostics', times.get(ours), times.get(trivial));
}

async function measureKeystrokes(ours, trivial, text) {
  const times = new Map([[ours, []], [trivial, []]]);
  const connections = new Map([...times.keys()].map((server) => [server, connect(server)]));
  for (const connection of connections.values()) await connection.open(text);
  const place = firstCell(text);
  for (let stroke = 0; stroke < KEYSTROKES + WARM_UP; stroke++) {
    // A digit appears and goes again, as when a clerk corrects a cell.
    const typed = stroke % 2 === 0;
    const end = { line: place.line, character: place.character + (typed ? 0 : 1) };
    for (const [server, connection] of connections) {
      const began = performance.now();
      await connection.change(stroke + 2, { start: place, end }, typed ? '3' : '');
      if (stroke >= WARM_UP) times.get(server).push(performance.now() - began);
    }
  }
  for (const connection of connections.values()) await connection.close();
  report('keystroke to diagnostics', times.get(ours), times.get(trivial));
}

/** Behind the first digit of the first row of table three. */
function firstCell(text) {
  const lines = text.split('\n');
  const line = lines.findIndex((candidate) => candidate.startsWith('一、本年新收'));
  return { line, character: lines[line].search(/\d/u) + 1 };
}

function report(name, ours, trivial) {
  console.log(`  ${name}: ours ${summary(ours)}; trivial server ${summary(trivial)}; ${ratio(ours, trivial)}`);
}
