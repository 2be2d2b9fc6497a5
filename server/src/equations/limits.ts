// Bounds of filling blanks and of searching for changes that make equations hold.

/** Each round settles at least one blank; no form has this many. */
export const MAX_FILLING_ROUNDS = 300;
/** Tried changes of one search; a table with one or two wrong cells needs some hundreds. */
export const MAX_SEARCH_STEPS = 30_000;
/** More ways than these say nothing any more. */
export const MAX_EXPLANATIONS = 96;
