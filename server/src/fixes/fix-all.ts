// What remains of a text when every layout fix is made? No number changes its value, no word is lost.

import { checkReport, type CheckOptions } from '../check.ts';
import type { CheckResult } from '../findings/finding.ts';
import type { Edit } from '../text/edits.ts';
import type { Report } from '../parse/model.ts';
import { parseReport } from '../parse/parse.ts';
import { applyEdits, compatible } from '../text/edits.ts';
import { MAX_FIX_ROUNDS } from './limits.ts';
import { keepsNumbers } from './same-values.ts';

export interface FixedText {
  readonly text: string;
  /** In how many places the text was changed. */
  readonly places: number;
  /** The report and the findings of the fixed text. */
  readonly report: Report;
  readonly check: CheckResult;
}

/** Applies layout fixes until none is left. A text that is no report stays as it is. */
export function fixLayout(original: string, options: CheckOptions = {}): FixedText {
  let text = original;
  let report = parseReport(text);
  let check = checkReport(report, options);
  let places = 0;
  for (let round = 0; report.recognised && round < MAX_FIX_ROUNDS; round++) {
    const next = fixedOnce(report, layoutEdits(check));
    if (next === null) break;
    places += next.places;
    text = next.report.text;
    report = next.report;
    check = checkReport(report, options);
  }
  return { text, places, report, check };
}

/** The text with these groups of edits made, less those after which a number reads otherwise; null where nothing is left to do. */
function fixedOnce(report: Report, groups: readonly (readonly Edit[])[]): { readonly report: Report; readonly places: number } | null {
  if (groups.every((edits) => edits.length === 0)) return null;
  const tried = (chosen: readonly (readonly Edit[])[]) => {
    const edits = compatible(chosen, report.text.length);
    return { report: parseReport(applyEdits(report.text, edits)), places: edits.length };
  };
  const keeps = (fixed: { readonly report: Report }) => keepsNumbers(report, fixed.report);
  const all = tried(groups);
  const fixed = keeps(all) ? all : tried(groups.filter((group) => keeps(tried([group]))));
  return fixed.report.text === report.text || !keeps(fixed) ? null : fixed;
}

/** The first layout fix of each finding; a finding may offer several, of which one is made. */
function layoutEdits(check: CheckResult): readonly (readonly Edit[])[] {
  return check.findings.map((finding) => finding.fixes.find((fix) => fix.kind === 'layout')?.edits ?? []);
}
