// URI of the `.gouji.json` beside a document, on any file system.

import { CONFIG_FILE } from '../suppressions/suppression.ts';

export interface SiblingConfig {
  readonly remarksUri: string;
  /** The document's own name, as the file system has it. */
  readonly name: string;
}

/** `scheme://authority/folder/name`, where the authority may be empty. */
const URI = /^(?<folder>[a-z][a-z0-9+.-]*:\/.*\/)(?<name>[^/?#]+)(?<rest>[?#].*)?$/iu;

/** Null where a document lies in no folder: it was never saved. */
export function siblingConfigUri(uri: string): SiblingConfig | null {
  if (uri.startsWith('untitled:')) return null;
  const { folder, name, rest = '' } = URI.exec(uri)?.groups ?? {};
  if (folder === undefined || name === undefined) return null;
  try {
    return { remarksUri: `${folder}${CONFIG_FILE}${rest}`, name: decodeURIComponent(name) };
  } catch {
    // A stray percent sign: no name that a file could have been saved under by an editor.
    return null;
  }
}

export function isConfigUri(uri: string): boolean {
  return uri.split(/[?#]/u, 1)[0]?.endsWith(`/${CONFIG_FILE}`) === true;
}
