// Does the server run? It is started with the first report, again when it died, anew when the person says so, and given up with a word.

import { EventEmitter, window, type Diagnostic, type Disposable, type Event, type LogOutputChannel, type Uri } from 'vscode';
import type { BaseLanguageClient, CloseAction, ErrorAction, ErrorHandler, LanguageClientOptions, State } from 'vscode-languageclient';
import type { CHECK_TEXT_METHOD, ResultOf } from '../../../../server/src/lsp/protocol.ts';
import type { Ask } from './ask.ts';
import { NotRunning } from './errors.ts';
import { createSilence, explained, type Failure } from './failure.ts';
import { createRestarts } from './restarts.ts';

export type ClientFactory = (id: string, name: string, options: LanguageClientOptions) => Promise<BaseLanguageClient>;

export interface Server extends Disposable {
  /** Whether it was ever started. */
  readonly wasNeeded: () => boolean;
  /** Null unless it was given up. */
  readonly failure: () => Failure | null;
  /** It was started, given up, or runs anew. */
  readonly onDidChange: Event<void>;
  /** Whether it runs; where it was never asked for it is started. One that was given up stays so until it is restarted. */
  readonly start: () => Promise<boolean>;
  readonly restart: () => Promise<boolean>;
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
  /** Told each time the server is given up. */
  readonly givenUp: (failure: Failure) => void;
}

const NAME = '勾稽 Gouji';
/** A message may be lost while the server dies; a connection that takes none is of no use. */
const MAX_FAILED_WRITES = 3;

/** What the library puts before the words of a worker. */
const LIBRARY_WORDS = /^Reader received error\. Reason: /u;

// The library is loaded with the first report, not with this file: of its enumerations only the types are at hand.
const STOPPED: State.Stopped = 1;
const CONTINUE: ErrorAction.Continue = 1;
const SHUTDOWN: ErrorAction.Shutdown = 2;
const DO_NOT_RESTART: CloseAction.DoNotRestart = 1;

export function createServer({ createClient, options, program, prepare, givenUp }: ServerContext): Server {
  const changed = new EventEmitter<void>();
  const restarts = createRestarts();
  let state: 'idle' | 'starting' | 'running' | 'failed' = 'idle';
  let failure: Failure | null = null;
  let output: LogOutputChannel | undefined;
  let client: BaseLanguageClient | undefined;
  let attempt = Promise.resolve(false);
  let restarting: Promise<boolean> | undefined;
  /** Ends the start that is under way. */
  let breakOff: (why: Failure) => void = () => undefined;

  /** The library only tells what happens, into the log: whether to start again is decided here, once for every case. */
  const errorHandler: ErrorHandler = {
    error: ({ message }, _written, failedWrites) => {
      // A worker that cannot be loaded says so and no more: its connection is never closed.
      if (failedWrites === undefined) breakOff({ kind: 'error', message: message.replace(LIBRARY_WORDS, '') });
      return { action: failedWrites === undefined || failedWrites <= MAX_FAILED_WRITES ? CONTINUE : SHUTDOWN, handled: true };
    },
    closed: () => {
      breakOff({ kind: 'ended' });
      return { action: DO_NOT_RESTART, handled: true, message: 'The server has ended.' };
    },
  };

  function become(next: typeof state, why: Failure | null = null): void {
    state = next;
    failure = why;
    changed.fire();
  }

  /** Kept over every restart: what led to it stays to be read. */
  function outputChannel(): LogOutputChannel {
    return (output ??= window.createOutputChannel(NAME, { log: true }));
  }

  async function create(): Promise<BaseLanguageClient> {
    const created = await createClient('gouji', NAME, { ...options, outputChannel: outputChannel(), errorHandler, initializationFailedHandler: () => false });
    prepare(created);
    created.onDidChangeState(({ newState }) => {
      // The library tells of it before it is done with it.
      if (created === client && state === 'running' && newState === STOPPED) attempt = Promise.resolve().then(again);
    });
    return created;
  }

  /** Whether it runs. Never rejects: why not is told. */
  async function begin(): Promise<boolean> {
    become('starting');
    try {
      const mine = (client ??= await create());
      const why = await started(mine);
      // Given up for another meanwhile.
      if (mine !== client) return false;
      if (why !== null) return giveUp(why);
    } catch (error) {
      return giveUp({ kind: 'error', message: wordsOf(error) });
    }
    become('running');
    return true;
  }

  /** Null as soon as it runs. */
  async function started(mine: BaseLanguageClient): Promise<Failure | null> {
    const outcome = mine.start().then(
      () => null,
      (error: unknown): Failure => ({ kind: 'error', message: wordsOf(error) }),
    );
    const broken = new Promise<Failure>((resolve) => (breakOff = resolve));
    const silent = createSilence(program);
    const seen = await Promise.race([outcome, broken, silent.lasts]);
    silent.dispose();
    // Late is not never.
    if (seen?.kind === 'silent') void outcome.then((why) => why === null && mine === client && become('running'));
    return seen === null ? null : explained(seen, program);
  }

  function again(): Promise<boolean> {
    return restarts.isTooMany(Date.now()) ? Promise.resolve(giveUp({ kind: 'crashes' })) : begin();
  }

  function giveUp(why: Failure): false {
    if (why.kind !== 'silent') discard();
    become('failed', why);
    givenUp(why);
    return false;
  }

  /** A client whose start failed cannot be started again; what is left of it may speak up later, and is heard no more. */
  function discard(): void {
    const old = client;
    client = undefined;
    old?.dispose().catch((error: unknown) => output?.warn(wordsOf(error)));
  }

  async function stopAndBegin(): Promise<boolean> {
    // Nobody to stop while the first is still being made.
    if (client === undefined) await attempt;
    become('starting');
    restarts.forget();
    try {
      await client?.stop();
    } catch {
      // It hung, or had not started yet.
      discard();
    }
    return begin();
  }

  return {
    wasNeeded: () => state !== 'idle',
    failure: () => failure,
    onDidChange: changed.event,
    start: () => {
      if (state === 'idle') attempt = begin();
      return attempt.then(() => state === 'running');
    },
    restart: () => {
      restarting ??= stopAndBegin().finally(() => (restarting = undefined));
      attempt = restarting;
      return restarting;
    },
    ask: async (method, params, token) => {
      await attempt;
      if (state === 'failed') throw new NotRunning();
      if (client === undefined) return null;
      return (await (token === undefined ? client.sendRequest(method, params) : client.sendRequest(method, params, token))) ?? null;
    },
    notify: (method, params) => void client?.sendNotification(method, params).catch((error: unknown) => output?.warn(wordsOf(error))),
    toDiagnostics: async (raw) => (await client?.protocol2CodeConverter.asDiagnostics([...raw])) ?? [],
    showOutput: () => outputChannel().show(true),
    stop: async () => {
      state = 'idle';
      await client?.stop().catch(() => undefined);
    },
    dispose: () => {
      changed.dispose();
      output?.dispose();
    },
  };
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
