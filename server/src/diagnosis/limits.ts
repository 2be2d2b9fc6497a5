// Bounds of the search for the mistake behind broken sums.

/** Rounds of taking out cells that stand alone; each takes at least one. */
export const MAX_PEELED = 40;
/** Ways to fill the row whose values were miscounted. */
export const MAX_CANDIDATES = 8;
/** Longer lines hold more than one row. */
export const MAX_ROW_LINE = 500;
