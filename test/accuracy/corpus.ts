// Published reports beside the repository, never in it, and the cells that must be found in them.

import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CellKey } from '../../server/src/forms/form.ts';

export interface CorpusText {
  /** Path below the corpus folder, as `expected.json` has it. */
  readonly file: string;
  readonly text: string;
  readonly cells: ReadonlyMap<CellKey, number>;
  /** Tables whose values the extractor tore from their labels: absent with a finding is right, wrong never. */
  readonly declinable: ReadonlySet<string>;
  /** Organ, year and form, where somebody wrote them down. */
  readonly meta: CorpusMeta | null;
}

export interface CorpusMeta {
  readonly unit: string | null;
  readonly year: number | null;
  readonly form: string | null;
}

/** The folder with the shared material, or null in a clone that stands alone. */
export function sharedFolder(root: string): string | null {
  const folder = join(root, '..', 'shared');
  return existsSync(join(folder, 'corpus', 'expected.json')) ? folder : null;
}

export function readShared(folder: string, file: string): string {
  const path = file.startsWith('seeds/') ? join(folder, file) : join(folder, 'corpus', file);
  return readFileSync(path, 'utf8');
}

export function loadCorpus(folder: string): readonly CorpusText[] {
  const expected = readJson<Record<string, Record<CellKey, number>>>(folder, 'expected.json');
  const declinable = readJson<Record<string, readonly string[]>>(folder, 'declinable.json');
  const meta = readJson<Record<string, CorpusMeta>>(folder, 'meta.json');
  return Object.entries(expected).map(([file, cells]) => ({
    file,
    text: readShared(folder, file),
    cells: new Map(Object.entries(cells) as [CellKey, number][]),
    declinable: new Set(declinable[basename(file)] ?? []),
    meta: meta[file] ?? null,
  }));
}

/** The files are ours and typed by hand: their shape is trusted. */
function readJson<T>(folder: string, name: string): T {
  return JSON.parse(readFileSync(join(folder, 'corpus', name), 'utf8')) as T;
}
