// A draft, what is found in it, and what `.gouji.json` makes of that.

import { checkReport } from '../../server/src/check.ts';
import type { CheckResult, Finding } from '../../server/src/findings/finding.ts';
import { readSuppressions } from '../../server/src/suppressions/read-config.ts';
import { NO_SUPPRESSIONS, type FileSuppressions } from '../../server/src/suppressions/suppression.ts';
import { subjectOf } from '../../server/src/suppressions/subject.ts';
import { rewriteSuppressions, type SuppressionChange } from '../../server/src/suppressions/write.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { draftWith, type DraftForm, type DraftLayout } from '../support/draft.ts';

export const NAME = '青禾县.nb.txt';

export function draft(cells: Readonly<Record<string, string>>, layout: DraftLayout = 'tab', form: DraftForm = '2021'): string {
  return draftWith(cells, { form, layout });
}

/** The suppressions a `.gouji.json` of this text holds on `NAME`. */
export function suppressionsIn(text: string): FileSuppressions {
  const reading = readSuppressions(text);
  if ('problem' in reading) throw new Error(reading.problem);
  return reading.suppressions.get(NAME) ?? NO_SUPPRESSIONS;
}

export function checked(text: string, suppressions = NO_SUPPRESSIONS): CheckResult {
  return checkReport(parseReport(text), { suppressions });
}

/** The one finding of that rule. */
export function found(text: string, rule: string, suppressions = NO_SUPPRESSIONS): Finding {
  const all = checked(text, suppressions).findings.filter((finding) => finding.rule === rule);
  if (all.length !== 1 || all[0] === undefined) throw new Error(`${all.length} findings of ${rule}`);
  return all[0];
}

/** What the light bulb writes of the finding of that rule; a note, or null to silence it. */
export function changeOf(text: string, rule: string, note: string | null): SuppressionChange {
  const subject = subjectOf(parseReport(text), found(text, rule));
  return { kind: 'finding', suppression: { ...subject, note }, replaces: null };
}

/** `.gouji.json` after the changes, one after the other. */
export function written(before: string | null, ...changes: readonly SuppressionChange[]): string {
  return changes.reduce<string>((text, change) => {
    const result = rewriteSuppressions(text === '' ? null : text, NAME, change);
    if ('problem' in result) throw new Error(result.problem);
    return result.text;
  }, before ?? '');
}
