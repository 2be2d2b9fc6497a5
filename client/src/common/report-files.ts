// Which files of the workspace are reports by their names, and what do they say? Folder by folder through the editor:
// its own search knows nothing of virtual file systems.

import { FileType, Uri, workspace } from 'vscode';
import { decodeUtf8 } from '../../../server/src/text/utf8.ts';

/** More files than this are an archive; looking through it would take longer than typing the numbers. */
const MAX_FILES = 500;
const MAX_FOLDERS = 500;
const MAX_BYTES = 2_000_000;
const PASSED_OVER = new Set(['.git', 'node_modules']);

/** Files whose names match one of `patterns` (`*` stands for anything), nearest folders first. Links are passed over. */
export async function reportFiles(patterns: readonly string[]): Promise<readonly Uri[]> {
  const matchers = patterns.map((pattern) => new RegExp(`^${pattern.split('*').map(escape).join('.*')}$`, 'u'));
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const files: Uri[] = [];
  for (let index = 0; index < folders.length && index < MAX_FOLDERS && files.length < MAX_FILES; index++) {
    const folder = folders[index];
    if (folder === undefined) break;
    for (const [name, type] of await entriesOf(folder)) {
      if (type === FileType.Directory && !PASSED_OVER.has(name)) folders.push(Uri.joinPath(folder, name));
      if (type === FileType.File && matchers.some((matcher) => matcher.test(name))) files.push(Uri.joinPath(folder, name));
    }
  }
  return files;
}

/** Empty where the file cannot be read. */
export async function textOf(uri: Uri): Promise<string> {
  try {
    if ((await workspace.fs.stat(uri)).size > MAX_BYTES) return '';
    const bytes = await workspace.fs.readFile(uri);
    return decodeUtf8(bytes) ?? new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  } catch {
    return '';
  }
}

async function entriesOf(folder: Uri): Promise<readonly [string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

function escape(words: string): string {
  return words.replaceAll(/[.+?^${}()|[\]\\]/gu, '\\$&');
}
