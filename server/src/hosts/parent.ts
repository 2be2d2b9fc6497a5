// What if the editor is gone while the server is busy? The library looks for it between two messages only; a thread looks meanwhile.

import { Worker } from 'node:worker_threads';

/** Often enough that nobody wonders what still loads the machine. */
const EVERY_MS = 1000;

/** Plain JavaScript, since a thread starts from a file or from this. A thread cannot end its process but by a signal. */
const SCRIPT = `
const { workerData: { parent, every } } = require('node:worker_threads');
setInterval(() => {
  try {
    process.kill(parent, 0);
  } catch (error) {
    if (error.code !== 'EPERM') process.kill(process.pid, 'SIGKILL');
  }
}, every);
`;

const LIMITS = { maxYoungGenerationSizeMb: 1, maxOldGenerationSizeMb: 8 };

/** A system that gives no thread leaves the server as it is: the library ends it between two messages. */
export function watchParent(processId: number): void {
  const worker = new Worker(SCRIPT, { eval: true, workerData: { parent: processId, every: EVERY_MS }, resourceLimits: LIMITS });
  worker.on('error', () => undefined);
  worker.unref();
}
