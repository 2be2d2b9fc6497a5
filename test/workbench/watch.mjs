// Watches the opened folder for changes behind the workbench's back.
// The tree is compared with itself twice a second: it behaves alike on every system, on network
// drives and in containers, where native watching does not, and a report folder is small.

import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { ENTRIES_MAX, PARTIAL_SUFFIX } from './disk.mjs';

const INTERVAL_MS = 500;
const SKIPPED_FOLDERS = new Set(['.git', 'node_modules']);

/** Calls `onChanges` with `{ type: 'created' | 'changed' | 'deleted', path }[]`, paths `/`-separated below `root`. */
export function watchFolder(root, onChanges) {
  let disposed = false;
  let before;
  let timer;

  async function look() {
    const now = await snapshot(root);
    if (disposed) return;
    const changes = before === undefined ? [] : difference(before, now);
    before = now;
    if (changes.length > 0) onChanges(changes);
    timer = setTimeout(() => void look(), INTERVAL_MS);
  }

  void look();
  return {
    dispose() {
      disposed = true;
      clearTimeout(timer);
    },
  };
}

async function snapshot(root) {
  const seen = new Map();
  const folders = [''];
  while (folders.length > 0 && seen.size < ENTRIES_MAX) {
    const folder = folders.pop();
    // A folder can vanish between being listed and being read; the next look tells.
    const entries = await readdir(path.join(root, folder), { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const relativePath = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.name.endsWith(PARTIAL_SUFFIX)) continue;
      if (entry.isDirectory() && !SKIPPED_FOLDERS.has(entry.name)) {
        seen.set(relativePath, 'folder');
        folders.push(relativePath);
      } else if (entry.isFile()) {
        const stats = await stat(path.join(root, relativePath)).catch(() => undefined);
        if (stats !== undefined) seen.set(relativePath, `${stats.mtimeMs}/${stats.size}/${stats.ino}`);
      }
    }
  }
  return seen;
}

function difference(before, now) {
  const changes = [];
  for (const [relativePath, state] of now) {
    const earlier = before.get(relativePath);
    if (earlier === undefined) changes.push({ type: 'created', path: relativePath });
    else if (earlier !== state) changes.push({ type: 'changed', path: relativePath });
  }
  for (const relativePath of before.keys()) {
    if (!now.has(relativePath)) changes.push({ type: 'deleted', path: relativePath });
  }
  return changes;
}
