// Bounds on documents: entries, inflated bytes, depth, changes. What goes beyond is refused with a reason; no report comes near.

/** A report has some 15 entries, one with many pictures some hundred. */
export const MAX_ENTRIES = 10_000;
/** Of one document, all parts together: its text has some hundred KB. */
export const MAX_INFLATED_BYTES = 64 * 1024 * 1024;
/** The comment at the end of an archive is no longer, so its directory is found within these bytes. */
export const MAX_ARCHIVE_COMMENT = 0xff_ff;
/** Up to this size an entry cannot grow beyond what is read at most (deflate: 1,032 times), and is inflated in one go. */
export const MAX_INFLATED_AT_ONCE = 48 * 1024;
/** Bytes put into the inflater at once; each may bring a thousand times as many. */
export const INFLATE_STEP = 4 * 1024;
/** Stored for deflate means a few bytes more a block; an entry that claims less than it holds lies. */
export const MAX_DEFLATE_GROWTH = 1.1;
/** Elements within elements. A table in a cell takes 3 levels, a text box some 12: nobody nests 40 of them. */
export const MAX_DEPTH = 400;
/** Namespaces of one part: Word declares some 35. */
export const MAX_PREFIXES = 256;
/** Styles based on styles. */
export const MAX_STYLE_CHAIN = 32;
/** Word has 9 levels of numbering. */
export const MAX_NUMBERING_LEVELS = 9;
/** Words of a number that counts its paragraphs: longer ones are a mistake. */
export const MAX_NUMBERING_LENGTH = 64;
/** A row that holds several rows one above the other holds no more than a table has. */
export const MAX_STACKED_ROWS = 60;
/** So much of the beginning shows what kind of file it is. */
export const SNIFFED_BYTES = 4096;
/** The directory of an OLE file names its streams; it lies somewhere in the file, mostly near one of its ends. */
export const OLE_SNIFFED_BYTES = 4 * 1024 * 1024;
/** So far from where a line is put in we look for a paragraph that looks as it should. */
export const MAX_PARAGRAPHS_AWAY = 60;
/** Names of persons that a document keeps: more are not told apart. */
export const MAX_AUTHORS = 50;
