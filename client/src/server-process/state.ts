// States of the server process: idle, starting, running, or failed with a reason.

export type Failure =
  | { readonly kind: 'missing'; readonly file: string }
  | { readonly kind: 'ended' | 'crashes' }
  | { readonly kind: 'silent'; readonly seconds: number }
  | { readonly kind: 'error'; readonly message: string };

/** Idle: no report was seen yet. Failed: given up, until the person restarts it. */
export type ServerState = { readonly kind: 'idle' | 'starting' | 'running' } | { readonly kind: 'failed'; readonly failure: Failure };
