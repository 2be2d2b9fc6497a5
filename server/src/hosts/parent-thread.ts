// The thread that ends the server when its editor is gone: `parent.ts` starts it, in a file of its own so that it stays small.

import { workerData } from 'node:worker_threads';

const { parent, everyMs } = workerData as { readonly parent: number; readonly everyMs: number };

setInterval(() => {
  try {
    process.kill(parent, 0);
  } catch (error) {
    // A process of another user is there, if not ours to signal. A thread cannot end its process but by a signal.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') process.kill(process.pid, 'SIGKILL');
  }
}, everyMs);
