// Bounds on what the extension reads, keeps and asks: files, matches, selections, intervals.

// Files
/** Files of a folder read side by side: reading is slow on some file systems; more at once would only fill the memory. */
export const FILES_AT_ONCE = 8;
/** More would be no folder of drafts, and Problems shows no more anyway. */
export const MAX_FILES = 20_000;
/** Reports found by name: more are an archive, and looking through it would take longer than typing the numbers. */
export const MAX_FOUND = 500;
/** Files whose names are looked at on the way to them. */
export const MAX_SEEN = 20_000;
/** The editor draws a message anew with every count, its buttons too: one that is drawn anew between press and release is not pressed. */
export const PROGRESS_INTERVAL_MS = 2000;

/** Files read in search of last year's report, those that name its year first: more would be felt when a draft is opened. */
export const MAX_LAST_YEAR_READ = 30;

/** Files of a folder under review: the server keeps some kilobytes of each. */
export const MAX_REVIEW_FILES = 20_000;

/** Times a reviewer's note is written again because another reviewer's program wrote over it at the same moment. */
export const MAX_NOTE_WRITES = 5;
/** Until then whoever read the file before our note was in it has written it. */
export const NOTE_SETTLES_MS = 400;
/** Notes are placed anew when the text rests. */
export const NOTES_REST_MS = 500;

// Documents
/** Drafts for which linking was offered: old entries fall out, and are offered once more at most. */
export const MAX_OFFERED = 500;
/** Documents switched off: old entries fall out; nobody silences this many on purpose. */
export const MAX_SILENCED = 500;
/** Selections added up: a column selection is one selection a line; no table of the form is longer. */
export const MAX_SELECTIONS = 1000;

// The server's silence
/** Documents of which it is known which version was answered for last: it only says where to look first. */
export const MAX_ANSWERED = 1000;
/** Texts that kept the server from answering: each costs a restart, so nobody gets here but by an hour of trying. */
export const MAX_SET_ASIDE = 100;

// The form view
/** Times a typed number is tried again because the text changed meanwhile: somebody types faster than that nowhere. */
export const MAX_WRITE_ATTEMPTS = 8;
/** Findings whose fixes are remembered, so that the one that is pressed is the one that was shown. */
export const MAX_ACTION_LISTS = 50;

// Typing
/** Trips to the window and back until the cursor is in the cell that a key led to; each key pressed meanwhile costs one more. */
export const MAX_SETTLING_TURNS = 50;
/** Blank cells of tables three and four from which on the form view is pointed out: half of them and more. */
export const MIN_BLANKS_HINTED = 100;
