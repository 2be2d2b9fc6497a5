// Delimiters between the cells of a line, for whoever reads, lays out, fills or imitates a row.

export type Delimiter = '\t' | '|';

/** What delimits the fields of a folded line: tabs before bars, which may then be part of a word; null where only blanks do. */
export function delimiterOf(line: string): Delimiter | null {
  return line.includes('\t') ? '\t' : line.includes('|') ? '|' : null;
}

export function isDelimiter(piece: string): boolean {
  return piece === '\t' || piece === '|';
}

/** Each of them; in the group, so that `split` keeps it. */
export const DELIMITERS = /([\t|])/gu;

/** Signs between the cells of a list; each is at home in words and numbers too, so that only a whole table tells (`lists.ts`). */
export const LIST_SIGNS = [',', ';', '、'] as const;

export type ListSign = (typeof LIST_SIGNS)[number];
