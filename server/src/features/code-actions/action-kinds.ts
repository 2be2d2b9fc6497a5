// Kinds of our code actions, and whether a client asks for a kind.

export const QUICK_FIX = 'quickfix';
export const FIX_ALL = 'source.fixAll.gouji';
export const REWRITE = 'refactor.rewrite';
/** What is written beside the draft of a finding: no fix of it, so a group of its own, which editors put last. */
export const SUPPRESS = 'gouji.suppress';

/** Whether a client that asks for the kinds `only` wants `kind`; kinds are hierarchical. */
export function isWanted(kind: string, only: readonly string[]): boolean {
  return only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
}
