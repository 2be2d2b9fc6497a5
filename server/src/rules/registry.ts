// Registry of the rules: broken sums, parts and tables and rows, cells, bounds inside table two, last year's report, characters,
// sentences beside the tables, years and names, what a part has to say, wording. A new rule stands behind its nearest relative.
// Lists follow this order; findings do not, they are sorted by place.

import type { Rule } from './rule.ts';
import { amountDecimals } from './amount-decimals.ts';
import { amountUnit } from './amount-unit.ts';
import { aspectMissing } from './aspect-missing.ts';
import { carryOver } from './carry-over.ts';
import { cellAmbiguous } from './cell-ambiguous.ts';
import { cellBlank } from './cell-blank.ts';
import { cellCount } from './cell-count.ts';
import { cellNegative } from './cell-negative.ts';
import { cellNotInteger } from './cell-not-integer.ts';
import { cellNotNumber } from './cell-not-number.ts';
import { cellNotation } from './cell-notation.ts';
import { columnHeader } from './column-header.ts';
import { coverLetter } from './cover-letter.ts';
import { conflictMarker } from './conflict-marker.ts';
import { documentNumber } from './document-number.ts';
import { doubledWord } from './doubled-word.ts';
import { duplicateParagraph } from './duplicate-paragraph.ts';
import { feeStatement } from './fee-statement.ts';
import { formMixed } from './form-mixed.ts';
import { formOutdated } from './form-outdated.ts';
import { formTypo } from './form-typo.ts';
import { improvementMissing } from './improvement-missing.ts';
import { invisibleCharacter } from './invisible-character.ts';
import { itemChain } from './item-chain.ts';
import { lawOutdated } from './law-outdated.ts';
import { misfiledCase } from './misfiled-case.ts';
import { partCount } from './part-count.ts';
import { period } from './period.ts';
import { personalNumber } from './personal-number.ts';
import { placeholder } from './placeholder.ts';
import { previousChanged } from './previous-changed.ts';
import { planYear } from './plan-year.ts';
import { procurementPair } from './procurement-pair.ts';
import { proseComplete } from './prose-complete.ts';
import { proseLastYear } from './prose-last-year.ts';
import { proseNumber } from './prose-number.ts';
import { proseRate } from './prose-rate.ts';
import { proseSum } from './prose-sum.ts';
import { proseTrend } from './prose-trend.ts';
import { proseZero } from './prose-zero.ts';
import { publishedOverTotal } from './published-over-total.ts';
import { radicalCharacter } from './radical-character.ts';
import { regulationAuthority } from './regulation-authority.ts';
import { reportTitle } from './report-title.ts';
import { reportTwice } from './report-twice.ts';
import { rowDuplicate } from './row-duplicate.ts';
import { rowLabel } from './row-label.ts';
import { rowMissing } from './row-missing.ts';
import { rowUnknown } from './row-unknown.ts';
import { sectionEmpty } from './section-empty.ts';
import { sectionMissing } from './section-missing.ts';
import { sectionOrder } from './section-order.ts';
import { sectionTitle } from './section-title.ts';
import { shiftedCells } from './shifted-cells.ts';
import { stockBelowFlow } from './stock-below-flow.ts';
import { stockChain } from './stock-chain.ts';
import { stockNegative } from './stock-negative.ts';
import { tableMissing } from './table-missing.ts';
import { tableTwice } from './table-twice.ts';
import { tableUnreadable } from './table-unreadable.ts';
import { term } from './term.ts';
import { totalBlank } from './total-blank.ts';
import { unbalanced } from './unbalanced.ts';
import { trackedChanges } from './tracked-changes.ts';
import { undecodable } from './undecodable.ts';
import { unitMismatch } from './unit-mismatch.ts';
import { unpairedMark } from './unpaired-mark.ts';
import { valuesWithoutRow } from './values-without-row.ts';
import { wrongCell } from './wrong-cell.ts';
import { yearMismatch } from './year-mismatch.ts';

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
  tableTwice,
  conflictMarker,
  valuesWithoutRow,
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
  carryOver,
  stockChain,
  itemChain,
  previousChanged,
  radicalCharacter,
  invisibleCharacter,
  undecodable,
  trackedChanges,
  proseNumber,
  proseZero,
  proseComplete,
  proseRate,
  proseSum,
  proseTrend,
  proseLastYear,
  reportTitle,
  yearMismatch,
  period,
  partCount,
  coverLetter,
  unitMismatch,
  feeStatement,
  sectionEmpty,
  improvementMissing,
  planYear,
  aspectMissing,
  placeholder,
  personalNumber,
  lawOutdated,
  documentNumber,
  duplicateParagraph,
  formTypo,
  doubledWord,
  unpairedMark,
  term,
];

const byId: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));

/** The rule of that id; undefined where there is none. */
export function ruleOf(id: string): Rule | undefined {
  return byId.get(id);
}

const NAMES: ReadonlyMap<string, string> = new Map(RULES.map(({ id, name }) => [id, name]));

/** The rule in Chinese; of one that is not ours its id. */
export function ruleName(id: string): string {
  return NAMES.get(id) ?? id;
}
