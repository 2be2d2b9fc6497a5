// Compile cache of the server: what Node.js compiled of it stays in the folder that VS Code gives the extension, for its next start.

import { Uri, workspace } from 'vscode';

/** Read by Node.js 22 and later; older ones compile anew at each start, and so do all where the folder cannot be written. */
const VARIABLE = 'NODE_COMPILE_CACHE';

/** The environment of the server. Who set the variable for all programs, or switched it off, has decided. */
export function compileCacheIn(storage: Uri, version: string): Readonly<Record<string, string>> {
  if (storage.scheme !== 'file' || process.env[VARIABLE] !== undefined) return {};
  const folder = Uri.joinPath(storage, 'compile-cache');
  void removeOthers(folder, version);
  return { [VARIABLE]: Uri.joinPath(folder, version).fsPath };
}

/** Those of earlier versions: half a megabyte each. */
async function removeOthers(folder: Uri, version: string): Promise<void> {
  try {
    const entries = await workspace.fs.readDirectory(folder);
    const others = entries.filter(([name]) => name !== version);
    await Promise.all(others.map(([name]) => workspace.fs.delete(Uri.joinPath(folder, name), { recursive: true })));
  } catch {
    // There is none yet, or another window is removing them.
  }
}
