// Custom request: suppressed findings of a draft, each with the change of `.gouji.json` that takes it back.

import type { FileSuppressions, Suppression } from '../../suppressions/suppression.ts';
import { changeData, type SuppressionChange, type SuppressionChangeData } from '../../suppressions/write.ts';

export interface SilencedEntry {
  readonly rule: string;
  /** What the finding said; null where the whole rule says nothing in this file. */
  readonly text: string | null;
  /** Takes it back. */
  readonly change: SuppressionChangeData;
}

/** Rules first, then findings, each in the order in which they were written; also those whose finding is gone by now. */
export function silencedEntries({ off, findings }: FileSuppressions): readonly SilencedEntry[] {
  return [
    ...[...off].map((rule) => entryOf(rule, null, { kind: 'on', rule })),
    ...findings.filter(({ note }) => note === null).map((suppression) => entryOf(suppression.rule, wordsOf(suppression), { kind: 'restored', suppression })),
  ];
}

function entryOf(rule: string, text: string | null, change: SuppressionChange): SilencedEntry {
  return { rule, text, change: changeData(change) };
}

/** An entry written by hand may name its cells alone. */
function wordsOf({ text, cells }: Suppression): string {
  return text === '' ? cells.join(' ') : text;
}
