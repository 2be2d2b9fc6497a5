// What `.gouji.json` says of a whole folder, inherited by the folders below: levels of rules, and files that are left out.

import type { RuleLevel } from '../findings/finding.ts';
import { globMatcher } from '../text/globs.ts';

export interface FolderSettings {
  /** Rule id to level; ids that nobody knows do no harm. */
  readonly rules: ReadonlyMap<string, RuleLevel>;
  /** Globs, from the folder of the file. */
  readonly exclude: readonly string[];
  /** Nothing is inherited from above. */
  readonly root: boolean;
}

export const NO_FOLDER_SETTINGS: FolderSettings = { rules: new Map(), exclude: [], root: false };

/** What holds for one file. */
export interface InheritedSettings {
  readonly levels: ReadonlyMap<string, RuleLevel>;
  readonly excluded: boolean;
}

export const NOTHING_INHERITED: InheritedSettings = { levels: new Map(), excluded: false };

interface Around {
  readonly settings: FolderSettings;
  /** Of the file, from the folder of these settings, with slashes. */
  readonly path: string;
}

/** `around` begins with the file's own folder; behind a root the others do not count. */
export function inheritSettings(around: readonly Around[]): InheritedSettings {
  const last = around.findIndex(({ settings }) => settings.root);
  const counting = last < 0 ? around : around.slice(0, last + 1);
  if (counting.every(({ settings }) => settings.rules.size === 0 && settings.exclude.length === 0)) return NOTHING_INHERITED;
  return {
    // The nearest has the last word.
    levels: new Map(counting.toReversed().flatMap(({ settings }) => [...settings.rules])),
    excluded: counting.some(({ settings, path }) => settings.exclude.some((glob) => globMatcher(glob)?.(path) === true)),
  };
}
