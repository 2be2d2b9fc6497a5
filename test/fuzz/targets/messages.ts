// Fuzz target: any messages to the built server over its standard streams, which must answer the next sane request; one server
// hears many cases.

import { join } from 'node:path';
import { report } from '../../features/texts.ts';
import type { Rng } from '../../generator/rng.ts';
import { TestClient } from '../../protocol/client.ts';
import { anything, BROKEN, NOTIFICATIONS, OPEN, REQUESTS, someParams, stretch } from '../../protocol/hostile.ts';
import { rngOf } from '../case-rng.ts';
import { frameOfRubble, frame } from '../frames.ts';
import type { Target } from '../target.ts';

/** A case may bring a server into a state that only a later one shows. */
const PER_SERVER = 50;
const MAX_MESSAGES = 12;
const ANSWER_MS = 20_000;
/** Stays as it was opened: no hostile message names it. */
const WITNESS = 'file:///witness.nb.txt';
/** In the texts and nowhere else: what is logged never says it. */
const SECRET = '重复申请';
/** Ends the connection, or takes away what the witness is judged by. */
const LATER = ['exit', 'shutdown', 'initialize'];
const DIAGNOSTICS = { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } };
const CAPABILITIES: readonly unknown[] = [
  DIAGNOSTICS,
  { ...DIAGNOSTICS, workspace: { configuration: false, workspaceFolders: true } },
  { ...DIAGNOSTICS, textDocument: { diagnostic: {}, completion: { completionItem: { snippetSupport: true } }, hover: { contentFormat: ['markdown'] } } },
];
const ODD_IDS = [-1, 0, 0.5, 2 ** 31, 2 ** 53, 1e308, '', 'x', '9'.repeat(300), '__proto__'];

export const MESSAGES: Target = {
  name: 'LSP messages',
  question:
    'JSON that is no message, wrong parameters, unknown methods, odd ids, wrong order, places out of range, cancelled requests: each is answered, and so is the next sane request, with no word of a draft in a log',
  start({ root, seed }) {
    const server = join(root, 'dist', 'server.js');
    let client: TestClient | null = null;
    let next = 0;

    async function run(index: number): Promise<readonly string[]> {
      // What came before is said again to a case that is asked for alone.
      const first = index === next ? index : index - (index % PER_SERVER);
      for (let at = first; at < index; at++) await step(at);
      return step(index);
    }

    async function step(index: number): Promise<readonly string[]> {
      const found: string[] = [];
      if (client === null || index % PER_SERVER === 0) {
        if (client !== null) found.push(...(await end(client, rngOf(seed, -index))));
        client = await begin(new TestClient([], server), rngOf(seed, -1 - index));
      }
      next = index + 1;
      found.push(...(await judged(client, rngOf(seed, index))));
      if (found.length > 0) {
        client.kill();
        client = null;
      }
      return found;
    }

    return {
      run,
      async show(index, kind) {
        const first = index - (index % PER_SERVER);
        client?.kill();
        client = null;
        next = -1;
        const again = (await run(index)).includes(kind);
        return {
          name: again ? 'seen again' : 'not seen again',
          example: `cases ${first} to ${index} to one server; the last: ${JSON.stringify(batch(rngOf(seed, index)).map(({ shown }) => shown)).slice(0, 4000)}`,
          fixture: null,
        };
      },
      stop: async () => client?.kill(),
    };
  },
};

/** A server that was perhaps spoken to too early, with the witness open. */
async function begin(client: TestClient, rng: Rng): Promise<TestClient> {
  if (rng.chance(0.3)) for (const { send } of batch(rng)) void send(client);
  client.raw(frame(JSON.stringify({ jsonrpc: '2.0', method: '$/none' })));
  await client.initialize({ capabilities: rng.pick(CAPABILITIES), initializationOptions: rng.chance(0.3) ? anything(rng) : { gouji: {} } });
  client.open(WITNESS, BROKEN);
  client.open(OPEN, report());
  return client;
}

/** Shut down as it should be, or not; a server that does not leave is told of. */
async function end(client: TestClient, rng: Rng): Promise<readonly string[]> {
  const told = rng.chance(0.7);
  const left = within(client.left());
  if (told) {
    if ((await within(client.ask('shutdown', rng.chance(0.8) ? null : anything(rng)))) === LATE) return leave('no answer to shutdown');
    if (rng.chance(0.3)) for (const { send } of batch(rng).filter(({ whole }) => whole)) void send(client);
  }
  if (rng.chance(0.5)) client.hangUp();
  else client.notify('exit', null);
  const status = await left;
  if (status === LATE) return leave('the server does not leave');
  return status === (told ? 0 : 1) ? [] : [`the server leaves with status ${String(status)} ${told ? 'after' : 'without'} shutdown`];

  function leave(kind: string): readonly string[] {
    client.kill();
    return [kind];
  }
}

