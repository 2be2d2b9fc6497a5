// FormView: what is to be drawn of a report in the layout of its form. Cells that were read, findings, equations, prose; what was
// not read is told where it stands. All sums are worked out here.

import { blankTotals } from '../../equations/blank-totals.ts';
import { evaluateEquations, type EquationState, type EquationTally, type EvaluatedEquation } from '../../equations/evaluate.ts';
import { englishOutcome, equationName, equationOutcome, equationSum } from '../../findings/equation-words.ts';
import type { Finding, RuleClass, Severity } from '../../findings/finding.ts';
import { definedTotal, type CellKey, type EquationSpec, type SectionId, type TableId } from '../../forms/form.ts';
import { valueOf, type Cell, type Report, type Table } from '../../parse/model.ts';
import type { PreviousReport } from '../../suppressions/suppression.ts';
import { rangeOf } from '../../text/lines.ts';
import { tidy } from '../../text/numbers.ts';
import type { Range, Span } from '../../text/span.ts';
import { readinessParams, type Judged, type ReadinessParams } from '../readiness.ts';
import { layoutOf, type FormLayout } from '../../rewrite/export/form-layout.ts';
import { proseOf, type PartProse, type Paragraph } from './form-prose.ts';

export interface FormView {
  readonly layoutId: string;
  /** Null where whoever asked knows it. */
  readonly layout: FormLayout | null;
  /** The title and what stands before part one. */
  readonly opening: readonly Paragraph[];
  readonly parts: Readonly<Partial<Record<SectionId, PartView>>>;
  readonly tables: Readonly<Partial<Record<TableId, Table['state']>>>;
  /** Every cell that was read, a blank one too. */
  readonly cells: Readonly<Partial<Record<CellKey, CellView>>>;
  readonly findings: readonly FindingView[];
  readonly equations: readonly EquationView[];
  readonly tally: EquationTally;
  readonly readiness: ReadinessParams;
  /** Last year's report, where one is linked. */
  readonly previous: { readonly path: string; readonly cells: Readonly<Partial<Record<CellKey, LastYear>>> } | null;
}

interface PartView extends PartProse {
  /** The heading as written. */
  readonly heading: Paragraph;
}

export interface CellView {
  readonly text: string;
  readonly range: Range;
  readonly state: Cell['reading']['kind'];
  /** What the sums ask of a blank total. */
  readonly expected?: number;
}

export interface FindingView {
  readonly rule: string;
  readonly class: RuleClass;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  /** Where it is shown: at its cells, else at the part it stands in, else at the top. */
  readonly cells: readonly CellKey[];
  readonly part: SectionId | null;
}

export interface EquationView {
  readonly id: string;
  readonly status: EvaluatedEquation['status'];
  /** （一）予以公开 */
  readonly name: string;
  /** `13+2+0 = 15`; null where no cell of it was read. */
  readonly sum: string | null;
  /** 成立, 不成立，相差1 */
  readonly outcome: { readonly zh: string; readonly en: string };
}

interface LastYear {
  readonly value: number;
  /** This year's less last year's; null where this year's is no number. */
  readonly change: number | null;
}

interface Asked extends Judged {
  readonly previous: PreviousReport | null;
  /** The layout that whoever asks knows. */
  readonly knownLayout: string | null;
}

export function formView({ report, check, visible, previous, knownLayout }: Asked): FormView {
  const layout = layoutOf(report.detectedForm.form);
  const state = evaluateEquations(report);
  const { opening, parts } = proseOf(report);
  return {
    layoutId: layout.id,
    layout: layout.id === knownLayout ? null : layout,
    opening,
    parts: Object.fromEntries(
      report.sections.map((section) => [section.id, { heading: paragraphAt(report, section.heading), ...parts.get(section.id) }]),
    ) as FormView['parts'],
    tables: Object.fromEntries(report.tables.map((table) => [table.id, table.state])),
    cells: cellsOf(report, state),
    findings: visible.map((finding) => findingView(report, finding)),
    equations: state.all.map((equation) => ({
      id: equation.spec.id,
      status: equation.status,
      name: equationName(report, equation.spec),
      sum: equationSum(report, state, equation),
      outcome: { zh: equationOutcome(report, equation), en: englishOutcome(report, equation) },
    })),
    tally: state.tally,
    readiness: readinessParams({ report, check, visible }),
    previous: previous === null ? null : { path: previous.path, cells: lastYear(report, previous) },
  };
}

function paragraphAt(report: Report, span: Span): Paragraph {
  return { text: report.text.slice(span.start, span.end), range: rangeOf(report.lines, span), figures: [] };
}

function cellsOf(report: Report, state: EquationState): FormView['cells'] {
  const expected = expectedTotals(report, state);
  return Object.fromEntries(
    [...report.cells.values()].map((cell) => {
      const { key, text, span, reading } = cell;
      const asked = expected.get(key);
      const view: CellView = { text, range: rangeOf(report.lines, span), state: reading.kind, ...(asked !== undefined && { expected: asked }) };
      return [key, view];
    }),
  );
}

/** Totals that are blank while numbers stand among their addends, and on whose value row and column agree. */
function expectedTotals(report: Report, state: EquationState): ReadonlyMap<CellKey, number> {
  const found = new Map(blankTotals({ report, equations: state }).map(({ cell, value }) => [cell.key, value]));
  for (const { spec } of state.all) {
    const key = definedTotal(spec);
    const value = key === undefined ? undefined : state.filling.get(key);
    if (key === undefined || value === undefined || value === null || found.has(key)) continue;
    const definitions = (state.byCell.get(key) ?? []).filter((each) => definedTotal(each.spec) === key);
    if (definitions.some((each) => isBegun(report, each.spec)) && definitions.every(({ status, left }) => status !== 'broken' && left === value))
      found.set(key, value);
  }
  return found;
}

function isBegun(report: Report, { left }: EquationSpec): boolean {
  return left.some((key) => valueOf(report, key) !== null);
}

function findingView(report: Report, { rule, class: kind, severity, message, span, cells }: Finding): FindingView {
  const part = report.sections.find((section) => section.span.start <= span.start && span.start < section.span.end);
  return { rule, class: kind, severity, message, range: rangeOf(report.lines, span), cells, part: part?.id ?? null };
}

/** All of last year's numbers where its file was read, else those that were written down when it was linked. */
function lastYear(report: Report, { linked, cells }: PreviousReport): Readonly<Partial<Record<CellKey, LastYear>>> {
  const known: readonly (readonly [CellKey, number | null])[] =
    linked === undefined ? [...cells] : [...linked.cells.keys()].map((key) => [key, valueOf(linked, key)]);
  return Object.fromEntries(
    known.flatMap(([key, value]) => {
      if (value === null) return [];
      const now = valueOf(report, key);
      return [[key, { value, change: now === null ? null : tidy(now - value) }]];
    }),
  );
}
