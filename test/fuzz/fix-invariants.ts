// Invariants of the fixes of every text, however broken (invariant 5 of the design).

import { checkReport } from '../../server/src/check.ts';
import type { CheckResult, Finding, Fix, Severity } from '../../server/src/findings/finding.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { fixLayout } from '../../server/src/fixes/fix-all.ts';
import { verifiedFixes } from '../../server/src/fixes/verified-fixes.ts';
import { formatTables, type FormatLayout } from '../../server/src/rewrite/layout/format-tables.ts';
import type { Report } from '../../server/src/parse/model.ts';
import { parseReport } from '../../server/src/parse/parse.ts';

const RANK: Readonly<Record<Severity, number>> = { error: 3, warning: 2, information: 1, hint: 0 };
const LAYOUTS: readonly FormatLayout[] = ['tabs', 'aligned', 'keep'];

interface Read {
  readonly text: string;
  readonly report: Report;
  readonly check: CheckResult;
}

/** What is wrong with what the fixes of a text do, shortest words; empty when all is well. */
export function judgeFixes(text: string): readonly string[] {
  const before = read(text);
  if (!before.report.recognised) return [];
  const broken = new Set<string>();
  const checked = { report: before.report, findings: before.check.findings, options: {} };
  for (const finding of before.check.findings)
    for (const fix of verifiedFixes(checked, finding))
      for (const problem of judgeFix(before, finding, fix)) broken.add(`${finding.rule} ${fix.kind}: ${problem}`);
  for (const problem of judgeFixAll(before)) broken.add(`fix-all: ${problem}`);
  for (const layout of LAYOUTS) for (const problem of judgeFormat(before, layout)) broken.add(`format ${layout}: ${problem}`);
  return [...broken];
}

function judgeFix(before: Read, finding: Finding, fix: Fix): readonly string[] {
  const fixed = applyEdits(before.text, fix.edits);
  if (fixed === before.text) return ['changes nothing'];
  const after = read(fixed);
  const isMore = (each: Finding) => saidOf(after, each) > saidOf(before, each);
  const worse = after.check.findings.filter((each) => RANK[each.severity] > RANK[finding.severity] && isMore(each));
  return [
    ...(after.report.recognised ? [] : ['no report afterwards']),
    ...(alike(after, finding) >= alike(before, finding) ? ['the finding stays'] : []),
    ...worse.map(({ rule }) => `adds ${rule}`),
    ...(fix.kind === 'layout' && !keepsNumbers(before.report, after.report) ? ['changes a number'] : []),
  ];
}

/** How often the rule speaks of these cells; what names none may speak of many places at once. */
function saidOf({ check }: Read, finding: Finding): number {
  return check.findings
    .filter((each) => placeOf(each) === placeOf(finding))
    .reduce((sum, { cells, related }) => sum + (cells.length === 0 ? 1 + related.length : 1), 0);
}

/** The same mistake may stand in several places, and is mended in one of them. */
function alike({ check }: Read, finding: Finding): number {
  return check.findings.filter((each) => placeOf(each) === placeOf(finding) && each.message === finding.message).length;
}

function judgeFixAll(before: Read): readonly string[] {
  const once = fixLayout(before.text);
  return [
    ...(keepsNumbers(before.report, once.report) ? [] : ['changes a number']),
    ...(fixLayout(once.text).text === once.text ? [] : ['another change the second time']),
  ];
}

function judgeFormat({ text, report }: Read, layout: FormatLayout): readonly string[] {
  const edits = formatTables(report, { layout });
  if (edits.length === 0) return [];
  const once = applyEdits(text, edits);
  const after = parseReport(once);
  const both = [fixLayout(once).text, formatted(fixLayout(text).text, layout)];
  return [
    ...(keepsNumbers(report, after) && keepsNumbers(after, report) ? [] : ['changes a number']),
    ...(formatTables(after, { layout }).length === 0 ? [] : ['another change the second time']),
    ...(both[0] === both[1] ? [] : ['does not commute with fix-all']),
  ];
}

function formatted(text: string, layout: FormatLayout): string {
  return applyEdits(text, formatTables(parseReport(text), { layout }));
}

function read(text: string): Read {
  const report = parseReport(text);
  return { text, report, check: checkReport(report) };
}

/** Every number that was read is read again, the same. Said here again: the product's own word for it is what is being tried. */
function keepsNumbers(before: Report, after: Report): boolean {
  return [...before.cells.values()].every(({ key, reading }) => {
    const twin = after.cells.get(key)?.reading;
    return reading.kind !== 'number' || (twin?.kind === 'number' && twin.value === reading.value);
  });
}

/** Counts in the words may change with an edit elsewhere: that adds no finding. */
function placeOf({ rule, cells }: Finding): string {
  return `${rule} ${cells.join(' ')}`;
}
