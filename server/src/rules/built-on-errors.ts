// Drops fixes that build on a number which another finding holds wrong: they would carry the mistake on.

import type { Finding, Fix } from '../findings/finding.ts';
import type { CellKey } from '../forms/form.ts';
import { misfiledCase } from './misfiled-case.ts';
import { shiftedCells } from './shifted-cells.ts';
import { unbalanced } from './unbalanced.ts';
import { wrongCell } from './wrong-cell.ts';

/** A sentence names the cells it was held against; it does not hold them wrong. */
const OF_SENTENCES = /^prose-/u;
/** Located together: the value of each takes the others as fixed. */
const LOCATED: ReadonlySet<string> = new Set([wrongCell.id, misfiledCase.id, shiftedCells.id, unbalanced.id]);

/** `unsaid`: errors whose rule is switched off; their cells are no less wrong. */
export function withoutBuiltOnErrors(findings: readonly Finding[], unsaid: readonly Finding[]): Finding[] {
  const errors = [...findings, ...unsaid].filter((finding) => finding.class === '强制' && finding.cells.length > 0 && !OF_SENTENCES.test(finding.rule));
  if (errors.length === 0) return [...findings];
  const wrongFor = (finding: Finding) =>
    new Set(errors.filter((error) => error !== finding && !(LOCATED.has(error.rule) && LOCATED.has(finding.rule))).flatMap(({ cells }) => cells));
  return findings.map((finding) => (finding.fixes.some(({ basis = [] }) => basis.length > 0) ? grounded(finding, wrongFor(finding)) : finding));
}

function grounded(finding: Finding, wrong: ReadonlySet<CellKey>): Finding {
  const fixes = finding.fixes.filter(({ basis = [] }: Fix) => !basis.some((key) => wrong.has(key)));
  if (fixes.length === finding.fixes.length) return finding;
  if (fixes.length > 0 || finding.actual !== undefined) return { ...finding, fixes };
  // What a blank should hold is the value of its fix, and not known any more.
  const { expected: _unknown, ...rest } = finding;
  return { ...rest, fixes };
}
