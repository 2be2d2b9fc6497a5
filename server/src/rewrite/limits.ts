// Bounds on rewriting: size of a pasted block, width of a line, characters quoted.

// Work
/** A clipboard may hold anything; a table is never so long. */
export const MAX_BLOCK = 100_000;

// Width
/**
 * Columns of a line of an aligned table that no editor wraps in a window of 1280 pixels: less 48 for the activity bar, 300 for the
 * side bar, 87 for the margin, 96 for the minimap and 16 for the scroll bar, 733 are left for the text. The widest default font
 * of 14 pixels (Linux) takes 8.43 of them a column, which makes 86; others are narrower, and a CJK character takes less than two columns.
 */
export const MAX_LINE_COLUMNS = 84;
/** Labels are not folded narrower than this, whatever the numbers take: eight characters. */
export const MIN_LABEL_COLUMNS = 16;
/** A header is folded behind so many of its columns: four characters. */
export const MAX_HEADER_COLUMNS = 8;

// Words
/** Characters of a row that the form does not have, in a message. */
export const MAX_ROW_QUOTED = 40;
