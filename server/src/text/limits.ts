// Bounds on what is read: file size, cell length, JSON depth. No report comes near.

/** A report has some 8 KB, a collection of a city some MB; beyond this it is no report and would only fill the memory. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;
/** `.gouji.json` has some 300 characters a suppression; a link of that name may lead to a device that never ends. */
export const MAX_CONFIG_BYTES = 4 * 1024 * 1024;
/** Ours has six levels; the reader calls itself, so there is a bound. */
export const MAX_JSON_DEPTH = 64;
/** Longer cell texts are no number. */
export const MAX_CELL_LENGTH = 64;
/** Nobody writes a longer pattern for a file name; matching one with many stars takes time. */
export const MAX_GLOB_LENGTH = 200;
/** Lines before times lines behind that are held against each other, and words of a paragraph; beyond, they are taken in order. */
export const MAX_ALIGNED_PAIRS = 250_000;