async function judged(client: TestClient, rng: Rng): Promise<readonly string[]> {
  const found: string[] = [];
  const sent = batch(rng);
  const answers = await Promise.all(sent.map(async ({ name, send }) => ((await within(send(client))) === LATE ? `no answer to ${name}` : null)));
  found.push(...answers.filter((kind) => kind !== null));
  // A frame that is too short takes the beginning of the next, and costs that one alone.
  if (sent.some(({ whole }) => !whole)) client.notify('$/none', null);
  client.notify('workspace/didChangeConfiguration', { settings: { gouji: {} } });
  const hover = await within(client.ask('textDocument/hover', { textDocument: { uri: 'file:///nowhere.txt' }, position: { line: 0, character: 0 } }));
  if (client.hasLeft) return [...found, 'the server has ended'];
  if (hover === LATE) return [...found, 'no answer to a sane request'];
  const pulled = await within(
    client.ask<{ readonly items?: readonly { readonly code: string }[] }>('textDocument/diagnostic', { textDocument: { uri: WITNESS } }),
  );
  const codes = pulled !== LATE && 'result' in pulled ? (pulled.result.items ?? []).map(({ code }) => code) : null;
  if (JSON.stringify(codes) !== '["wrong-cell"]') found.push(`the witness is read as ${JSON.stringify(codes)}`);
  if ((JSON.stringify(client.seen('window/logMessage')) + client.complaints).includes(SECRET)) found.push('a log speaks of a draft');
  return found;
}

interface Sent {
  readonly name: string;
  /** Something that is a frame, so that the next one is heard. */
  readonly whole: boolean;
  readonly shown: unknown;
  readonly send: (client: TestClient) => Promise<unknown>;
}

function batch(rng: Rng): readonly Sent[] {
  return Array.from({ length: rng.int(1, MAX_MESSAGES) }, () => one(rng));
}

function one(rng: Rng): Sent {
  const params = someParams(rng);
  switch (rng.int(0, 9)) {
    case 0: {
      const body = JSON.stringify({ jsonrpc: '2.0', ...(rng.chance(0.5) && { id: rng.pick(ODD_IDS) }), method: methodFor(rng), params });
      return raw('a broken frame', frameOfRubble(body, rng), false);
    }
    case 1: {
      const wrong = {
        jsonrpc: '2.0',
        ...(rng.chance(0.6) && { id: rng.chance(0.5) ? rng.pick(ODD_IDS) : anything(rng) }),
        ...(rng.chance(0.5) && { method: rng.chance(0.5) ? anything(rng) : methodFor(rng) }),
        ...(rng.chance(0.6) && { params: anything(rng) }),
        ...(rng.chance(0.3) && { result: anything(rng) }),
        ...(rng.chance(0.3) && { error: anything(rng) }),
      };
      return isEnd(wrong) ? one(rng) : raw('no message', frame(JSON.stringify(rng.chance(0.2) ? anything(rng) : wrong)), true);
    }
    case 2:
    case 3: {
      const [method, told] = rng.chance(0.6) ? [rng.pick(NOTIFICATIONS), params] : documentChange(rng);
      return { name: method, whole: true, shown: { method, told }, send: async (client) => client.notify(method, told) };
    }
    default: {
      const method = rng.pick(REQUESTS);
      const cancel = rng.chance(0.1);
      return { name: method, whole: true, shown: { method, params, cancel }, send: (client) => client.ask(method, params, { cancel }) };
    }
  }
}

/** Opened twice, changed at places that are not there, in versions that go back, closed and changed again. */
function documentChange(rng: Rng): readonly [string, unknown] {
  const version = rng.chance(0.8) ? rng.int(-1, 9) : anything(rng);
  const textDocument = {
    uri: OPEN,
    languageId: rng.pick(['gov-report', 'plaintext', '']),
    version,
    text: rng.pick([report(), BROKEN, '', report().replaceAll('\n', '\r')]),
  };
  const contentChanges = Array.from({ length: rng.int(0, 4) }, () => ({
    ...(rng.chance(0.9) && { range: stretch(rng) }),
    text: rng.pick(['', 'x', '\n', BROKEN]),
  }));
  return [
    rng.pick(['textDocument/didOpen', 'textDocument/didChange', 'textDocument/didChange', 'textDocument/didChange', 'textDocument/didClose']),
    { textDocument, contentChanges: rng.chance(0.1) ? anything(rng) : contentChanges },
  ];
}

function raw(name: string, bytes: Buffer, whole: boolean): Sent {
  return { name, whole, shown: bytes.toString('base64'), send: async (client) => client.raw(bytes) };
}

function methodFor(rng: Rng): string {
  return rng.chance(0.6) ? rng.pick(REQUESTS) : rng.pick(NOTIFICATIONS);
}

function isEnd({ method }: { readonly method?: unknown }): boolean {
  return LATER.includes(String(method));
}

const LATE = Symbol('late');

/** What was waited for, or that it took too long. */
async function within<Value>(waited: Promise<Value>): Promise<Value | typeof LATE> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<typeof LATE>((resolve) => (timer = setTimeout(() => resolve(LATE), ANSWER_MS)));
  try {
    return await Promise.race([waited, late]);
  } finally {
    clearTimeout(timer);
  }
}
