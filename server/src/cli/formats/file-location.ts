// Paths as other tools want them: relative to the working directory, with slashes.

import { isAbsolute, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/** `file` is shown; `uri` is a valid URI reference. A file outside the folder keeps its whole path. */
export function locate(path: string, cwd: string): { readonly file: string; readonly uri: string } {
  const inside = isAbsolute(path) ? relative(cwd, path) : path;
  if (isAbsolute(path) && (inside.startsWith('..') || isAbsolute(inside))) return { file: path, uri: pathToFileURL(path).href };
  const file = inside
    .split(sep)
    .join('/')
    .replace(/^(?:\.\/+)+/u, '');
  return { file, uri: file.split('/').map(encodeSegment).join('/') };
}

/** A lone surrogate, which no URI can hold, makes `encodeURIComponent` throw. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replaceAll(/\p{Cs}/gu, '\ufffd'));
}
