// Bounds of one run: time for a file, threads, files read ahead, folders, intervals of progress.

/** Seconds that a file may take: the largest that is read takes a few. */
export const DEFAULT_TIME_LIMIT = 20;
/** A day. */
export const MAX_TIME_LIMIT = 86_400;
/** More threads than this only cost memory. */
export const MAX_JOBS = 64;
/** Each thread costs memory; who has more cores to give says so. */
export const MAX_DEFAULT_JOBS = 4;
/** Fewer files are done before further threads have started. */
export const FEW_FILES = 48;
/** Files sent ahead to each thread: one slow file must not leave the others idle. */
export const MAX_AHEAD = 8;
/** Files done one after another leave no room in between for a signal to be heard: it is made this often. */
export const TURN_MS = 50;
/** Folders come one after the other, each with its own around it. */
export const MAX_FOLDERS = 64;
/** A log with more of them helps nobody. */
export const MAX_UNREADABLE_LISTED = 500;
/** Shorter runs show nothing: a line that flashes tells nobody anything. */
export const PATIENCE_MS = 1000;
/** Often enough to be seen to move. */
export const INTERVAL_MS = 100;
/** Lines whose first byte that is no text is named; who has more of them has another trouble. */
export const MAX_DAMAGE_NAMED = 50;
/** So much of a line is gone through byte by byte. */
export const MAX_WALKED_LINE = 64 * 1024;
/** Of the cells that differ between two formats of one report so many are named. */
export const MAX_DIFFERENCES_NAMED = 3;
/** Of the documents that were passed over so many are named. */
export const MAX_PASSED_OVER_NAMED = 20;
/** Places of a document that could not be changed, in one message. */
export const MAX_REFUSED_NAMED = 5;
/** Files of a review; more are an archive of a country. */
export const MAX_REVIEWED = 100_000;
