// Wraps every request: cancellation, failures as errors and not as empty answers, and a log without a draft's text.

import type { CancellationToken, Connection } from 'vscode-languageserver';
import type { Documents } from './documents.ts';
import { ErrorCodes, LogMessageNotification, LSPErrorCodes, MessageType, ResponseError } from './library.ts';
import { MAX_FRAMES } from './limits.ts';
import type { Runtime } from './runtime.ts';

/** What was asked, and of which document, for the log. */
interface Question {
  readonly method: string;
  readonly uri: string;
  readonly token: CancellationToken;
}

interface GuardContext {
  readonly connection: Connection;
  readonly runtime: Runtime;
  readonly documents: Pick<Documents, 'get'>;
}

/**
 * Runs `work` after messages already received were seen. A cancelled request is answered by an error, never by an
 * empty list, which would clear what is shown; `work` ends early by throwing so. Any other exception is logged
 * without its message: that may quote the draft.
 */
export async function guarded<Result>(
  { connection, runtime, documents }: GuardContext,
  { method, uri, token }: Question,
  work: () => Result | Promise<Result>,
): Promise<Result | ResponseError<never>> {
  if (ended.has(connection)) return new ResponseError<never>(ErrorCodes.InvalidRequest, 'shut down');
  await runtime.nextTurn();
  try {
    endIfCancelled(token);
    const result = await work();
    endIfCancelled(token);
    return result;
  } catch (error) {
    if (error instanceof EndedEarly) return error.answer;
    logFailure(connection, { method, uri, version: documents.get(uri)?.version ?? null }, error);
    return new ResponseError<never>(LSPErrorCodes.RequestFailed, `${method} failed`);
  }
}

/** Connections whose client said `shutdown`: no further work is begun. */
const ended = new WeakSet<Connection>();

/** From now on every request is answered by an error, also those that nobody else answers. */
export function endRequests(connection: Connection): void {
  ended.add(connection);
  connection.onRequest(() => new ResponseError(ErrorCodes.InvalidRequest, 'shut down'));
}

interface Failed {
  readonly method: string;
  readonly uri: string;
  /** Null where the document is not open. */
  readonly version: number | null;
}

/** A client may send a draft where its name or its version belongs. */
const URI = /^[a-z][a-z0-9+.-]*:[!-~]{1,2000}$/iu;

export function logFailure(connection: Connection, { method, uri, version }: Failed, error: unknown): void {
  const message = `${method} failed for ${URI.test(uri) ? uri : 'what is no URI'} version ${Number.isInteger(version) ? version : '?'}: ${describeError(error)}`;
  unawaited(connection.sendNotification(LogMessageNotification.type, { type: MessageType.Error, message }));
}

/** `at name (file:line:column)`, and nothing else that a message could forge. */
const FRAME = /^ +at .*:\d+:\d+\)?$/u;

/** The kind of an error and where it was thrown. Its message stays out: it may hold text of the draft. */
function describeError(error: unknown): string {
  if (!(error instanceof Error)) return 'a thrown value that is no error';
  const stack = (error.stack ?? '').replace(error.message, '');
  const frames = stack.split('\n').filter((line) => FRAME.test(line));
  return [error.name, ...frames.slice(0, MAX_FRAMES)].join('\n');
}

/** For what is sent without waiting for it: a client that refuses, or is gone, must not end the server. */
export function unawaited(sent: Promise<unknown>): void {
  sent.catch(() => undefined);
}

/** Thrown by work that has no answer to give, and is no failure. */
class EndedEarly extends Error {
  readonly answer: ResponseError<never>;

  constructor(code: number, message: string) {
    super(message);
    this.answer = new ResponseError<never>(code, message);
  }
}

/** Wherever work has waited: nobody wants the answer any more. */
export function endIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new EndedEarly(LSPErrorCodes.RequestCancelled, 'cancelled');
}

/** To be thrown: what the person asked for cannot be done, and why, in Chinese; editors show it. */
export function refused(reason: string): Error {
  return new EndedEarly(LSPErrorCodes.RequestFailed, reason);
}

/** To be thrown: what was asked about is not what there is any more. Who asked will ask again, or is told that nothing was done. */
export function contentModified(): Error {
  return new EndedEarly(LSPErrorCodes.ContentModified, 'content modified');
}
