// Reads the `.gouji.json` beside a file, once a folder.

import { basename, dirname, join } from 'node:path';
import { readSuppressions, REMARKS_TOO_LONG, type SuppressionsReading } from '../suppressions/read-config.ts';
import { fileKey, NO_SUPPRESSIONS, CONFIG_FILE, type FileSuppressions } from '../suppressions/suppression.ts';
import { MAX_REMARKS_BYTES } from '../text/limits.ts';
import { readUtf8 } from '../text/utf8.ts';
import { visible } from './escape.ts';
import { errorCode, whyNot } from './system-errors.ts';
import { readBeside } from './file-content.ts';
import { MAX_FOLDERS } from './limits.ts';

export interface FolderRemarks {
  readonly remarks: FileSuppressions;
  /** A note that says what is wrong with the file, or null; the remarks are none then. */
  readonly problem: string | null;
}

/** `path` as it is shown, `file` where it is. */
export function createRemarksReader(): (path: string, file: string) => FolderRemarks {
  const folders = new Map<string, SuppressionsReading | { readonly problem: string }>();
  return (path, file) => {
    const folder = dirname(file);
    const reading = folders.get(folder) ?? readFolder(folder);
    if (folders.size >= MAX_FOLDERS) folders.clear();
    folders.set(folder, reading);
    if ('remarks' in reading) return { remarks: reading.remarks.get(fileKey(basename(file))) ?? NO_SUPPRESSIONS, problem: null };
    return { remarks: NO_SUPPRESSIONS, problem: `${visible(join(dirname(path), CONFIG_FILE))}：格式有误，无法读取，未生效。${reading.problem}` };
  };
}

function readFolder(folder: string): SuppressionsReading | { readonly problem: string } {
  try {
    const bytes = readBeside(join(folder, CONFIG_FILE), MAX_REMARKS_BYTES);
    if (bytes === null) return { problem: REMARKS_TOO_LONG };
    const file = readUtf8(bytes);
    return 'problem' in file ? file : readSuppressions(file.text);
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? { remarks: new Map() } : { problem: whyNot(error) };
  }
}
