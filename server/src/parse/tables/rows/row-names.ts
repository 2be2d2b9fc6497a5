// Names of a row in Han characters: its label, its aliases, and groups that are no rows.

import type { RowSpec } from '../../../forms/form.ts';
import { hanOfName } from '../../../text/han.ts';

/** Names with fewer Han characters count only as whole words. */
export const SHORT_NAME = 4;

const names = new WeakMap<RowSpec, readonly string[]>();

/** The Han characters of a row's names, the printed one first. */
export function namesOf(row: RowSpec): readonly string[] {
  const known = names.get(row) ?? [row.label, ...row.aliases].map(hanOfName);
  names.set(row, known);
  return known;
}

/** 不予公开 is a group, and no mistyped 予以公开. */
export function groupNamesOf(rows: readonly RowSpec[]): ReadonlySet<string> {
  const groups = new Set(rows.flatMap((row) => row.groups));
  return new Set([...groups].flatMap((group) => [hanOfName(group), hanOfName(group.replace(/^.*[）、]/u, ''))]));
}
