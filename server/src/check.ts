// Report → findings, in one order for the editor, the command line and the web worker.

import type { DocumentRemains } from './documents/document.ts';
import type { CellKey } from './forms/form.ts';
import type { Report } from './parse/model.ts';
import { INVISIBLE } from './text/fold-table.ts';
import { compareText } from './text/order.ts';
import { stallCount } from './text/turns.ts';
import { factsOf } from './rules/shared/claims.ts';
import { evaluateEquations } from './equations/evaluate.ts';
import { NOTHING_FOUND, type CheckResult, type Finding, type RuleFinding, type RuleLevel, type Severity } from './findings/finding.ts';
import type { OutsideFact } from './diagnosis/explanation.ts';
import { locate } from './diagnosis/locate.ts';
import { withoutSuperseded } from './rules/supersedes.ts';
import { withoutBuiltOnErrors } from './rules/built-on-errors.ts';
import { RULES } from './rules/registry.ts';
import { applySuppressions } from './suppressions/apply.ts';
import { previousFacts } from './suppressions/previous.ts';
import { NO_SUPPRESSIONS, type FileSuppressions } from './suppressions/suppression.ts';
import { readingHalted, tableUnreadable } from './rules/table-unreadable.ts';
import type { BadByte, Rule } from './rules/rule.ts';
import { formForceOf } from './rules/shared/form-force.ts';

export interface CheckOptions {
  /** Rule id → level; rules not named keep the severity of their class. */
  readonly levels?: ReadonlyMap<string, RuleLevel>;
  /** Cells edited this session: they may change order, titles and preference of fixes, never the set of findings. */
  readonly edited?: ReadonlySet<CellKey>;
  /** Figures from outside the tables: they break ties between explanations. */
  readonly facts?: readonly OutsideFact[];
  /** What `.gouji.json` says of this text: findings that are silenced or answered, and last year's figures. */
  readonly suppressions?: FileSuppressions;
  /** Bytes of the file that are no text; known to who read the file. */
  readonly badBytes?: readonly BadByte[];
  /** What the Word document behind this text still holds beside it. */
  readonly remains?: DocumentRemains;
}

const NONE_EDITED: ReadonlySet<CellKey> = new Set();

/** Runs every rule on a recognised report; any other text has no findings: who opens one did not ask for them. Never throws. */
export function checkReport(report: Report, options: CheckOptions = {}): CheckResult {
  const stallsBefore = stallCount();
  const equations = evaluateEquations(report);
  if (!report.recognised) return { ...NOTHING_FOUND, equations: equations.tally };
  const suppressions = options.suppressions ?? NO_SUPPRESSIONS;
  const outside = () => [...factsOf(report), ...previousFacts(report, suppressions.previous), ...(options.facts ?? [])];
  const location = locate(report, equations, { facts: equations.tally.broken === 0 ? [] : outside() });
  const context = {
    report,
    equations,
    location,
    cells: [...report.cells.values()],
    edited: options.edited ?? NONE_EDITED,
    previous: suppressions.previous,
    ...(options.badBytes !== undefined && { badBytes: options.badBytes }),
    ...(options.remains !== undefined && { remains: options.remains }),
  };
  const findings: Finding[] = [];
  const switchedOff: Finding[] = [];
  const force = formForceOf(report);
  // Of two reports in one another only this can be said; every other rule would mix them.
  const rules = report.interleaved ? [tableUnreadable] : RULES;
  for (const rule of rules) {
    const level = options.levels?.get(rule.id);
    if (level === 'off' && rule.class !== '强制') continue;
    if (rule.ofForm === true && force === 'none') continue;
    const found = rule
      .check(context)
      .map((each) => (rule.ofForm === true && force === 'encouraged' && (each.class ?? rule.class) === '强制' ? { ...each, class: '提示' as const } : each));
    if (level !== 'off') findings.push(...found.map((each) => toFinding(rule, each, level)));
    // A level may take a doubt away; an error stays one, if unsaid.
    else switchedOff.push(...found.map((each) => toFinding(rule, each, undefined)).filter(({ class: own }) => own === '强制'));
  }
  const level = options.levels?.get(tableUnreadable.id);
  if (level !== 'off' && (report.halted || stallCount() > stallsBefore)) findings.push(toFinding(tableUnreadable, readingHalted(report), level));
  const kept = withoutBuiltOnErrors(withoutSuperseded(findings), switchedOff);
  const { findings: shown, silenced } = applySuppressions(report, kept.sort(compareFindings), suppressions);
  const hidden = [...silenced, ...switchedOff].sort(compareFindings);
  return { findings: shown, equations: equations.tally, silenced: silenced.length, hidden };
}

/** The severity a rule has where nobody set another. */
export function defaultSeverity(rule: Rule, ruleClass = rule.class): Severity {
  switch (ruleClass) {
    case '强制':
      return 'error';
    case '核实':
      return 'warning';
    case '提示':
      return rule.quiet === true ? 'hint' : 'information';
    default:
      return ruleClass satisfies never;
  }
}

function toFinding(rule: Rule, found: RuleFinding, level: Severity | undefined): Finding {
  const { class: ruleClass = rule.class, fixes = [], ...facts } = found;
  return {
    cells: [],
    related: [],
    ...facts,
    message: seen(facts.message),
    fixes: fixes.map((fix) => (fix.title === seen(fix.title) ? fix : { ...fix, title: seen(fix.title) })),
    rule: rule.id,
    class: ruleClass,
    severity: level ?? defaultSeverity(rule, ruleClass),
  };
}

const UNSEEN = new RegExp(`[${INVISIBLE}]`, 'gu');

/** Words quoted of the text bring its marks of direction with them, and would turn the whole message around. */
function seen(words: string): string {
  return words.search(UNSEEN) < 0 ? words : words.replaceAll(UNSEEN, '');
}

/** By place, then by rule and words, so that the order never depends on the order of rules. */
function compareFindings(one: Finding, other: Finding): number {
  return one.span.start - other.span.start || one.span.end - other.span.end || compareText(one.rule, other.rule) || compareText(one.message, other.message);
}
