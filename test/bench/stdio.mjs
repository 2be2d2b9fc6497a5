// From spawn to the first diagnostics, and from a keystroke to its diagnostics: ours beside a trivial server and others.

import { join } from 'node:path';
import { build } from 'esbuild';
import { importTypeScript } from '../accuracy/bundle.mjs';
import { median, percentile, short, times } from './figures.mjs';
import { connect } from './lsp-client.mjs';
import { ABSENT, isInstalled, SERVER_PEERS } from './peers.mjs';

const STARTS = 15;
const KEYSTROKES = 300;
/** Two moments of a session: its first minute, while the runtime still compiles, and an hour later. */
const FIRST_MINUTE = 50;
const LATER = 2000;
/** The others wait half a second after each keystroke. */
const PEER_STARTS = 3;
const PEER_KEYSTROKES = 12;
const SEED = 7;

export async function measureStdio({ root, scratch, bundle, sheet }) {
  const ours = bundle('server.js');
  if (ours === null) return;
  const text = await sample(root);
  const own = (name, file) => ({
    name,
    file,
    write: () => text,
    place: firstCell(text),
    starts: STARTS,
    keystrokes: KEYSTROKES,
    moments: [FIRST_MINUTE, LATER],
  });
  const peers = SERVER_PEERS.map((peer) => ({ ...peer, starts: PEER_STARTS, keystrokes: PEER_KEYSTROKES, moments: [2] }));
  const servers = [own('trivial server', await bundleTrivial(root, scratch)), own('ours', ours), ...peers];
  const present = servers.filter(isInstalled);
  const starts = await measureStarts(present, text);
  const [first, later] = await measureKeystrokes(present, text);
  const tables = [
    ['From spawn to the first diagnostics, ms', starts, servers],
    ['From a keystroke to its diagnostics, in the first minute, ms', first, servers],
    [`The same, ${LATER} keystrokes later, ms`, later, servers.filter(({ moments }) => moments.length > 1)],
  ];
  for (const [caption, samples, shown] of tables) {
    const floor = median(samples.get(servers[0]));
    sheet.table(
      caption,
      ['server', 'p50', 'p95', 'of the trivial server, p50'],
      shown.map((server) => row(server, samples.get(server), floor)),
    );
  }
}

function row({ name }, samples, floor) {
  if (samples === undefined) return [name, ABSENT, '', ''];
  return [name, short(median(samples)), short(percentile(samples, 0.95)), times(median(samples), floor)];
}

export async function bundleTrivial(root, scratch) {
  const outfile = join(scratch, 'trivial-server.cjs');
  await build({
    entryPoints: [join(root, 'test', 'bench', 'trivial-server.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    minify: true,
    outfile,
    logLevel: 'error',
  });
  return outfile;
}

async function sample(root) {
  const { generate } = await importTypeScript(join(root, 'test', 'generator', 'generate.ts'));
  const { LAYOUTS } = await importTypeScript(join(root, 'test', 'generator', 'layouts', 'index.ts'));
  const layout = LAYOUTS.find(({ name }) => name === 'tabs-grid');
  return generate(SEED, { layout, density: 'dense', formKind: '2021', noise: { name: 'none' } }).text;
}

/** In turn, so that a busy moment of the machine strikes all alike. */
async function measureStarts(servers, text) {
  const samples = new Map(servers.map((server) => [server, []]));
  for (let round = 0; round < STARTS; round++) {
    for (const server of servers.filter(({ starts }) => round < starts)) {
      const began = performance.now();
      const connection = connect(server.file, server);
      await connection.open(server.write(text.split('\n')));
      samples.get(server).push(performance.now() - began);
      await connection.close();
    }
  }
  return samples;
}

/** The samples of the first moment, and of the later one. */
async function measureKeystrokes(servers, text) {
  const samples = [new Map(), new Map()];
  const connections = new Map(servers.map((server) => [server, connect(server.file, server)]));
  for (const [server, connection] of connections) {
    for (const [index] of server.moments.entries()) samples[index].set(server, []);
    await connection.open(server.write(text.split('\n')));
  }
  for (let stroke = 0; stroke < LATER + KEYSTROKES; stroke++) {
    // A digit appears and goes again, as when a clerk corrects a cell.
    const typed = stroke % 2 === 0;
    for (const [server, connection] of connections) {
      const { place, keystrokes, moments } = server;
      if (stroke >= moments.at(-1) + keystrokes) continue;
      const end = { line: place.line, character: place.character + (typed ? 0 : 1) };
      const began = performance.now();
      await connection.change(stroke + 2, { start: place, end }, typed ? '3' : '');
      const took = performance.now() - began;
      const moment = moments.findIndex((from) => stroke >= from && stroke < from + keystrokes);
      if (moment >= 0) samples[moment].get(server).push(took);
    }
  }
  for (const connection of connections.values()) await connection.close();
  return samples;
}

/** Behind the first digit of the first row of table three. */
function firstCell(text) {
  const lines = text.split('\n');
  const line = lines.findIndex((candidate) => candidate.startsWith('一、本年新收'));
  return { line, character: lines[line].search(/\d/u) + 1 };
}
