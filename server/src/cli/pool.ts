// How do several threads examine files? Each gets whole files; the texts and reports never leave their thread.

import { Worker } from 'node:worker_threads';
import type { Outcome } from './outcome.ts';
import type { Settings } from './settings.ts';
import type { FileTarget } from './targets.ts';

export interface Pool {
  readonly examine: (target: FileTarget) => Promise<Outcome>;
  readonly dispose: () => Promise<void>;
}

export interface PoolOptions {
  readonly threads: number;
  /** The bundle itself: it serves when it is loaded as a worker. */
  readonly workerFile: string;
  readonly settings: Settings;
  /** What to say of a file whose thread ended. */
  readonly lost: (path: string) => Outcome;
}

/**
 * Reports are a few kilobytes: small generations cost little time and keep a thread at some 30 MB, whatever the number
 * of files. The old one still holds the largest file that is read.
 */
const LIMITS = { maxYoungGenerationSizeMb: 2, maxOldGenerationSizeMb: 1024 };

interface Thread {
  readonly worker: Worker;
  /** In the order in which they were sent, which is the order of the answers. */
  readonly waiting: { readonly target: FileTarget; readonly resolve: (outcome: Outcome) => void }[];
  ended: boolean;
}

export function createPool({ threads, workerFile, settings, lost }: PoolOptions): Pool {
  const pool = Array.from({ length: threads }, () => startThread(workerFile, settings, lost));
  return {
    examine: (target) =>
      new Promise((resolve) => {
        const alive = pool.filter(({ ended }) => !ended);
        const thread = alive.reduce<Thread | undefined>((best, each) => (best && best.waiting.length <= each.waiting.length ? best : each), undefined);
        if (thread === undefined) return resolve(lost(target.path));
        thread.waiting.push({ target, resolve });
        thread.worker.postMessage(target);
      }),
    async dispose() {
      await Promise.all(pool.map(({ worker }) => worker.terminate()));
    },
  };
}

function startThread(workerFile: string, settings: Settings, lost: PoolOptions['lost']): Thread {
  const worker = new Worker(workerFile, { workerData: settings, resourceLimits: LIMITS });
  const thread: Thread = { worker, waiting: [], ended: false };
  const end = () => {
    thread.ended = true;
    for (const { target, resolve } of thread.waiting.splice(0)) resolve(lost(target.path));
  };
  worker.on('message', (outcome: Outcome) => thread.waiting.shift()?.resolve(outcome));
  worker.on('error', end);
  worker.on('exit', end);
  return thread;
}
