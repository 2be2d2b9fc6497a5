// Watches for a case that never ends: a thread of its own says which case it was, and ends the run.

import { Worker } from 'node:worker_threads';

export interface Watch {
  readonly expect: (what: string) => void;
  readonly rest: () => void;
  readonly stop: () => Promise<void>;
}

/** Longer than any case waits for an answer. */
const LIMIT_MS = 120_000;

/** Told what is begun, it waits for the next word; plain JavaScript, because a thread starts from a file or from this. */
const SCRIPT = `
const { parentPort, workerData } = require('node:worker_threads');
const { writeSync } = require('node:fs');
let timer;
parentPort.on('message', (what) => {
  clearTimeout(timer);
  if (what !== null) timer = setTimeout(() => { writeSync(1, 'FAILED: never ends: ' + what + '\\n'); process.kill(process.pid, 'SIGKILL'); }, workerData);
});
`;

export function startWatch(): Watch {
  const worker = new Worker(SCRIPT, { eval: true, workerData: LIMIT_MS });
  worker.unref();
  return {
    expect: (what) => worker.postMessage(what),
    rest: () => worker.postMessage(null),
    stop: async () => void (await worker.terminate()),
  };
}
