// Life cycle of the language server: started with the first report, restarted after a crash or on request, given up with a
// message.

import { EventEmitter, window, type Diagnostic, type Disposable, type Event, type LogOutputChannel, type Uri } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions, State } from 'vscode-languageclient';
import type { CHECK_TEXT_METHOD, ResultOf } from '../../../server/src/protocol/requests.ts';
import type { Ask } from './ask.ts';
import { messageOf, NotRunning } from './errors.ts';
import { onWire } from '../word/word-uris.ts';
import { createRestarts, watchStarts } from './starts.ts';
import type { Failure, ServerState } from './state.ts';

/** A client, and how its server is ended that does not answer any more: at once, so that the client is told of it. */
interface Talker {
  readonly client: BaseLanguageClient;
  readonly kill: () => void;
}

export type ClientFactory = (id: string, name: string, options: LanguageClientOptions) => Promise<Talker>;

export interface Server extends Disposable {
  readonly state: () => ServerState;
  readonly onDidChange: Event<ServerState>;
  /** Whether it runs; where it was never asked for it is started. One that was given up stays so until it is restarted. */
  readonly start: () => Promise<boolean>;
  readonly restart: () => Promise<boolean>;
  /** Ends a server that does not answer; another is started by what hears of its end, as after any other. */
  readonly kill: (why: string) => void;
  /** Rejects with `NotRunning` where it was given up; null where it was never needed. */
  readonly ask: Ask;
  /** Reaches the server where one runs. */
  readonly notify: (method: string, params: object) => void;
  readonly toDiagnostics: (raw: ResultOfCheck['diagnostics']) => Promise<readonly Diagnostic[]>;
  readonly showOutput: () => void;
  readonly stop: () => Promise<void>;
}

type ResultOfCheck = Extract<ResultOf<typeof CHECK_TEXT_METHOD>, { readonly kind: 'report' }>;

interface ServerContext {
  readonly createClient: ClientFactory;
  readonly options: LanguageClientOptions;
  /** The program, so that it can be said when it is missing. */
  readonly program: Uri;
  /** Gives a client its handlers. */
  readonly prepare: (client: BaseLanguageClient) => void;
  /** Told before the person starts it anew. */
  readonly startingAnew: () => void;
  /** Told each time the server is given up. */
  readonly givenUp: () => void;
  /** Told when something was not answered as it should be: once, until the server starts anew. */
  readonly troubled: () => void;
}

const NAME = '勾稽 Gouji';
// The library is loaded with the first report, not with this file: of its enumerations only the types are at hand.
const STOPPED: State.Stopped = 1;

export function createServer({ createClient, options, program, prepare, startingAnew, givenUp, troubled }: ServerContext): Server {
  const changed = new EventEmitter<ServerState>();
  const restarts = createRestarts();
  let state: ServerState = { kind: 'idle' };
  let output: LogOutputChannel | undefined;
  let client: BaseLanguageClient | undefined;
  let kill: Talker['kill'] = () => undefined;
  /** Of this client alone: one that was discarded may still tell of its end. */
  let starts = watchStarts(program);
  let attempt = Promise.resolve(false);
  let restarting: Promise<boolean> | undefined;
  let isTroubled = false;

  function become(next: ServerState): void {
    state = next;
    outputChannel().info(`The server is ${next.kind}${next.kind === 'failed' ? `: ${next.failure.kind}` : ''}.`);
    changed.fire(next);
  }

  /** Kept over every restart: what led to it stays to be read. */
  function outputChannel(): LogOutputChannel {
    return (output ??= window.createOutputChannel(NAME, { log: true }));
  }

  /** What fails while the server starts or ends is no trouble of its own. */
  function showTrouble(): void {
    if (isTroubled || state.kind !== 'running' || client?.isRunning() !== true) return;
    isTroubled = true;
    troubled();
  }

  async function create(): Promise<BaseLanguageClient> {
    starts = watchStarts(program);
    const { errorHandler } = starts;
    const talker = await createClient('gouji', NAME, { ...options, outputChannel: outputChannel(), errorHandler, initializationFailedHandler: () => false });
    const created = talker.client;
    kill = talker.kill;
    keepToLog(created, showTrouble);
    prepare(created);
    created.onDidChangeState(({ newState }) => {
      // The library tells of it before it is done with it.
      if (created === client && state.kind === 'running' && newState === STOPPED) attempt = Promise.resolve().then(again);
    });
    return created;
  }

  /** Whether it runs. Never rejects: why not is told. */
  async function begin(): Promise<boolean> {
    if (state.kind !== 'starting') become({ kind: 'starting' });
    isTroubled = false;
    try {
      const mine = (client ??= await create());
      // Late is not never.
      const why = await starts.start(mine, () => mine === client && become({ kind: 'running' }));
      // Given up for another meanwhile.
      if (mine !== client) return false;
      if (why !== null) return giveUp(why);
    } catch (error) {
      return giveUp({ kind: 'error', message: messageOf(error) });
    }
    become({ kind: 'running' });
    return true;
  }

  function again(): Promise<boolean> {
    return restarts.isTooMany(Date.now()) ? Promise.resolve(giveUp({ kind: 'crashes' })) : begin();
  }

  function giveUp(why: Failure): false {
    if (why.kind !== 'silent') discard();
    become({ kind: 'failed', failure: why });
    givenUp();
    return false;
  }

  /** A client whose start failed cannot be started again; what is left of it may speak up later, and is heard no more. */
  function discard(): void {
    const old = client;
    client = undefined;
    old?.dispose().catch((error: unknown) => output?.warn(messageOf(error)));
  }

  async function stopAndBegin(): Promise<boolean> {
    // Nobody to stop while the first is still being made.
    if (client === undefined) await attempt;
    become({ kind: 'starting' });
    restarts.forget();
    startingAnew();
    try {
      await client?.stop();
    } catch {
      // It hung, or had not started yet.
      discard();
    }
    return begin();
  }

  return {
    state: () => state,
    onDidChange: changed.event,
    start: () => {
      if (state.kind === 'idle') attempt = begin();
      return attempt.then(() => state.kind === 'running');
    },
    restart: () => {
      restarting ??= stopAndBegin().finally(() => (restarting = undefined));
      attempt = restarting;
      return restarting;
    },
    kill: (why) => {
      outputChannel().warn(why);
      kill();
    },
    ask: async (method, params, token) => {
      await attempt;
      if (state.kind === 'failed') throw new NotRunning();
      if (client === undefined) return null;
      const sent = onWire(params);
      return (await (token === undefined ? client.sendRequest(method, sent) : client.sendRequest(method, sent, token))) ?? null;
    },
    notify: (method, params) => void client?.sendNotification(method, params).catch((error: unknown) => output?.warn(messageOf(error))),
    toDiagnostics: async (raw) => (await client?.protocol2CodeConverter.asDiagnostics([...raw])) ?? [],
    showOutput: () => outputChannel().show(true),
    stop: async () => {
      // Whoever asks now asks in vain, and starts no other.
      state = { kind: 'failed', failure: { kind: 'ended' } };
      await client?.stop().catch(() => undefined);
    },
    dispose: () => {
      changed.dispose();
      output?.dispose();
    },
  };
}

/** The library would show its own words, in English, for every request that fails; the log has them, and `troubled` is told. */
function keepToLog(client: BaseLanguageClient, troubled: () => void): void {
  const log = client.error.bind(client);
  client.error = (message: string, data?: unknown, showNotification: boolean | 'force' = true) => {
    log(message, data, false);
    if (showNotification !== false) troubled();
  };
}
