// Why was a question not answered? Told apart by LSP's codes.

/** LSP's numbers. */
const CONTENT_MODIFIED = -32801;
const REQUEST_CANCELLED = -32800;

/** There was a server, and it was given up: nothing that needs it can be done. */
export class NotRunning extends Error {}

/** The text is not the one any more that was asked about. */
export function hasTextChanged(error: unknown): boolean {
  return codeOf(error) === CONTENT_MODIFIED;
}

export function isCancelled(error: unknown): boolean {
  return codeOf(error) === REQUEST_CANCELLED;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
