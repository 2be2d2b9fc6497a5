// Folder that the workbench opens when nobody names one: a fresh copy of the samples,
// since trying things out must not damage them.

import { cp, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/** Copies `source` into a new temporary folder called 样例, which is what the explorer shows. */
export async function scratchCopy(source) {
  const parent = await mkdtemp(path.join(os.tmpdir(), 'gouji-'));
  const folder = path.join(parent, '样例');
  await cp(source, folder, { recursive: true });
  return { folder, remove: () => rm(parent, { recursive: true, force: true }) };
}
