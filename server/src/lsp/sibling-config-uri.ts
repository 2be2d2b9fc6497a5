// URI of the `.gouji.json` beside a document, on any file system.

import { MAX_CONFIG_DEPTH } from './limits.ts';
import { CONFIG_FILE } from '../suppressions/suppression.ts';

export interface SiblingConfig {
  readonly configUri: string;
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
    return { configUri: `${folder}${CONFIG_FILE}${rest}`, name: decodeURIComponent(name) };
  } catch {
    // A stray percent sign: no name that a file could have been saved under by an editor.
    return null;
  }
}

/** Beside the document, then in each folder above it up to the folder of the workspace around it; a document outside has the first alone. */
export function configUrisAround(uri: string, roots: readonly string[]): readonly string[] {
  const own = siblingConfigUri(uri);
  if (own === null) return [];
  const folder = folderOf(own.configUri);
  const root = roots.map((each) => (each.endsWith('/') ? each : `${each}/`)).find((each) => folder.startsWith(each));
  const folders = [folder];
  for (let above = folder; root !== undefined && above.length > root.length && folders.length <= MAX_CONFIG_DEPTH; folders.push(above)) {
    above = above.slice(0, above.lastIndexOf('/', above.length - 2) + 1);
  }
  const rest = own.configUri.slice(folder.length);
  return folders.map((each) => each + rest);
}

/** The path of a document from the folder of a config file around it. */
export function pathBelow(configUri: string, uri: string): string {
  const path = (uri.split(/[?#]/u, 1)[0] ?? '').slice(folderOf(configUri).length);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function folderOf(configUri: string): string {
  return configUri.slice(0, configUri.lastIndexOf(CONFIG_FILE));
}

export function isConfigUri(uri: string): boolean {
  return uri.split(/[?#]/u, 1)[0]?.endsWith(`/${CONFIG_FILE}`) === true;
}
