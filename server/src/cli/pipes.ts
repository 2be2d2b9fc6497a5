// Reads a named pipe, as `<(…)` makes them, without a blocking system call, which no signal would end.

import { closeSync, constants, fstatSync, openSync } from 'node:fs';
import { Socket } from 'node:net';
import { readStreamBytes, type RawReading } from './file-content.ts';
import { reasonOf, whyNotFound } from './system-errors.ts';

interface PipeOptions {
  readonly seconds: number;
  /** Ends the wait. */
  readonly interrupted: AbortSignal;
}

/** Reads a pipe to its end, for so many seconds at most. */
export async function readPipe(file: string, { seconds, interrupted }: PipeOptions): Promise<RawReading> {
  let descriptor: number;
  try {
    descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    return { problem: whyNotFound(file, error) };
  }
  // It may have become something else since it was looked at.
  if (!fstatSync(descriptor).isFIFO()) {
    closeSync(descriptor);
    return { problem: reasonOf('EBUSY') };
  }
  const socket = new Socket({ fd: descriptor, readable: true, writable: false });
  let late = false;
  const end = () => void socket.destroy();
  const timer = setTimeout(() => {
    late = true;
    end();
  }, seconds * 1000);
  interrupted.addEventListener('abort', end);
  try {
    const raw = await readStreamBytes(socket);
    return late ? { problem: `等了 ${seconds} 秒，管道还没有写完，没有检查。请检查写入管道的命令，或用 --time-limit 延长时限` } : raw;
  } finally {
    clearTimeout(timer);
    interrupted.removeEventListener('abort', end);
    end();
  }
}
