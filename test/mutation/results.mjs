// Results of earlier runs: a noticed mutant of a file that did not change counts as noticed still; everything else is tried
// again.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

export async function openResults({ root, files }) {
  const store = path.join(root, '.scratch', 'mutation.json');
  const hashes = new Map(
    files.map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(path.join(root, file)))
        .digest('hex'),
    ]),
  );
  const stored = existsSync(store) ? JSON.parse(readFileSync(store, 'utf8')) : {};
  const known = new Map(Object.entries(stored).filter(([, { file, hash }]) => hashes.get(file) === hash));
  return {
    forget(mutants) {
      for (const mutant of mutants) known.delete(keyOf(mutant));
    },
    noticedBefore: (mutant) => known.get(keyOf(mutant))?.noticedBy ?? undefined,
    add({ file, line, mutator, code, original, replacement, ...place }, noticedBy) {
      const told = { file, line, mutator, code, original, replacement };
      known.set(keyOf({ ...told, ...place }), { ...told, hash: hashes.get(file), noticedBy });
    },
    of: (mutants) => mutants.map((mutant) => ({ ...mutant, noticedBy: known.get(keyOf(mutant)).noticedBy })),
    /** Everything measured of sources as they are now, in this run or an earlier one, file by file. */
    all: () => [...known.values()].sort((one, other) => compare(one.file, other.file) || one.line - other.line),
    async save() {
      await mkdir(path.dirname(store), { recursive: true });
      await writeFile(store, JSON.stringify(Object.fromEntries(known), null, 1));
    },
  };
}

/** Ids are those of one run; place and text are the same in all. */
function keyOf({ file, line, column, mutator, original, replacement }) {
  return [file, line, column, mutator, original, replacement].join(' ');
}

function compare(one, other) {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
