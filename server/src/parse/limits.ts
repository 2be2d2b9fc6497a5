// Bounds on every search and look-ahead of the parser, far beyond what a report needs: what goes further stays unread, and is
// reported as such.

// Memory

/** Characters of text whose reading is remembered of a document: a report has some ten thousand. */
export const MAX_REMEMBERED = 2_000_000;

// Lines

/** Longer lines draw nothing. */
export const MAX_RULING = 4000;
/** Titles stand near the top: in one of so many lines. */
export const MAX_TITLE_LINES = 60;
/** The period is stated in the preamble: in so many of the first characters. */
export const MAX_PREAMBLE = 6000;

/** The label of a row, the name of its first column and the figure: with notes in brackets hardly more than half of this. */
export const MAX_NAMED = 240;

// Labels

/** A name is not followed from more places in one table. */
export const MAX_PLACES_OF_NAME = 24;
/** The rest of a label is looked for so many characters behind a break. */
export const MAX_LEAP = 160;
/** Only so many pieces of a table are compared with all labels. */
export const MAX_GUESSES = 160;
/** Each pass settles at least one group; real tables need three or four. */
export const MAX_PASSES = 32;

// Headers

/** Writings of headers that are kept; offices and programs print a dozen. */
export const MAX_PLAIN_HEADERS = 64;
/** Longer headers are not kept. */
export const MAX_WRITING = 600;

// Cells

/** Ways to lay the columns over the fields of a line. Merged labels span a handful of fields at most. */
export const MAX_WINDOWS = 40;
/** The five blocks have thirteen headers at most; more are copies of copies. */
export const MAX_HEADER_PROBLEMS = 16;
/** A column added to each block, and one more to table three; every row is compared with them. */
export const MAX_ADDED_COLUMNS = 16;
/** Digits and the zero-width characters between them; longer runs are no row. */
export const MAX_RUN_SPAN = 256;
/** Digits that ran together in one row; a row of seven cells has some twenty. */
export const MAX_RUN_DIGITS = 64;
/** Ways to cut one run; more are as good as none. */
export const MAX_SPLITS = 400;
/** Steps of the search for them; real rows need a few hundred. */
export const MAX_SPLIT_STEPS = 60_000;
/** Steps of the search over all rows with such runs; tables that need more stay unread. */
export const MAX_SOLVE_STEPS = 20_000;
/** Readings of one row that are told of; a list of more helps nobody. */
export const MAX_READINGS_KEPT = 8;
/** Solutions looked at before a row counts as undecided. */
export const MAX_SOLUTIONS = 32;

// Sentences

/** A hostile text may have no point at all; what is longer is cut, so that every look around a number is bounded. */
export const MAX_SENTENCE = 1000;
/** A percentage is held against so many numbers before it in its sentence. */
export const MAX_BESIDE = 12;
/** Rows and applicants that one sentence names: the form has some thirty of them. */
export const MAX_NAMED_IN_SENTENCE = 40;
/** Sentences that hold something a table could back. */
export const MAX_SENTENCES = 2000;
/** A city's report makes about a hundred claims; a text with more than this is no report, and costs no more. */
export const MAX_CLAIMS = 1000;
/** Things a list names one by one: the counties of a province are some hundred; longer ones divide nothing. */
export const MAX_LIST = 120;
/** A bracket without numbers is looked through only so far. */
export const MAX_BRACKET = 40;
/** So many words ahead 等 is looked for that makes examples of them. */
export const MAX_EXAMPLES = 40;
/** A total behind its parts has hardly more of them than a table has columns. */
export const MAX_PARTS = 24;
