// Verifies fixes by applying them to the text and checking it again, where somebody asks for the fixes of a finding: it costs a reading each.

import { checkReport, type CheckOptions } from '../check.ts';
import { isHeavier, type CheckResult, type Finding, type Fix } from '../findings/finding.ts';
import type { Report } from '../parse/model.ts';
import { parseReport } from '../parse/parse.ts';
import { applyEdits } from '../text/edits.ts';
import { MAX_TRIED_UNITS } from './limits.ts';
import { keepsNumbers } from './same-values.ts';

export interface Checked {
  readonly report: Report;
  /** All that is said of the report under `options`. */
  readonly findings: CheckResult['findings'];
  readonly options: CheckOptions;
}

const known = new WeakMap<Finding, readonly Fix[]>();

/** The fixes that remove their finding and add none of higher severity; layout fixes that keep every number. */
export function verifiedFixes(checked: Checked, finding: Finding): readonly Fix[] {
  const { report } = checked;
  if (finding.fixes.length === 0 || report.text.length > MAX_TRIED_UNITS) return finding.fixes;
  const found = known.get(finding) ?? finding.fixes.filter((fix) => isVerified(checked, finding, fix));
  known.set(finding, found);
  return found;
}

function isVerified({ report, findings, options }: Checked, finding: Finding, fix: Fix): boolean {
  const after = parseReport(applyEdits(report.text, fix.edits));
  if (!after.recognised || (fix.kind === 'layout' && !keepsNumbers(report, after))) return false;
  const remaining = checkReport(after, options).findings;
  if (alike(remaining, finding) >= alike(findings, finding)) return false;
  const [before, now] = [weigh(findings), weigh(remaining)];
  return !remaining.some((each) => isHeavier(each.severity, finding.severity) && (now.get(placeOf(each)) ?? 0) > (before.get(placeOf(each)) ?? 0));
}

/** How much is said of each place: one more missing row is a new mistake, though a row was missing before. */
function weigh(findings: CheckResult['findings']): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const finding of findings) {
    // What names no cells may speak of many places at once.
    const weight = finding.cells.length === 0 ? 1 + finding.related.length : 1;
    weights.set(placeOf(finding), (weights.get(placeOf(finding)) ?? 0) + weight);
  }
  return weights;
}

/** The same mistake may stand in several places, and is fixed in one of them. */
function alike(findings: CheckResult['findings'], finding: Finding): number {
  return findings.filter((each) => identityOf(each) === identityOf(finding)).length;
}

/** A finding is the same one after an edit elsewhere if rule, cells and words are. */
function identityOf(finding: Finding): string {
  return `${placeOf(finding)} ${finding.message}`;
}

/** Counts in the words may change with an edit elsewhere: that adds no finding. */
function placeOf({ rule, cells }: Finding): string {
  return `${rule} ${cells.join(' ')}`;
}
