// Tells failed requests apart by LSP error code: not running, cancelled, content modified, connection lost.

/** LSP's numbers. */
const CONTENT_MODIFIED = -32801;
const REQUEST_CANCELLED = -32800;
/** Of the library: there was a connection when it was asked, and none when it should have been answered. */
const CUT_OFF: readonly unknown[] = [-32097, -32096];

/** There was a server, and it was given up: nothing that needs it can be done. */
export class NotRunning extends Error {}

/** The text is not the one any more that was asked about. */
export function hasTextChanged(error: unknown): boolean {
  return codeOf(error) === CONTENT_MODIFIED;
}

export function isCancelled(error: unknown): boolean {
  return codeOf(error) === REQUEST_CANCELLED;
}

/** The server went down with the question; another one may answer it. */
export function wasCutOff(error: unknown): boolean {
  return CUT_OFF.includes(codeOf(error));
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
