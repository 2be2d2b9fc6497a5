// Texts that two builds are compared on: all we have that can be made or read, by name, in one order.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharedFolder } from '../accuracy/corpus.ts';
import { KINDS } from '../foreign/kinds/index.ts';
import { generateMany } from '../generator/generate.ts';
import { createRng } from '../generator/rng.ts';
import { composeDraft, DRAFT_NAMES } from '../support/draft.ts';

export interface NamedText {
  readonly name: string;
  readonly bytes: string | Uint8Array;
}

const READABLE = /\.(?:txt|md|html|htm)$/u;
const FOREIGN_PER_KIND = 3;

/** Generated reports are the same for the same count. */
export function* textsFor(root: string, generated: number): Generator<NamedText> {
  const shared = sharedFolder(root);
  const folders = [join(root, 'test/samples'), ...(shared === null ? [] : ['seeds', 'corpus', 'corpus/derived', 'faults'].map((name) => join(shared, name)))];
  for (const folder of folders) yield* filesIn(folder);
  for (const form of DRAFT_NAMES)
    for (const layout of ['tab', 'space', 'pipe'] as const) yield { name: `drafts/${form}-${layout}.txt`, bytes: composeDraft({ form, layout }) };
  for (const sample of generateMany(generated)) yield { name: `generated/${sample.layout.name}-${sample.seed}.txt`, bytes: sample.text };
  for (const { name, write } of KINDS) {
    for (let seed = 1; seed <= FOREIGN_PER_KIND; seed++)
      yield { name: `foreign/${name.replaceAll(/[^\p{L}\p{N}-]+/gu, '-')}-${seed}.txt`, bytes: write(createRng(seed)) };
  }
}

function* filesIn(folder: string): Generator<NamedText> {
  if (!existsSync(folder)) return;
  const group = folder.split(/[\\/]/u).at(-1) ?? '';
  for (const name of readdirSync(folder).sort()) if (READABLE.test(name)) yield { name: `${group}/${name}`, bytes: readFileSync(join(folder, name)) };
}
