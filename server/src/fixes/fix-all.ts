// Fix-all: makes every layout fix of a text. No number, word, tag or address changes, suppressed findings stay; every entrance
// uses it.

import { checkReport, type CheckOptions } from '../check.ts';
import type { CheckResult, Finding } from '../findings/finding.ts';
import { cellNotation } from '../rules/cell-notation.ts';
import { addressSpans } from '../text/addresses.ts';
import { isHtmlFile } from '../text/files.ts';
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

/** Text that is a web page under another name. Single line breaks in a Markdown table make none. */
const HTML = /<(?:!doctype|html|body|table|div)[\s/>]/iu;
/** The one rule whose fixes touch nothing but the inside of a cell. */
const SAFE_IN_HTML: ReadonlySet<string> = new Set([cellNotation.id]);

/** What fixing all makes of a report in a file of that name; null where nothing is to be done, or it would change more than layout. */
export function fixAll(report: Report, { name, options }: { readonly name: string; readonly options: CheckOptions }): FixedText | null {
  if (!report.recognised) return null;
  const html = isHtmlFile(name) || HTML.test(report.text);
  const fixed = fixLayout(report.text, options, html ? ({ rule }) => SAFE_IN_HTML.has(rule) : undefined);
  if (fixed.text === report.text || !keepsNumbers(report, fixed.report)) return null;
  // A number may be written in pieces, each in tags of its own; making one of it would tear the tags apart.
  return addressesOf(fixed.text) === addressesOf(report.text) ? fixed : null;
}

function addressesOf(text: string): string {
  return addressSpans(text)
    .map(({ start, end }) => text.slice(start, end))
    .join('');
}

/** Applies layout fixes until none is left. A text that is no report stays as it is. */
export function fixLayout(original: string, options: CheckOptions = {}, wanted: (finding: Finding) => boolean = () => true): FixedText {
  let text = original;
  let report = parseReport(text);
  let check = checkReport(report, options);
  let places = 0;
  for (let round = 0; report.recognised && round < MAX_FIX_ROUNDS; round++) {
    const next = fixedOnce(report, layoutEdits(check.findings.filter(wanted)));
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
function layoutEdits(findings: readonly Finding[]): readonly (readonly Edit[])[] {
  return findings.map((finding) => finding.fixes.find((fix) => fix.kind === 'layout')?.edits ?? []);
}
