// Texts to mutate: sample drafts, a generated report in every layout, and published ones where they lie beside the repository.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readShared, sharedFolder } from '../accuracy/corpus.ts';
import { generate } from '../generator/generate.ts';
import { LAYOUTS } from '../generator/layouts/index.ts';

export interface Source {
  readonly name: string;
  readonly text: string;
  /** False for texts of others: what is found in them is rewritten before it becomes a fixture. */
  readonly ours: boolean;
}

const FIRST_SEED = 31_000;
/** Two generations and several noises of each layout. */
const PER_LAYOUT = 3;

export function loadSources(root: string): readonly Source[] {
  return [...samples(join(root, 'test', 'samples')), ...generated(), ...published(root)];
}

function samples(folder: string): readonly Source[] {
  return readdirSync(folder).map((name) => ({ name: `sample ${name}`, text: readFileSync(join(folder, name), 'utf8'), ours: true }));
}

export function generated(): readonly Source[] {
  return LAYOUTS.flatMap((layout, index) =>
    Array.from({ length: PER_LAYOUT }, (_, turn) => {
      const seed = FIRST_SEED + index * PER_LAYOUT + turn;
      return { name: `generated ${layout.name} ${seed}`, text: generate(seed, { layout }).text, ours: true };
    }),
  );
}

function published(root: string): readonly Source[] {
  const shared = sharedFolder(root);
  if (shared === null) return [];
  const names = (folder: string): readonly string[] => readdirSync(folder).filter((name) => /\.(?:txt|md|html?)$/u.test(name));
  return [...names(join(shared, 'corpus')).filter((name) => name !== 'excerpts.md'), ...names(join(shared, 'seeds')).map((name) => `seeds/${name}`)].map(
    (name) => ({ name: `published ${name}`, text: readShared(shared, name), ours: false }),
  );
}
