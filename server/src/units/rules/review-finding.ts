// Finding of a review: what stands where in which report, in words that every output shows alike.

import type { RuleClass, RuleLevel, Severity } from '../../findings/finding.ts';
import type { Range } from '../../text/span.ts';
import { REVIEW_RULES } from './review-rules.ts';

export interface ReviewFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly class: RuleClass;
  readonly message: string;
  /** The report it stands in; null where there is none. */
  readonly path: string | null;
  readonly range: Range | null;
  /** For a person, where lines mean nothing: 表三 第8行第2格. */
  readonly place: string | null;
  readonly cells: readonly string[];
  readonly actual: number | null;
  readonly expected: number | null;
  readonly related: readonly RelatedPlace[];
  /** What the unit's own `.gouji.json` says of it: that it is not to be shown, or why it is right. It has no say here. */
  readonly own: { readonly silenced: boolean; readonly note: string | null } | null;
}

export interface RelatedPlace {
  readonly path: string;
  readonly range: Range | null;
  readonly message: string;
  /** What stands in the report itself where the other has this; left out where it is the place of the finding. */
  readonly here?: Range;
}

type Facts = Pick<ReviewFinding, 'message'> & Partial<Omit<ReviewFinding, 'rule' | 'severity' | 'message' | 'own'>> & { readonly rule: string };

const SEVERITY_OF_CLASS: Readonly<Record<RuleClass, Severity>> = { 强制: 'error', 核实: 'warning', 提示: 'information' };

/** Empty where the root switches the rule off; the levels are the root's alone. */
export function reviewFinding(facts: Facts, levels: ReadonlyMap<string, RuleLevel>): readonly ReviewFinding[] {
  const rule = REVIEW_RULES.find(({ id }) => id === facts.rule);
  const ownClass = facts.class ?? rule?.class ?? '提示';
  const level = levels.get(facts.rule);
  if (level === 'off') return [];
  return [
    {
      path: null,
      range: null,
      place: null,
      cells: [],
      actual: null,
      expected: null,
      related: [],
      own: null,
      ...facts,
      class: ownClass,
      severity: level ?? SEVERITY_OF_CLASS[ownClass],
    },
  ];
}
