// Rule: the interface of a rule, one small file each; the registry lists them in order.

import type { DocumentRemains } from '../documents/document.ts';
import type { CellKey } from '../forms/form.ts';
import type { Cell, Report } from '../parse/model.ts';
import type { EquationState } from '../equations/evaluate.ts';
import type { Finding, RuleClass, RuleFinding } from '../findings/finding.ts';
import type { PreviousReport } from '../suppressions/suppression.ts';
import type { Location } from '../diagnosis/locate.ts';

export interface RuleContext {
  readonly report: Report;
  /** All cells that were read, listed once for the many rules that look at each. */
  readonly cells: readonly Cell[];
  readonly equations: EquationState;
  /** The mistakes behind the broken equations; what a rule does not find here another one says. */
  readonly location: Location;
  /** Cells edited this session: for the order and preference of fixes only. */
  readonly edited: ReadonlySet<CellKey>;
  /** What `.gouji.json` keeps of last year's report. */
  readonly previous: PreviousReport | null;
  /** Bytes of the file that are no text, as far as they are known; an editor does not tell. */
  readonly badBytes?: readonly BadByte[];
  /** What the Word document behind the text still holds beside it. */
  readonly remains?: DocumentRemains;
}

export interface BadByte {
  /** Counted from 0. */
  readonly line: number;
  /** The byte's number in the file, counted from 1. */
  readonly position: number;
  readonly value: number;
}

/** What is said of a rule, whoever finds what it speaks of. */
export interface RuleInfo {
  /** Public, never reused. */
  readonly id: string;
  /** Two to ten characters, by which a title names the rule. */
  readonly name: string;
  readonly class: RuleClass;
  /** One Chinese sentence: what is looked for. Heads the rule's page. */
  readonly summary: string;
}

export interface Rule extends RuleInfo {
  /** Severity of 提示 rules: `information` unless the rule says `hint`. */
  readonly quiet?: true;
  /** Asks for what nothing but the form asks for: says nothing before there was one, and where it was only encouraged its 强制 is 提示. */
  readonly ofForm?: true;
  /** Points at wording that has been replaced: editors strike it through. */
  readonly replaced?: true;
  /** Findings of other rules that see the same mistake from another side, and are dropped. */
  readonly supersedes?: readonly Supersession[];
  readonly check: (context: RuleContext) => readonly RuleFinding[];
}

export interface Supersession {
  /** Ids of the rules whose findings say less. */
  readonly rules: readonly string[];
  /** Whether a finding of theirs is about the same mistake as one of this rule. */
  readonly where: (finding: Finding, own: Finding) => boolean;
}
