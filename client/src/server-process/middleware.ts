// How do several rooms have a say in what passes between editor and server? Each with handlers of its own.

import type { Middleware } from 'vscode-languageclient';

/**
 * All of them as one. Handlers of the workspace lie a level deeper: put together as they are, one room's would hide
 * another's. No two rooms handle the same.
 */
export function combined(parts: readonly Middleware[]): Middleware {
  const workspace = Object.assign({}, ...parts.map((part) => part.workspace)) as Middleware['workspace'];
  return Object.assign({}, ...parts, { workspace }) as Middleware;
}
