// How much is tried before an edit is made, and how much of a text is quoted?

// Work
/** A fix may uncover another, seldom twice; a rule whose fix does not remove its finding must not loop for ever. */
export const MAX_FIX_ROUNDS = 8;
/** What cannot be tried in a blink is offered as it is; reports are ten times shorter, saved web pages three times. */
export const MAX_TRIED_UNITS = 300_000;
/** A clipboard may hold anything; a table is never so long. */
export const MAX_BLOCK = 100_000;

// Words
/** Characters of a row that the form does not have, in a message. */
export const MAX_ROW_QUOTED = 40;
