// Bounds of trying fixes and of mending a whole text.

/** A fix may uncover another, seldom twice; a rule whose fix does not remove its finding must not loop for ever. */
export const MAX_FIX_ROUNDS = 8;
/** What cannot be tried in a blink is offered as it is; reports are ten times shorter, saved web pages three times. */
export const MAX_TRIED_UNITS = 300_000;
