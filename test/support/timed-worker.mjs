// Time that a worker takes, where it may take for ever or end in an exception.

import { Worker } from 'node:worker_threads';

/** What the worker says, its milliseconds; in words that the limit was passed, or what `failed` says of an exception. */
export function timedWorker(script, workerData, { limitMs, failed }) {
  return new Promise((resolve) => {
    const worker = new Worker(script, { workerData });
    const timer = setTimeout(() => void worker.terminate().then(() => resolve(`over ${limitMs / 1000} s`)), limitMs);
    const settle = (outcome) => {
      clearTimeout(timer);
      resolve(outcome);
    };
    worker.once('message', settle);
    worker.once('error', (error) => settle(failed(error)));
  });
}
