// Report files of the workspace by name, and their text. Listed folder by folder: the editor's search does not see virtual file
// systems.

import { workspace, type Uri } from 'vscode';
import { MAX_FOUND, MAX_SEEN } from '../limits.ts';
import { contentOf, filesOf } from './folder-files.ts';
import { nameMatcher } from './name-patterns.ts';

/** Text files whose names match one of `patterns` (`*` stands for anything). Links are passed over. */
export async function reportFiles(patterns: readonly string[]): Promise<readonly Uri[]> {
  const matches = nameMatcher(patterns);
  const found: Uri[] = [];
  let seen = 0;
  for (const folder of workspace.workspaceFolders ?? []) {
    for await (const { uri, path, problem, advice } of filesOf(folder.uri)) {
      if (++seen > MAX_SEEN || found.length >= MAX_FOUND) return found;
      if (problem === undefined && advice === undefined && matches(path)) found.push(uri);
    }
  }
  return found;
}

/** Empty where the file cannot be read. */
export async function textOf(uri: Uri): Promise<string> {
  const content = await contentOf({ uri, path: uri.path });
  return 'text' in content ? content.text : '';
}
