// Bounds on what a feature looks at and lists: characters, lines, symbols, cells, readings.

// Work
/** So far from an offset the digits of its number are looked for; a longer run is none that anybody wrote. */
export const MAX_NUMBER_REACH = 30;
/** So far from an offset its sentence is looked for. */
export const MAX_SENTENCE_REACH = 1500;
/** Lines of one paragraph, at most: a bound for texts that have no points. */
export const MAX_PARAGRAPH_LINES = 40;
/** Headers stand this close behind their heading, markup included. */
export const MAX_HEADERS_REACH = 60_000;
/** Texts that may be last year's report: one folder seldom holds more of one organ, and parsing stays short. */
export const MAX_CANDIDATES = 50;

// Lists
/** No report names more articles; a text made of nothing else is none. */
export const MAX_LINKS = 400;
/** A longer list of symbols is narrowed by typing on. */
export const MAX_SYMBOLS = 500;
/** Where more of one table does not hold, rows or columns were shifted: the finding says it, sums would only hide it. */
export const MAX_BROKEN_SHOWN = 8;
/** A list of more cells than this explains no sentence. */
export const MAX_CELLS_LISTED = 12;

// Words
/** A sum of more cells is told by its first ones. */
export const MAX_TERMS_SHOWN = 4;
/** Further ways to read a number; nobody compares more of them. */
export const MAX_READINGS_SHOWN = 4;
/** A cell quoted more often than this is named with the count of the rest. */
export const MAX_QUOTATIONS_SHOWN = 5;
/** Characters quoted of the draft: a hover is read at a glance. */
export const MAX_WORDS_QUOTED = 60;
/** Names are for one line of a list. */
export const MAX_NAME = 60;
/** More places than these are not renamed at once. */
export const MAX_RENAMED = 1000;

// The form view
/** Lines of prose that are drawn; a report has some fifty. The text has them all. */
export const MAX_PARAGRAPHS_DRAWN = 600;
/** Characters of one line that are drawn. */
export const MAX_PARAGRAPH_DRAWN = 4000;
