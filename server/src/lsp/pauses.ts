// How does work on many texts let others in? It pauses now and then, and ends where it was cancelled meanwhile.

import type { CancellationToken } from 'vscode-languageserver';
import { endIfCancelled } from './guard.ts';
import type { Runtime } from './runtime.ts';

/** Whoever types meanwhile waits no longer than this and one text; in a browser each pause costs about half as much. */
const SLICE_MS = 8;

/** To be awaited between two texts. */
export function createPauses({ nextTurn }: Pick<Runtime, 'nextTurn'>, token: CancellationToken): () => Promise<void> {
  let begunMs = Date.now();
  return async () => {
    if (Date.now() - begunMs < SLICE_MS) return;
    await nextTurn();
    endIfCancelled(token);
    begunMs = Date.now();
  };
}
