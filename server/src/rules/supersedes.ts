// One mistake, one finding: drops what another finding says better, as the rules' `supersedes` have it.

import type { Finding } from '../findings/finding.ts';
import { RULES } from './registry.ts';

const SUPERSESSIONS = RULES.flatMap(({ id, supersedes = [] }) => supersedes.map(({ rules, where }) => ({ by: id, rules: new Set(rules), where })));

/** Where the rule that says more is off, nothing is lost. */
export function withoutSuperseded(findings: readonly Finding[]): Finding[] {
  const present = new Set(findings.map(({ rule }) => rule));
  const active = SUPERSESSIONS.filter(({ by }) => present.has(by));
  if (active.length === 0) return [...findings];
  return findings.filter(
    (finding) => !active.some(({ by, rules, where }) => rules.has(finding.rule) && findings.some((other) => other.rule === by && where(finding, other))),
  );
}
