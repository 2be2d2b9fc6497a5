// Path of the linked report of last year: a text or Word document beside the draft or in a folder near it, relative to it.

import { isTextFile, isWordFile } from '../text/files.ts';

const ABSOLUTE = /^(?:[/\\]|[A-Za-z][A-Za-z0-9+.-]*:)/u;

/** Whether the path may be followed: relative, and a text or a Word document by its name. Other files nobody reads unasked. */
export function isFollowed(path: string): boolean {
  return !ABSOLUTE.test(path) && (isTextFile(path) || isWordFile(path.slice(path.lastIndexOf('/') + 1)));
}

/** The address of the file; null where the draft's own has no folders. */
export function linkedUri(draft: string, path: string): string | null {
  if (!isFollowed(path)) return null;
  try {
    return new URL(path.split('/').map(encodeURIComponent).join('/'), draft).href;
  } catch {
    return null;
  }
}
