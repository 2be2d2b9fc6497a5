// One mistake, one finding: which findings only repeat what a located mistake already says?

import type { Finding } from '../finding.ts';

/** What a displaced row looks like to rules that see single cells or count them. */
const OF_A_DISPLACED_LINE = new Set(['cell-count', 'cell-ambiguous', 'cell-blank', 'total-blank']);
/** What a wrong value looks like to rules that see the cell alone. */
const OF_A_WRONG_CELL = new Set(['cell-negative', 'cell-not-integer', 'cell-blank']);

/** Drops what another finding of the list covers; where its rule is off, nothing is lost. */
export function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const displaced = findings.filter((finding) => finding.rule === 'shifted-cells');
  const wrong = findings.filter((finding) => finding.rule === 'wrong-cell');
  if (displaced.length === 0 && wrong.length === 0) return [...findings];
  return findings.filter((finding) => {
    const repeatsLine = OF_A_DISPLACED_LINE.has(finding.rule) && displaced.some((line) => isWithin(finding, line) || isAt(finding, line));
    const repeatsCell = OF_A_WRONG_CELL.has(finding.rule) && wrong.some((cell) => isWithin(finding, cell));
    return !repeatsLine && !repeatsCell;
  });
}

function isWithin(finding: Finding, other: Finding): boolean {
  return finding.cells.length > 0 && finding.cells.every((key) => other.cells.includes(key));
}

function isAt(finding: Finding, other: Finding): boolean {
  return finding.span.start === other.span.start && finding.span.end === other.span.end;
}
