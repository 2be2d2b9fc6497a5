// Numbers of this year that follow from last year's, and the words for last year's place.

import { cellName } from '../../findings/describe.ts';
import type { Related, RuleFinding } from '../../findings/finding.ts';
import { splitKey, type CellKey } from '../../forms/form.ts';
import { FORMS } from '../../forms/index.ts';
import { valueOf, type Report } from '../../parse/model.ts';
import { lastYearValue } from '../../suppressions/previous.ts';
import type { Claim, LastYearClaim } from '../../parse/prose/claim-model.ts';
import { heldAgainst } from '../../parse/prose/claims/last-year.ts';
import type { PreviousReport } from '../../suppressions/suppression.ts';
import { rangeOf } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import type { RuleContext } from '../rule.ts';

/** A number of the text that last year's report decides. */
export interface HeldClaim {
  readonly known: LastYearClaim;
  /** Under the readings that both reports give. */
  readonly claim: Claim;
}

/** None where no report of last year is linked; those of which it says nothing are left out. */
export function heldClaims({ report, previous }: Pick<RuleContext, 'report' | 'previous'>): readonly HeldClaim[] {
  if (previous === null) return [];
  const sides = { text: report.text, now: (key: CellKey) => valueOf(report, key), before: (key: CellKey) => lastYearValue(previous, key) };
  return report.lastYear.flatMap((known) => {
    const claim = heldAgainst(known, sides);
    return claim === null ? [] : [{ known, claim }];
  });
}

/** A number that is not what follows from last year's. */
export interface Break {
  readonly key: CellKey;
  readonly actual: number;
  readonly expected: number;
  /** Last year's cells that it follows from. */
  readonly from: readonly CellKey[];
}

/** Whether a number of this year follows, and from which; null where one of the numbers is not known. */
export function breakOf(
  report: Report,
  key: CellKey,
  { expected, from }: { readonly expected: number | null; readonly from: readonly CellKey[] },
): Break | null {
  const actual = valueOf(report, key);
  return actual === null || expected === null || actual === expected ? null : { key, actual, expected, from };
}

/** “二、上年结转·总计”应为 40（现为 2） */
export function shouldBe(report: Report, { key, actual, expected }: Break): string {
  return `${cellName(report.detectedForm.form, key)}应为 ${expected}（现为 ${actual}）`;
}

/** 「四、结转下年度·总计」为40 */
export function lastYearWords(previous: PreviousReport, keys: readonly CellKey[]): string {
  return keys.map((key) => `${lastYearName(key)}为${lastYearValue(previous, key) ?? ''}`).join('，');
}

/** In the file itself where it was read; else the words of the message have to do. */
export function lastYearPlaces(previous: PreviousReport, keys: readonly CellKey[], own: Span): readonly Related[] {
  const { linked, places, path } = previous;
  return keys.flatMap((key) => {
    const span = linked?.cells.get(key)?.span;
    const range = linked === undefined || span === undefined ? places?.get(key) : rangeOf(linked.lines, span);
    if (range === undefined) return [];
    return [{ message: `上年年报：${lastYearName(key)}为${lastYearValue(previous, key) ?? ''}`, span: own, file: { path, range } }];
  });
}

/** Of whichever form has such a row. */
function lastYearName(key: CellKey): string {
  const { table, row } = splitKey(key);
  const form = [FORMS['2021'], FORMS['2019']].find((each) => each.tables.some(({ id, rows }) => id === table && rows.some((spec) => spec.id === row)));
  return cellName(form ?? FORMS['2021'], key);
}

/** What a finding at the cell holds in any case. */
export function atCell(report: Report, previous: PreviousReport, found: Break): Pick<RuleFinding, 'span' | 'cells' | 'actual' | 'expected' | 'related'> {
  const span = report.cells.get(found.key)?.span ?? { start: 0, end: 0 };
  return { span, cells: [found.key], actual: found.actual, expected: found.expected, related: lastYearPlaces(previous, found.from, span) };
}
