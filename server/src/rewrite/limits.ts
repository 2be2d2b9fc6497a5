// Bounds on rewriting: size of a pasted block, characters quoted.

// Work
/** A clipboard may hold anything; a table is never so long. */
export const MAX_BLOCK = 100_000;

// Words
/** Characters of a row that the form does not have, in a message. */
export const MAX_ROW_QUOTED = 40;
