// Writes to a stream or file with back-pressure; a closed pipe ends the work quietly.

import { errorCode } from './system-errors.ts';

export interface Output {
  /** Resolves when the text is out; nothing happens once the other end is closed. */
  readonly write: (text: string) => Promise<void>;
  readonly closed: () => boolean;
  /** The system's code of an error other than a closed pipe, or null. */
  readonly error: () => string | null;
}

/** What `head` leaves behind when it has seen enough. */
const CLOSED: ReadonlySet<string> = new Set(['EPIPE', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END']);

export function openOutput(stream: NodeJS.WritableStream): Output {
  let closed = false;
  let failure: string | null = null;
  const stop = (error: Error) => {
    closed = true;
    const code = errorCode(error) ?? error.name;
    if (!CLOSED.has(code)) failure ??= code;
  };
  stream.on('error', stop);
  return {
    write: (text) =>
      new Promise((resolve) => {
        if (closed || text === '') return resolve();
        stream.write(text, (error) => {
          if (error) stop(error);
          resolve();
        });
      }),
    closed: () => closed,
    error: () => failure,
  };
}
