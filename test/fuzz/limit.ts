// Time limit of a fuzz case by Node's own watchdog, a thread outside the one that loops; a text that never ends is a find.

import { Script } from 'node:vm';

/** A text takes some milliseconds. */
const LIMIT_MS = 2000;
/** By the clock a machine busy with other things may be that slow: a second try decides. */
const AGAIN_MS = 20_000;

declare global {
  // The script can call nothing else.
  var goujiLimited: (() => unknown) | undefined;
}

const script = new Script('globalThis.goujiLimited()');

/** What `work` gives; `undefined` where it does not end. */
export function limited<Result>(work: () => Result): Result | undefined {
  for (const timeout of [LIMIT_MS, AGAIN_MS]) {
    globalThis.goujiLimited = work;
    try {
      return script.runInThisContext({ timeout }) as Result;
    } catch (error) {
      if (!isTimeout(error)) throw error;
    }
  }
  return undefined;
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}
