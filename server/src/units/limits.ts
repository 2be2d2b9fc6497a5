// Bounds of work over many reports.

/** Units of a list; a province has some thousands of organs. */
export const MAX_UNITS = 50_000;
/** Names proposed for one that is not on the list: more would be the list itself. */
export const MAX_PROPOSED = 2;
/** Names compared letter by letter for each that is not on the list. */
export const MAX_NAME_COMPARED = 64;
/** More units than this share a phrase of the office: it is nobody's copy. */
export const MAX_SHARING = 4;
/** Pairs of reports that are looked at for passages in common. */
export const MAX_ALIKE_PAIRS = 500;
/** Passages that are shown side by side. */
export const MAX_PASSAGES = 3;
/** Of each so many characters are quoted. */
export const MAX_PASSAGE_QUOTED = 60;
/** Longer prose is compared by its beginning. */
export const MAX_PROSE_COMPARED = 200_000;
/** Cells named where two versions differ. */
export const MAX_CELLS_NAMED = 4;
/** Versions of one report that are kept. */
export const MAX_VERSIONS = 50;
/** Levels of units below one another. */
export const MAX_UNIT_DEPTH = 16;
/** Of the numbers that changed between two versions so many are named. */
export const MAX_CHANGES_LISTED = 20;
/** Reviewer's notes kept in one file: more would not fit into it. */
export const MAX_NOTES = 2000;
/** Of a note and of the sentence it stands at so much is kept. */
export const MAX_NOTE_LENGTH = 2000;
export const MAX_ANCHOR_LENGTH = 200;
/** Sentences among which the place of a note is looked for. */
export const MAX_SENTENCES_SEARCHED = 20_000;
