// Bounds on messages and findings: cells named, fixes, related places, lengths. What goes further is said in general words.

// Searches

/** A sentence over more cells than this speaks for no single one of them. */
export const MAX_FACT_CELLS = 8;

// Findings

/** More of a kind in one place have one cause, such as a paste, and are one finding. */
export const MAX_SINGLE = 3;
/** More gaps than this in one table are one finding. */
export const MAX_GAPS = 3;
/** More places than this are not gone through one by one. */
export const MAX_RELATED = 50;
/** A whole report of radicals has fewer; ten million edits would fill the memory. */
export const MAX_EDITS = 100_000;

// Fixes

/** A longer list of fixes is no help. */
export const MAX_FIXES = 6;

// Words

/** Lists of problems cut a line off about here: what and where has to be said by then. */
export const MAX_FIRST_SENTENCE = 40;
/** The light bulb's menu must not cover the table: a title is shorter than this. */
export const MAX_TITLE = 40;
/** A message that lists more names than this is no longer read. */
export const MAX_LISTED = 6;
/** Of what is in the way so many places are led to. */
export const MAX_OBSTACLE_PLACES = 100;
/** A sum with more terms than this is written without its zeros. */
export const MAX_TERMS = 6;
/** A sum of more cells is named by its first. */
export const MAX_CELLS_NAMED = 3;
/** Sums, or readings of a row, that a message spells out. */
export const MAX_SPELT = 3;
/** Characters quoted of a sentence, a label, a cell and a note: a message is a line in a list. */
export const MAX_SENTENCE_QUOTED = 30;
/** The end of a sentence, before what the table says of it. */
export const MAX_CLAIM_SHOWN = 14;
export const MAX_LABEL_QUOTED = 24;
/** What of them a first sentence or a title has room for beside what should stand there. */
export const MAX_WORDS_SHOWN = 12;
export const MAX_CELL_QUOTED = 16;
