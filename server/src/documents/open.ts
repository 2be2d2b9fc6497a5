// How is a file opened that is no plain text? By what its bytes are, not by its name; what cannot be read is said clearly.

import type { Opening } from './document.ts';
import { kindOf, type Problem, PROBLEMS } from './kinds.ts';
import { openWord, type WordTrouble } from './word/open.ts';
import { type Archive, readDirectory, type ZipTrouble } from './zip/directory.ts';

const TROUBLES: Readonly<Record<WordTrouble | ZipTrouble, Problem>> = {
  damaged: 'damaged',
  malformed: 'damaged',
  absent: 'noDocument',
  'no-document': 'noDocument',
  odd: 'odd',
  encoding: 'encoding',
  encrypted: 'encrypted',
  'too-many': 'tooLarge',
  'too-large': 'tooLarge',
  'too-deep': 'tooDeep',
};

/** Null: it is a text, also where it is named as a document (a page that is called .doc). Never throws. */
export function openDocument(bytes: Uint8Array, name: string): Opening | null {
  const kind = kindOf(name, bytes);
  if (kind === 'text') return null;
  if (kind !== 'zip') return problem(kind);
  const archive = readDirectory(bytes);
  if (typeof archive === 'string') return problem(TROUBLES[archive]);
  const other = otherArchive(archive, name);
  if (other !== null) return problem(other);
  const opened = openWord(archive);
  if (typeof opened !== 'string') return opened;
  // A zip that nobody called a document is one that nobody opened.
  return problem(opened === 'no-document' && !/\.do[ct][xm]?$|\.wps$/iu.test(name) ? 'archive' : TROUBLES[opened]);
}

function problem(which: Problem): Opening {
  return { problem: PROBLEMS[which] };
}

/** Office programs pack many kinds of files as zip: an entry of its own tells each. */
function otherArchive({ entries }: Archive, name: string): Problem | null {
  if (entries.has('ofd.xml')) return 'ofd';
  if (entries.has('xl/workbook.xml') || entries.has('xl/workbook.bin')) return 'sheet';
  if (entries.has('ppt/presentation.xml')) return 'slides';
  if (entries.has('content.xml') && entries.has('mimetype')) return 'odt';
  if (/\.docm$/iu.test(name) || entries.has('word/vbaproject.bin')) return 'macros';
  return null;
}
