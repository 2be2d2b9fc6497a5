// Detects whether the server started, and why not: the library reports it in several ways, and sometimes not at all.

import { workspace, type Disposable, type Uri } from 'vscode';
import type { BaseLanguageClient, CloseAction, ErrorAction, ErrorHandler } from 'vscode-languageclient';
import { messageOf } from './errors.ts';
import type { Failure } from './state.ts';

export interface Starts {
  /** For the client's options. It never has the library start the server again: that is decided once, by the server's keeper. */
  readonly errorHandler: ErrorHandler;
  /** Null as soon as the client's server runs. `late` is called where it does after it was said to be silent. */
  readonly start: (client: BaseLanguageClient, late: () => void) => Promise<Failure | null>;
}

/** Half of the time a start may take before the person is told; the slowest machine needs about as long. */
const PATIENCE_MS = 5_000;

/** A message may be lost while the server dies; a connection that takes none is of no use. */
const MAX_FAILED_WRITES = 3;

/** What the library puts before the words of a worker. */
const LIBRARY_WORDS = /^Reader received error\. Reason: /u;

// The library is loaded with the first report, not with this file: of its enumerations only the types are at hand.
const CONTINUE: ErrorAction.Continue = 1;
const SHUTDOWN: ErrorAction.Shutdown = 2;
const DO_NOT_RESTART: CloseAction.DoNotRestart = 1;

export function watchStarts(program: Uri): Starts {
  /** Ends the start that is under way. */
  let breakOff: (why: Failure) => void = () => undefined;

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

  async function start(client: BaseLanguageClient, late: () => void): Promise<Failure | null> {
    const outcome = client.start().then(
      () => null,
      (error: unknown): Failure => ({ kind: 'error', message: messageOf(error) }),
    );
    const broken = new Promise<Failure>((resolve) => (breakOff = resolve));
    const silence = createSilence(program);
    const seen = await Promise.race([outcome, broken, silence.lasts]);
    silence.dispose();
    if (seen?.kind === 'silent') void outcome.then((why) => why === null && late());
    return seen === null ? null : explained(seen, program);
  }

  return { errorHandler, start };
}

/** A program that is not there explains whatever else was seen. */
async function explained(seen: Failure, program: Uri): Promise<Failure> {
  return (await isThere(program)) ? seen : { kind: 'missing', file: program.path.split('/').at(-1) ?? '' };
}

/** What to make of a server that says nothing: not every browser tells of a worker that cannot be loaded. */
function createSilence(program: Uri): Disposable & { readonly lasts: Promise<Failure> } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const lasts = new Promise<Failure>((resolve) => {
    timer = setTimeout(() => {
      // Whoever has got the file as well is given the same time again.
      timer = setTimeout(() => resolve({ kind: 'silent', seconds: (2 * PATIENCE_MS) / 1000 }), PATIENCE_MS);
      void isThere(program).then((there) => there || resolve({ kind: 'silent', seconds: PATIENCE_MS / 1000 }));
    }, PATIENCE_MS);
  });
  return { lasts, dispose: () => clearTimeout(timer) };
}

/** Read and not looked up: in a browser only the whole file tells. */
function isThere(file: Uri): Promise<boolean> {
  return Promise.resolve(workspace.fs.readFile(file)).then(
    ({ length }) => length > 0,
    () => false,
  );
}

const MAX_RESTARTS = 4;
const WITHIN_MS = 3 * 60 * 1000;

export interface Restarts {
  /** Counts one more death; true where the server dies so often that another start is of no use. */
  readonly isTooMany: (nowMs: number) => boolean;
  readonly forget: () => void;
}

export function createRestarts(): Restarts {
  let deaths: readonly number[] = [];
  return {
    isTooMany: (nowMs) => {
      deaths = [...deaths.filter((death) => nowMs - death < WITHIN_MS), nowMs];
      return deaths.length > MAX_RESTARTS;
    },
    forget: () => void (deaths = []),
  };
}
