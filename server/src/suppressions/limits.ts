// Bounds of `.gouji.json` and of what is said of it.

/** A suppression has some 300 characters; a folder with thousands of them is not what this is for. */
export const MAX_CONFIG_LENGTH = 1024 * 1024;
export const MAX_NOTE_QUOTED = 200;
/** A message that lists more changes than this is no longer read. */
export const MAX_CHANGES_NAMED = 4;
