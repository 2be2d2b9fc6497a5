// What remains of a text when every layout fix is made? No number changes its value, no word is lost.

import { checkReport, type CheckOptions } from '../check/check.ts';
import type { CheckResult, Edit } from '../check/finding.ts';
import type { Report } from '../report/model.ts';
import { parseReport } from '../report/parse.ts';
import { applyEdits, compatible } from './apply.ts';

export interface FixedText {
  readonly text: string;
  /** In how many places the text was changed. */
  readonly places: number;
  /** The report and the findings of the fixed text. */
  readonly report: Report;
  readonly check: CheckResult;
}

/** A fix may uncover another, seldom twice; a rule whose fix does not remove its finding must not loop for ever. */
const MAX_ROUNDS = 8;

/** Applies layout fixes until none is left. A text that is no report stays as it is. */
export function fixLayout(original: string, options: CheckOptions = {}): FixedText {
  let text = original;
  let report = parseReport(text);
  let check = checkReport(report, options);
  let places = 0;
  for (let round = 0; report.recognised && round < MAX_ROUNDS; round++) {
    const edits = compatible(layoutEdits(check), text.length);
    const fixed = applyEdits(text, edits);
    if (fixed === text) break;
    places += edits.length;
    text = fixed;
    report = parseReport(text);
    check = checkReport(report, options);
  }
  return { text, places, report, check };
}

/** The first layout fix of each finding; a finding may offer several, of which one is made. */
function layoutEdits(check: CheckResult): readonly (readonly Edit[])[] {
  return check.findings.map((finding) => finding.fixes.find((fix) => fix.kind === 'layout')?.edits ?? []);
}
