// What does the trivial server look for?

/** A total with one digit too many; our server calls the same number wrong. */
export const MARK = ' 150';
