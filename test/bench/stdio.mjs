// From spawn to the first diagnostics, and from a keystroke to its diagnostics: ours beside a trivial server and others.

import { join } from 'node:path';
import { build } from 'esbuild';
import { importTypeScript } from '../accuracy/bundle.mjs';
import { median, percentile, short, times } from './figures.mjs';
import { connect } from './lsp-client.mjs';
import { typist } from './typist.mjs';
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

export async function measureStdio({ root, bundle, sheet }) {
  const ours = bundle('server.js');
  if (ours === null) return;
  const text = await sample(root);
  const own = (name, file) => ({
    name,
    file,
    write: () => text,
    starts: STARTS,
    keystrokes: KEYSTROKES,
    moments: [FIRST_MINUTE, LATER],
  });
  const peers = SERVER_PEERS.map((peer) => ({ ...peer, starts: PEER_STARTS, keystrokes: PEER_KEYSTROKES, moments: [2] }));
  const servers = [own('trivial server', join(root, 'test', 'bench', 'bare-server.mjs')), own('ours', ours), ...peers];
  const present = servers.filter(isInstalled);
  const starts = await measureStarts(present, text);
  const [first, later] = await measureKeystrokes(present, text);
  const tables = [
    ['From spawn to the first diagnostics, ms', starts, servers],
    ['From a keystroke to its diagnostics, in the first minute, ms', first, servers],
    [`The same, ${LATER} keystrokes later, ms`, later, servers.filter(({ moments }) => moments.length > 1)],
  ];
  for (const [caption, samples, shown] of tables) {
    const floor = samples.get(servers[0]);
    sheet.table(
      caption,
      ['server', 'p50', 'p95', 'of the trivial server, p50', 'of the trivial server, p95'],
      shown.map((server) => row(server, samples.get(server), floor)),
    );
  }
}

function row({ name }, samples, floor) {
  if (samples === undefined) return [name, ABSENT, '', '', ''];
  const late = (all) => percentile(all, 0.95);
  return [name, short(median(samples)), short(late(samples)), times(median(samples), median(floor)), times(late(samples), late(floor))];
}

/** The library alone, and a mark that it looks for. */
export async function bundleLibraryServer(root, scratch) {
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
  const typists = new Map();
  for (const [server, connection] of connections) {
    for (const [index] of server.moments.entries()) samples[index].set(server, []);
    const opened = server.write(text.split('\n'));
    await connection.open(opened);
    typists.set(server, typist(opened, server.place));
  }
  for (let stroke = 0; stroke < LATER + KEYSTROKES; stroke++) {
    for (const [server, connection] of connections) {
      const { keystrokes, moments } = server;
      if (stroke >= moments.at(-1) + keystrokes) continue;
      const { at, typed } = typists.get(server)();
      const began = performance.now();
      await connection.change(stroke + 2, { start: at, end: at }, typed);
      const took = performance.now() - began;
      const moment = moments.findIndex((from) => stroke >= from && stroke < from + keystrokes);
      if (moment >= 0) samples[moment].get(server).push(took);
    }
  }
  for (const connection of connections.values()) await connection.close();
  return samples;
}
