// URI schemes of documents that are nobody's draft: diffs, outputs, inputs.

/** Texts of Word documents: saving one writes the document. */
export const WORD_SCHEME = 'gouji-word';

/** The client's own lists. */
export const LIST_SCHEME = 'gouji-list';

/** Our own client asks its editor which file systems can be written; this is for others. */
const EXCLUDED_SCHEMES: ReadonlySet<string> = new Set([
  'git',
  'hg',
  'svn',
  'fugitive',
  'diffview',
  'output',
  'debug',
  // Pages that an editor reads from the web, our own among them: nobody writes there.
  'http',
  'https',
  LIST_SCHEME,
]);

/** A file system of any name may hold drafts (desktop, web, remote); these schemes never do. */
export function isExcludedScheme(uri: string): boolean {
  return EXCLUDED_SCHEMES.has(uri.slice(0, Math.max(0, uri.indexOf(':'))));
}
