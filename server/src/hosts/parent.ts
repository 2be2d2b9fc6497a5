// What if the editor is gone while the server is busy? The library looks for it between two messages only; a thread looks meanwhile.

import path from 'node:path';
import { Worker } from 'node:worker_threads';

/** Often enough that nobody wonders what still loads the machine. */
const CHECK_EVERY_MS = 1000;

/** `parent-thread.ts`, built beside the server. */
const SCRIPT = path.join(__dirname, 'parent-thread.js');

const LIMITS = { maxYoungGenerationSizeMb: 1, maxOldGenerationSizeMb: 8 };

/** A system that gives no thread leaves the server as it is: the library ends it between two messages. */
export function watchParent(processId: number): void {
  const worker = new Worker(SCRIPT, { workerData: { parent: processId, everyMs: CHECK_EVERY_MS }, resourceLimits: LIMITS });
  worker.on('error', () => undefined);
  worker.unref();
}
