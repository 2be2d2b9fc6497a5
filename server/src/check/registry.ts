// Which rules are there? From the sums to the words: broken sums, parts and tables and rows, what stands in a cell,
// bounds inside table two, characters, sentences beside the tables, years and names, what a part has to say, wording.
// A new one stands behind its nearest relative. Lists follow this order; findings do not, they are sorted by place.

import type { Rule } from './rule.ts';
import { amountDecimals } from './rules/amount-decimals.ts';
import { amountUnit } from './rules/amount-unit.ts';
import { aspectMissing } from './rules/aspect-missing.ts';
import { cellAmbiguous } from './rules/cell-ambiguous.ts';
import { cellBlank } from './rules/cell-blank.ts';
import { cellCount } from './rules/cell-count.ts';
import { cellNegative } from './rules/cell-negative.ts';
import { cellNotInteger } from './rules/cell-not-integer.ts';
import { cellNotNumber } from './rules/cell-not-number.ts';
import { cellNotation } from './rules/cell-notation.ts';
import { columnHeader } from './rules/column-header.ts';
import { documentNumber } from './rules/document-number.ts';
import { duplicateParagraph } from './rules/duplicate-paragraph.ts';
import { feeStatement } from './rules/fee-statement.ts';
import { formMixed } from './rules/form-mixed.ts';
import { formOutdated } from './rules/form-outdated.ts';
import { formTypo } from './rules/form-typo.ts';
import { lawOutdated } from './rules/law-outdated.ts';
import { misfiledCase } from './rules/misfiled-case.ts';
import { partCount } from './rules/part-count.ts';
import { period } from './rules/period.ts';
import { placeholder } from './rules/placeholder.ts';
import { procurementPair } from './rules/procurement-pair.ts';
import { proseComplete } from './rules/prose-complete.ts';
import { proseNumber } from './rules/prose-number.ts';
import { proseRate } from './rules/prose-rate.ts';
import { proseSum } from './rules/prose-sum.ts';
import { proseTrend } from './rules/prose-trend.ts';
import { proseZero } from './rules/prose-zero.ts';
import { publishedOverTotal } from './rules/published-over-total.ts';
import { radicalCharacter } from './rules/radical-character.ts';
import { regulationAuthority } from './rules/regulation-authority.ts';
import { reportTwice } from './rules/report-twice.ts';
import { rowDuplicate } from './rules/row-duplicate.ts';
import { rowLabel } from './rules/row-label.ts';
import { rowMissing } from './rules/row-missing.ts';
import { rowUnknown } from './rules/row-unknown.ts';
import { sectionEmpty } from './rules/section-empty.ts';
import { sectionMissing } from './rules/section-missing.ts';
import { sectionOrder } from './rules/section-order.ts';
import { sectionTitle } from './rules/section-title.ts';
import { shiftedCells } from './rules/shifted-cells.ts';
import { stockBelowFlow } from './rules/stock-below-flow.ts';
import { stockNegative } from './rules/stock-negative.ts';
import { tableMissing } from './rules/table-missing.ts';
import { tableUnreadable } from './rules/table-unreadable.ts';
import { term } from './rules/term.ts';
import { totalBlank } from './rules/total-blank.ts';
import { unbalanced } from './rules/unbalanced.ts';
import { unitMismatch } from './rules/unit-mismatch.ts';
import { wrongCell } from './rules/wrong-cell.ts';
import { yearMismatch } from './rules/year-mismatch.ts';

export const RULES: readonly Rule[] = [
  wrongCell,
  misfiledCase,
  shiftedCells,
  unbalanced,
  totalBlank,
  sectionMissing,
  sectionOrder,
  tableMissing,
  rowMissing,
  rowDuplicate,
  cellCount,
  tableUnreadable,
  cellAmbiguous,
  reportTwice,
  rowUnknown,
  columnHeader,
  formMixed,
  sectionTitle,
  rowLabel,
  formOutdated,
  cellNotNumber,
  cellNegative,
  cellNotInteger,
  cellBlank,
  cellNotation,
  amountUnit,
  amountDecimals,
  stockBelowFlow,
  stockNegative,
  publishedOverTotal,
  procurementPair,
  regulationAuthority,
  radicalCharacter,
  proseNumber,
  proseZero,
  proseComplete,
  proseRate,
  proseSum,
  proseTrend,
  yearMismatch,
  period,
  partCount,
  unitMismatch,
  feeStatement,
  sectionEmpty,
  aspectMissing,
  placeholder,
  lawOutdated,
  documentNumber,
  duplicateParagraph,
  formTypo,
  term,
];

const byId: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));

/** The rule of that id; undefined where there is none. */
export function ruleOf(id: string): Rule | undefined {
  return byId.get(id);
}
