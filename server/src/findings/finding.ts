// Finding, Fix, Severity, CheckResult: what a check says about a report, and what can be done about it.

import type { CellKey } from '../forms/form.ts';
import { NO_EQUATIONS, type EquationTally } from '../equations/evaluate.ts';
import type { Edit } from '../text/edits.ts';
import type { Range, Span } from '../text/span.ts';
import type { Suppression } from '../suppressions/suppression.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** From heaviest to lightest. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

export function isHeavier(one: Severity, other: Severity): boolean {
  return SEVERITIES.indexOf(one) < SEVERITIES.indexOf(other);
}

/** A severity a person may set for a rule: `off` silences it. */
export type RuleLevel = Severity | 'off';

export const RULE_LEVELS: readonly RuleLevel[] = ['off', 'hint', 'information', 'warning', 'error'];

/** 强制, 核实, 提示: how sure the form is about a rule. Fixes the default severity. */
export type RuleClass = '强制' | '核实' | '提示';

/**
 * `layout` never changes a number's value nor drops a word; `text` changes wording;
 * `value` changes what a number says and is applied one at a time.
 */
type FixKind = 'layout' | 'text' | 'value';

export interface Fix {
  /** Chinese; shows the result, as in 「总计改为 15（13+2+0+0+0+0）」. */
  readonly title: string;
  readonly kind: FixKind;
  readonly preferred: boolean;
  /** Cells whose numbers the new one was worked out from: while an error holds one of them wrong, the fix is not offered. */
  readonly basis?: readonly CellKey[];
  readonly edits: readonly Edit[];
}

export interface Related {
  readonly message: string;
  readonly span: Span;
  /** Where the place lies in another file: its path from the folder of the draft, and the place there; `span` is the finding's own. */
  readonly file?: { readonly path: string; readonly range: Range };
}

export interface Finding {
  readonly rule: string;
  /** What the severity was settled from; only 核实 findings can be answered by a note. */
  readonly class: RuleClass;
  readonly severity: Severity;
  /** Plain Chinese in three parts: the figures, why it matters, what to do. */
  readonly message: string;
  readonly span: Span;
  readonly cells: readonly CellKey[];
  /**
   * What tells this finding from others of its rule where no cell does, and a sentence from others about the same cells:
   * words of the draft or of the form that stay what they are when the message is worded anew. They have always stood in
   * the first sentence of its message, by which older `.gouji.json` files know it. Empty where the rule finds one thing.
   */
  readonly key?: readonly string[];
  readonly actual?: number;
  readonly expected?: number;
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
  /**
   * Speaks of the completeness of a row or of trailing parts: in the editor it waits
   * while it is written on (`withoutDeferred` of features/diagnostics.ts; docs/ARCHITECTURE.md, “Where a text is ambiguous”).
   */
  readonly deferWhileTyping?: true;
  /** What the person wrote of this finding, be it answered by it or no longer. */
  readonly justification?: Suppression;
  /** A note answers it, and speaks of these very figures. */
  readonly answered?: true;
}

export interface CheckResult {
  readonly findings: readonly Finding[];
  readonly equations: EquationTally;
  /** Findings that are not reported because the person said so in `.gouji.json`. */
  readonly silenced: number;
  /** Those, and errors whose rule a level switches off: not told, and in the way of 可以报送. */
  readonly hidden: readonly Finding[];
}

/** A finding before its severity is settled; `class` overrides the rule's own where one case is surer or less sure. */
export type RuleFinding = Omit<Finding, 'rule' | 'class' | 'severity' | 'cells' | 'related' | 'fixes' | 'justification'> &
  Partial<Pick<Finding, 'cells' | 'related' | 'fixes'>> & { readonly class?: RuleClass };

/** Of a text that is no report. */
export const NOTHING_FOUND: CheckResult = { findings: [], equations: NO_EQUATIONS, silenced: 0, hidden: [] };
