// Suppression, PreviousReport, FileSuppressions: the shapes of `.gouji.json` once it has been read.

import type { CellKey } from '../forms/form.ts';
import type { Report } from '../parse/model.ts';
import type { Range } from '../text/span.ts';

/** The name of the file; it lies beside the drafts it speaks of. */
export const CONFIG_FILE = '.gouji.json';

/** The version of its format that is read and written. */
export const CONFIG_VERSION = 1;

/** What an editor that cannot ask puts in; until it is replaced, nothing is answered. */
export const NOTE_PLACEHOLDER = '（请填写核实说明）';

/** One finding, known by its rule, its cells and their values, or by its rule's own key. */
export interface Suppression {
  readonly rule: string;
  readonly cells: readonly CellKey[];
  /** The cells' values when the suppression was made, null for a blank; cells left out are not compared. */
  readonly values: ReadonlyMap<CellKey, number | null>;
  /** The finding's own key (`Finding.key`); null where it has none, and in files that were written before there were keys. */
  readonly key: readonly string[] | null;
  /** The finding's first sentence, for whoever reads the file; empty where somebody wrote the entry by hand. */
  readonly text: string;
  /** 核实说明; null where the finding is silenced. */
  readonly note: string | null;
}

/** Figures of last year's report, written down when it was linked. */
export interface PreviousReport {
  /** From the folder of the draft. */
  readonly path: string;
  readonly cells: ReadonlyMap<CellKey, number>;
  /** The file as it is now, where whoever checks can read it; of a file that is not read nothing is claimed. */
  readonly linked?: Report;
  /** Where the figures stand in that file, where it was read and is not kept. */
  readonly places?: ReadonlyMap<CellKey, Range>;
}

export interface FileSuppressions {
  /** Rules that say nothing in this file. */
  readonly off: ReadonlySet<string>;
  readonly findings: readonly Suppression[];
  readonly previous: PreviousReport | null;
}

/** By the drafts' names, as `fileKey` writes them. */
export type Suppressions = ReadonlyMap<string, FileSuppressions>;

export const NO_SUPPRESSIONS: FileSuppressions = { off: new Set(), findings: [], previous: null };

/** Systems differ in how they compose the characters of a name. */
export function fileKey(name: string): string {
  return name.normalize('NFC');
}

/** Whether the note says something. */
export function isAnswered(note: string): boolean {
  return note.trim() !== '' && note.trim() !== NOTE_PLACEHOLDER;
}
