// Progress of a long run: one line on a terminal's standard error, erased before anything else is written there.

import { INTERVAL_MS, PATIENCE_MS } from './limits.ts';

export interface Progress {
  /** One more path was examined. */
  readonly step: () => void;
  /** Makes room for other output; the line comes back with a later step. */
  readonly clear: () => void;
}

export interface ProgressOptions {
  readonly stream: { readonly write: (text: string) => unknown };
  /** Milliseconds from any fixed moment. */
  readonly now: () => number;
}

/** To the line's beginning, and all of it away. */
const CLEAR = '\r\u001b[2K';

export const NO_PROGRESS: Progress = { step: () => undefined, clear: () => undefined };

export function showProgress({ stream, now }: ProgressOptions): Progress {
  let count = 0;
  let due = now() + PATIENCE_MS;
  let shown = false;
  return {
    step() {
      count++;
      if (now() < due) return;
      due = now() + INTERVAL_MS;
      shown = true;
      stream.write(`${CLEAR}已检查${count}个文件…`);
    },
    clear() {
      if (shown) stream.write(CLEAR);
      shown = false;
    },
  };
}
